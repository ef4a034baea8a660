/** Puts another certificate in place while the server runs: connections that are open go on with the old one. */
import type { Pair } from "./authority.ts";
import type { Wanted } from "./authorities.ts";
import { factsOf, type Log } from "../log.ts";
import type { Certificates } from "./certificates.ts";

export interface RenewalOptions {
  readonly certificates: Certificates;
  wanted(): Wanted;
  /** Serve this one from now on. */
  apply(pair: Pair): void;
  /** Tell the operator, in a line: each once until it is another. */
  say(line: string): void;
  readonly log: Pick<Log, "info" | "warn">;
}

export class Renewal {
  readonly #options: RenewalOptions;
  #last: Promise<void> = Promise.resolve();
  #said = "";

  constructor(options: RenewalOptions) {
    this.#options = options;
  }

  /** See whether another certificate has to be served, one look after the other. Never fails: what is served stays in place then. */
  look(): Promise<void> {
    return (this.#last = this.#last.then(() => this.#look()));
  }

  async #look(): Promise<void> {
    const { certificates, wanted, apply, log } = this.#options;
    try {
      if (!(await certificates.refresh(wanted()))) return;
      apply(certificates.pair);
      log.info("certificate renewed");
      this.#say(certificates.warning ?? "Another certificate is in place now; open connections go on.");
    } catch (error) {
      const isNews = this.#say(`${(error as Error).message} The certificate that was served before stays.`);
      if (isNews) log.warn("certificate not renewed", factsOf(error));
    }
  }

  /** Returns whether that has not been said just before. */
  #say(line: string): boolean {
    const isNews = line !== this.#said;
    if (isNews) this.#options.say(line);
    this.#said = line;
    return isNews;
  }
}
