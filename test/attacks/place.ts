/** The whole port, as main.ts puts it together, with people on it; what is limited can be made small. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { request } from "node:https";
import { vi } from "vitest";
import { REACTION } from "../../scripts/timeouts.mjs";
import type { Allowance } from "../../src/server/bucket.ts";
import { isOwnHost } from "../../src/server/hosts.ts";
import type { Room } from "../../src/server/people.ts";
import { serveSignaling, type Signaling } from "../../src/server/signaling.ts";
import { createWeb, type Web } from "../../src/server/web.ts";
import { answerTo } from "../helpers/http.ts";
import { certificate, Client, OPTIONS, quiet } from "../helpers/signaling.ts";

const NAMES = new Set(["earshot.local"]);

export interface Limits {
  readonly room?: Room;
  readonly allowance?: Allowance | undefined;
  /** How long a connection may be silent at first, in milliseconds. */
  readonly patience?: number;
}

let pair: { key: string; cert: string } | undefined;

export class Place {
  readonly web: Web;
  readonly signaling: Signaling;
  readonly #clients: Client[] = [];

  private constructor(web: Web, signaling: Signaling) {
    this.web = web;
    this.signaling = signaling;
  }

  static async open({ room = { people: 2_000, perAddress: 64 }, allowance, patience }: Limits = {}): Promise<Place> {
    if (pair === undefined) {
      const { key, cert } = await certificate();
      pair = { key: key.toString(), cert: cert.toString() };
    }
    const web = createWeb({
      certificates: { pair, authority: undefined, warning: undefined, refresh: () => Promise.resolve(false) },
      page: (_request, response) => void response.end("the page"),
      joining: { script: "", style: "" },
      status: () => false,
      log: quiet,
      names: () => NAMES,
      places: () => ["https://192.0.2.1:3000"],
      shown: () => [],
      port: () => 3000,
      arrived: () => undefined,
      room,
      ...(patience !== undefined && { patience }),
    });
    const ownHost = (host: string | undefined): boolean => isOwnHost(host, NAMES);
    const signaling = serveSignaling(web.secure, { ...OPTIONS, ownHost, room, allowance });
    // Of both families: so there are two addresses on every computer.
    await once(web.front.listen(0, "::"), "listening");
    return new Place(web, signaling);
  }

  get port(): number {
    return (this.web.front.address() as AddressInfo).port;
  }

  /** Somebody connects, from one of two addresses. */
  client(...options: ConstructorParameters<typeof Client> extends [number, ...infer Rest] ? Rest : never): Client {
    const client = new Client(this.port, ...options);
    this.#clients.push(client);
    return client;
  }

  /** Somebody connects and says who they are. */
  async joined(id: string, more: object = {}): Promise<Client> {
    const client = this.client();
    await client.join(id, more);
    return client;
  }

  /** How many connections there are, of whichever kind. */
  held(): Promise<number> {
    return new Promise((resolve, reject) =>
      this.web.front.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  }

  /** Nothing is held any more of all that came. */
  async empty(): Promise<void> {
    await vi.waitUntil(async () => (await this.held()) === 0, { timeout: REACTION, interval: 50 });
  }

  /** Ask for the page by this `Host`; resolves with the status. */
  async ask(host: string): Promise<number | undefined> {
    const options = { port: this.port, host: "127.0.0.1", headers: { host }, agent: false, rejectUnauthorized: false };
    return (await answerTo(request(options))).status;
  }

  async close(): Promise<void> {
    for (const { socket } of this.#clients) socket.terminate();
    this.signaling.close();
    await this.web.close();
  }
}

/** Two people are still heard by each other. */
export async function stillCall(caller: Client, callee: Client, [from, to]: [string, string]): Promise<void> {
  const call = `still-${performance.now()}`.replace(".", "_");
  caller.say("hangup", { target: to, call });
  await callee.next("hangup", ({ data }) => data["call"] === call && data["source"] === from);
}
