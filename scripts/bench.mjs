/** `npm run bench`: what Earshot costs; `npm run bench -- page` measures that alone. Each measurement is a file of its own in bench/. */
import { ensureBuilt } from "./build.mjs";
import { command, ensureInstalled } from "./setup.mjs";

/** Each prints what it finds. Their packages are there only once `ensureInstalled` has run. @type {Record<string, () => Promise<unknown>>} */
const BENCHES = {
  page: async () => (await import("./bench/page.mjs")).page(),
  list: async () => (await import("./bench/list.mjs")).list(),
  "first-frame": async () => (await import("./bench/first-frame.mjs")).firstFrame(),
  files: async () => (await import("./bench/files.mjs")).files(),
  relay: async () => (await import("./bench/relay.mjs")).relay(),
  joins: async () => (await import("./bench/joins.mjs")).joins(),
  crowd: async () => (await import("./bench/crowd.mjs")).crowd(),
  restart: async () => (await import("./bench/restart.mjs")).restart(),
};

await command(import.meta.url, async () => {
  const [only] = process.argv.slice(2);
  // To end in order: what was started ends with us, and temporary folders go.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
  const chosen = only === undefined ? Object.values(BENCHES) : [BENCHES[only]];
  ensureInstalled();
  await ensureBuilt();
  for (const bench of chosen) {
    if (!bench) throw new Error(`There is no bench ${only}: choose one of ${Object.keys(BENCHES).join(", ")}`);
    await bench();
  }
});
