/** When to load the page anew because the server serves another version. */
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

/** The version for which this tab was last reloaded, where the browser allows to remember that. */
export function lastTried(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Load the page anew, and remember for which version. False if that cannot be. */
export function reloadFor(version: string, reload = () => location.reload()): boolean {
  try {
    sessionStorage.setItem(KEY, version);
  } catch {
    // A browser that forbids storage must not reload: it might never stop.
    return false;
  }
  reload();
  return true;
}
