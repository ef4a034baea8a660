/** `npm test`: every stage; `npm test -- check` (or unit, fuzz, components, e2e, lan) runs that one. */
import { ensureBrowser, findFirefox, offerProgram } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { INSIDE, inLab, noLab } from "./lan.mjs";
import { checkPageSize } from "./page.mjs";
import { command } from "./setup.mjs";
import { runStages, script, suite, vitest } from "./stages.mjs";

/** @type {import("./stages.mjs").Stages} */
const STAGES = {
  check: [
    ["Types", () => script("check:types")],
    ["Lint", () => script("check:lint")],
    ["Format", () => script("check:format")],
    ["Page size", pageSize],
  ],
  unit: [["Unit and model tests", () => vitest("unit")]],
  fuzz: [["Attacks and fuzz", () => vitest("fuzz")]],
  components: [["Component tests", components]],
  e2e: [["End-to-end tests", endToEnd]],
  lan: [["LAN lab", lan]],
};

await command(import.meta.url, () => runStages(STAGES));

async function pageSize() {
  await ensureBuilt();
  console.log(checkPageSize());
  return { passed: 1, failed: 0, skipped: [] };
}

async function endToEnd() {
  await ensureBuilt();
  process.env["CHROME_PATH"] = ensureBrowser();
  // For browsers that trust a certificate, and for the other kind of browser; where one is missing, those tests say so.
  if (process.platform === "linux") {
    offerProgram("certutil", "libnss3-tools");
    if (findFirefox() === undefined) offerProgram("firefox-esr", "firefox-esr");
  }
  return vitest("e2e");
}

async function lan() {
  const why = noLab();
  if (why !== undefined) {
    console.log(`The LAN lab is skipped: ${why}`);
    return { passed: 0, failed: 0, skipped: [{ name: "LAN lab", reason: why }] };
  }
  await ensureBuilt();
  process.env["CHROME_PATH"] = ensureBrowser();
  return vitest("lan", { wrap: inLab, env: { [INSIDE]: "1" } });
}

async function components() {
  process.env["CHROME_PATH"] = ensureBrowser();
  return suite("components", ["node_modules/@web/test-runner/dist/bin.js"]);
}
