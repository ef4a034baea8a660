import { expect, it } from "vitest";
import { guidesOf } from "../../src/joining/steps.ts";
import { english } from "../../src/joining/words/english.ts";
import { stage } from "./support/stage.ts";

const { visitor } = stage({ insecure: false });

it("shows the page without TLS, which finds that the certificate is not trusted, and opens the steps for this device", async () => {
  const wendy = visitor("Wendy");
  await wendy.visit();
  await wendy.reads("status", new RegExp(`^${english.script.untrusted}$`, "u"));
  await wendy.waitFor("heading", english.choice.title);
  await wendy.press(`${english.install.title} ${english.choice.install}`, "link");
  const { title } = guidesOf(english.guides).linux;
  await wendy.reads("details", new RegExp(`^${title} .*earshot-ca\\.crt`, "u"));
  expect(await wendy.session.run(() => location.protocol)).toBe("http:");
});
