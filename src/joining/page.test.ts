import { describe, expect, it } from "vitest";
import { PLATFORMS } from "./device.ts";
import { joiningPage, type JoiningFacts } from "./page.ts";
import { guidesOf } from "./steps.ts";
import { type Language, LANGUAGES } from "./languages.ts";
import { doorWords } from "./words/all.ts";
import { english } from "./words/english.ts";

const guides = guidesOf(english.guides);

const FINGERPRINT = Array.from({ length: 32 }, (_, index) => (index + 160).toString(16).toUpperCase()).join(":");
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

const facts: JoiningFacts = {
  language: "en",
  userAgent: IPHONE,
  host: "192.168.1.20:3000",
  names: ["meet.example:3000", "laptop.local:3000"],
  authority: { fingerprint: FINGERPRINT, vouching: "local" },
  certificate: { from: new Date(1_000), until: new Date(3_000) },
  now: new Date(2_000),
  script: "alert(1 && 2 < 3)",
  style: "p > b { color: red }",
};

/** What stands in an element with this id, up to the next section. */
const part = (page: string, id: string) => page.slice(page.indexOf(`id="${id}"`)).split("</section>")[0] ?? "";
const opened = (html: string) => [...html.matchAll(/data-platform="([^"]*)" open/gu)].map(([, platform]) => platform);
const text = (html: string) =>
  html
    .replace(/<[^>]*>/gu, "")
    .replaceAll("&#39;", "'")
    .replace(/\s+/gu, " ");

describe("joiningPage", () => {
  it("offers both ways, and opens this device's steps in either", () => {
    const page = joiningPage(facts);
    expect(page).toMatch(/^<!doctype html>/u);
    for (const way of ["install", "warning"]) {
      expect(page).toContain(`href="#${way}"`);
      expect(opened(part(page, way))).toEqual(["iphone"]);
    }
    expect(part(page, "warning")).toContain('href="https://192.168.1.20:3000/"');
    expect(opened(joiningPage({ ...facts, userAgent: "Mozilla/5.0 (Windows NT 10.0)" }))).toEqual([
      "windows",
      "windows",
    ]);
  });

  it("has every device's steps, downloads and removal, whatever the guess", () => {
    const page = joiningPage(facts);
    for (const platform of PLATFORMS) {
      const { title, install, warning, lacking, remove } = guides[platform];
      for (const [id, steps] of [
        ["install", install],
        ["warning", warning],
        ["help", remove],
      ] as const) {
        const shown = text(part(page, id));
        expect(shown).toContain(title);
        for (const each of steps.flat()) {
          const words = typeof each === "string" ? each : "label" in each ? each.label : each.text;
          expect(shown.replaceAll("&amp;", "&")).toContain(words.replace(/\s+/gu, " "));
        }
      }
      for (const sentence of lacking) expect(text(part(page, "warning"))).toContain(sentence);
    }
    expect(page).toContain('href="/ca.crt"');
    expect(page).toContain('href="/earshot.mobileconfig"');
  });

  it("shows the fingerprint in groups of four bytes", () => {
    const groups = [...joiningPage(facts).matchAll(/<span>([0-9A-F ]{11})<\/span>/gu)].map(([, group = ""]) => group);
    expect(groups).toHaveLength(8);
    expect(groups.join(" ").replaceAll(" ", ":")).toBe(FINGERPRINT);
  });

  it("has nothing to install where there is no authority", () => {
    const { authority: _none, ...rest } = facts;
    const page = joiningPage(rest);
    expect(page).not.toMatch(/ca\.crt|mobileconfig|id="install"|fingerprint/u);
    expect(page).toMatch(/href="https:\/\/192\.168\.1\.20:3000\/"\s*>Open Earshot</u);
    // The steps past a warning are there, but tucked away.
    expect(part(page, "warning")).toMatch(/<details class="card">[^]*This Connection Is Not Private/u);
  });

  it("says how to stay on a Wi-Fi without internet, and that a clock may be wrong", () => {
    const shown = text(part(joiningPage(facts), "help"));
    for (const words of ["Keep Trying Wi-Fi", "Use this network as is", "1970"]) expect(shown).toContain(words);
  });

  it("gives the script what it needs", () => {
    expect(joiningPage(facts)).toMatch(
      /data-host="192\.168\.1\.20:3000"\s+data-names="meet\.example:3000 laptop\.local:3000"\s+data-from="1000"\s+data-until="3000"\s+data-now="2000"/u,
    );
    expect(joiningPage({ ...facts, names: [] })).toContain('data-names=""');
  });

  it("keeps script and style as they are, for their hashes", () => {
    const page = joiningPage(facts);
    expect(page).toContain(`<script>${facts.script}</script>`);
    expect(page).toContain(`<style>${facts.style}</style>`);
    expect(() => joiningPage({ ...facts, script: "'</script>'" })).toThrow("script");
    expect(() => joiningPage({ ...facts, style: "</STYLE" })).toThrow("style");
  });

  it("escapes whatever comes from outside", () => {
    const evil = `"><img src=x>`;
    const page = joiningPage({
      ...facts,
      userAgent: evil,
      host: evil,
      names: [evil],
      authority: { fingerprint: evil, vouching: "local" },
    });
    expect(page).not.toContain("<img");
  });

  it.each(Object.keys(LANGUAGES) as Language[])(
    "is all in %s for those who read that, and leads to the others",
    (language) => {
      const page = joiningPage({ ...facts, language });
      const words = doorWords[language];
      expect(page).toMatch(new RegExp(`<html\\s+lang="${language}"`, "u"));
      const shown = text(page).replaceAll("&amp;", "&");
      for (const each of [
        words.page.title,
        words.choice.title,
        words.install.compare,
        words.vouching.local,
        words.help.stay,
      ])
        expect(shown).toContain(each.replace(/\s+/gu, " "));
      expect(shown).toContain(guidesOf(words.guides).iphone.title);
      const links = [
        ...page.matchAll(/<a\s+href="\/\?lang=(\w+)"\s+lang="\1"\s+hreflang="\1"(\s+aria-current="true")?/gu),
      ];
      expect(links.map(([, tag]) => tag)).toEqual(Object.keys(LANGUAGES));
      expect(links.filter(([, , current]) => current).map(([, tag]) => tag)).toEqual([language]);
      const [, json = ""] = /data-words="([^"]*)"/u.exec(page) ?? [];
      expect(JSON.parse(json.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&"))).toEqual(
        words.script,
      );
    },
  );
});
