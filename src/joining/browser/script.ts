/** The script of the page that is served without TLS: it goes on to Earshot as soon as this browser trusts the laptop. */
import { platformOf } from "../device.ts";
import { showClock } from "./clock.ts";
import type { ScriptWords } from "../words/english.ts";
import { destination, type Finding, judge, type Way } from "./decide.ts";
import { answers } from "./probe.ts";

/** All in milliseconds. */
const EVERY = 2_000;
/** A phone takes long to say that a name is not there. */
const NAME_WITHIN = 1_500;
const ANSWER_WITHIN = 4_000;
/** How long the good news is shown. */
const GOOD_NEWS = 1_000;

const page = document.documentElement;
const status = document.querySelector(".status")!;
const { host = "", names = "" } = page.dataset;
/** The server has put them there, in the language of the page. */
const words = JSON.parse(page.dataset["words"] ?? "{}") as ScriptWords;

/** The ways to the laptop, best first: by names that stay while addresses change, if they are known here. */
const origins: Promise<readonly string[]> = findOrigins();
let shown: Finding | undefined;
let looking = false;

show("checking");
guessAgain();
showClock(page.dataset, words);
void look();
setInterval(() => void look(), EVERY);
// Whoever comes back from the settings is not to wait.
document.addEventListener("visibilitychange", () => void look());
for (const event of ["focus", "pageshow"]) window.addEventListener(event, () => void look());

async function findOrigins(): Promise<readonly string[]> {
  const others = names.split(" ").filter((name) => name !== "" && name !== host);
  const known = await Promise.all(others.map((name) => answers(`http://${name}/`, NAME_WITHIN, "HEAD")));
  return [...others.filter((_, index) => known[index]), host].map((way) => `https://${way}`);
}

async function look(): Promise<void> {
  if (looking || document.hidden || shown === "trusted") return;
  looking = true;
  showClock(page.dataset, words);
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
    location.replace(there);
  } else {
    show(finding);
    setTimeout(() => location.replace(there), GOOD_NEWS);
  }
}

async function tryOut(origin: string): Promise<Way> {
  return { origin, trusted: await answers(`${origin}/ready.txt`, ANSWER_WITHIN) };
}

function show(state: Finding | "checking"): void {
  if (page.dataset["state"] === state) return;
  page.dataset["state"] = state;
  status.textContent = words[state];
}

/** Let the links that open Earshot lead to the best way. */
function lead(origin: string | undefined): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-open]"))
    if (origin !== undefined) link.href = `${origin}/`;
}

/** The server could not see the touch screen of an iPad that says it is a Mac. */
function guessAgain(): void {
  const platform = platformOf(navigator.userAgent, navigator.maxTouchPoints);
  for (const list of document.querySelectorAll(".devices")) {
    const right = list.querySelector<HTMLDetailsElement>(`[data-platform="${platform}"]`);
    if (!right || right.open) continue;
    list.querySelector("[open]")?.removeAttribute("open");
    right.open = true;
    list.prepend(right);
  }
}
