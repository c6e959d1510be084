import { hourOf } from '../hour.ts';
import type { AttemptLimits } from '../ports/attempt-limits.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { ConnectionTestRefusal, ConnectionTestRequest } from './results.ts';

/** Tests an hour. An administrator who sets a backup up needs a dozen. */
const MOST_BY_ADMINISTRATOR = 30;
const MOST_BY_ORGANISATION = 60;
const MOST_AT_SERVER = 120;

/** Servers lock accounts after so many refused logins, and fail2ban bans us after so many. */
const MOST_REFUSED_LOGINS = 5;

type Tested = Pick<ConnectionTestRequest, 'organisationId' | 'actorId' | 'destination' | 'user'>;

/** Limits that all instances share, so that no form serves to scan networks, guess passwords or lock accounts. */
export class TestLimits {
  readonly #limits: AttemptLimits;
  readonly #clock: ScheduleClock;

  constructor(ports: { attemptLimits: AttemptLimits; clock: ScheduleClock }) {
    this.#limits = ports.attemptLimits;
    this.#clock = ports.clock;
  }

  /** Counts one more test, and says whether it may be made. */
  async admit({ organisationId, actorId, destination }: Tested): Promise<ConnectionTestRefusal | undefined> {
    const limits: readonly [string, number][] = [
      [JSON.stringify(['test-by', organisationId, actorId]), MOST_BY_ADMINISTRATOR],
      [JSON.stringify(['test-of', organisationId]), MOST_BY_ORGANISATION],
      [JSON.stringify(['test-at', destination.host, destination.port]), MOST_AT_SERVER],
    ];
    for (const [key, most] of limits)
      if ((await this.#limits.count(key, this.#hour())) > most) return { reason: 'TooManyTests' };
    return undefined;
  }

  /**
   * Claims one of the logins that may be refused, before it is tried: a try counts as refused until
   * {@link notRefused} says otherwise, so that instances at the same moment share the same few.
   */
  async admitLogin(tested: Tested): Promise<ConnectionTestRefusal | undefined> {
    const { tried, spared } = loginKeys(tested);
    const tries = await this.#limits.count(tried, this.#hour());
    if (tries - (await this.#limits.counted(spared, this.#hour())) <= MOST_REFUSED_LOGINS) return undefined;
    await this.notRefused(tested);
    return { reason: 'TooManyRefusedLogins' };
  }

  async notRefused(tested: Tested): Promise<void> {
    await this.#limits.count(loginKeys(tested).spared, this.#hour());
  }

  #hour(): string {
    return hourOf(this.#clock.now());
  }
}

const loginKeys = ({ destination, user }: Tested): { tried: string; spared: string } => {
  const target = [destination.host, destination.port, user];
  return { tried: JSON.stringify(['login-tried', ...target]), spared: JSON.stringify(['login-spared', ...target]) };
};
