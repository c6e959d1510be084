import type { Channel, Cut, Direction, Passed } from './faults.ts';
import type { Link } from './link.ts';

interface Told {
  passed(piece: Passed): void;
  struck(): void;
}

/** One control connection and the data connections that belong to it: what has passed, and where it is cut. */
export class ProxiedSession {
  readonly #cut: Cut | undefined;
  readonly #told: Told;
  readonly #links = new Set<Link>();
  readonly #counts = new Map<string, number>();
  #hasStruck = false;

  constructor(cut: Cut | undefined, told: Told) {
    this.#cut = cut;
    this.#told = told;
  }

  /** What is broken already is broken for a connection that comes now, too. */
  join(link: Link): void {
    this.#links.add(link);
    const { at, breaks, fault } = this.#cut ?? {};
    if (this.#hasStruck && breaks === 'session' && typeof fault === 'string') link.strike(fault, 'up');
    else if (at?.channel === link.channel && at.after === 0) this.strike(link);
  }

  leave(link: Link): void {
    this.#links.delete(link);
  }

  /** How many of so many bytes that come now may pass before the cut. */
  mayPass(channel: Channel, direction: Direction, length: number): number {
    const at = this.#cut?.at;
    if (this.#hasStruck || at?.channel !== channel || at.direction !== direction) return length;
    return Math.min(at.after - this.#count(channel, direction), length);
  }

  passed(channel: Channel, direction: Direction, length: number): void {
    const start = this.#count(channel, direction);
    this.#counts.set(`${channel} ${direction}`, start + length);
    this.#told.passed({ channel, direction, start, length });
  }

  /** Whether the cut is here and now. */
  isReached(channel: Channel, direction: Direction): boolean {
    const at = this.#cut?.at;
    if (this.#hasStruck || at?.channel !== channel || at.direction !== direction) return false;
    return this.#count(channel, direction) >= at.after;
  }

  strike(link: Link): void {
    if (this.#cut === undefined || this.#hasStruck) return;
    const { at, breaks, fault } = this.#cut;
    this.#hasStruck = true;
    this.#told.struck();
    if (typeof fault !== 'string') fault();
    else for (const broken of breaks === 'session' ? [...this.#links] : [link]) broken.strike(fault, at.direction);
  }

  #count(channel: Channel, direction: Direction): number {
    return this.#counts.get(`${channel} ${direction}`) ?? 0;
  }
}
