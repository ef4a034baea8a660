import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort } from "../helpers/free-port.ts";
import { sharedBrowser } from "./browser.ts";
import { Person } from "./person.ts";
import { STARTUP, until } from "./wait.ts";

let folder: string;
let dev: ChildProcess | undefined;
let ann: Person | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "earshot-dev-"));
  for (const path of ["src", "public", "scripts", "package.json", "package-lock.json", "tsconfig.base.json"]) {
    cpSync(path, join(folder, path), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
});

afterEach(async () => {
  await ann?.leave();
  if (dev?.exitCode === null) dev.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

it("`npm run dev` builds on change, and the open page reloads itself", async () => {
  // After a restart the page must find the server where it was.
  const port = await freePort();
  const env = { ...process.env, HOST: "127.0.0.1", PORT: String(port), EARSHOT_HOME: folder };
  dev = spawn(process.execPath, ["scripts/dev.mjs"], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  dev.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  await until(
    "the server",
    () => Promise.resolve(printed),
    (text) => text.includes("Ctrl-C"),
    STARTUP,
  );

  const person = await Person.open(await sharedBrowser(), { url: `https://127.0.0.1:${port}` }, "Ann");
  ann = person;
  await person.join();
  await person.page.evaluate(() => Object.assign(window, { unloaded: false }));
  appendFileSync(join(folder, "public/app.css"), "\n:root { --changed: yes; }\n");
  const changed = (): Promise<string> =>
    person.page.evaluate(() =>
      "unloaded" in window ? "" : getComputedStyle(document.documentElement).getPropertyValue("--changed").trim(),
    );
  await until(
    "the changed page",
    () => changed().catch(() => ""),
    (value) => value === "yes",
  );
  await person.button("Settings").waitFor();

  const exited = once(dev, "exit");
  dev.kill("SIGINT");
  expect(await exited).toEqual([0, null]);
});
