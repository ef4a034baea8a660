/**
 * Watches whether this browser trusts the laptop, says so on the page that is served without TLS, and goes on to
 * Earshot as soon as it does.
 */
import { platformOf } from "../device.ts";
import type { ScriptWords } from "../words/english.ts";
import { showClock } from "./clock.ts";
import { destination, type Finding, judge, type Way } from "./decide.ts";

/** All in milliseconds. */
const EVERY = 2_000;
/** A phone takes long to say that a name is not there. */
const NAME_WITHIN = 1_500;
const ANSWER_WITHIN = 4_000;
/** How long the good news is shown. */
const GOOD_NEWS = 1_000;

/** The browser around the page. */
export interface Surroundings {
  readonly navigator: Pick<Navigator, "userAgent" | "maxTouchPoints">;
  /** What the device's clock says, in milliseconds since 1970. */
  now(): number;
  /** Whether anything answers at this URL within `timeout` milliseconds: see probe.ts. */
  answers(url: string, timeout: number, method?: string): Promise<boolean>;
  /** Leave the page for this URL, without an entry in the history. */
  go(url: string): void;
}

/** Begin to watch, until the page is left. `page` is the document that page.ts has written. */
export function watchTrust(page: Document, { navigator, now, answers, go }: Surroundings): void {
  const { dataset } = page.documentElement;
  const view = page.defaultView!;
  const status = page.querySelector(".status")!;
  const { host = "", names = "" } = dataset;
  /** The server has put them there, in the language of the page. */
  const words = JSON.parse(dataset["words"] ?? "{}") as ScriptWords;
  /** The ways to the laptop, best first: by names that stay while addresses change, if they are known here. */
  const origins: Promise<readonly string[]> = findOrigins();
  let shown: Finding | undefined;
  let looking = false;

  show("checking");
  guessAgain();
  showClock(page, words, now());
  void look();
  view.setInterval(() => void look(), EVERY);
  // Whoever comes back from the settings is not to wait.
  page.addEventListener("visibilitychange", () => void look());
  for (const event of ["focus", "pageshow"]) view.addEventListener(event, () => void look());

  async function findOrigins(): Promise<readonly string[]> {
    const others = names.split(" ").filter((name) => name !== "" && name !== host);
    const known = await Promise.all(others.map((name) => answers(`http://${name}/`, NAME_WITHIN, "HEAD")));
    return [...others.filter((_, index) => known[index]), host].map((way) => `https://${way}`);
  }

  async function look(): Promise<void> {
    if (looking || page.hidden || shown === "trusted") return;
    looking = true;
    showClock(page, words, now());
    const ways = await Promise.all((await origins).map(tryOut));
    const there = destination(ways);
    const finding = judge(ways, there !== undefined || (await answers("/", ANSWER_WITHIN, "HEAD")));
    const first = shown === undefined;
    shown = finding;
    looking = false;
    if (there === undefined) {
      show(finding);
      lead(ways[0]?.origin);
    } else if (first) {
      go(there);
    } else {
      show(finding);
      view.setTimeout(() => go(there), GOOD_NEWS);
    }
  }

  async function tryOut(origin: string): Promise<Way> {
    return { origin, trusted: await answers(`${origin}/ready.txt`, ANSWER_WITHIN) };
  }

  function show(state: Finding | "checking"): void {
    if (dataset["state"] === state) return;
    dataset["state"] = state;
    status.textContent = words[state];
  }

  /** Let the links that open Earshot lead to the best way. */
  function lead(origin: string | undefined): void {
    for (const link of page.querySelectorAll<HTMLAnchorElement>("a[data-open]"))
      if (origin !== undefined) link.href = `${origin}/`;
  }

  /** The server could not see the touch screen of an iPad that says it is a Mac. */
  function guessAgain(): void {
    const platform = platformOf(navigator.userAgent, navigator.maxTouchPoints);
    for (const list of page.querySelectorAll(".devices")) {
      const right = list.querySelector<HTMLDetailsElement>(`[data-platform="${platform}"]`);
      if (!right || right.open) continue;
      list.querySelector("[open]")?.removeAttribute("open");
      right.open = true;
      list.prepend(right);
    }
  }
}
