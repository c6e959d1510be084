import { run } from './shell.ts';

/** SHA-512 crypt, which every crypt(3) of a Debian reads. The password goes by standard input, not by an argument. */
export const passwordHash = async (password: string): Promise<string> =>
  (await run('/usr/bin/openssl', ['passwd', '-6', '-stdin'], { input: `${password}\n` })).trim();
