/** What has changed in the directory since everyone was last told. Pure. */
export interface Changed {
  /** Who is here, as before or anew, and is to be told of. */
  readonly here: readonly string[];
  /** Who has left, with the name that they had. */
  readonly gone: ReadonlyMap<string, string>;
  /** Who has left and come back meanwhile: first gone, then here. */
  readonly back: readonly string[];
}

export class Changes {
  #here = new Set<string>();
  #gone = new Map<string, string>();

  /** Somebody is here whom the others know otherwise, or not at all. */
  add(id: string): void {
    this.#here.add(id);
  }

  /** Somebody has left. */
  remove(id: string, name: string): void {
    this.#here.delete(id);
    this.#gone.set(id, name);
  }

  /** Whether there is something to be told of this person. */
  has(id: string): boolean {
    return this.#here.has(id);
  }

  get any(): boolean {
    return this.#here.size > 0 || this.#gone.size > 0;
  }

  /** All of it; nothing is left to be told. */
  take(): Changed {
    const [here, gone] = [[...this.#here], this.#gone];
    this.#here = new Set();
    this.#gone = new Map();
    return { here: here.filter((id) => !gone.has(id)), gone, back: here.filter((id) => gone.has(id)) };
  }
}
