/**
 * The built app with a script before its own that notes what goes wrong: WebKit's driver tells of no errors, and runs
 * nothing before a page.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Where the notes are, in the page's sessionStorage, so that they outlive a reload. */
export const NOTES = "watched";

/** The folder of that build, below the packages that the server needs. */
export const WATCHED_BUILD = join(ROOT, "test/output/webkit/dist");

/** Makes that build from the one in `dist`. */
export function makeWatchedBuild(): void {
  const folder = WATCHED_BUILD;
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["client", "joining", "server", "version.json"])
    cpSync(join(ROOT, "dist", part), join(folder, part), { recursive: true });
  const page = join(folder, "client/index.html");
  const html = readFileSync(page, "utf8");
  const watched = html.replace("<head>", '<head><script src="/watch.js"></script>');
  if (watched === html) throw new Error(`${page} has no <head>: where should the script go that watches it?`);
  writeFileSync(page, watched);
  writeFileSync(join(folder, "client/watch.js"), `(${String(watch)})(${JSON.stringify(NOTES)})`);
  for (const coded of [".br", ".gz"]) rmSync(page + coded);
}

/** Runs in the page, before its scripts. */
function watch(key: string): void {
  const note = (what: string): void => {
    const notes = JSON.parse(sessionStorage.getItem(key) ?? "[]") as string[];
    sessionStorage.setItem(key, JSON.stringify([...notes, what]));
  };
  addEventListener("error", ({ message }) => note(message));
  addEventListener("unhandledrejection", ({ reason }) => note(`unhandled: ${String(reason)}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    note(`violation of ${violatedDirective}: ${blockedURI}`),
  );
  const say = console.error;
  console.error = (...what: unknown[]) => {
    note(what.map(String).join(" "));
    say(...what);
  };
}
