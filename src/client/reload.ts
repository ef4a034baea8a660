/** When to load the page anew because the server serves another version. */
import type { AppState } from "./state.ts";

const KEY = "earshot-reloaded";

/** What speaks for and against. */
export interface ReloadQuestion {
  /** The version of this page, and the one that the server says it serves; absent before it did. */
  own: string;
  served: string | undefined;
  /** The version for which this tab was last reloaded: once must do, or a cache in between would make it spin. */
  tried: string | undefined;
  inCall: boolean;
  typing: boolean;
}

/** Only where nothing is lost by it: never in a call, nor over what somebody is typing. */
export function shouldReload({ own, served, tried, inCall, typing }: ReloadQuestion): boolean {
  return served !== undefined && served !== own && served !== tried && !inCall && !typing;
}

/** A call is on, or files are on their way: no time to reload, or to be taken over by another tab. */
export function isBusy({ call, transfers }: Pick<AppState, "call" | "transfers">): boolean {
  return call.phase !== "idle" || [...transfers.values()].some(({ phase }) => phase !== "over");
}

/** The version for which this tab was last reloaded, where the browser allows to remember that. */
export function lastTried(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Load the page anew, and remember for which version. False if that cannot be. */
export function reloadFor(version: string): boolean {
  try {
    sessionStorage.setItem(KEY, version);
  } catch {
    // A browser that forbids storage must not reload: it might never stop.
    return false;
  }
  location.reload();
  return true;
}

export interface ReloaderOptions {
  /** The version of this page. */
  own: string;
  inCall(): boolean;
  typing(): boolean;
  /** Make the new version ready to be loaded; takes as long as that takes, and never rejects. */
  renew(): Promise<void>;
}

/** Loads the page anew once that is due, and not a moment after it has ceased to be. */
export class Reloader {
  readonly #options: ReloaderOptions;
  #served: string | undefined;
  #renewing = false;
  #otherwise: (() => void) | undefined;

  constructor(options: ReloaderOptions) {
    this.#options = options;
  }

  /** The server says what it serves. `otherwise` goes on with this page, at once or as soon as it has turned out that it stays. */
  served(version: string, otherwise: () => void): void {
    this.#served = version;
    this.#otherwise = otherwise;
    this.again();
    if (!this.#renewing) this.#goOn();
  }

  /** What stood in the way may be gone: a call, or words half typed. */
  again(): void {
    if (this.#renewing || !this.#due) return;
    void this.#renew();
  }

  async #renew(): Promise<void> {
    this.#renewing = true;
    await this.#options.renew();
    this.#renewing = false;
    // Somebody may have begun to type or to call meanwhile.
    if (this.#served === undefined || !this.#due || !reloadFor(this.#served)) this.#goOn();
  }

  get #due(): boolean {
    const { own, inCall, typing } = this.#options;
    return shouldReload({ own, served: this.#served, tried: lastTried(), inCall: inCall(), typing: typing() });
  }

  #goOn(): void {
    const otherwise = this.#otherwise;
    this.#otherwise = undefined;
    otherwise?.();
  }
}
