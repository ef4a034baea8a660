/** Notices when this computer's addresses change: another Wi-Fi, a new lease. Systems tell of it in as many ways as there are systems. */
import type { LanAddress } from "./addresses.ts";

type Addresses = readonly LanAddress[];

export interface Watch {
  /** The addresses at this moment. */
  read(): Addresses | Promise<Addresses>;
  /** What is known already; whatever differs from it counts as a change. */
  readonly known: Addresses;
  /** Some have come or gone, or another one is the best. */
  changed(now: Addresses, before: Addresses): void;
  /** They cannot be read, in a sentence; said once until they can again. */
  failed(line: string): void;
  /** Milliseconds from one look to the next. */
  readonly every?: number;
}

/** Look again and again until the function that is returned is called; keeps no process alive. */
export function watchAddresses({ read, known, changed, failed, every = 2000 }: Watch): () => void {
  let before = known;
  let [stopped, failing] = [false, false];
  let timer: NodeJS.Timeout;

  const look = async () => {
    let now: Addresses;
    try {
      now = await read();
      failing = false;
    } catch (error) {
      if (!failing && !stopped) failed(`This computer's addresses cannot be read: ${(error as Error).message}.`);
      failing = true;
      return;
    }
    if (stopped || sameAddresses(now, before)) return;
    const last = before;
    before = now;
    changed(now, last);
  };
  // The next look waits for this one.
  const next = () => {
    timer = setTimeout(() => void look().finally(() => stopped || next()), every).unref();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Whether both lists hold the same addresses on the same interfaces, the best first in both: a route may come after its address. */
export function sameAddresses(a: Addresses, b: Addresses): boolean {
  const spell = (list: Addresses) => list.map((each) => `${each.address} ${each.interface}`).join();
  return spell(a) === spell(b);
}
