import { expect, it } from "vitest";
import { english } from "../../src/client/words/english.ts";
import { german } from "../../src/client/words/german.ts";
import { until } from "../e2e/wait.ts";
import { stage } from "./support/stage.ts";
import { WATCHED_BUILD } from "./support/watched-build.ts";
import type { WebKitPerson } from "./support/webkit-person.ts";

const { server, visitor, join, joinByChromium } = stage();

/** Who this browser is to the server. */
const identity = ({ session }: WebKitPerson): Promise<{ id?: string; token?: string }> =>
  session.run(() => {
    const { id, token } = JSON.parse(localStorage.getItem("earshot") ?? "{}") as { id?: string; token?: string };
    return { id, token };
  });

/** How light the page's background is, from 0 to 255. */
const lightness = ({ session }: WebKitPerson): Promise<number> =>
  session.run(() => {
    const parts = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/gu)!.slice(0, 3);
    return parts.reduce((sum, part) => sum + Number(part), 0) / 3;
  });

it("asks for a name on the first visit; then everybody who comes and goes is listed on both sides", async () => {
  const wendy = visitor("Wendy");
  await wendy.visit();
  await wendy.waitFor("button", "Join");
  expect((await wendy.all("button")).map(({ label }) => label)).not.toContain("Settings");
  await wendy.type("Your name", "Wendy");
  await wendy.press("Join");
  await wendy.waitFor("button", "Settings");
  const ann = await joinByChromium("Ann");
  await ann.button("Call Wendy").waitFor();
  await wendy.waitFor("list", "People nearby");
  await wendy.reads("listitem", /^A Ann .*Available/u);
  await ann.page.close();
  await wendy.readsNot("listitem", /Ann/u);
});

it("tells assistive technology the roles and names that the page is marked up with", async () => {
  const wendy = await join("Wendy");
  await joinByChromium("Ann");
  await wendy.press("Write to Ann");
  await wendy.waitFor("textbox", "Message");
  for (const role of ["button", "textbox", "list", "region", "log"] as const) {
    const all = await wendy.all(role);
    expect(all.length).toBeGreaterThan(0);
    for (const { label } of all) {
      const told = await wendy.with(role, label, async (element) => [
        await wendy.session.role(element),
        await wendy.session.label(element),
      ]);
      expect(told).toEqual([role, label]);
    }
  }
});

it("lets a new name be given, which reaches the others, and a dark appearance, which outlives a reload", async () => {
  const wendy = await join("Wendy");
  const ann = await joinByChromium("Ann");
  expect(await lightness(wendy)).toBeGreaterThan(200);
  await wendy.press("Settings");
  await wendy.type("Your name", "Wendy Darling");
  await wendy.press("Save");
  await ann.button("Call Wendy Darling").waitFor();
  await wendy.press("Dark", "radio");
  const dark = (): Promise<unknown> =>
    until(
      "a dark page",
      () => lightness(wendy),
      (light) => light < 60,
    );
  await dark();
  await wendy.session.reload();
  await wendy.waitFor("button", "Call Ann");
  await dark();
  await ann.button("Call Wendy Darling").waitFor();
});

it("speaks the language that is chosen, at once and after a reload", async () => {
  const wendy = await join("Wendy");
  await wendy.press("Settings");
  await wendy.waitFor("combobox", "Language");
  await wendy.press("Deutsch", "option");
  await wendy.reads("dialog", new RegExp(german.settings.language, "u"));
  await wendy.session.reload();
  await wendy.waitFor("button", german.directory.settings);
  expect(await wendy.session.run(() => document.documentElement.lang)).toBe("de");
});

it("stays the same person over a reload", async () => {
  const wendy = await join("Wendy");
  const ann = await joinByChromium("Ann");
  const before = await identity(wendy);
  expect(before).toEqual({ id: expect.any(String), token: expect.any(String) });
  await wendy.session.reload();
  await wendy.waitFor("button", "Call Ann");
  expect(await identity(wendy)).toEqual(before);
  await ann.button("Call Wendy").waitFor();
  expect(await ann.list.getByRole("listitem").count()).toBe(1);
});

it("begins anew where what it has kept is garbage", async () => {
  const wendy = await join("Wendy");
  await wendy.session.run(() => {
    localStorage.setItem("earshot", '{"name":');
    localStorage.setItem("earshot-calls", '[{"ended":7},null,"?"]');
  });
  await wendy.join();
  await wendy.press("Recent calls");
  await wendy.reads("dialog", new RegExp(english.recents.empty, "u"));
});

it("is gone while another page is looked at, and live again when the browser's page cache gives it back", async () => {
  const wendy = await join("Wendy");
  const ann = await joinByChromium("Ann");
  await wendy.waitFor("button", "Call Ann");
  await wendy.session.run(() => void Object.assign(window, { survived: true }));
  await wendy.lookAway();
  await ann.button("Call Wendy").waitFor({ state: "detached" });
  await joinByChromium("Bob");
  await wendy.session.back();
  expect(await wendy.session.run(() => "survived" in window)).toBe(true);
  await ann.button("Call Wendy").waitFor();
  await wendy.waitFor("button", "Call Bob");
});

it("says so while the server is gone, and is back by itself once it is there again", async () => {
  const wendy = await join("Wendy");
  await server.stop();
  try {
    await wendy.reads("status", /^Looking for the laptop|^The laptop that runs Earshot is not reachable/u);
  } finally {
    await server.start(WATCHED_BUILD);
  }
  await wendy.readsNot("status", /laptop/u);
  await joinByChromium("Ann");
  await wendy.waitFor("button", "Call Ann");
});
