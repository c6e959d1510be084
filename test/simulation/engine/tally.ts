import { LAWS, type Law } from '../laws/law.ts';
import { FAULT_NAMES, type Fault } from '../world/faults.ts';

/** How often each fault struck, and each law was exercised. */
export interface Counts {
  readonly faults: Readonly<Record<Fault, number>>;
  readonly laws: Readonly<Record<Law, number>>;
}

export class Tally {
  readonly faults = noughts(FAULT_NAMES);
  readonly laws = noughts(LAWS);

  struck(fault: Fault): void {
    this.faults[fault] += 1;
  }

  exercised(law: Law): void {
    this.laws[law] += 1;
  }

  add({ faults, laws }: Counts): void {
    for (const fault of FAULT_NAMES) this.faults[fault] += faults[fault];
    for (const law of LAWS) this.laws[law] += laws[law];
  }
}

const noughts = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
