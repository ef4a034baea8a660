import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./setup.mjs";

const css = readFileSync(join(root, "public/app.css"), "utf8");
const avatar = readFileSync(join(root, "src/client/components/avatar.ts"), "utf8");

/** Each colour of the palette, in the light and in the dark. @type {Record<string, string[]>} */
const palette = Object.fromEntries(
  [...css.matchAll(/--([\w-]+): var\(--light, (#\w{6})\) var\(--dark, (#\w{6})\)/g)].map(
    ([, name, ...values]) => /** @type {const} */ ([name, values]),
  ),
);
const avatars = [...avatar.matchAll(/"(#\w{6})"/g)].map(([, colour]) => colour);

/** The relative luminance of a colour, from 0 to 1 (WCAG 2.2). */
function luminance(/** @type {string} */ colour) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21 (WCAG 2.2). */
function contrast(/** @type {string} */ a, /** @type {string} */ b) {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

describe("the palette", () => {
  it.each(["ground", "surface", "well", "tint"])("lets one read and see everything on %s (WCAG AA)", (ground) => {
    for (const [names, least] of /** @type {[string[], number][]} */ ([
      [["text", "soft", "accent", "wrong"], 4.5],
      [["edge", "here", "engaged"], 3],
    ]))
      for (const name of names)
        for (const scheme of [0, 1]) {
          expect(
            contrast(palette[name][scheme], palette[ground][scheme]),
            `${name} on ${ground}`,
          ).toBeGreaterThanOrEqual(least);
        }
  });

  it("lets one read what stands on the accent, and initials on any avatar", () => {
    for (const scheme of [0, 1])
      expect(contrast(palette["on-accent"][scheme], palette["accent"][scheme])).toBeGreaterThanOrEqual(4.5);
    expect(avatars).toHaveLength(12);
    for (const colour of avatars) expect(contrast(colour, "#ffffff"), colour).toBeGreaterThanOrEqual(4.5);
  });
});
