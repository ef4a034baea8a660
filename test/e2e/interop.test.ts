/** Chromium and Firefox in one call, begun by either. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser as Firefox } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findFirefox } from "../../scripts/browser.mjs";
import { FAKE_MEDIA, firefox, NO_FIREFOX } from "./firefox.ts";
import { FirefoxPerson } from "./firefox-person.ts";
import { digestOf, handLarge, sha256OfLarge, take, transfer } from "./handing.ts";
import { sharedBrowser } from "./browser.ts";
import { framesGoOn, Person } from "./person.ts";
import { countScreen, pathName, pretendScreen, share } from "./probe.ts";
import { Server } from "./server.ts";
import { until, WORK } from "./wait.ts";

const program = findFirefox();

describe("Chromium and Firefox in one call", () => {
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
    ann = await Person.open(await sharedBrowser(), server, "Ann", { prepare: pretendScreen });
    await ann.join();
    fay = await FirefoxPerson.join(fox, server.url, "Fay", pretendScreen);
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

  async function chromiumCalls(): Promise<void> {
    await ann.call("Fay");
    await fay.waitFor("dialog", "Ann is calling");
    await fay.press("Accept");
    await connected();
  }

  async function firefoxCalls(): Promise<void> {
    await fay.press("Call Ann");
    await ann.prompt("Fay").waitFor();
    await ann.button("Accept").click();
    await connected();
  }

  async function connected(): Promise<void> {
    await ann.inCallWith("Fay").waitFor();
    await fay.waitFor("region", "Call with Ann");
    await framesGoOn(ann);
    await framesGoOn(fay);
  }

  it.each([
    ["Chromium", chromiumCalls],
    ["Firefox", firefoxCalls],
  ])(
    "begun by %s: each sees and hears the other, reads them, and learns what they switch off",
    async (_caller, call) => {
      await call();

      await ann.page.getByRole("textbox", { name: "Message" }).fill("Hello Fay");
      await ann.button("Send").click();
      await fay.reads("log", /Hello Fay/);
      await fay.type("Message", "Hello Ann");
      await fay.press("Send");
      await ann.page.getByRole("log", { name: "Chat" }).getByText("Hello Ann").waitFor();

      await ann.button("Mute").click();
      await fay.reads("region", /Ann is muted/);
      await ann.button("Unmute").click();
      await fay.reads("region", /Ann is muted/, false);
      await fay.press("Mute");
      await ann.inCallWith("Fay").getByText("Fay is muted").waitFor();
      await fay.press("Unmute");
      await ann.inCallWith("Fay").getByText("Fay is muted").waitFor({ state: "detached" });

      await ann.button("Camera off").click();
      await fay.reads("region", /camera is off/i);
      await ann.button("Camera on").click();
      await fay.reads("region", /camera is off/i, false);
      await framesGoOn(fay);
      await fay.press("Camera off");
      await ann
        .inCallWith("Fay")
        .getByText(/camera is off/i)
        .waitFor();
      await fay.press("Camera on");
      await ann
        .inCallWith("Fay")
        .getByText(/camera is off/i)
        .waitFor({ state: "detached" });
      await framesGoOn(ann);

      await ann.button("Hang up").click();
      await fay.reads("status", /Ann hung up/);
      await fay.waitFor("button", "Call Ann");
      expect(await ann.openConnections()).toBe(0);
    },
  );

  it.each([
    ["Chromium", chromiumCalls],
    ["Firefox", firefoxCalls],
  ])("begun by %s: the screen of either comes beside the face, and goes again", async (_caller, call) => {
    await call();
    const inChromium = {
      run: (on: boolean) => ann.page.evaluate(share, on),
      seen: () => fay.page.evaluate(countScreen),
    };
    const inFirefox = {
      run: (on: boolean) => fay.page.evaluate(share, on),
      seen: () => ann.page.evaluate(countScreen),
    };
    for (const { run, seen } of [inChromium, inFirefox]) {
      await run(true);
      await until("frames of the screen", seen, (frames) => (frames ?? 0) > 5);
      await framesGoOn(ann);
      await framesGoOn(fay);
      await run(false);
      await until("no screen any more", seen, (frames) => frames === undefined);
    }
    await framesGoOn(ann);
    await framesGoOn(fay);
  });

  it("finds another path when the network of either has changed, and is hung up by Firefox", async () => {
    await chromiumCalls();
    for (const [person, path] of [
      [ann, () => ann.page.evaluate(pathName)],
      [fay, () => fay.path()],
    ] as const) {
      const before = await path();
      const online = () => void dispatchEvent(new Event("online"));
      await (person === ann ? ann.page.evaluate(online) : fay.page.evaluate(online));
      await until(`another path at ${person.name}`, path, (now) => now !== undefined && now !== before);
      await framesGoOn(ann);
      await framesGoOn(fay);
    }
    await fay.press("Hang up");
    await ann.status("Fay hung up").waitFor();
    await ann.button("Call Fay").waitFor();
  });

  it("hands files from either to the other, without a call", async () => {
    await handLarge(ann, "Fay", "from Ann.bin", 20);
    await fay.press("Accept files");
    const done = ({ outcome }: { outcome?: unknown }) => outcome === "done";
    const { files } = await transfer(fay, "done", done, WORK);
    expect(files).toMatchObject([{ name: "from Ann.bin", size: 20 * 2 ** 20, whole: true }]);
    await transfer(ann, "done", done);

    const download = ann.page.waitForEvent("download", { timeout: WORK });
    await handLarge(fay, "Ann", "from Fay.bin", 20);
    await take(ann, "Fay");
    const there = await transfer(ann, "done", (now) => now.direction === "incoming" && done(now), WORK);
    expect(there.files).toMatchObject([{ name: "from Fay.bin", size: 20 * 2 ** 20, whole: true }]);
    expect(await digestOf(await download)).toBe(sha256OfLarge(20));
    await transfer(fay, "done", (now) => now.direction === "outgoing" && done(now));
  });
});
