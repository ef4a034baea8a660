/** Chromium processes for tests: one that is shared by all files of a run, and others with flags or folders of their own. */
import { type Browser, chromium } from "playwright-core";
import { BROWSER_FLAGS } from "../../scripts/browser.mjs";

export interface LaunchOptions {
  /** Starts the whole Chromium instead of the headless shell: for notifications, installation and certificate stores. */
  whole?: boolean;
  /** A program that starts the browser in another place, such as a network namespace. */
  wrapper?: string;
  /** The home folder, in which Chromium keeps the authorities that it trusts. */
  home?: string;
}

/** Starts a browser of its own. The caller closes it. */
export async function launch(
  flags: string[] = [],
  { whole = false, wrapper, home }: LaunchOptions = {},
): Promise<Browser> {
  const env = home === undefined ? process.env : { ...process.env, HOME: home };
  return chromium.launch({
    executablePath: wrapper ?? browserPath({ whole }),
    args: [...BROWSER_FLAGS, ...flags],
    env,
  });
}

/**
 * The path of the headless shell, which takes about half the time of the whole Chromium, or of the latter.
 * @throws {Error} the environment names neither
 */
export function browserPath({ whole = false } = {}): string {
  const path = (whole ? undefined : process.env["CHROME_SHELL_PATH"]) || process.env["CHROME_PATH"];
  if (!path) throw new Error("No browser: set CHROME_PATH to a Chromium, Chrome or Edge");
  return path;
}

/** All files of a run share one worker process, but each file gets modules of its own: browsers are kept beside them. */
const kept = globalThis as { earshotBrowsers?: Map<boolean, Promise<Browser>> };

/** The browser that all files of this run share; ends with the process. A person is a context in it. */
export async function sharedBrowser({ whole = false } = {}): Promise<Browser> {
  const all = (kept.earshotBrowsers ??= new Map());
  const browser = await all.get(whole);
  // It may have crashed in an earlier test, which has failed for that.
  if (browser?.isConnected()) return browser;
  const started = launch([], { whole });
  all.set(whole, started);
  return started;
}
