/** Two people who call and write to each other while others break things. */
import { paced, REACTION } from "../../scripts/timeouts.mjs";
import { Client } from "../helpers/signaling.ts";

/** How long an offer may take, in milliseconds. */
const SOON = paced(2_000);

export class Witnesses {
  readonly #port: number;
  #caller: Client | undefined;
  #callee: Client | undefined;
  #calls = 0;

  constructor(port: number) {
    this.#port = port;
  }

  /** One calls and writes, the other hears it soon, and answers. */
  async call(): Promise<void> {
    const caller = (this.#caller ??= await joined(this.#port, "witness-1"));
    const callee = (this.#callee ??= await joined(this.#port, "witness-2"));
    const call = `w${this.#calls++}`;
    const sent = performance.now();
    caller.say("offer", { target: "witness-2", type: "offer", sdp: "v=0", call });
    await within(callee.next("offer", ({ data }) => data["call"] === call && data["source"] === "witness-1"));
    const took = performance.now() - sent;
    if (took > SOON) throw new Error(`An offer took ${took} ms`);
    callee.say("accept", { target: "witness-1", type: "answer", sdp: "v=0", call });
    await within(caller.next("accept", ({ data }) => data["call"] === call && data["source"] === "witness-2"));
    caller.say("hangup", { target: "witness-2", call });
    await within(callee.next("hangup"));
    caller.say("text", { target: "witness-2", mid: call, text: "Hello" });
    await within(callee.next("text", ({ data }) => data["mid"] === call && data["source"] === "witness-1"));
    callee.say("delivered", { target: "witness-1", mid: call });
    await within(caller.next("delivered", ({ data }) => data["mid"] === call && data["source"] === "witness-2"));
    for (const one of [caller, callee]) one.heard.length = 0;
  }

  leave(): void {
    for (const one of [this.#caller, this.#callee]) one?.socket.close(1000);
    this.#caller = this.#callee = undefined;
  }
}

export async function joined(port: number, id: string, more: object = {}): Promise<Client> {
  const client = new Client(port);
  await within(client.join(id, more));
  return client;
}

/** Fails if this takes long; what the sockets do meanwhile goes on. */
export async function within<T>(promise: Promise<T>, ms = REACTION): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
