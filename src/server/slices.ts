/** Doing something for many without holding everything else up. */

/** How long one slice may take, in milliseconds; then whatever waits has its turn. */
const SLICE = 5;
/** How many are served between looks at the clock. */
const STEP = 16;

export interface Turns {
  /** Do this soon, after what else is waiting. */
  later(act: () => void): void;
  /** In milliseconds. */
  now(): number;
}

/** Node's own: what has come from the network is read in between. */
export const turns: Turns = { later: (act) => void setImmediate(act), now: () => performance.now() };

/** `act` for each item, the first ones at once; then `done`. Items may come and go meanwhile, as a Set's or Map's iterator allows. */
export function inSlices<T>(items: Iterable<T>, act: (item: T) => void, done: () => void, { later, now }: Turns): void {
  const iterator = items[Symbol.iterator]();
  const slice = (): void => {
    const until = now() + SLICE;
    do {
      for (let n = 0; n < STEP; n++) {
        const next = iterator.next();
        if (next.done) return done();
        act(next.value);
      }
    } while (now() < until);
    later(slice);
  };
  slice();
}
