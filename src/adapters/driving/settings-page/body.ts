/** Bytes. A form with a private key has some 5,000. */
const LARGEST = 65_536;

/** The fields of a form, or why the body is none. It is never held in memory beyond what a form may have. */
export const readBody = async (
  request: Request,
): Promise<URLSearchParams | 'too-large' | 'media-type' | 'malformed'> => {
  const type = (request.headers.get('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return 'media-type';
  if (Number(request.headers.get('Content-Length') ?? 0) > LARGEST) return 'too-large';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > LARGEST) return 'too-large';
    chunks.push(chunk);
  }
  try {
    return new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return 'malformed';
  }
};
