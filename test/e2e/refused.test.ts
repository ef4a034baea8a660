/** Something that lets pages through and no WebSocket: an iPhone that trusts the certificate halfway, a VPN, a virus scanner. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server as HttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { connect } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serveStatic } from "../../src/server/static.ts";
import { sharedBrowser } from "./browser.ts";
import { type OpenOptions, Person } from "./person.ts";
import { Server } from "./server.ts";
import { paced, until } from "./wait.ts";

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
const WITHIN = paced(5_000);

const server = new Server();
const people: Person[] = [];
let between: Between;

beforeAll(() => server.start());
afterEach(async () => {
  const complaints = people.flatMap((person) => person.complaints);
  await Promise.all(people.splice(0).map(({ context }) => context.close()));
  between?.stop();
  expect(complaints).toEqual([]);
});
afterAll(() => server.dispose());

async function open(through: { readonly url: string }, options: OpenOptions = {}): Promise<Person> {
  const person = await Person.open(await sharedBrowser(), through, "Ann", options);
  people.push(person);
  return person;
}

/** Serves the real page, and refuses its WebSocket, or passes it on to the real server. */
class Between {
  readonly #server: HttpsServer;
  refusing = true;
  refused = 0;

  constructor() {
    const pair = {
      key: readFileSync(join(server.folder, "key.pem")),
      cert: readFileSync(join(server.folder, "cert.pem")),
    };
    this.#server = createServer(pair, serveStatic(resolve("dist/client")));
    this.#server.on("upgrade", (request, socket, head) => {
      socket.on("error", () => socket.destroy());
      if (this.refusing) {
        this.refused++;
        return socket.destroy();
      }
      const { hostname, port } = new URL(server.url);
      const onward = connect({ host: hostname, port: Number(port), rejectUnauthorized: false });
      onward.on("error", () => socket.destroy());
      const headers = request.rawHeaders.map((part, index) => (index % 2 ? `${part}\r\n` : `${part}: `)).join("");
      onward.write(`GET ${request.url} HTTP/1.1\r\n${headers}\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
  }

  get url(): string {
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

describe("a page whose WebSocket is refused", () => {
  it.each([
    ["an iPhone", { userAgent: IPHONE }, "Your iPhone trusts Earshot only halfway"],
    ["another device", {}, "Something lets this page through, but not calls"],
  ])("says so on %s within 5 s, and goes on by itself once it opens", { tags: "core" }, async (_, options, heading) => {
    between = new Between();
    await between.start();
    const ann = await open(between, options);
    const opened = Date.now();
    await ann.page.getByRole("heading", { name: heading }).waitFor({ timeout: WITHIN });
    expect(Date.now() - opened).toBeLessThan(WITHIN);
    expect(await ann.page.getByText("not reachable").count()).toBe(0);
    // It goes on trying.
    const before = between.refused;
    await until(
      "another try",
      () => Promise.resolve(between.refused),
      (now) => now > before,
    );
    expect(await ann.page.getByRole("heading", { name: heading }).isVisible()).toBe(true);

    between.refusing = false;
    await ann.join();
    await ann.page.getByText("Nobody else is here yet").waitFor();
    expect(await ann.violations()).toEqual([]);
  });
});

describe("a server that restarts", () => {
  it("is never taken for one that refuses", async () => {
    const ann = await open(server, {
      // Whatever is shown, however briefly.
      prepare: () => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        setInterval(() => {
          const app = document.querySelector("earshot-app")?.shadowRoot;
          if (app?.querySelector("earshot-refused")) seen.push("refused");
        }, 10);
      },
    });
    await ann.join();
    let tries = 0;
    ann.page.on("websocket", () => tries++);
    for (const signal of ["SIGKILL", "SIGINT", "SIGKILL"] as const) {
      await server.stop(signal);
      await ann.status("Looking for the laptop").waitFor();
      const before = tries;
      await until(
        "three sockets in vain",
        () => Promise.resolve(tries),
        (now) => now > before + 2,
      );
      await server.start();
      await ann.page.getByText("Nobody else is here yet").waitFor();
    }
    expect(await ann.page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  });
});
