/** Of those who wait longest, each of so many may be next. A prime: of the hash that chooses, all bits count. */
const NEAR_THE_FRONT = 251;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Organisations whose moment has come, each in the line of its host. Hosts with room take turns, so that a long line at
 * one of them holds up nobody at another. However long the lines are, each step costs the same. Which of those near the front
 * is next, each worker chooses otherwise: if all went by the same order, they would meet at each night, and together do no
 * more than one.
 */
export class WaitingLines {
  readonly #placesAtOneHost: number;
  readonly #choose: (length: number) => number;
  readonly #lines = new Map<string, Set<string>>();
  readonly #hostOf = new Map<string, string>();
  readonly #taken = new Map<string, number>();
  /** Hosts with a line and with room, in the order of their turns. */
  readonly #open = new Set<string>();

  /** @param choose which of so many is next, counted from 0 */
  constructor(placesAtOneHost: number, choose: (length: number) => number) {
    this.#placesAtOneHost = placesAtOneHost;
    this.#choose = choose;
  }

  /** To the end of the host's line. Who waits there already keeps the place; who waited at another host leaves it. */
  add(organisationId: string, host: string): void {
    const before = this.#hostOf.get(organisationId);
    if (before === host) return;
    if (before !== undefined) this.#remove(organisationId, before);
    this.#hostOf.set(organisationId, host);
    const line = this.#lines.get(host);
    if (line === undefined) this.#lines.set(host, new Set([organisationId]));
    else line.add(organisationId);
    this.#openIfRoom(host);
  }

  /** The next one, who takes a place at the host until {@link WaitingLines.leave}; undefined if nobody has room. */
  take(): { readonly organisationId: string; readonly host: string } | undefined {
    const host = this.#chosen(this.#open);
    const organisationId = host === undefined ? undefined : this.#chosen(this.#lines.get(host) ?? NOBODY);
    if (host === undefined || organisationId === undefined) return undefined;
    this.#taken.set(host, this.#takenAt(host) + 1);
    // Behind all others that are open, if it stays open at all.
    this.#open.delete(host);
    this.#remove(organisationId, host);
    this.#openIfRoom(host);
    return { organisationId, host };
  }

  leave(host: string): void {
    const left = this.#takenAt(host) - 1;
    if (left > 0) this.#taken.set(host, left);
    else this.#taken.delete(host);
    this.#openIfRoom(host);
  }

  /** Undefined of none. */
  #chosen(waiting: ReadonlySet<string>): string | undefined {
    const place = waiting.size < 2 ? 0 : this.#choose(Math.min(waiting.size, NEAR_THE_FRONT));
    let passed = 0;
    for (const one of waiting) {
      if (passed === place) return one;
      passed += 1;
    }
    return undefined;
  }

  #takenAt(host: string): number {
    return this.#taken.get(host) ?? 0;
  }

  #remove(organisationId: string, host: string): void {
    this.#hostOf.delete(organisationId);
    const line = this.#lines.get(host);
    line?.delete(organisationId);
    if (line?.size !== 0) return;
    this.#lines.delete(host);
    this.#open.delete(host);
  }

  #openIfRoom(host: string): void {
    if (this.#lines.has(host) && this.#takenAt(host) < this.#placesAtOneHost) this.#open.add(host);
  }
}
