import type { Night } from '../domain/schedule/night.ts';

declare const streamName: unique symbol;

export type StreamName = string & { readonly [streamName]: true };

/**
 * A host's ids may be any text. All but ASCII letters, digits and `_` are percent-encoded, the hyphen too, so that
 * a name reads back in one way and no organisation's prefix is the beginning of another's.
 */
const encoded = (id: string): string =>
  encodeURIComponent(id).replace(/[-.!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export const backupConfigurationStream = (organisationId: string): StreamName =>
  `backupConfiguration-${encoded(organisationId)}` as StreamName;

export const backupRunStream = (organisationId: string, night: Night): StreamName =>
  `${backupRunStreamsOf(organisationId)}${night}` as StreamName;

/** The beginning that all nights of one organisation share. */
export const backupRunStreamsOf = (organisationId: string): string => `backupRun-${encoded(organisationId)}-`;

export const attemptsStream = (organisationId: string): StreamName =>
  `attempts-${encoded(organisationId)}` as StreamName;

/** The state across nights: failing, reminded, recovered. */
export const backupHealthStream = (organisationId: string): StreamName =>
  `backupHealth-${encoded(organisationId)}` as StreamName;

/** Of one change: what became of the mail to each recipient. */
export const noticeStream = (changeId: string): StreamName => `notice-${encoded(changeId)}` as StreamName;

/** Every organisation's configuration. */
export const BACKUP_CONFIGURATION_STREAMS = 'backupConfiguration-';

/** Every organisation's state across nights. */
export const BACKUP_HEALTH_STREAMS = 'backupHealth-';

/** The organisation whose configuration a stream holds, or undefined for another stream. */
export const organisationOfConfiguration = (stream: string): string | undefined =>
  organisationAfter(BACKUP_CONFIGURATION_STREAMS, stream);

/** The organisation whose state across nights a stream holds, or undefined for another stream. */
export const organisationOfHealth = (stream: string): string | undefined =>
  organisationAfter(BACKUP_HEALTH_STREAMS, stream);

const organisationAfter = (streams: string, stream: string): string | undefined =>
  stream.startsWith(streams) ? decodeURIComponent(stream.slice(streams.length)) : undefined;
