import type { SaveRequest } from '../../../../application/configuring-backup/requests.ts';
import type { AllowedNetworks } from '../../../shared/guarded-network/allowed-networks.ts';
import { CallFailed } from '../call-failed.ts';
import type { CallContext } from '../command.ts';
import { lookLines } from '../identity-lines.ts';
import { callWith } from '../invocation.ts';

/**
 * Looks at what the server proves itself with. Returns if a known authority vouches for it; else throws with what it
 * shows, and with the very call that trusts it. Rejects with TransportFailure.
 */
export const lookAtServer = async (
  context: CallContext,
  { destination, credential }: SaveRequest,
  allowed: AllowedNetworks,
): Promise<void> => {
  const presented = await context.installation.identify(destination, allowed);
  if (presented === null || presented.certificate?.vouchedFor === true) return;
  const { untrusted } = context.words;
  const isKey = presented.identity.kind === 'ssh-host-key';
  const next = callWith(context.program, context.argv, ['--trust', presented.identity.fingerprint]);
  throw new CallFailed(
    1,
    isKey ? 'HostKeyNotTrusted' : 'CertificateNotTrusted',
    isKey ? untrusted.hostKey : untrusted.certificate,
    {
      document: { presented, next },
      lines: [...lookLines(presented, next, context), ...(credential === null ? [untrusted.passwordToo] : [])],
    },
  );
};
