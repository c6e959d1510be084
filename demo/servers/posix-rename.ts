import type { SFTPWrapper } from 'ssh2';

/** OpenSSH's PROTOCOL document, section 4.3: a rename that replaces what has the new name, in one step. */
export const POSIX_RENAME = 'posix-rename@openssh.com';

const VERSION = 2;

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/** The extension's own data: two texts, each behind its length. */
export const readTwoPaths = (data: Buffer): { from: string; to: string } => {
  const from = data.subarray(4, 4 + data.readUInt32BE(0));
  const rest = data.subarray(4 + from.length);
  return { from: from.toString(), to: rest.subarray(4, 4 + rest.readUInt32BE(0)).toString() };
};

/** What of the library's insides is needed, at its pinned version. */
interface Insides {
  readonly outgoing: { window: number };
  readonly _protocol: { channelData(channel: number, payload: Buffer): void };
}

/**
 * Makes a server's greeting announce the extension; ssh2 announces none, and has no option for it, so the first
 * packet that it sends is made longer on its way out.
 */
export const announcePosixRename = (sftp: SFTPWrapper): void => {
  const { outgoing, _protocol: protocol } = sftp as unknown as Insides;
  const send = protocol.channelData;
  protocol.channelData = (channel, payload) => {
    if (payload[4] !== VERSION) return send.call(protocol, channel, payload);
    protocol.channelData = send;
    const greeting = Buffer.concat([payload.subarray(4), text(POSIX_RENAME), text('1')]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(greeting.length);
    outgoing.window -= length.length + greeting.length - payload.length;
    send.call(protocol, channel, Buffer.concat([length, greeting]));
  };
};
