import type { ConfiguringOutcome, SaveRequest } from '../../../src/application/configuring-backup/requests.ts';
import type { PlanningBackup } from '../../../src/application/planning-backup.ts';
import { Secret } from '../../../src/application/secret.ts';
import type { ConfidentialRecords } from '../../../src/domain/backup-configuration/settings.ts';
import type { HostIdentity } from '../../../src/domain/destination/host-identity.ts';
import type { Random } from '../engine/random.ts';
import type { Machine } from '../process/machine.ts';
import { destinationAt, type Newsroom } from './newsroom.ts';
import type { SimulatedServer } from './server.ts';
import type { World } from './world.ts';

/** What an administrator has in mind for the form. */
export interface Wish {
  readonly server: SimulatedServer;
  readonly directory: string;
  readonly confidentialRecords: ConfidentialRecords;
}

/** The administrators of one newsroom, who use the page of whichever machine answers. */
export class People {
  readonly newsroom: Newsroom;
  readonly #world: World;
  readonly #machines: readonly Machine[];
  readonly #random: Random;
  /** What they last filled in. */
  wish: Wish;
  #requests = 0;

  constructor(newsroom: Newsroom, world: World, machines: readonly Machine[], random: Random) {
    this.newsroom = newsroom;
    this.#world = world;
    this.#machines = machines;
    this.#random = random;
    this.wish = { server: this.#server(0), directory: '/plans', confidentialRecords: 'include' };
  }

  /** What came of it is told if an answer ever comes; undefined where no machine answers at all. */
  ask(act: (backup: PlanningBackup) => Promise<unknown>, answered: (answer: unknown) => void = () => undefined): void {
    const up = this.#machines.filter(({ backup }) => backup !== undefined);
    const backup = up.length === 0 ? undefined : this.#random.pick(up).backup;
    if (backup === undefined) {
      answered(undefined);
      return;
    }
    act(backup).then(answered, (error: unknown) => {
      this.#world.onFault(error);
      answered(undefined);
    });
  }

  /** Tries until it is as they wish: every few minutes, for as long as a person would. */
  insist(act: (backup: PlanningBackup) => Promise<ConfiguringOutcome>, tries = 12): void {
    let isDone = false;
    this.ask(act, (answer) => {
      isDone = isOutcome(answer) && answer.outcome !== 'unavailable';
    });
    if (tries > 1) this.#world.scheduler.in(300_000, () => isDone || this.insist(act, tries - 1));
  }

  /** The form as it is wished for, with the password entered anew where that is said. */
  form(withPassword: boolean, identity: HostIdentity | null = this.wish.server.trueIdentity): SaveRequest {
    const { server, directory, confidentialRecords } = this.wish;
    const { password } = server;
    const { user, renameOver } = server.options;
    if (withPassword) this.#world.witness.secrets.entered(password, { server, user, identity });
    return {
      ...this.by(),
      destination: destinationAt(server, directory),
      user,
      credential: withPassword ? { method: 'password', password: new Secret(password) } : null,
      trustedIdentity: identity,
      replacement: renameOver === 'refused' ? 'delete-then-rename' : 'atomic',
      confidentialRecords,
      filePrefix: null,
    };
  }

  by(actorId = this.newsroom.administrators[0]?.id ?? 'nobody') {
    this.#requests += 1;
    const requestId = `request-${this.#requests}`;
    return { organisationId: this.newsroom.id, actorId, requestId, expectedVersion: null };
  }

  /** Saves what is wished for, with the password: sets up, moves, or mends what a server's owners changed. */
  save(): void {
    const { server } = this.wish;
    this.insist((backup) => backup.configuring.save(this.form(true, server.identity)));
  }

  /** The form as it is wished for, but at a server that no password was ever entered for. */
  lureAway(): void {
    const { id } = this.newsroom;
    const { server, directory } = this.wish;
    const destination = destinationAt(server, directory, `andere.${id}.example`);
    this.ask(
      ({ configuring }) => configuring.save({ ...this.form(false), destination }),
      (answer) => this.#world.witness.luredAway(id, isOutcome(answer) && answer.outcome === 'changed'),
    );
  }

  #server(index: number): SimulatedServer {
    const server = this.newsroom.servers[index];
    if (server === undefined) throw new Error('a newsroom has its servers');
    return server;
  }
}

const isOutcome = (answer: unknown): answer is ConfiguringOutcome =>
  typeof answer === 'object' && answer !== null && 'outcome' in answer;
