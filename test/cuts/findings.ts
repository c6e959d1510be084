import type { Cut } from './faults.ts';
import { NOTHING_SEEN, type Sightings, together } from './sightings.ts';
import type { Site } from './site.ts';

/** What was found at one server by one kind of trouble. */
export interface Findings {
  readonly server: string;
  readonly replacement: string;
  readonly trouble: string;
  /** How often trouble was made, and how often it met a session: some cuts lie behind a night's last byte. */
  readonly tries: number;
  readonly struck: number;
  /** The nights that met it, by their outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly seen: Sightings;
  /** How often a name's beginning was left, of which {@link Site.sweepBeginnings} tells. */
  readonly beginnings: number;
  /** What broke a law, each with what led to it. */
  readonly faults: readonly string[];
  readonly seconds: number;
}

export class Finding {
  readonly #of: Pick<Findings, 'server' | 'replacement' | 'trouble'>;
  readonly #began = performance.now();
  readonly #outcomes: Record<string, number> = {};
  readonly #faults: string[] = [];
  #seen = NOTHING_SEEN;
  #tries = 0;
  #struck = 0;
  #beginnings = 0;

  constructor(of: Pick<Findings, 'server' | 'replacement' | 'trouble'>) {
    this.#of = of;
  }

  ended(outcome: string, strikes: number): void {
    this.#tries += 1;
    if (strikes > 0) this.#struck += 1;
    this.#outcomes[outcome] = (this.#outcomes[outcome] ?? 0) + 1;
  }

  saw(seen: Sightings): void {
    this.#seen = together(this.#seen, seen);
  }

  left(names: readonly string[]): void {
    this.#beginnings += names.length;
  }

  failed(what: string, faults: readonly string[]): void {
    this.#faults.push(...faults.map((fault) => `${what}: ${fault}`));
  }

  done(): Findings {
    return {
      ...this.#of,
      tries: this.#tries,
      struck: this.#struck,
      outcomes: this.#outcomes,
      seen: this.#seen,
      beginnings: this.#beginnings,
      faults: this.#faults,
      seconds: Math.round((performance.now() - this.#began) / 100) / 10,
    };
  }
}

export const newFinding = ({ server, replacement }: Pick<Site, 'server' | 'replacement'>, trouble: string): Finding =>
  new Finding({ server: server.name, replacement, trouble });

export const cutSaid = ({ at, fault, strikes, breaks }: Cut): string =>
  `${typeof fault === 'string' ? fault : 'killed'} of the ${breaks} ${strikes}, ${at.channel} ${at.direction} after ${at.after}`;
