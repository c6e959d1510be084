/**
 * Organisations whose moment has come, each in the line of its host. Hosts with room take turns, so that a long line at
 * one of them holds up nobody at another. However long the lines are, each step costs the same.
 */
export class WaitingLines {
  readonly #placesAtOneHost: number;
  readonly #lines = new Map<string, Set<string>>();
  readonly #hostOf = new Map<string, string>();
  readonly #taken = new Map<string, number>();
  /** Hosts with a line and with room, in the order of their turns. */
  readonly #open = new Set<string>();

  constructor(placesAtOneHost: number) {
    this.#placesAtOneHost = placesAtOneHost;
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
    for (const host of this.#open)
      for (const organisationId of this.#lines.get(host) ?? []) {
        this.#taken.set(host, this.#takenAt(host) + 1);
        // Behind all others that are open, if it stays open at all.
        this.#open.delete(host);
        this.#remove(organisationId, host);
        this.#openIfRoom(host);
        return { organisationId, host };
      }
    return undefined;
  }

  leave(host: string): void {
    const left = this.#takenAt(host) - 1;
    if (left > 0) this.#taken.set(host, left);
    else this.#taken.delete(host);
    this.#openIfRoom(host);
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
