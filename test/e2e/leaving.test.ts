import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import { framesGoOn } from "./person.ts";
import { until } from "./wait.ts";

const { join, pair } = stage();
const PHONE = "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36";

describe("the browser's Back", () => {
  it("asks first in a call, and leaves nothing behind after it", { tags: "core" }, async () => {
    const [ann, bob] = await pair();
    const question = ann.page.getByRole("dialog", { name: "Leave the call?" });
    await ann.call("Bob");
    await bob.accept(ann);
    await ann.page.goBack();
    await question.getByRole("button", { name: "Stay" }).click();
    await question.waitFor({ state: "detached" });
    await framesGoOn(ann);
    await framesGoOn(bob);
    await ann.page.goBack();
    await question.getByRole("button", { name: "Hang up" }).click();
    await bob.status("Ann hung up").waitFor();
    await ann.button("Call Bob").waitFor();
    expect(await question.count()).toBe(0);
    await ann.page.goBack();
    await ann.button("Call Bob").waitFor();
    expect(await question.count()).toBe(0);
  });
});

describe("a phone that is put down", () => {
  it("keeps its screen on, dimmed, also when the page is loaded anew, until it is touched", async () => {
    const bob = await join("Bob", {
      // The headless shell keeps no screen on.
      whole: true,
      userAgent: PHONE,
      size: { width: 390, height: 780 },
      prepare: () => {
        // Absent where the page is not secure, such as about:blank.
        if (!(navigator as Partial<Navigator>).wakeLock) return;
        const request = navigator.wakeLock.request.bind(navigator.wakeLock);
        navigator.wakeLock.request = async (type) => {
          const lock = await request(type);
          Object.assign(window, { screenLock: lock });
          return lock;
        };
      },
    });
    const locked = (): Promise<boolean> =>
      bob.page.evaluate(() => {
        const { screenLock } = window as { screenLock?: WakeLockSentinel };
        return screenLock !== undefined && !screenLock.released;
      });
    const dimmed = bob.page.getByRole("dialog", { name: "Staying reachable" });
    await bob.page.getByText("A phone that sleeps cannot ring").waitFor();
    await bob.button("Stay reachable").click();
    await dimmed.waitFor();
    await until("the screen kept on", locked, (held) => held);
    // As for a new version.
    await bob.page.reload();
    await dimmed.waitFor();
    await until("the screen kept on again", locked, (held) => held);
    await dimmed.getByRole("button").click();
    await until("the screen let go", locked, (held) => !held);
    // Said once.
    await bob.page.reload();
    await bob.button("Stay reachable").waitFor();
    expect(await bob.page.getByText("A phone that sleeps cannot ring").count()).toBe(0);
  });
});
