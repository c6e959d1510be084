import type { EventLog } from '../../src/application/ports/event-log.ts';
import type { OldHouse } from '../../src/application/ports/moving-house.ts';

/** Where and how a process ends: at the n-th call of any of its ports, from 1. */
export interface Cut {
  readonly call: number;
  /** Whether what was called did what it does, and only its answer was lost. */
  readonly takesEffect: boolean;
  /** `throws`: that call fails, and the process sees it. `stops`: neither it nor any later call ever returns. */
  readonly how: 'throws' | 'stops';
}

/** What the call that was cut rejects with. */
class CutOff extends Error {
  override readonly name = 'CutOff';
}

const never = (): Promise<never> => new Promise(() => undefined);

/** The ports of one process, each call counted, and cut where that is wanted. */
export class CutPorts {
  readonly #cut: Cut | undefined;
  /** Which ports' methods were called, in order: `eventLog.append`. */
  readonly calls: string[] = [];

  constructor(cut?: Cut) {
    this.#cut = cut;
  }

  /** Every method of these answers with a promise, but for those that give a sequence, whose every step is a call. */
  wrap<Ports extends Readonly<Record<string, object>>>(ports: Ports): Ports {
    const wrapped = Object.entries(ports).map(([name, port]) => [name, this.#wrapPort(name, port)]);
    return Object.fromEntries(wrapped) as Ports;
  }

  #wrapPort(name: string, port: object): object {
    return new Proxy(port, {
      get: (target, property) => {
        const method: unknown = Reflect.get(target, property);
        if (typeof method !== 'function') return method;
        const label = `${name}.${String(property)}`;
        const bound = method.bind(target) as (...args: readonly unknown[]) => unknown;
        return SEQUENCES.has(property)
          ? (...args: readonly unknown[]) => this.#steps(label, bound(...args) as AsyncIterable<unknown>)
          : (...args: readonly unknown[]) => this.#called(label, async () => bound(...args));
      },
    });
  }

  async *#steps(label: string, sequence: AsyncIterable<unknown>): AsyncGenerator<unknown> {
    for await (const step of sequence) yield await this.#called(label, async () => step);
  }

  async #called<Answer>(label: string, work: () => Promise<Answer>): Promise<Answer> {
    this.calls.push(label);
    const cut = this.#cut;
    if (cut === undefined || this.calls.length < cut.call) return work();
    if (this.calls.length > cut.call) return cut.how === 'stops' ? never() : work();
    if (cut.takesEffect) await work();
    if (cut.how === 'stops') return never();
    throw new CutOff(`${label} was cut off`);
  }
}

const SEQUENCES: ReadonlySet<string | symbol> = new Set<keyof EventLog | keyof OldHouse | 'changeIds'>([
  'readAll',
  'subscribe',
  'changeIds',
  'sealedItems',
  'counts',
]);

/** Every cut of a process that makes so many calls. */
export const everyCut = (calls: number): readonly Cut[] =>
  Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) =>
    [true, false].flatMap((takesEffect) => [
      { call, takesEffect, how: 'throws' as const },
      { call, takesEffect, how: 'stops' as const },
    ]),
  );
