import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { later } from "../src/client/words/english-later.ts";
import { list } from "./files.mjs";
import { root } from "./setup.mjs";

it("reads words that come after the page only where these have been brought", () => {
  const sections = Object.keys(later).join("|");
  const reads = new RegExp(`words\\.(${sections})\\b|\\{[^}]*\\b(${sections})\\b[^}]*\\} = words;`);
  const client = join(root, "src/client");
  const files = list(client).filter((path) => /(?<!\.test)\.ts$/.test(path) && !path.startsWith("words"));
  const texts = files.map((path) => ({ path, text: readFileSync(join(client, path), "utf8") }));
  const reading = texts.filter(({ text }) => reads.test(text));
  expect(reading.length).toBeGreaterThan(10);
  expect(reading.filter(({ text }) => !text.includes("/words/later.ts")).map(({ path }) => path)).toEqual([]);
});
