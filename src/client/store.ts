/** A value that tells when it changes. */
export class Store<T extends object> {
  #value: T;
  readonly #subscribers = new Set<(value: T) => void>();

  constructor(initial: T) {
    this.#value = initial;
  }

  get value(): T {
    return this.#value;
  }

  /** Replace some fields; subscribers are called at once, in the order in which they came. */
  set(change: Partial<T>): void {
    this.#value = { ...this.#value, ...change };
    for (const subscriber of this.#subscribers) subscriber(this.#value);
  }

  /** Be called on every change, until the returned function is called. */
  subscribe(subscriber: (value: T) => void): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }
}
