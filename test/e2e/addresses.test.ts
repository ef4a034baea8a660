/** The addresses at which others come in, and what becomes of a page whose own is gone. */
import type { WebSocketRoute } from "playwright-core";
import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import type { Person } from "./person.ts";

const { server, visit, join } = stage();

const HOME = "https://192.168.1.20:3000";
const NEXT = "https://192.168.1.31:3000";
const NAME = "https://laptop.local:3000";

/** Somebody whose server also says that it is at `HOME`; `say` lets it say something more. */
async function enter(name: string): Promise<{ person: Person; say(addresses: string[]): void }> {
  const person = await visit(name);
  let socket: WebSocketRoute | undefined;
  await person.page.routeWebSocket(/\/rtc$/u, (route) => {
    socket = route;
    const upstream = route.connectToServer();
    upstream.onMessage((frame) => {
      const message = JSON.parse(String(frame)) as { type: string; addresses?: string[] };
      if (message.type === "ready") message.addresses = [server.url, HOME];
      route.send(JSON.stringify(message));
    });
  });
  await person.page.reload();
  await person.join();
  return {
    person,
    say: (addresses) => socket?.send(JSON.stringify({ type: "addresses", data: { addresses } })),
  };
}

const link = ({ page }: Person, address: string) => page.getByRole("link", { name: address.replace("https://", "") });

describe("an invitation", () => {
  it("follows the server to its new addresses, leaving out its own computer's", async () => {
    const { person, say } = await enter("Ann");
    await person.button("Invite").click();
    const sheet = person.page.getByRole("dialog", { name: "Invite" });
    await sheet.getByText("192.168.1.20:3000").waitFor();
    await sheet.getByRole("img", { name: "QR code of http://192.168.1.20:3000", exact: true }).waitFor();
    say([server.url, NEXT]);
    await sheet.getByRole("img", { name: "QR code of http://192.168.1.31:3000", exact: true }).waitFor();
    await person.page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
  });

  it("says so where only the laptop itself can come in", async () => {
    const ann = await join("Ann");
    await ann.page.getByText("No other device can open Earshot at the moment").waitFor();
  });
});

describe("a page whose address is gone", () => {
  it("offers the next one at once, and no more when its own is back", { tags: "core" }, async () => {
    const { person, say } = await enter("Ann");
    say([server.url, NEXT, NAME]);
    await person.button("Settings").waitFor();
    expect(await link(person, NEXT).count()).toBe(0);
    say([NEXT, NAME]);
    await person.status("The laptop that runs Earshot has another address now.").waitFor();
    expect(await link(person, NEXT).getAttribute("href")).toBe(NEXT);
    await link(person, NAME).waitFor();
    say([server.url, NEXT]);
    await person.status("another address").waitFor({ state: "detached" });
  });

  it("goes on with its call, and offers the next one afterwards", async () => {
    const { person: ann, say } = await enter("Ann");
    const bob = await join("Bob");
    await ann.call("Bob");
    await bob.accept(ann);
    say([NEXT]);
    await ann.button("Mute").click();
    await ann.button("Unmute").waitFor();
    expect(await link(ann, NEXT).count()).toBe(0);
    await ann.button("Hang up").click();
    await link(ann, NEXT).waitFor();
  });
});
