import { chownSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SaveRequest } from '../../src/application/configuring-backup/requests.ts';
import type { FileTransport } from '../../src/application/ports/file-transport.ts';
import type { NightResult } from '../../src/application/running-nightly-backup/requests.ts';
import type { Replacement } from '../../src/domain/backup-configuration/settings.ts';
import type { PlanKind } from '../../src/domain/backup-run/events.ts';
import { requestOf } from '../contracts/file-transport/harness.ts';
import { loginTo, transportTo } from '../servers/real-file-server.ts';
import { aNightRequest, Newsroom } from '../support/newsroom.ts';
import type { RealParts, RealServer } from '../support/real-parts/description.ts';
import { bytesOfContent, VersionedRenderer } from './content.ts';
import { networkTo } from './patient-network.ts';
import type { Watch } from './sightings.ts';

const NAMES: Readonly<Record<PlanKind, string>> = {
  'story-plan': 'Themenplanung.xlsx',
  'event-plan': 'Terminplanung.xlsx',
};
/** The beginning of one, at least of its night. */
const PART_NAME = /^2[0-9]*(-[0-9]*)?(\.|$)/;
const KINDS: readonly PlanKind[] = ['story-plan', 'event-plan'];

export interface SiteOptions {
  readonly directory: string;
  readonly replacement: Replacement;
  /** Bytes of each file. */
  readonly length: number;
  readonly law?: Replacement;
}

/** A folder of our own at one real server, and a newsroom that has its backup there. */
export class Site {
  server: RealServer;
  readonly folder: string;
  readonly replacement: Replacement;
  /** What may be seen meanwhile: that of the replacement, unless a test wants to see the law broken. */
  readonly law: Replacement;
  readonly renderer: VersionedRenderer;
  readonly #parts: RealParts;
  readonly directory: string;
  #newsroom = new Newsroom();

  constructor(
    server: RealServer,
    parts: RealParts,
    { directory, replacement, length, law = replacement }: SiteOptions,
  ) {
    this.server = server;
    this.replacement = replacement;
    this.law = law;
    this.renderer = new VersionedRenderer(length);
    this.#parts = parts;
    this.directory = directory;
    this.folder = join(server.root, directory);
    mkdirSync(this.folder, { recursive: true, mode: 0o755 });
    const { uid, gid } = this.owner;
    chownSync(this.folder, uid, gid);
  }

  /** The login's own ids on this machine. */
  get owner(): { readonly uid: number; readonly gid: number } {
    return statSync(join(this.server.root, this.#parts.folders.writable));
  }

  get settings(): Partial<SaveRequest> {
    const login = { ...loginTo(this.server, this.#parts), directory: this.directory };
    return { ...requestOf(login), replacement: this.replacement };
  }

  /** A history of its own for what comes now; what lies at the server stays. */
  async begin(): Promise<void> {
    this.#newsroom = new Newsroom();
    await this.#newsroom.setUp(this.settings);
  }

  transport(network = networkTo(this.server.host)): FileTransport {
    return transportTo(this.server, this.#parts, network);
  }

  /** One night with the next version of both files. */
  night(transport: FileTransport, sessionDeadline = 60_000): Promise<NightResult> {
    this.renderer.version += 1;
    const times = { leaseLength: 300_000, sessionDeadline };
    return this.#newsroom.run(aNightRequest(), { transports: [transport], renderer: this.renderer, times });
  }

  /** The next so many versions are what may come. */
  watch(nights: number, length = this.renderer.length): Watch {
    const { version } = this.renderer;
    const files = KINDS.map((kind) => ({
      kind,
      path: join(this.folder, NAMES[kind]),
      next: Array.from({ length: nights }, (_, index) => ({ kind, version: version + index + 1, length })),
    }));
    return { files };
  }

  /**
   * Names that nobody gave, taken away so that each is found once. A ProFTPD without TLS carries out the beginning of a
   * command whose end a cut held back: what it then makes has the beginning of a name of ours, and is told of here.
   */
  sweepBeginnings(): readonly string[] {
    if (this.server.software !== 'proftpd' || this.server.tls !== 'none') return [];
    const isBeginning = (name: string): boolean =>
      KINDS.some((kind) => NAMES[kind].startsWith(name)) || (PART_NAME.test(name) && !name.endsWith('.part'));
    const beginnings = this.#others().filter(isBeginning);
    for (const name of beginnings) rmSync(join(this.folder, name));
    return beginnings;
  }

  /** What is not as it must be after a night that delivered: names that stay, and files that are not its own. */
  remains(): readonly string[] {
    return [...this.#others().map((name) => `${name} stays`), ...this.strangers()];
  }

  /** Of the visible files, those that are not the last night's. */
  strangers(): readonly string[] {
    const { version, length } = this.renderer;
    const wrong = KINDS.filter((kind) => !this.#shows(kind, bytesOfContent({ kind, version, length })));
    return wrong.map((kind) => `${NAMES[kind]} is not the last night's`);
  }

  #others(): readonly string[] {
    return readdirSync(this.folder).filter((name) => !Object.values(NAMES).includes(name));
  }

  #shows(kind: PlanKind, bytes: Buffer): boolean {
    const name = NAMES[kind];
    return readdirSync(this.folder).includes(name) && readFileSync(join(this.folder, name)).equals(bytes);
  }
}

export const outcomeOf = (result: NightResult): string =>
  result.outcome === 'ended' ? result.state.outcome : result.refusal.reason;

/** Empty for a night that was delivered. */
export const whyNot = (result: NightResult): readonly string[] => {
  if (result.outcome === 'refused') return [`the healthy night was refused: ${result.refusal.reason}`];
  const { outcome, outcomes } = result.state;
  if (outcome === 'delivered') return [];
  const failures = Object.values(outcomes).flatMap((file) => (file.type === 'FileFailed' ? [file.failure] : []));
  return [`the healthy night was ${outcome}: ${failures.map(({ step, code }) => `${step} ${code}`).join(', ')}`];
};
