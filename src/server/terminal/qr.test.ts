import { describe, expect, it } from "vitest";
import { greys, scan, type Theme } from "./fixtures/screen.ts";
import { qrLines, qrWidth } from "./qr.ts";

const urls = [
  "http://10.0.0.7:3000",
  "http://192.168.1.20:3000",
  "http://192.168.100.200:65535",
  "http://[fd12:3456:789a:bcde:f012:3456:789a:bcde]:65535",
];
const themes: Theme[] = ["dark", "light"];

describe("qrLines", () => {
  it.each(urls.flatMap((url) => themes.map((theme) => ({ url, theme }))))(
    "scans as $url in colour, in a $theme terminal",
    ({ url, theme }) => {
      expect(scan(qrLines(url, true).join("\n"), theme)).toBe(url);
    },
  );

  it.each(urls)("scans as %s without colour", (url) => {
    const text = qrLines(url, false).join("\n");
    expect(text).not.toContain("\u001B");
    expect(scan(text, "dark")).toBe(url);
    expect(scan(text, "light", true)).toBe(url);
  });

  it.each([true, false])("has a quiet zone (colour: %s)", (colour) => {
    const rows = greys(qrLines(urls[1]!, colour).join("\n"), "dark");
    const light = colour ? 255 : 0xd0;
    const edge = [...rows.slice(0, 2), ...rows.slice(-2)].flat();
    const sides = rows.flatMap((row) => [...row.slice(0, 4), ...row.slice(-4)]);
    expect(new Set([...edge, ...sides])).toEqual(new Set([light]));
  });

  it("is as wide as it says, and leaves room for the rest in 24 lines", () => {
    for (const url of urls) {
      expect(new Set(qrLines(url, false).map((line) => line.length))).toEqual(new Set([qrWidth(url)]));
    }
    expect(qrLines("http://192.168.100.20:3000", true)).toHaveLength(15);
  });
});
