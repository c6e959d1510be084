import { domainToASCII } from 'node:url';
import { readHostName } from '../../../domain/destination/host-name.ts';

declare const mailAddress: unique symbol;

/** An address that can be written in an envelope and a header, and does nothing else there. */
export type MailAddress = string & { readonly [mailAddress]: true };

/** RFC 5321, 4.5.3.1. */
const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;

/** RFC 5322, 3.2.3: a dot-atom. Quoted parts and letters beyond ASCII are valid elsewhere; no server here needs them. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** Undefined for what is no address. A domain with letters beyond ASCII is written in its ASCII form. */
export const readMailAddress = (text: string): MailAddress | undefined => {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  if (local.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(local)) return undefined;
  const domain = readHostName(domainToASCII(text.slice(at + 1)));
  if (!domain.ok || domain.value.includes(':')) return undefined;
  const address = `${local}@${domain.value}`;
  return address.length <= LONGEST ? (address as MailAddress) : undefined;
};

/** Whom mails are from. */
export interface Sender {
  /** Empty if the address stands alone. */
  readonly name: string;
  readonly address: MailAddress;
}

/** `address`, or `Name <address>`; undefined for anything else. */
export const readSender = (text: string): Sender | undefined => {
  const [, name = '', bracketed = text] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = readMailAddress(bracketed.trim());
  return address && { name: name.trim().replace(/^"(.*)"$/, '$1'), address };
};
