/** Words between Chromium and Firefox. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser as Firefox } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findFirefox } from "../../scripts/browser.mjs";
import { FAKE_MEDIA, firefox, NO_FIREFOX } from "./firefox.ts";
import { FirefoxPerson } from "./firefox-person.ts";
import { sharedBrowser } from "./browser.ts";
import { Person } from "./person.ts";
import { Server } from "./server.ts";
import { field, log, open, reads, write } from "./writing.ts";

const program = findFirefox();

describe("Chromium and Firefox write to each other", () => {
  const server = new Server();
  const profile = mkdtempSync(join(tmpdir(), "earshot-firefox-"));
  let fox: Firefox;
  let ann: Person;
  let fay: FirefoxPerson;

  beforeAll(async () => {
    if (program === undefined) return;
    await server.start();
    fox = await firefox(program, profile, { preferences: FAKE_MEDIA, insecure: true });
  });
  beforeEach(async ({ skip }) => {
    skip(program === undefined, NO_FIREFOX);
    ann = await Person.open(await sharedBrowser(), server, "Ann");
    await ann.join();
    fay = await FirefoxPerson.join(fox, server.url, "Fay");
  });
  afterEach(async () => {
    if (program === undefined) return;
    const violations = [...(await ann.violations()), ...(await fay.violations())];
    await ann.context.close();
    await fay.leave();
    expect([ann.complaints, violations]).toEqual([[], []]);
  });
  afterAll(async () => {
    await fox?.close();
    await server.dispose();
    rmSync(profile, { recursive: true, force: true });
  });

  const markup = "<img src=x onerror=\"document.title='it ran'\"> <b>bold</b>";

  it("from the directory: what is said is counted, read, delivered and kept over a reload, and is text", async () => {
    await open(ann, "Fay");
    await write(ann, "Hello Fay");
    await fay.press("Write to Ann, 1 unread");
    await fay.waitFor("region", "Conversation with Ann");
    await fay.reads("log", /Hello Fay/u);
    await reads(ann, /Hello Fay.*Delivered/u);

    await field(ann).pressSequentially("No");
    await fay.reads("status", /Ann is typing/u);
    await write(ann, markup);
    await fay.reads("log", /<img src=x onerror=.*> <b>bold<\/b>/u);
    await fay.reads("status", /Ann is typing/u, false);
    expect(await fay.page.title()).toBe("Earshot");

    await fay.type("Message", "Hello Ann");
    await ann.status("Fay is typing").waitFor();
    await fay.press("Send");
    await reads(ann, /Hello Fay.*Hello Ann/u);
    await fay.reads("log", /Hello Ann.*Delivered/u);

    await fay.page.reload();
    await fay.press("Write to Ann");
    await fay.reads("log", /Hello Fay.*Hello Ann.*Delivered/u);
  });

  it("in a call: by its channel, and in the same conversation afterwards", async () => {
    await ann.call("Fay");
    await fay.waitFor("dialog", "Ann is calling");
    await fay.press("Accept");
    await ann.inCallWith("Fay").waitFor();
    await fay.waitFor("region", "Call with Ann");
    await write(ann, "In the call");
    await fay.reads("log", /In the call/u);
    await reads(ann, /In the call.*Delivered/u);
    await fay.type("Message", markup);
    await fay.press("Send");
    await log(ann).getByText(markup, { exact: true }).waitFor();
    await fay.reads("log", /bold<\/b>.*Delivered/u);

    await ann.button("Hang up").click();
    await fay.press("Write to Ann");
    await fay.reads("log", /In the call.*bold<\/b>.*Delivered/u);
    await open(ann, "Fay");
    await write(ann, "After the call");
    await fay.reads("log", /After the call/u);
  });
});
