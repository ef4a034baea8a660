import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { html, Html } from "./html.ts";
import { ICON } from "./icon.ts";

describe("html", () => {
  it("escapes text, also in attributes", () => {
    const evil = `"><script>alert('&')</script>`;
    const safe = "&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;";
    expect(html`<a href="${evil}">${evil}</a>`.text).toBe(`<a href="${safe}">${safe}</a>`);
  });

  it("takes HTML, lists and nothing as they are", () => {
    const items = ["<", new Html("<br>"), [html`<i>${">"}</i>`]];
    expect(html`<p>${items}${undefined}</p>`.text).toBe("<p>&lt;<br><i>&gt;</i></p>");
  });
});

describe("ICON", () => {
  it("is public/icon.svg", () => {
    const file = readFileSync(new URL("../../public/icon.svg", import.meta.url), "utf8");
    expect(ICON).toBe(file.replace(/\s*\n\s*/gu, "").replaceAll(" />", "/>"));
  });
});
