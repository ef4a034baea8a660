import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hash, list, prune, put } from "./files.mjs";

/** @type {string} */
let scratch;
beforeEach(() => void (scratch = mkdtempSync(join(tmpdir(), "earshot-files-"))));
afterEach(() => rmSync(scratch, { recursive: true }));

describe("hash", () => {
  it("changes with a name, a content, and where one ends", () => {
    const hashes = [
      [["a", "xy"]],
      [["b", "xy"]],
      [["a", "xz"]],
      [
        ["a", "x"],
        ["y", ""],
      ],
      [],
    ].map((files) => hash(files));
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const value of hashes) expect(value).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe("put and prune", () => {
  it("replace files, leave others until they are pruned, and leave nothing unfinished", () => {
    const folder = join(scratch, "client");
    put(
      folder,
      new Map([
        ["index.html", "old"],
        ["assets/old.js", "1"],
      ]),
    );
    put(
      folder,
      new Map([
        ["assets/new.js", "2"],
        ["index.html", "new"],
      ]),
    );
    expect(list(folder)).toEqual(["assets/new.js", "assets/old.js", "index.html"]);
    expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("new");
    prune(folder, ["assets/new.js", "index.html"]);
    expect(list(scratch)).toEqual(["client/assets/new.js", "client/index.html"]);
  });
});
