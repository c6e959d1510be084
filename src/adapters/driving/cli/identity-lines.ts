import type { PresentedIdentity } from '../../../application/ports/file-transport.ts';
import { identityText } from '../../shared/wording/settings.ts';
import type { CallContext } from './command.ts';

/** What a server proves itself with; of a certificate also whose it is, who issued it, and for how long. */
export const identityLines = (
  { identity, certificate }: PresentedIdentity,
  { words: { untrusted }, locale }: CallContext,
): readonly string[] => [
  `  ${identityText(identity, locale)}`,
  ...(certificate === undefined
    ? []
    : [
        `  ${untrusted.subject} ${certificate.subject}`,
        `  ${untrusted.issuer} ${certificate.issuer}`,
        `  ${untrusted.valid(certificate.validFrom, certificate.validTo)}`,
      ]),
];

/** The same for somebody who is to trust it: how to compare it, and the call that does. */
export const lookLines = (presented: PresentedIdentity, next: string, context: CallContext): readonly string[] => {
  const { untrusted } = context.words;
  return [
    untrusted.shows,
    ...identityLines(presented, context),
    untrusted.compare[presented.identity.kind],
    untrusted.goOn,
    `  ${next}`,
  ];
};
