/** WebKitGTK is built without WebRTC: the browser that cannot call. */
import { expect, it } from "vitest";
import { english } from "../../src/client/words/english.ts";
import { stage } from "./support/stage.ts";

const { join, joinByChromium } = stage();

const { failed } = english.endings;
const exactly = (sentence: string): RegExp => new RegExp(sentence.replace(/[?.]/gu, "\\$&"), "u");

it("says at once that it cannot call, and whom it would have called hears nothing of it", async () => {
  const wendy = await join("Wendy");
  const ann = await joinByChromium("Ann");
  expect(await wendy.session.run(() => typeof RTCPeerConnection)).toBe("undefined");
  for (const button of ["Call Ann", "Voice call with Ann"]) {
    await wendy.press(button);
    await wendy.reads("status", exactly(failed["this-browser"]("Ann")));
    expect(await wendy.all("dialog")).toEqual([]);
    await wendy.press("Dismiss");
    await wendy.readsNot("status", /cannot make calls/u);
  }
  await wendy.press("Recent calls");
  await wendy.reads("dialog", exactly(english.recents.empty));
  await ann.button("Recent calls").click();
  await ann.page.getByText(english.recents.empty).waitFor();
});

it("is called by Chromium: nothing rings, and both sides read and list why they were not connected", async () => {
  const wendy = await join("Wendy");
  const ann = await joinByChromium("Ann");
  // The title says so for as long as it rings, however shortly.
  await wendy.session.run(() => {
    const titles: string[] = [];
    const note = (): unknown => titles.push(document.title);
    new MutationObserver(note).observe(document.querySelector("title")!, { childList: true });
    Object.assign(window, { titles });
  });
  await ann.call("Wendy");
  await ann.status(failed["their-browser"]("Wendy")).waitFor();
  await wendy.reads("status", exactly(failed["this-browser"]("Ann")));
  expect(await wendy.session.run(() => (window as unknown as { titles: string[] }).titles)).toEqual([]);
  expect(await ann.liveTracks()).toBe(0);
  await ann.button("Recent calls").click();
  await ann.page.getByRole("listitem").filter({ hasText: "Wendy" }).getByText("Couldn't connect").waitFor();

  await wendy.session.reload();
  await wendy.press("Recent calls");
  await wendy.reads("listitem", /Ann.*Couldn't connect/u);
  await wendy.press("Clear the list");
  await wendy.press("Clear them all?");
  await wendy.reads("dialog", exactly(english.recents.empty));
});
