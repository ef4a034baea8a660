import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { put } from "./files.mjs";
import { BUDGET, checkPageSize, pageFiles } from "./page.mjs";

/** @type {string} */
let folder;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "earshot-page-"))));
afterEach(() => rmSync(folder, { recursive: true }));

describe("pageFiles", () => {
  it("weighs the page and what it refers to, as they are sent", () => {
    const html = `<link href="/assets/app-1.css" /><a href="https://example.org/x.js">x</a><script src="/assets/main-1.js">`;
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
