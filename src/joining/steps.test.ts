import { describe, expect, it } from "vitest";
import { PLATFORMS } from "./device.ts";
import { CERTIFICATE_PATH, PROFILE_PATH, step } from "./step.ts";
import type { Step } from "./guide.ts";
import { guidesOf, wifiHintsOf } from "./steps.ts";
import { english } from "./words/english.ts";

const guides = guidesOf(english.guides);

const textOf = (part: Step): string =>
  part.map((each) => (typeof each === "string" ? each : "label" in each ? each.label : each.text)).join("");

describe("step", () => {
  const names = { certificate: "the certificate", profile: "the profile" };

  it("reads labels between stars, downloads and the file", () => {
    expect(step("Tap *Allow*, then {profile}.", names)).toEqual([
      "Tap ",
      { label: "Allow" },
      ", then ",
      { path: PROFILE_PATH, text: "the profile" },
      ".",
    ]);
    expect(step("*Settings* › *General*", names)).toEqual([{ label: "Settings" }, "\u00a0› ", { label: "General" }]);
    expect(step("Save *{file}*: {certificate}", names)).toEqual([
      "Save ",
      { label: "earshot-ca.crt" },
      ": ",
      { path: CERTIFICATE_PATH, text: "the certificate" },
    ]);
  });
});

describe("guidesOf", () => {
  it("has no other devices than there are", () => {
    expect(Object.keys(guides)).toEqual([...PLATFORMS]);
  });

  it.each(PLATFORMS)("says on %s how to install, go on without, and remove", (platform) => {
    const { title, install, warning, lacking, remove } = guides[platform];
    expect(title).not.toBe("");
    for (const list of [install, warning, remove]) {
      expect(list.length).toBeGreaterThan(0);
      for (const each of list) {
        expect(textOf(each)).toMatch(/(\.|: Download the \w+)$/u);
        // A star that was left alone.
        expect(textOf(each)).not.toContain("*");
      }
    }
    for (const sentence of lacking) expect(sentence).toMatch(/^[A-Z].*\.$/u);
  });

  it.each(PLATFORMS)("has %s download what it takes, and compare the fingerprint with the laptop's", (platform) => {
    const { install } = guides[platform];
    const downloads = install.flat().flatMap((part) => (typeof part === "object" && "path" in part ? [part.path] : []));
    expect(downloads).toEqual([platform === "iphone" ? PROFILE_PATH : CERTIFICATE_PATH]);
    const compare = install.map(textOf).findIndex((text) => /^Compare .*SHA-256 fingerprint .*terminal/u.test(text));
    expect(compare).toBeGreaterThan(0);
    expect(compare).toBeLessThan(install.length - 1);
  });

  it.each(["iphone", "macos", "windows", "linux"] as const)("has %s compare before it trusts", (platform) => {
    const texts = guides[platform].install.map(textOf);
    const compare = texts.findIndex((text) => text.startsWith("Compare first"));
    // What follows depends on it.
    expect(texts[compare + 1]).toMatch(/^The same\?/u);
  });

  it("names both halves on an iPhone, in their order", () => {
    const labels = guides.iphone.install
      .flat()
      .flatMap((part) => (typeof part === "object" && "label" in part ? [part.label] : []));
    const [installed, trusted] = ["Install", "Certificate Trust Settings"].map((label) => labels.indexOf(label));
    expect(installed).toBeGreaterThan(0);
    expect(trusted).toBeGreaterThan(installed ?? 0);
  });
});

describe("wifiHintsOf", () => {
  it("tells iPhones and Android phones apart", () => {
    for (const { title, steps } of Object.values(wifiHintsOf(english.guides))) {
      expect(title).not.toBe("");
      expect(steps.flat().some((part) => typeof part === "object")).toBe(true);
    }
  });
});
