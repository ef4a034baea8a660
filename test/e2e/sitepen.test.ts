/** Clients written for SitePen's published protocol call Earshot's page, and are called by it. */
import { beforeEach, describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";
import { until, WORK } from "./wait.ts";
import { type SitePenPage, startSitePen } from "./sitepen-page.ts";

const { visit, join } = stage();
let ann: Person;
let sue: Person;

/** A look into SitePen's page. */
function see<T>(look: (page: SitePenPage) => T): Promise<T> {
  return sue.page.evaluate(`(${look.toString()})(window.sitepen)`) as Promise<T>;
}

async function annsId(): Promise<string> {
  const [[id] = []] = await until(
    "Ann on Sue's list",
    () => see((page) => [...page.peers]),
    (peers) => peers.length === 1,
  );
  return id as string;
}

async function talking(): Promise<void> {
  await ann.inCallWith("Sue").waitFor();
  await until("Sue's page showing Ann", () => see((page) => page.showing && page.connected), Boolean);
  await framesGoOn(ann);
  await framesGoOn(sue);
}

async function annCallsSue(): Promise<void> {
  await ann.call("Sue");
  await until(
    "the offer at Sue's",
    () => see((page) => page.offers.length),
    (n) => n === 1,
  );
}

async function sueCallsAnn(): Promise<void> {
  const id = await annsId();
  await sue.page.evaluate((peer) => window.sitepen.invite(peer), id);
  await ann.prompt("Sue").waitFor();
}

beforeEach(async () => {
  ann = await join("Ann");
  // Any page of this origin: SitePen's own files would be served by the same server.
  sue = await visit("Sue", { path: "/sitepen" });
  await sue.page.evaluate(startSitePen, "Sue");
  await ann.button("Call Sue").waitFor();
});

describe("a client of SitePen's protocol", () => {
  it("is listed, renamed and lost like anyone", async () => {
    await sue.page.evaluate(() => window.sitepen.rename("Susan"));
    await ann.button("Call Susan").waitFor();
    await sue.page.goto("about:blank");
    await ann.button("Call Susan").waitFor({ state: "detached" });
  });

  it("is called, chats, and is hung up on", { tags: "core" }, async () => {
    await annCallsSue();
    await sue.page.evaluate(() => window.sitepen.accept());
    await talking();
    await ann.page.getByRole("textbox", { name: "Message" }).fill("Hello Sue");
    await ann.button("Send").click();
    await until(
      "Ann's words at Sue's",
      () => see((page) => page.chats),
      (chats) => chats.includes("Hello Sue"),
    );
    await sue.page.evaluate(() => window.sitepen.chat("Hello Ann"));
    await ann.page.getByRole("log", { name: "Chat" }).getByText("Hello Ann").waitFor();
    await ann.button("Hang up").click();
    await until(
      "Sue's page closed its connection",
      () => see((page) => page.connected),
      (connected) => !connected,
    );
    expect(await see((page) => page.errors)).toEqual([]);
    // Nothing that it does not know was sent to it about the call.
    expect(await see((page) => page.received.filter((type) => type === "ringing"))).toEqual([]);
  });

  it("calls, chats, and hangs up", { tags: "core" }, async () => {
    await sueCallsAnn();
    await ann.button("Accept").click();
    await talking();
    await sue.page.evaluate(() => window.sitepen.chat("Hello Ann"));
    await ann.page.getByRole("log", { name: "Chat" }).getByText("Hello Ann").waitFor();
    await sue.page.evaluate(() => window.sitepen.disconnect());
    await ann.status("Sue hung up").waitFor();
    await until(
      "no live track",
      () => ann.liveTracks(),
      (n) => n === 0,
    );
    expect(await see((page) => page.errors)).toEqual([]);
  });

  it("declines", async () => {
    await annCallsSue();
    await sue.page.evaluate(() => window.sitepen.reject());
    await ann.status("Sue declined").waitFor();
    expect(await see((page) => page.errors)).toEqual([]);
  });

  it("is declined, and can call again", async () => {
    await sueCallsAnn();
    await ann.button("Decline").click();
    await until(
      "Sue's page heard of it",
      () => see((page) => page.received),
      (types) => types.includes("reject"),
    );
    await sueCallsAnn();
    await ann.button("Accept without video").click();
    await ann.inCallWith("Sue").waitFor();
    await framesGoOn(ann);
    await framesGoOn(sue, ["audio"]);
    await ann.button("Hang up").click();
  });

  it("leaves in the middle of a call", async () => {
    await annCallsSue();
    await sue.page.evaluate(() => window.sitepen.accept());
    await talking();
    await sue.page.close();
    await ann.page
      .getByRole("status")
      .filter({ hasText: /Sue hung up|connection to Sue was lost/u })
      .waitFor({ timeout: WORK });
  });
});
