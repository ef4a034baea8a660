import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PLATFORMS } from "./device.ts";
import type { Step } from "./guide.ts";
import { guidesOf, wifiHintsOf } from "./steps.ts";
import { english } from "./words/english.ts";

const guides = guidesOf(english.guides);
const stayOnWifi = wifiHintsOf(english.guides);

const text = readFileSync(new URL("../../docs/joining.md", import.meta.url), "utf8");

/** What is read: without the marks of Markdown, and with every space alike. */
const plain = (words: string) => words.replace(/[*`\\]/gu, "").replace(/\s+/gu, " ");

const shown = (step: Step) =>
  plain(
    step
      .map((part) => {
        if (typeof part === "string") return part;
        return "label" in part ? part.label : `${part.text} (${part.path})`;
      })
      .join(""),
  );

/** What follows a heading, up to the next of its rank. */
function under(heading: string): string {
  const [rank = ""] = /^#+/u.exec(heading) ?? [];
  const [, rest = ""] = text.split(`\n${heading}\n`);
  return plain(rest.split(new RegExp(`\\n#{1,${rank.length}} `, "u"))[0] ?? "");
}

describe("docs/joining.md", () => {
  it.each(PLATFORMS)("has the steps for %s, word for word", (platform) => {
    const { title, install, warning, lacking, remove } = guides[platform];
    const section = under(`### ${title}`);
    const wanted = [...[...install, ...warning, ...remove].map(shown), ...lacking.map(plain)];
    expect(wanted.filter((words) => !section.includes(words))).toEqual([]);
  });

  it("has no steps besides", () => {
    const titles = [...under("## The steps for each device").matchAll(/### ([^]*?) To install/gu)].map(
      ([, title]) => title,
    );
    expect(titles).toEqual(PLATFORMS.map((platform) => guides[platform].title));
    for (const platform of PLATFORMS) {
      const { title, install, warning, lacking, remove } = guides[platform];
      const numbered = (steps: readonly Step[]) => (steps.length > 1 ? steps.length : 0);
      const [, section = ""] = text.split(`\n### ${title}\n`);
      const lines = (section.split(/\n##/u)[0] ?? "").match(/^(\d+\.|-) /gmu) ?? [];
      expect(lines).toHaveLength(numbered(install) + numbered(warning) + lacking.length + numbered(remove));
    }
  });

  it("says how to stay on a Wi-Fi without internet", () => {
    const section = under("## A Wi-Fi without internet");
    const wanted = Object.values(stayOnWifi).flatMap(({ title, steps }) => [title, ...steps.map(shown)]);
    expect(wanted.filter((words) => !section.includes(words))).toEqual([]);
  });

  it("refers to headings that are there", () => {
    const anchors = [...text.matchAll(/^#+ (.*)$/gmu)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    );
    const links = [...text.matchAll(/\]\(#([^)]*)\)/gu)].map(([, anchor = ""]) => anchor);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
  });
});
