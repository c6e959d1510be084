import { TEST_LIMITS_SAID } from '../../../shared/wording/connection-test.ts';
import { type Said, said } from '../../../shared/wording/said.ts';
import type { FormProblem } from '../form/reading-form.ts';
import type { Words } from './words.ts';

const FORM: Readonly<Partial<Record<FormProblem, Said>>> = {
  'login-in-address': said(
    'The address held a password and was cleared.',
    'Please enter the address without user and password, and those in their own fields.',
  ),
  'scheme-unknown': said(
    'The address begins with an unknown protocol.',
    'Use sftp://, ftps:// or ftp://, or the name of the server alone.',
  ),
  'query-in-address': said(
    'The address has a ? or # in it.',
    'Leave out what stands behind it, or enter the directory in its own field.',
  ),
  'encoding-malformed': said(
    'A % in the address cannot be read.',
    'Enter the directory in its own field, as it is called on the server.',
  ),
  'host-missing': said('The address of the server is missing.', 'Enter a name such as backup.example.com.'),
  'host-malformed': said(
    'This is neither the name of a server nor an IP address.',
    'Enter a name such as backup.example.com, or an address in its usual writing.',
  ),
  'port-out-of-range': said('The port is no number from 1 to 65535.', 'Correct it, or leave the field empty.'),
};

export const ENGLISH_PROBLEMS: Words['problems'] = {
  title: 'Please correct the form',
  form: (problem) => FORM[problem],
  secrets: {
    'password-malformed': said(
      'The password has characters that cannot be sent, or is too long.',
      'Enter it in one line, without control characters.',
    ),
    'private-key-malformed': said(
      'This is no private key.',
      'Paste the whole key file, in OpenSSH or PEM form. A public key (ssh-ed25519 …) is not enough.',
    ),
    'passphrase-without-key': said(
      'A passphrase was entered, but no private key.',
      'Paste the key as well, or leave both empty to keep the stored one.',
    ),
  },
  passwordMissing: said(
    'The password is missing.',
    'Enter the password that this user has at the server, or the private key.',
  ),
  passwordRequired: said(
    'The password has to be entered.',
    'A stored one is used only for the protocol, server, port, user and identity it was entered for.',
  ),
  hostKeyRequired: said(
    'The host key of the server is not trusted yet.',
    'Test the connection, compare the fingerprint, and tick that you trust it.',
  ),
};

export const ENGLISH_REFUSALS: Words['test']['refusals'] = (refusal) => {
  switch (refusal.reason) {
    case 'ActorNotAnAdministrator':
      return said('You are no administrator of this organisation any more.', 'Ask one of its administrators.');
    case 'PasswordRequired':
      return ENGLISH_PROBLEMS.passwordRequired;
    case 'BackupNotSetUp':
      return said('The backup is not set up any more.', 'Reload the page.');
    case 'PasswordUnavailable':
      return said('The stored password cannot be opened at the moment.', 'Enter it again, or try later.');
    case 'UserMalformed':
      return said(
        'The user is missing, or has characters that cannot be sent.',
        'Enter the name as your IT gave it to you.',
      );
    case 'UnfittingHostIdentity':
      return said(
        'The trusted fingerprint does not fit the protocol.',
        'Test the connection again to see the right one.',
      );
    case 'PrivateKeyWithoutSftp':
      return said('A private key can be used with SFTP only.', 'Choose SFTP, or enter a password.');
    case 'TooManyTests':
    case 'TooManyRefusedLogins':
      return TEST_LIMITS_SAID.en[refusal.reason];
    default:
      return refusal satisfies never;
  }
};

export const ENGLISH_TROUBLES: Words['troubles'] = {
  'not-an-administrator': said(
    'This page is for administrators of the organisation.',
    'Ask one of them to change what you need, or to make you an administrator.',
  ),
  forged: said(
    'The request did not come from this page, so nothing was done.',
    'Open the settings again, and repeat what you wanted to do there.',
  ),
  'not-found': said('There is no such page.', 'Go back to the settings.'),
  method: said('This address only takes the forms of the settings page.', 'Go back to the settings.'),
  'too-large': said('The form was too large.', 'Check whether something else was pasted into a field.'),
  'media-type': said('The request was no form.', 'Use the forms of the settings page.'),
  malformed: said('The form could not be read.', 'Open the settings again, and fill the form in anew.'),
  altered: said(
    'The history of the settings was altered outside this software, so nothing is shown and nothing is changed.',
    'Tell whoever runs this service at once.',
  ),
  unavailable: said(
    'The settings cannot be read or changed at the moment.',
    'Please try again in a few minutes. The nightly backup is not affected by this page.',
  ),
  fault: said(
    'Something went wrong on our side.',
    'Please try again. If it happens again, report it together with the time.',
  ),
};
