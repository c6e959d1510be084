import ssh2, { type AnyAuthMethod, type AuthenticationType, type AuthHandlerMiddleware, type ParsedKey } from 'ssh2';
import { type Credential, TransportFailure } from '../../../application/ports/file-transport.ts';

/**
 * Offers what the credential holds, once: a second try of the same password would only bring the account nearer to
 * being locked. `none` comes first, as RFC 4252, section 5.2 has it, to hear what the server takes.
 */
export const authentication = (user: string, credential: Credential): AuthHandlerMiddleware => {
  const key = credential.method === 'private-key' ? readPrivateKey(credential) : undefined;
  let offered = false;
  const choose = (accepted: readonly AuthenticationType[] | null): AnyAuthMethod | undefined => {
    if (accepted === null) return { type: 'none', username: user };
    if (offered) return undefined;
    offered = true;
    if (key !== undefined) return { type: 'publickey', username: user, key };
    if (credential.method !== 'password') return undefined;
    const password = credential.password.reveal();
    if (accepted.includes('password')) return { type: 'password', username: user, password };
    if (accepted.includes('keyboard-interactive')) return askedFor(user, password);
    return undefined;
  };
  return (accepted, _partial, next) => {
    const method = choose(accepted);
    // The library takes false for "no more"; its types do not know.
    next(method ?? (false as unknown as AuthenticationType));
  };
};

/** Answers one hidden question once. Whoever asks more, or lets the answer be seen, does not ask for a password. */
const askedFor = (username: string, password: string): AnyAuthMethod => {
  let answered = false;
  return {
    type: 'keyboard-interactive',
    username,
    prompt: (_name, _instructions, _language, prompts, answer) => {
      const [question] = prompts;
      const isPassword = !answered && prompts.length === 1 && question?.echo === false;
      answered ||= isPassword;
      answer(isPassword ? [password] : []);
    },
  };
};

/** @throws {TransportFailure} `private-key-unreadable`: no private key, another format, or another passphrase. */
const readPrivateKey = (credential: Credential & { readonly method: 'private-key' }): ParsedKey => {
  const parsed = ssh2.utils.parseKey(credential.privateKey.reveal(), credential.passphrase?.reveal());
  const key = Array.isArray(parsed) ? parsed[0] : parsed;
  if (key === undefined || key instanceof Error || !key.isPrivateKey()) {
    throw new TransportFailure({ step: 'log-in', code: 'private-key-unreadable' });
  }
  return key;
};
