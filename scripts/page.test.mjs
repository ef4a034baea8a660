import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { put } from "./files.mjs";
import { BUDGET, buildPage, checkPageSize, laterFiles, pageFiles } from "./page.mjs";
import { root } from "./setup.mjs";

/** @type {string} */
let folder;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "earshot-page-"))));
afterEach(() => rmSync(folder, { recursive: true }));

describe("pageFiles", () => {
  it("weighs the page and what it refers to, as they are sent", () => {
    const html = `<link rel="manifest" href="/m.webmanifest" /><link href="/assets/app-1.css" /><a href="https://example.org/x.js">x</a><link rel="part" href="/assets/small-1.js" /><link rel="worker" href="/assets/worker-1.js" /><link rel="part" href="/assets/later-1.js" /><script src="/assets/main-1.js">`;
    const files = {
      "index.html": html,
      "assets/app-1.css": "four",
      "assets/main-1.js": "plain",
      "assets/later-1.js": "later",
      "assets/small-1.js": "x",
      "assets/worker-1.js": "abc",
    };
    const coded = { "index.html.br": "12", "assets/main-1.js.br": "123" };
    put(join(folder, "client"), new Map(Object.entries({ ...files, ...coded })));
    expect(pageFiles(join(folder, "client"))).toEqual([
      { path: "index.html", bytes: 2 },
      { path: "assets/app-1.css", bytes: 4 },
      { path: "assets/main-1.js", bytes: 3 },
    ]);
    expect(laterFiles(join(folder, "client"))).toEqual([
      { path: "assets/later-1.js", bytes: 5 },
      { path: "assets/worker-1.js", bytes: 3 },
      { path: "assets/small-1.js", bytes: 1 },
    ]);
  });
});

describe("buildPage", async () => {
  const { files } = await buildPage();
  const html = String(files.get("index.html"));

  it("keeps the names by which browsers know the installed page, its icons and its worker", () => {
    expect(html).toMatch('<link rel="manifest" href="/earshot.webmanifest" />');
    expect(html).toMatch('<link rel="icon" href="/icon.svg" />');
    expect(html).toMatch('<link rel="apple-touch-icon" href="/icons/apple-touch-180.png" />');
    const paths = ["sw.js", "sw.js.br", "ready.txt", "earshot.webmanifest.br", "icons/apple-touch-180.png"];
    expect(paths.filter((path) => !files.has(path))).toEqual([]);
  });

  it("serves every icon that the manifest names, in the size that it says", () => {
    const { icons } = JSON.parse(String(files.get("earshot.webmanifest")));
    expect(icons.length).toBeGreaterThan(3);
    for (const { src, sizes, type } of icons) {
      expect(src).toMatch(/^\//);
      expect(files.has(src.slice(1))).toBe(true);
      if (type !== "image/png") continue;
      // Width and height stand in the first chunk (W3C png-3, 11.2.1).
      const png = readFileSync(join(root, "public", src));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
    expect(icons.filter((/** @type {{purpose?: string}} */ { purpose }) => purpose === "maskable")).toHaveLength(1);
  });

  it("leaves what only a call, a sheet or a seldom trouble needs out of the page, in parts that the worker keeps with it", () => {
    const text = (/** @type {string} */ path) => Buffer.from(files.get(path) ?? "").toString();
    const scripts = [...files.keys()].filter((path) => /^assets\/.*\.js$/.test(path));
    const parts = [...html.matchAll(/<link rel="part" href="\/([^"]+)"/g)].map(([, path]) => path ?? "");
    parts.push(...[...html.matchAll(/<link rel="worker" href="\/([^"]+)"/g)].map(([, path]) => path ?? ""));
    const page = scripts.filter((path) => !parts.includes(path) && html.includes(`"/${path}"`));
    expect([...page, ...parts].sort()).toEqual(scripts.sort());
    const elements = ["call", "log", "leave", "settings", "recents", "invite", "refused"];
    // What Lit's decorator registers; the QR code's own; and another language.
    const marks = [...elements.map((name) => `("earshot-${name}")`), "boostEcc", "Nicht st\\xF6ren"];
    for (const mark of marks) {
      const holds = (/** @type {string} */ path) => text(path).includes(mark);
      expect([mark, page.filter(holds).length, parts.filter(holds).length]).toEqual([mark, 0, 1]);
    }
  });
});

describe("a worker that the page starts", async () => {
  const { files } = await buildPage();
  const [, path = ""] = /<link rel="worker" href="\/([^"]+)"/.exec(String(files.get("index.html"))) ?? [];

  it("has a name that changes with its contents, and imports nothing, which older browsers cannot", () => {
    expect(path).toMatch(/^assets\/keeping-worker-[A-Z0-9]{8}\.js$/);
    expect(files.has(`${path}.br`)).toBe(true);
    expect(Buffer.from(files.get(path) ?? "").toString()).not.toMatch(/\b(import|export)\b/);
  });
});

describe("checkPageSize", () => {
  it("passes up to the budget, and fails above it with the figures", () => {
    expect(checkPageSize([{ path: "a.js", bytes: BUDGET }])).toMatch(`${BUDGET}`);
    expect(() =>
      checkPageSize([
        { path: "a.js", bytes: BUDGET },
        { path: "b", bytes: 1 },
      ]),
    ).toThrow(`${BUDGET + 1} of at most ${BUDGET} bytes (brotli): a.js ${BUDGET}, b 1`);
  });
});
