/** Handing files over, as people do it and as the pages see it. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Download } from "playwright-core";
import type { AppState } from "../../src/client/state.ts";
import type { Transfer } from "../../src/client/talk-state.ts";
import type { FirefoxPerson } from "./firefox-person.ts";
import type { Person } from "./person.ts";
import { REACTION, until } from "./wait.ts";

/** A file that a test hands over: what it is called, and what it says. */
export interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Somebody at a browser of either kind: what runs in their pages is the same. */
type AtPage = Person | FirefoxPerson;
const pageOf = ({ page }: AtPage): Person["page"] => page as Person["page"];

/** Open the conversation with somebody. */
export async function write(person: Person, to: string): Promise<void> {
  await person.page.getByRole("button", { name: new RegExp(`^Write to ${to}`, "u") }).click();
  await person.page.getByRole("region", { name: `Conversation with ${to}` }).waitFor();
}

/** Pick files in the conversation that is open, and send them. */
export async function hand(person: Person, files: readonly Given[]): Promise<void> {
  await person.page
    .locator('input[type="file"][multiple]:not([accept])')
    .first()
    .setInputFiles([...files]);
  await person.button("Send").click();
}

/** A file of so many bytes that is made in the page: it would take long to bring it there. Not two of its megabytes are the same. */
export async function handLarge(person: AtPage, to: string, name: string, megabytes: number): Promise<void> {
  // Somebody who has only just joined is not listed here yet: an offer to nobody would be lost without a word.
  await until(
    `${to} to be listed at ${person.name}`,
    () =>
      pageOf(person).evaluate((to) => {
        const app = document.querySelector("earshot-app") as unknown as { store: { value: AppState } };
        return app.store.value.people.some((other) => other.name === to);
      }, to),
    Boolean,
  );
  await pageOf(person).evaluate(
    ({ to, name, megabytes }) => {
      const app = document.querySelector("earshot-app") as unknown as EventTarget & { store: { value: AppState } };
      const peer = app.store.value.people.find((other) => other.name === to)?.id;
      const megabyte = new Uint8Array(2 ** 20);
      for (let at = 0; at < megabyte.length; at++) megabyte[at] = (at * 31) ^ (at >> 8);
      const parts = Array.from({ length: megabytes }, (_, n) => [
        megabyte.subarray(8),
        new Uint8Array(new Float64Array([n]).buffer),
      ]);
      const files = [new File(parts.flat(), name, { type: "application/octet-stream" })];
      const detail = { type: "send-files", peer, files };
      app.dispatchEvent(new CustomEvent("intent", { detail, cancelable: true }));
    },
    { to, name, megabytes },
  );
}

/** What the page knows of the transfers of this session, in the order in which they began. */
export async function transfers(person: AtPage): Promise<Transfer[]> {
  return pageOf(person).evaluate(() => {
    const app = document.querySelector("earshot-app") as unknown as { store: { value: AppState } };
    return [...app.store.value.transfers.values()];
  });
}

/** Wait until the last transfer is so. */
export async function transfer(
  person: AtPage,
  what: string,
  good: (transfer: Transfer) => boolean,
  ms = REACTION,
): Promise<Transfer> {
  const all = await until(
    `a transfer ${what} at ${person.name}`,
    () => transfers(person),
    (all) => all.length > 0 && good(all[all.length - 1]!),
    ms,
  );
  return all[all.length - 1]!;
}

/** The offer is seen, and taken. */
export async function take(person: Person, from: string): Promise<void> {
  // Above the page, or in the conversation that is on it.
  const offer = person.page.getByLabel(`Files from ${from}`, { exact: true }).last();
  await offer.getByRole("button", { name: "Accept files" }).click();
}

/** The SHA-256 of what the browser has saved. */
export async function digestOf(download: Download): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(await download.path())) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

export const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** The SHA-256 of what `handLarge` makes. */
export function sha256OfLarge(megabytes: number): string {
  const megabyte = Buffer.alloc(2 ** 20);
  for (let at = 0; at < megabyte.length; at++) megabyte[at] = (at * 31) ^ (at >> 8);
  const hash = createHash("sha256");
  for (let n = 0; n < megabytes; n++)
    hash.update(megabyte.subarray(8)).update(new Uint8Array(new Float64Array([n]).buffer));
  return hash.digest("hex");
}
