/** Organisations by the moment in which something is due for them; a binary heap, so that each costs log n. */
export class DueQueue {
  readonly #heap: { readonly organisationId: string; readonly at: number }[] = [];
  /** The moment that counts for each; an entry of the heap with another one is stale and passed over. */
  readonly #current = new Map<string, number>();

  get size(): number {
    return this.#current.size;
  }

  /** Milliseconds since 1970; takes the place of the organisation's earlier moment. */
  set(organisationId: string, at: number): void {
    this.#current.set(organisationId, at);
    this.#heap.push({ organisationId, at });
    this.#rise(this.#heap.length - 1);
  }

  /** The earliest moment, or undefined if nothing is to come. */
  next(): number | undefined {
    this.#dropStale();
    return this.#heap[0]?.at;
  }

  /** Takes out the organisation with the earliest moment, if that is not after `now`. */
  take(now: number): string | undefined {
    this.#dropStale();
    const first = this.#heap[0];
    if (first === undefined || first.at > now) return undefined;
    this.#pop();
    this.#current.delete(first.organisationId);
    return first.organisationId;
  }

  #dropStale(): void {
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (this.#current.get(first.organisationId) === first.at) return;
      this.#pop();
    }
  }

  #pop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink();
  }

  #rise(from: number): void {
    for (let index = from; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (this.#at(parent) <= this.#at(index)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #sink(): void {
    for (let index = 0; ; ) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const child = this.#at(right) < this.#at(left) ? right : left;
      if (this.#at(index) <= this.#at(child)) return;
      this.#swap(index, child);
      index = child;
    }
  }

  #at(index: number): number {
    return this.#heap[index]?.at ?? Number.POSITIVE_INFINITY;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}
