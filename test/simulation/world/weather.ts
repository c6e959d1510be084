import type { Random } from '../engine/random.ts';
import { FAULT_NAMES, FAULTS, type Fault } from './faults.ts';

/**
 * Which faults there are in a simulation, and when one strikes. Each seed leaves some out and has more of others:
 * what every fault hides when all come together is seen where it comes alone.
 */
export class Weather {
  readonly #random: Random;
  readonly #rates: ReadonlyMap<Fault, number>;
  readonly #struck: (fault: Fault) => void;
  isQuiet = false;

  constructor(random: Random, struck: (fault: Fault) => void) {
    this.#random = random.fork('strikes');
    this.#struck = struck;
    const climate = random.fork('climate');
    const rates = FAULT_NAMES.map((fault): [Fault, number] => {
      const rate = climate.chance(0.35) ? 0 : (climate.chance(0.15) ? 4 : 1) / FAULTS[fault];
      return [fault, rate];
    });
    this.#rates = new Map(rates);
  }

  /** The one of these faults that strikes at this opportunity, if any. */
  strike<Of extends Fault>(faults: readonly Of[]): Of | undefined {
    let left = this.#random.next();
    if (this.isQuiet) return undefined;
    for (const fault of faults) {
      left -= this.#rates.get(fault) ?? 0;
      if (left >= 0) continue;
      this.#struck(fault);
      return fault;
    }
    return undefined;
  }

  get chance(): Random {
    return this.#random;
  }
}
