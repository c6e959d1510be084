/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { PresentedIdentity } from '../../../../application/ports/file-transport.ts';
import { type HostIdentity, isSameIdentity } from '../../../../domain/destination/host-identity.ts';
import { FieldNotes } from './parts.tsx';
import type { View } from './view.ts';

/** What the server proves itself with, and whether the administrator trusts it. */
export const Trust = ({ view }: { readonly view: View }) => {
  const { form, words } = view;
  const { current, seen } = form.candidates;
  const isChanged = current !== null && seen !== null && !isSameIdentity(current, seen);
  return (
    <fieldset class="pb-trust" id="pb-trust">
      <legend>{words.trust.title}</legend>
      <input type="hidden" name="seen" value={form.values.seen} />
      <input type="hidden" name="seenAt" value={form.values.seenAt} />
      {isChanged ? (
        <ChangedIdentity view={view} current={current} seen={seen} />
      ) : (
        <OneIdentity view={view} identity={current ?? seen} />
      )}
      <FieldNotes form={form} words={words} field="trusted" />
    </fieldset>
  );
};

const OneIdentity = ({ view, identity }: { readonly view: View; readonly identity: HostIdentity | null }) => {
  const { form, words } = view;
  if (identity === null) return <WithoutIdentity view={view} />;
  const { fingerprint } = identity;
  const isKnown = form.candidates.current !== null;
  return (
    <>
      <p>{isKnown ? words.trust.trustedSoFar : words.trust.shown}</p>
      <Fingerprint view={view} identity={identity} />
      {isKnown ? null : (
        <p class="pb-note" id="pb-trusted-note">
          {words.trust.compare}
        </p>
      )}
      <label class="pb-choice">
        <input
          {...{ type: 'checkbox', name: 'trusted', value: fingerprint, id: 'pb-trusted' }}
          checked={form.values.trusted === fingerprint}
          {...(isKnown ? {} : { 'aria-describedby': 'pb-trusted-note' })}
        />
        <span>{isKnown ? words.trust.stillTrust : words.trust.accept}</span>
      </label>
    </>
  );
};

const WithoutIdentity = ({ view: { form, words } }: { readonly view: View }) => {
  const { protocol } = form.values;
  if (protocol === 'ftp') return <p>{words.trust.plain}</p>;
  const isVouchedFor = form.report?.presented?.certificate?.vouchedFor === true;
  return (
    <p>
      {isVouchedFor ? words.trust.vouched : protocol === 'sftp' ? words.trust.notYet : words.trust.notYetCertificate}
    </p>
  );
};

/** Two radios, so that neither is lost by looking: going on with the old one is what is chosen already. */
const ChangedIdentity = ({
  view,
  current,
  seen,
}: { readonly view: View } & Record<'current' | 'seen', HostIdentity>) => {
  const { form, words } = view;
  return (
    <>
      <p class="pb-warning">
        <span class="pb-sign" aria-hidden="true">
          !
        </span>
        {words.trust.changed}
      </p>
      <p>{words.trust.trustedSoFar}</p>
      <Fingerprint view={view} identity={current} />
      <p>{words.trust.shown}</p>
      <Fingerprint view={view} identity={seen} />
      <p class="pb-note">{words.trust.compare}</p>
      <fieldset class="pb-choices">
        <legend class="pb-unseen">{words.trust.title}</legend>
        {[current, seen].map(({ fingerprint }) => (
          <label class="pb-choice">
            <input type="radio" name="trusted" value={fingerprint} checked={form.values.trusted === fingerprint} />
            <span>{fingerprint === current.fingerprint ? words.trust.keep : words.trust.acceptNew}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
};

const Fingerprint = ({ view, identity }: { readonly view: View; readonly identity: HostIdentity }) => {
  const { words, form } = view;
  const presented = form.report?.presented;
  const isPresented = presented !== undefined && presented !== null && isSameIdentity(presented.identity, identity);
  return (
    <div class="pb-fingerprint">
      <span>{identity.kind === 'ssh-host-key' ? words.trust.hostKey : words.trust.certificate}</span>
      <code>{identity.fingerprint}</code>
      {isPresented && presented.certificate !== undefined ? (
        <Certificate view={view} {...presented.certificate} />
      ) : null}
    </div>
  );
};

const Certificate = ({
  view: { words, times },
  ...certificate
}: { readonly view: View } & NonNullable<PresentedIdentity['certificate']>) => (
  <dl class="pb-facts">
    <dt>{words.trust.subject}</dt>
    <dd>{certificate.subject}</dd>
    <dt>{words.trust.issuer}</dt>
    <dd>{certificate.issuer}</dd>
    <dt>{words.trust.validity}</dt>
    <dd>{words.trust.valid(times.moment(certificate.validFrom), times.moment(certificate.validTo))}</dd>
  </dl>
);
