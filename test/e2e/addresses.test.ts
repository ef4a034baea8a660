/** What becomes of a page whose address is gone. */
import type { WebSocketRoute } from "playwright-core";
import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import type { Person } from "./person.ts";

const { server, visit } = stage();

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
});
