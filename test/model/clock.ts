/** Time that passes as fast as it can be computed: what is due next happens next; at one moment, in the order of asking. */
interface Alarm {
  readonly at: number;
  readonly order: number;
  act: (() => void) | undefined;
}

export class Clock {
  now = 0;
  #order = 0;
  readonly #heap: Alarm[] = [];

  /** Do something `ms` from now; returns what calls that off. */
  after(ms: number, act: () => void): () => void {
    const alarm: Alarm = { at: this.now + ms, order: this.#order++, act };
    this.#push(alarm);
    return () => (alarm.act = undefined);
  }

  /** Let time pass until `end`, or until nothing is left to do. */
  runUntil(end: number): void {
    for (let alarm = this.#heap[0]; alarm && alarm.at <= end; alarm = this.#heap[0]) {
      this.#pop();
      this.now = alarm.at;
      alarm.act?.();
    }
    this.now = end;
  }

  #push(alarm: Alarm): void {
    const heap = this.#heap;
    let index = heap.push(alarm) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!earlier(alarm, heap[parent] as Alarm)) break;
      heap[index] = heap[parent] as Alarm;
      index = parent;
    }
    heap[index] = alarm;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop() as Alarm;
    if (heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && earlier(heap[child + 1] as Alarm, heap[child] as Alarm)) child++;
      if (!earlier(heap[child] as Alarm, last)) break;
      heap[index] = heap[child] as Alarm;
      index = child;
    }
    heap[index] = last;
  }
}

function earlier(a: Alarm, b: Alarm): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
