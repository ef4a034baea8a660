/** Ticks the addresses by which a device has come in, and notices when none does. */
import { isLoopback, plainAddress, urls } from "../network/addresses.ts";

/** How long after the start it is silent about the silence, in milliseconds. */
export const PATIENCE = 60_000;

interface Options {
  readonly port: number;
  /** All addresses of this computer at this moment: whatever comes from one of them is no device. Undefined if nobody knows. */
  own(): ReadonlySet<string> | undefined;
  say(line: string): void;
  /** What to say, line by line, if nobody has come in after `PATIENCE`. */
  silence(): readonly string[];
}

export class Arrivals {
  readonly #options: Options;
  readonly #ticked = new Set<string>();
  readonly #timer: NodeJS.Timeout;

  /** The time runs from here; it keeps no process alive. */
  constructor(options: Options) {
    this.#options = options;
    this.#timer = setTimeout(() => options.silence().forEach((line) => options.say(line)), PATIENCE).unref();
  }

  /** A connection has been made, between a socket's `localAddress` and `remoteAddress`; absent if it is gone already. */
  connected(localAddress: string | undefined, remoteAddress: string | undefined): void {
    if (localAddress === undefined || remoteAddress === undefined) return;
    const [address, from] = [plainAddress(localAddress), plainAddress(remoteAddress)];
    if (this.#ticked.has(address) || isLoopback(from) || (this.#options.own()?.has(from) ?? true)) return;
    clearTimeout(this.#timer);
    this.#ticked.add(address);
    this.#options.say(`✓ ${urls([{ address }], this.#options.port)[0]!} works: a device has come in.`);
  }

  /** Nothing is said of silence from now on. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
