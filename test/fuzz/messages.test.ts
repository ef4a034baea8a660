/** Frames of every kind, from people who are known and from some who are not, to the real endpoint. */
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Client, identity } from "../helpers/signaling.ts";
import { OWN, type Said, said, TOKEN, VICTIMS, WITNESSES } from "./said.ts";
import { Pairs, scan } from "./scan.ts";
import { holds, runs } from "./seed.ts";
import { Target } from "./target.ts";
import { joined, within, Witnesses } from "./witnesses.ts";

const BATCH = 25;
const SERVERS = new Set(["ready", "peers", "peer", "missed", "addresses", "error", "beat"]);
const SPEAKERS = ["ann", "bob", "old-olga", "stranger"] as const;

let target: Target;
beforeAll(async () => {
  target = await Target.start();
});
afterAll(() => target.stop());

/** What is wrong with a frame that somebody was sent, if anything is; `people` are all who may have signed it. */
function complaint(text: string, people: ReadonlySet<unknown>): string | undefined {
  const outside = scan(text);
  if (!(outside instanceof Pairs)) return "no object";
  const [types, datas] = [outside.of("type"), outside.of("data")];
  const [type, data] = [types[0], datas[0]];
  if (types.length !== 1 || typeof type !== "string") return "not one type";
  const by = data instanceof Pairs ? data.of("by") : [];
  if (SERVERS.has(type)) return by.length === 0 ? undefined : `passed on as the server's own: ${type}`;
  if (datas.length !== 1 || !(data instanceof Pairs)) return "not one data";
  const sources = data.of("source");
  if (sources.length !== 1) return "not one source";
  if (people.has(by[0]) && by[0] !== sources[0]) return "from another than who says it";
  if (VICTIMS.some((victim) => sources[0] === victim)) return "from somebody who has said nothing";
  const ids = data.of("id");
  if (type === "icecandidate" && (ids.length !== 1 || ids[0] !== sources[0])) return "a candidate of two sources";
  // The server writes these, and nobody else.
  if (type === "text" && data.of("name").length !== 1) return "a text of no name, or of two";
  if (type === "text" && data.of("at").some((at) => !isNow(at))) return "a text of another time";
  return undefined;
}

/** Whether this is a time that this test has seen, about: what is forged is of another. */
const isNow = (at: unknown): boolean => typeof at === "number" && Math.abs(at - Date.now()) < 24 * 60 * 60_000;

class Stage {
  readonly #clients = new Map<string, { client: Client; id: string }>();
  readonly #people = new Set<string>();
  readonly complaints: string[] = [];
  /** How much has been passed on from one to another. */
  passed = 0;

  /** They listen, and never speak. */
  async open(): Promise<void> {
    for (const id of [...VICTIMS, ...WITNESSES]) await this.speaker(id);
  }

  /** Somebody who is connected, anew if they were not. */
  async speaker(name: string): Promise<{ client: Client; id: string }> {
    const known = this.#clients.get(name);
    if (known && known.client.socket.readyState === known.client.socket.OPEN) return known;
    if (known && VICTIMS.some((victim) => victim === name)) this.complaints.push(`${name} was thrown out`);
    let [client, id] = [new Client(target.port), name];
    client.socket.on("message", (data: Buffer) => {
      if (!SERVERS.has((JSON.parse(data.toString()) as { type: string }).type)) this.passed++;
      const wrong = complaint(data.toString(), this.#people);
      if (wrong) this.complaints.push(`${wrong}: ${data.toString().slice(0, 500)}`);
    });
    if (name === "stranger") {
      const ready = await within(client.next("ready"));
      id = String(ready.id);
    } else if (name.startsWith("old")) {
      await within(client.next("ready"));
      client.say("identify", { id, name, token: identity.tokenFor(id) });
    } else await within(client.join(name));
    this.#people.add(id);
    const made = { client, id };
    this.#clients.set(name, made);
    return made;
  }

  /** Everyone who is still there is still answered; and what has come to them is as it should be. */
  async answers(): Promise<void> {
    await Promise.all(
      [...this.#clients.values()].map(async ({ client }) => {
        if (client.socket.readyState !== client.socket.OPEN) return;
        client.heard.length = 0;
        client.say("beat");
        await within(Promise.race([client.next("beat"), client.closed]));
      }),
    );
    if (this.complaints.length > 0) throw new Error(this.complaints.join("\n"));
  }

  close(): void {
    for (const { client } of this.#clients.values()) client.socket.close(1000);
  }
}

async function fuzz(witnesses: Witnesses, numRuns: number, part: number): Promise<void> {
  const stage = new Stage();
  await stage.open();
  let batches = 0;
  const one = fc.record({ who: fc.constantFrom(...SPEAKERS), said });
  const batch = fc.array(one, { minLength: BATCH, maxLength: BATCH });
  const property = fc.asyncProperty(batch, async (cases) => {
    for (const { who, said } of cases) say(await stage.speaker(who), said);
    await stage.answers();
    if (++batches % 4 === 0) await witnesses.call();
  });
  await holds("Messages", property, numRuns, part);
  stage.close();
  witnesses.leave();
  // Else it would have shown little.
  expect(stage.passed).toBeGreaterThan((numRuns * BATCH) / 50);
}

function say({ client: { socket }, id }: { client: Client; id: string }, { text, binary }: Said): void {
  const own = text.replaceAll(OWN, id).replaceAll(TOKEN, identity.tokenFor(id));
  socket.send(Buffer.from(own), { binary });
}

it("no message breaks the server, speaks for another, or is remembered for ever", async () => {
  const witnesses = new Witnesses(target.port);
  await target.growsNot(runs(0.7, BATCH), (numRuns, part) => fuzz(witnesses, numRuns, part));
  await joined(target.port, "afterwards");
});
