import { secretBindingOf } from '../../domain/backup-configuration/secret-binding.ts';
import type { RecordProgress } from '../../domain/backup-run/commands.ts';
import type { PlanKind } from '../../domain/backup-run/events.ts';
import type { Failure } from '../../domain/backup-run/failure.ts';
import { leftoverPartFiles } from '../../domain/backup-run/part-files.ts';
import type { UnreadableRecord } from '../../domain/plan/plan.ts';
import { RecordRejected } from '../journal.ts';
import type { Credential, TransportSession } from '../ports/file-transport.ts';
import type { PlanningCollection } from '../ports/planning-source.ts';
import { SecretUnavailable } from '../ports/secret-store.ts';
import type { HappeningOfAttempt } from '../ports/telemetry.ts';
import type { PublicationOutcome, PublishingJournal } from '../publishing-files/publication.ts';
import { publishFiles } from '../publishing-files/publishing-files.ts';
import type { NightsOfOrganisation } from '../reading-runs.ts';
import type { By } from '../recording-attempts.ts';
import { transportFor } from '../transport-for.ts';
import type { AttemptJournal } from './attempt-journal.ts';
import type { HeldLease } from './held-lease.ts';
import { tellLaterNight } from './later-nights.ts';
import { type Objection, objectionTo } from './objections.ts';
import { collect, NightCannotStart, type Preparation, type PreparedFile, prepareFiles } from './preparing.ts';
import type { NightPorts } from './requests.ts';

export interface AttemptContext extends Preparation {
  /** Whether the host still has such an organisation. */
  readonly isKnown: boolean;
  readonly journal: AttemptJournal;
  readonly nights: NightsOfOrganisation;
  readonly lease: HeldLease;
  readonly by: By;
  readonly strict: boolean;
  readonly older: boolean;
  readonly signal: AbortSignal | undefined;
  readonly sessionDeadline: number;
}

export type AttemptEnd = {
  readonly objection: Objection | undefined;
  readonly unreadable: readonly UnreadableRecord[];
};

/** One attempt at one night: collect, render, publish, record. Its end is recorded by the caller. */
export class AttemptAtNight {
  readonly #ports: NightPorts;
  readonly #context: AttemptContext;
  /** Although no answer said so. */
  #mayHaveReplaced = false;
  #hasReplaced = false;

  constructor(ports: NightPorts, context: AttemptContext) {
    this.#ports = ports;
    this.#context = context;
  }

  async run(): Promise<AttemptEnd> {
    let unreadable: readonly UnreadableRecord[] = [];
    try {
      this.#tell({ name: 'stage-begun', stage: 'collect' });
      const { organisation, isKnown } = this.#context;
      const collection = await collect(this.#ports.planningSource, organisation.id, isKnown);
      this.#tell({ name: 'stage-begun', stage: 'render' });
      const prepared = await prepareFiles(this.#context, collection, this.#ports.renderer);
      unreadable = prepared.unreadable;
      await this.#collected(collection, prepared.unreadable.length);
      for (const { kind, rows, bytes } of prepared.files)
        this.#tell({ name: 'workbook-rendered', file: kind, rows, bytes: bytes.byteLength });
      const outcome = await this.#publish(prepared.files, collection);
      if (outcome.outcome === 'objected') return { objection: outcome.objection, unreadable };
      const recording = this.#recordFailures(outcome.failures);
      await (this.#mayHaveReplaced ? this.#orLate(recording) : recording);
    } catch (error) {
      if (!(error instanceof NightCannotStart)) throw error;
      if (error.cause !== undefined) this.#tell({ name: 'fault', failure: error.failure, error: error.cause });
      await this.#recordFailures(new Map(KINDS.map((kind) => [kind, error.failure])));
    }
    return { objection: undefined, unreadable };
  }

  async #collected({ collectionId, collectedAt, plan }: PlanningCollection, needsALook: number): Promise<void> {
    const counts = { stories: plan.stories.length, events: plan.events.length, needsALook };
    const { attempt, strict } = this.#context;
    await this.#record({
      type: 'PlanCollected',
      attempt,
      collectionId,
      collectedAt: collectedAt.toString(),
      ...counts,
    });
    this.#tell({ name: 'plan-collected', ...counts });
    if (strict && needsALook > 0) throw new NightCannotStart({ step: 'collect', code: 'records-need-a-look' });
  }

  async #publish(
    files: readonly PreparedFile[],
    { collectedAt }: PlanningCollection,
  ): Promise<PublicationOutcome<Objection>> {
    const { organisation, night, settings, attempt } = this.#context;
    this.#tell({ name: 'stage-begun', stage: 'connect' });
    const credential = await this.#openSecret();
    const journal: PublishingJournal<Objection> = {
      partFilesNamed: (names) =>
        this.#record({ type: 'PartFilesNamed', attempt, destination: settings.destination, names }),
      partFilesGone: (names) =>
        this.#record({ type: 'PartFilesGone', attempt, destination: settings.destination, names }),
      reached: () => {
        this.#tell({ name: 'server-reached' });
        this.#tell({ name: 'stage-begun', stage: 'upload' });
      },
      uploaded: ({ kind, bytes }) => this.#tell({ name: 'file-uploaded', file: kind, bytes: bytes.byteLength }),
      objection: () => {
        this.#tell({ name: 'stage-begun', stage: 'replace' });
        return objectionTo({ ...this.#context, eventLog: this.#ports.eventLog, organisationId: organisation.id });
      },
      replaced: ({ kind }) => this.#replaced(files, kind, collectedAt.toString()),
      leftOpen: () => {
        this.#mayHaveReplaced = true;
      },
    };
    const leftovers = leftoverPartFiles(await this.#context.nights.events(), night, settings.destination);
    const open = (): Promise<TransportSession> => this.#openSession(credential);
    try {
      return await publishFiles({ files, replacement: settings.replacement, leftovers, open, journal });
    } finally {
      // However it ended: a night may have begun since it looked last.
      if (this.#hasReplaced || this.#mayHaveReplaced) await tellLaterNight(this.#ports, this.#context);
    }
  }

  /** Recorded before it is opened: there is no use of a password that the log does not know. */
  async #openSecret(): Promise<Credential> {
    const { organisation, settings, by } = this.#context;
    const { destination, trustedIdentity, login } = settings;
    const opening = { type: 'StoredPasswordOpened', secretId: login.secretId, purpose: 'night' } as const;
    await this.#ports.attempts.record(organisation.id, opening, by);
    const binding = secretBindingOf(organisation.id, { destination, user: login.user, trustedIdentity });
    try {
      return await this.#ports.secretStore.open(login.secretId, binding);
    } catch (cause) {
      if (!(cause instanceof SecretUnavailable)) throw cause;
      throw new NightCannotStart({ step: 'unlock', code: 'password-unavailable' }, { cause });
    }
  }

  #openSession(credential: Credential): Promise<TransportSession> {
    const { settings, sessionDeadline, signal } = this.#context;
    const { destination, login, trustedIdentity } = settings;
    const transport = transportFor(this.#ports.transports, destination);
    const limits = { deadline: sessionDeadline, ...(signal === undefined ? {} : { signal }) };
    return transport.open({ destination, user: login.user, credential, trustedIdentity }, limits);
  }

  async #replaced(files: readonly PreparedFile[], file: PlanKind, collectedAt: string): Promise<void> {
    this.#hasReplaced = true;
    this.#tell({ name: 'file-replaced', file });
    const { attempt } = this.#context;
    for (const { kind, name, rows, bytes, sha256 } of files) {
      if (kind !== file) continue;
      const what = { name, rows, bytes: bytes.byteLength, sha256, collectedAt };
      const replacedAt = this.#ports.clock.now().toString();
      await this.#orLate(this.#record({ type: 'FileReplaced', attempt, file, ...what, replacedAt }));
    }
  }

  /** Overtaken between the last look and the rename: the owner has to publish once more. */
  async #orLate(recording: Promise<void>): Promise<void> {
    const { attempt, journal } = this.#context;
    try {
      await recording;
    } catch (error) {
      if (error instanceof RecordRejected) await journal.record({ type: 'RecordLatePublication', attempt });
      throw error;
    }
  }

  async #recordFailures(failures: ReadonlyMap<PlanKind, Failure>): Promise<void> {
    const { attempt, settings } = this.#context;
    const names = { 'story-plan': settings.fileNames.storyPlan, 'event-plan': settings.fileNames.eventPlan };
    for (const [file, failure] of failures)
      await this.#record({ type: 'FileFailed', attempt, file, name: names[file], failure });
  }

  #record(fact: RecordProgress['fact']): Promise<void> {
    return this.#context.journal.record({ type: 'RecordProgress', fact });
  }

  #tell(happening: HappeningOfAttempt): void {
    const { organisation, night, attempt } = this.#context;
    this.#ports.telemetry.happened({ organisationId: organisation.id, night, attempt, ...happening });
  }
}

const KINDS: readonly PlanKind[] = ['story-plan', 'event-plan'];
