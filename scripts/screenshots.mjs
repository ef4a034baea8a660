/**
 * `npm run screenshots`: the README's pictures, taken of the real app. With `-- --all` every view, as phones and computers show it, in both
 * colour schemes, in test/output/screenshots; `--only NAME` takes the scenes of that name, `--sheet` puts all on one picture. The people are
 * drawn, since a fake camera shows a test pattern.
 */
import { parseArgs } from "node:util";
import { BROWSER_FLAGS, ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { startServer } from "./server.mjs";
import { command, ensureInstalled, reason } from "./setup.mjs";

await command(import.meta.url, async () => {
  const { all, only, sheet } = parseArgs({
    options: { all: { type: "boolean" }, only: { type: "string" }, sheet: { type: "boolean" } },
  }).values;
  ensureInstalled();
  await ensureBuilt();
  const { chromium } = await import("playwright-core");
  const { NAME, Stage } = await import("./screenshots/stage.mjs");
  const scenes = await load();
  if (only !== undefined && !scenes[only])
    throw new Error(`There is no scene ${only}: choose one of ${Object.keys(scenes).join(", ")}`);

  const server = await startServer({ NAMES: NAME });
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...BROWSER_FLAGS, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
  });
  /** @type {string[]} */
  const failures = [];
  try {
    if (!all && only === undefined) {
      const { readme } = await import("./screenshots/readme.mjs");
      return await readme(new Stage(browser, server.url, "phone"));
    }
    for (const device of /** @type {const} */ (["phone", "computer"])) {
      for (const [name, scene] of Object.entries(scenes)) {
        if (only !== undefined && name !== only) continue;
        const stage = new Stage(browser, server.url, device);
        await scene(stage).catch((error) => stage.failures.push(`the rest of ${name} (${device}): ${reason(error)}`));
        failures.push(...stage.failures);
        // Whoever was left by a scene that failed would be in the pictures of the next.
        for (const context of browser.contexts()) await context.close();
      }
      if (sheet) await (await import("./screenshots/contact-sheet.mjs")).contactSheet(browser, device);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  if (failures.length > 0) throw new Error(`These could not be taken:\n  ${failures.join("\n  ")}`);
});

/** By name; each takes the views of one part of the app. */
async function load() {
  const { arriving, directory } = await import("./screenshots/directory.mjs");
  const { crowded } = await import("./screenshots/crowd.mjs");
  const { ringing } = await import("./screenshots/ringing.mjs");
  const { calls, callFiles, voiceCalls } = await import("./screenshots/call.mjs");
  const { sheets } = await import("./screenshots/sheets.mjs");
  const { languages } = await import("./screenshots/languages.mjs");
  const { talks } = await import("./screenshots/talk.mjs");
  const { troubles } = await import("./screenshots/trouble.mjs");
  const { doorstep } = await import("./screenshots/doorstep.mjs");
  /** @type {Record<string, (stage: import("./screenshots/stage.mjs").Stage) => Promise<void>>} */
  const scenes = {
    arriving,
    directory,
    crowded,
    ringing,
    calls,
    callFiles,
    voiceCalls,
    sheets,
    languages,
    talks,
    troubles,
    doorstep,
  };
  return scenes;
}
