import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { put } from "./files.mjs";
import { BUDGET, buildPage, checkPageSize, pageFiles } from "./page.mjs";
import { root } from "./setup.mjs";

/** @type {string} */
let folder;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "earshot-page-"))));
afterEach(() => rmSync(folder, { recursive: true }));

describe("pageFiles", () => {
  it("weighs the page and what it refers to, as they are sent", () => {
    const html = `<link rel="manifest" href="/m.webmanifest" /><link href="/assets/app-1.css" /><a href="https://example.org/x.js">x</a><script src="/assets/main-1.js">`;
    const files = {
      "index.html": html,
      "assets/app-1.css": "four",
      "assets/main-1.js": "plain",
      "assets/later-1.js": "x",
    };
    const coded = { "index.html.br": "12", "assets/main-1.js.br": "123" };
    put(join(folder, "client"), new Map(Object.entries({ ...files, ...coded })));
    expect(pageFiles(join(folder, "client"))).toEqual([
      { path: "index.html", bytes: 2 },
      { path: "assets/app-1.css", bytes: 4 },
      { path: "assets/main-1.js", bytes: 3 },
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

  it("leaves what is seldom needed out of the page, in files of their own", () => {
    const page = html.match(/assets\/[\w-]+\.js/g) ?? [];
    const later = [...files].filter(([path]) => /^assets\/.*\.js$/.test(path) && !page.includes(path));
    const text = later.map(([, contents]) => Buffer.from(contents).toString()).join();
    expect(text.includes("lets this page through")).toBe(true);
    expect(text.includes("boostEcc")).toBe(true);
    const heavy = page.filter((path) => String(Buffer.from(files.get(path) ?? "")).includes("lets this page through"));
    expect(heavy).toEqual([]);
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
