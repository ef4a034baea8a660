import { expect, it } from "vitest";
import { tellings } from "../../src/client/words/telling.ts";
import { field, log, open, reads, write } from "../e2e/writing.ts";
import { stage } from "./support/stage.ts";

const { join, joinByChromium } = stage();

const markup = "<img src=x onerror=\"document.title='it ran'\"> <b>bold</b>";

it("writes to Chromium and reads from it: counted, delivered, kept over a reload, and text whatever it holds", async () => {
  const wendy = await join("Wendy");
  const ann = await joinByChromium("Ann");
  await wendy.press("Write to Ann");
  await wendy.waitFor("region", "Conversation with Ann");
  await wendy.type("Message", markup);
  await wendy.press("Send");
  await open(ann, "Wendy", 1);
  await log(ann).getByText(markup, { exact: true }).waitFor();
  await wendy.reads("log", /<b>bold<\/b>.*Delivered/u);

  await field(ann).pressSequentially("No");
  await wendy.reads("status", /Ann is typing/u);
  await write(ann, `No: ${markup}`);
  await wendy.reads("log", /Delivered.*No: <img src=x onerror=.*> <b>bold<\/b>/u);
  await reads(ann, /No: .*Delivered/u);
  expect([await wendy.session.run(() => document.title), await ann.page.title()]).toEqual(["Earshot", "Earshot"]);

  await wendy.session.reload();
  await wendy.press("Write to Ann");
  await wendy.reads("log", /<b>bold<\/b>.*Delivered.*No: <img/u);
});

it("neither offers files nor takes any, which it has no connection for, and says why", async () => {
  const wendy = await join("Wendy");
  const ann = await joinByChromium("Ann");
  await wendy.press("Write to Ann");
  await wendy.waitFor("textbox", "Message");
  expect((await wendy.all("button")).map(({ label }) => label)).not.toContain("Attach");
  await open(ann, "Wendy");
  await ann.page.locator("#any").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("?") });
  await ann.button("Send").click();
  await wendy.reads("log", new RegExp(tellings.en.noFilesHere, "u"));
  expect((await wendy.all("button")).map(({ label }) => label)).not.toContain("Accept files");
  await wendy.press("Decline files");
  await reads(ann, /Wendy declined/u);
});
