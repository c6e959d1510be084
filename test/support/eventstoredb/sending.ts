import { setTimeout as wait } from 'node:timers/promises';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { type Context, endBy } from './context.ts';
import type { Fault } from './faults.ts';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Sends one by one, as fast as the client takes it, up to where a fault lets it. */
export class Sending {
  readonly #context: Context;
  readonly #call: ReadCall;
  readonly #fault: Fault | undefined;
  #events = 0;
  #gone = false;
  #wake: () => void = () => undefined;

  constructor(context: Context, call: ReadCall, fault: Fault | undefined) {
    this.#context = context;
    this.#call = call;
    this.#fault = fault;
    const ended = (): void => {
      this.#gone = true;
      this.#wake();
    };
    call.on('cancelled', ended).on('close', ended).on('error', ended);
    call.on('drain', () => this.#wake());
  }

  /** Whether the client hung up, or the connection did. */
  get gone(): boolean {
    return this.#gone;
  }

  async begin(): Promise<void> {
    if (this.#fault?.kind === 'slow') await wait(this.#fault.ms, undefined, { ref: false });
    if (this.#fault !== undefined && this.#endsAfter() === undefined) await this.#end(this.#fault);
  }

  async event(event: ReadResp): Promise<void> {
    if (this.#fault !== undefined && this.#endsAfter() === this.#events) await this.#end(this.#fault);
    this.#events += 1;
    await this.other(event);
  }

  async other(message: ReadResp): Promise<void> {
    if (this.#gone) return;
    this.#call.write(message);
    while (!this.#gone && this.#call.writableNeedDrain) await this.woken();
  }

  /** Until the client takes more, hangs up, or `wake` is called. */
  woken(): Promise<void> {
    return this.#gone
      ? Promise.resolve()
      : new Promise((resolve) => {
          this.#wake = resolve;
        });
  }

  wake(): void {
    this.#wake();
  }

  /** What was to be read is out; a fault that was to come later comes now. */
  async finish(): Promise<void> {
    if (this.#fault !== undefined && this.#endsAfter() !== Number.POSITIVE_INFINITY) await this.#end(this.#fault);
    this.#call.end();
  }

  /** After how many events the fault ends the call; undefined for before anything, infinity for never. */
  #endsAfter(): number | undefined {
    const fault = this.#fault;
    if (fault === undefined || fault.kind === 'slow' || fault.kind === 'duplicates') return Number.POSITIVE_INFINITY;
    return 'after' in fault ? fault.after : undefined;
  }

  #end(fault: Fault): Promise<never> {
    return endBy(this.#context.front, fault, this.#call.getPeer());
  }
}
