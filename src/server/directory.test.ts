import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Identify } from "../protocol/messages.ts";
import type { Delivery, Relayed } from "./delivery.ts";
import { AWAY, Directory, GRACE, REPLACED } from "./directory.ts";
import { KEEP_TEXT, MOST_TEXTS } from "../protocol/talk.ts";
import { createIdentity } from "./identity.ts";
import { KEEP_OFFER } from "./mailbox.ts";
import { KEEP_MISSED, KEEP_TOLD } from "./missed.ts";
import type { Room } from "./people.ts";
import { stamp } from "./stamp.ts";

type Message = { type: string; data: Record<string, unknown> };

/** The directory in a time of its own; connections are names, and what each was told is kept. */
class Server {
  readonly identity = createIdentity(Buffer.alloc(32, 7));
  readonly directory: Directory<string>;
  readonly closed: { close: string; code: number }[] = [];
  /** Changes are not told before it ends. */
  gathering = false;
  /** How many frames were sent in all. */
  frames = 0;
  now: number;
  readonly #inbox = new Map<string, Message[]>();
  readonly #open = new Set<string>();
  #ids = 0;

  /** Starts `age` milliseconds before now: by default the grace of a start is over. */
  constructor(age = GRACE, room: Room = { people: 2_000, perAddress: 64 }) {
    this.now = age;
    this.directory = new Directory<string>({
      identity: this.identity,
      newId: () => `id${this.#ids++}`,
      greeting: () => ({ version: "v1", iceServers: [], addresses: ["https://192.0.2.1:3000"] }),
      startedAt: 0,
      room,
    });
    this.tick();
  }

  open(connection: string, address = connection): Message[] {
    this.#open.add(connection);
    this.#deliver(this.directory.open(connection, address));
    return this.take(connection);
  }

  identify(connection: string, data: Partial<Identify["data"]>): void {
    this.#deliver(this.directory.identify(connection, { id: connection, name: nameOf(connection), ...data }, this.now));
  }

  /** Somebody comes whose id is their name; `more` is what else they say. */
  join(id: string, more: Partial<Identify["data"]> = {}, connection = id): Message[] {
    this.open(connection);
    const token = this.identity.tokenFor(id);
    this.identify(connection, { id, name: nameOf(id), token, protocol: 1, ...more });
    return this.take(connection);
  }

  joinOld(id: string): Message[] {
    this.open(id);
    this.identify(id, { id, name: nameOf(id), token: this.identity.tokenFor(id) });
    return this.take(id);
  }

  say(connection: string, type: string, data: object): void {
    this.#deliver(this.directory.relay(connection, { type, data }, this.now));
  }

  close(connection: string, goodbye: boolean): void {
    this.#open.delete(connection);
    this.#deliver(this.directory.close(connection, goodbye, this.now));
  }

  /** Time passes; the directory looks at the clock at the end. */
  tick(ms = 0): void {
    this.now += ms;
    this.#deliver(this.directory.tick(this.now));
  }

  /** What a connection was told since it was last asked. */
  take(connection: string): Message[] {
    const told = this.#inbox.get(connection) ?? [];
    this.#inbox.delete(connection);
    return told;
  }

  forget(): void {
    this.#inbox.clear();
  }

  /** Everyone is told of every change at once, so that each can be looked at. */
  #deliver(deliveries: Delivery<string>[]): void {
    for (const delivery of [...deliveries, ...(this.gathering ? [] : this.directory.flush())]) {
      if ("close" in delivery) {
        this.closed.push({ close: delivery.close, code: delivery.code });
        continue;
      }
      const hearing = "to" in delivery ? [delivery.to] : this.#audience(delivery.all, delivery.except);
      for (const connection of hearing) {
        this.frames++;
        const message = heardBy(connection, said(delivery));
        if (message) this.#inbox.set(connection, [...(this.#inbox.get(connection) ?? []), message]);
      }
    }
  }

  #audience(kind: string, except: string | undefined): string[] {
    return [...this.#open].filter((each) => each !== except && this.directory.audienceOf(each) === kind);
  }
}

/** The message as it arrives. */
function said(delivery: Exclude<Delivery<string>, { close: string }>): Message {
  if ("written" in delivery) return JSON.parse(delivery.written.map(String).join("")) as Message;
  const source = "source" in delivery ? delivery.source : undefined;
  return (source === undefined ? delivery.message : stamp(delivery.message as Relayed, source)) as unknown as Message;
}

/** Everyone leaves out what one frame for all says of themselves; here, a connection has the name of its person. */
function heardBy(connection: string, message: Message): Message | undefined {
  const { peers, gone, full } = message.data ?? {};
  if (message.type !== "peers" || full !== undefined) return message;
  const others = (peers as { id: string }[]).filter(({ id }) => id !== connection);
  if (others.length === 0 && (gone as string[]).length === 0) return undefined;
  return { ...message, data: { ...message.data, peers: others } };
}

const nameOf = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);
const types = (messages: Message[]): string[] => messages.map(({ type }) => type);
const codes = (messages: Message[]): unknown[] => messages.map(({ data }) => data["code"]);
const peer = (id: string, more: object = {}): object => ({
  id,
  name: nameOf(id),
  status: "available",
  protocol: 1,
  ...more,
});
const change = (...peers: object[]): object => ({ type: "peers", data: { peers, gone: [] } });
const gone = (...ids: string[]): object => ({ type: "peers", data: { peers: [], gone: ids } });
const text = (target: string, mid: string): object => ({ target, mid, text: mid });
const offer = (target: string, call?: string, sdp = "v=0"): object => ({
  target,
  type: "offer",
  sdp,
  ...(call && { call }),
});
const candidate = (target: string, call?: string, n = 1): object => ({
  target,
  candidate: { candidate: `${n}` },
  ...(call && { call }),
});

/** Ann and Bob are here, and have heard of each other. */
function annAndBob(age?: number): Server {
  const server = new Server(age);
  server.join("ann");
  server.join("bob");
  server.forget();
  return server;
}

describe("who is who", () => {
  it("greets each connection with an id of its own and what proves it", () => {
    const server = new Server();
    const [ready] = server.open("c") as unknown as [{ id: string; token: string }];
    expect(ready).toEqual({
      type: "ready",
      id: "id0",
      token: server.identity.tokenFor("id0"),
      version: "v1",
      protocol: 1,
      iceServers: [],
      addresses: ["https://192.0.2.1:3000"],
    });
    expect(server.open("d")).toMatchObject([{ id: "id1" }]);
  });

  it("takes the id of this connection's ready without a token", () => {
    const server = new Server();
    server.open("c");
    server.identify("c", { id: "id0", protocol: 1 });
    // Here a connection's name is not that of its person, who hears of themselves, too.
    expect(server.take("c")).toMatchObject([{ data: { full: true } }, { data: { peers: [{ id: "id0" }] } }]);
  });

  it.each([
    ["none", undefined],
    ["another id's", createIdentity(Buffer.alloc(32, 7)).tokenFor("ann")],
    ["another server's", createIdentity(randomBytes(32)).tokenFor("id0")],
    ["an empty one", ""],
  ])("does not take another connection's id with a token that proves nothing: %s", (_, token) => {
    const server = new Server();
    server.open("first");
    server.open("second");
    server.identify("second", { id: "id0", token, protocol: 1 });
    expect(codes(server.take("second"))).toEqual(["bad-token"]);
    expect(server.directory.size.people).toBe(0);
    // The connection lives, and may use its own.
    server.identify("second", { id: "id1", protocol: 1 });
    expect(types(server.take("second"))).toEqual(["peers", "peers"]);
  });

  it.each(["", " ", "\u202e", "a".repeat(41)])("refuses %j for a name", (name) => {
    const server = new Server();
    server.open("c");
    server.identify("c", { id: "id0", name, protocol: 1 });
    expect(codes(server.take("c"))).toEqual(["bad-name"]);
    expect(server.directory.size.people).toBe(0);
  });

  it("cuts an old client's long name, since it could not read why it is refused", () => {
    const server = new Server();
    server.open("c");
    server.identify("c", { id: "id0", name: "a".repeat(100) });
    expect(server.take("c").map(({ type }) => type)).not.toContain("error");
    expect(server.directory.size.people).toBe(1);
  });

  it("shows the name cleaned", () => {
    const server = new Server();
    server.join("ann");
    server.join("bob", { name: "  Bo\u0007b\u202e  B " });
    expect(server.take("ann")).toEqual([change(peer("bob", { name: "Bob B" }))]);
  });

  it("keeps one id to a connection", () => {
    const server = annAndBob();
    server.identify("ann", { id: "cem", token: server.identity.tokenFor("cem") });
    expect(codes(server.take("ann"))).toEqual(["bad-message"]);
    server.identify("ann", { id: "bob" });
    expect(codes(server.take("ann"))).toEqual(["bad-message"]);
    expect(server.directory.size.people).toBe(2);
  });

  it("ignores a connection that it does not know", () => {
    const server = new Server();
    server.identify("nobody", {});
    server.close("nobody", true);
    expect(server.frames).toBe(0);
  });
});

describe("who is here", () => {
  it("tells the newcomer of everyone, and everyone of the newcomer", () => {
    const server = new Server();
    expect(server.join("ann")).toEqual([{ type: "peers", data: { full: true, more: false, peers: [], gone: [] } }]);
    expect(server.join("bob", { device: "phone" })).toMatchObject([{ data: { full: true, peers: [peer("ann")] } }]);
    expect(server.take("ann")).toEqual([change(peer("bob", { device: "phone" }))]);
  });

  it("sends a long list in chunks of 100, the first full, all but the last with more", () => {
    const server = new Server();
    const sizes = (count: number): unknown[] => {
      for (let n = server.directory.size.people; n < count; n++) server.join(`p${n}`);
      const list = server
        .join("last")
        .map(({ data }) => data as { full: boolean; more: boolean; peers: { id: string }[] });
      server.close("last", true);
      expect(new Set(list.flatMap(({ peers }) => peers.map(({ id }) => id))).size).toBe(count);
      return list.map(({ full, more, peers }) => [full, more, peers.length]);
    };
    expect(sizes(100)).toEqual([[true, false, 100]]);
    expect(sizes(101)).toEqual([
      [true, true, 100],
      [false, false, 1],
    ]);
    expect(sizes(300)).toEqual([
      [true, true, 100],
      [false, true, 100],
      [false, false, 100],
    ]);
  });

  it("announces a new name or status, and nothing that is as it was", () => {
    const server = annAndBob();
    server.identify("bob", { name: "Robert", protocol: 1 });
    server.identify("bob", { name: "Robert", protocol: 1 });
    server.identify("bob", { name: "Robert", protocol: 1, status: "busy" });
    expect(server.take("ann")).toEqual([
      change(peer("bob", { name: "Robert" })),
      change(peer("bob", { name: "Robert", status: "busy" })),
    ]);
    // No list again for who has one.
    expect(server.take("bob")).toEqual([]);
  });

  it("tells of a goodbye at once", () => {
    const server = annAndBob();
    server.close("bob", true);
    expect(server.take("ann")).toEqual([gone("bob")]);
  });

  it("tells nobody of connections that never said who they are", () => {
    const server = annAndBob();
    server.open("c");
    server.close("c", false);
    server.tick(AWAY);
    expect([...server.take("ann"), ...server.take("bob"), ...server.take("c")]).toEqual([]);
  });

  it("does not scan people for each message", () => {
    const server = new Server();
    for (let n = 0; n < 1_000; n++) server.join(`p${n}`);
    // Each is told once of all who are there, and all of each, themselves among them: nothing else is quadratic.
    const lists = 10 * 1_000;
    expect(server.frames).toBeGreaterThan((1_000 * 1_001) / 2);
    expect(server.frames).toBeLessThan((1_000 * 1_001) / 2 + 1_000 + lists);
    const before = server.frames;
    for (let n = 0; n < 1_000; n++) server.say(`p${n}`, "offer", offer(`p${999 - n}`, "c"));
    expect(server.frames - before).toBe(1_000);
  });
});

describe("clients of SitePen's protocol", () => {
  it("hear of one person at a time, and are seen by all", () => {
    const server = annAndBob();
    expect(server.joinOld("old")).toEqual([
      { type: "peer", data: peer("ann") },
      { type: "peer", data: peer("bob") },
    ]);
    const { protocol: _, ...old } = peer("old") as { protocol: number };
    expect(server.take("ann")).toEqual([change(old)]);
    server.join("cem");
    server.identify("cem", { name: "Cemal", protocol: 1 });
    server.close("cem", true);
    expect(server.take("old")).toEqual([
      { type: "peer", data: peer("cem") },
      { type: "peer", data: peer("cem", { name: "Cemal" }) },
      { type: "peer", data: { id: "cem", name: "Cemal", remove: true } },
    ]);
  });

  it("rename themselves", () => {
    const server = annAndBob();
    server.joinOld("old");
    server.forget();
    server.identify("old", { name: "Older" });
    expect(server.take("ann")).toMatchObject([{ data: { peers: [{ id: "old", name: "Older" }] } }]);
    expect(server.take("old")).toEqual([]);
  });

  it("are gone at once when their socket dies: they return under another id", () => {
    const server = annAndBob();
    server.joinOld("old");
    server.forget();
    server.close("old", false);
    expect(server.take("ann")).toEqual([gone("old")]);
  });

  it("see someone whose socket died as away, and removed later", () => {
    const server = annAndBob();
    server.joinOld("old");
    server.close("bob", false);
    server.tick(AWAY);
    expect(server.take("old")).toEqual([
      { type: "peer", data: peer("bob", { status: "away" }) },
      { type: "peer", data: { id: "bob", name: "Bob", remove: true } },
    ]);
  });

  it("are told of no missed calls, which they do not know", () => {
    const server = annAndBob();
    server.say("ann", "offer", offer("old", "c1"));
    expect(server.joinOld("old").map(({ type }) => type)).toEqual(["peer", "peer"]);
  });

  it("have their offer answered by a page that gives the call an id", () => {
    const server = annAndBob();
    server.joinOld("old");
    server.say("old", "offer", offer("ann"));
    server.say("ann", "accept", { target: "old", type: "answer", sdp: "v=0", call: "given" });
    expect(server.directory.size).toMatchObject({ offers: 0, callers: 0 });
    // So it is not handed over, and does not ring again, when the page reconnects in the call.
    server.close("ann", false);
    expect(types(server.join("ann"))).toEqual(["peers"]);
  });

  it("call again, and that offer too waits as long as others", () => {
    const server = annAndBob();
    server.joinOld("old");
    server.close("ann", false);
    server.say("old", "offer", offer("ann", undefined, "first"));
    server.tick(KEEP_OFFER - 1_000);
    server.say("old", "offer", offer("ann", undefined, "second"));
    server.tick(2_000);
    expect(server.join("ann").filter(({ type }) => type === "offer")).toMatchObject([{ data: { sdp: "second" } }]);
  });
});

describe("one identity in two places", () => {
  it("closes the first with 4001, and nobody hears of it", () => {
    const server = annAndBob();
    const told = server.join("ann", {}, "ann's other page");
    expect(types(told)).toEqual(["peers"]);
    expect(codes(server.take("ann"))).toEqual(["replaced"]);
    expect(server.closed).toEqual([{ close: "ann", code: REPLACED }]);
    expect(server.take("bob")).toEqual([]);
  });

  it.each([true, false])("the old socket's close removes nothing (goodbye: %s)", (goodbye) => {
    const server = annAndBob();
    server.join("ann", {}, "ann's other page");
    server.close("ann", goodbye);
    server.tick(AWAY);
    expect(server.take("bob")).toEqual([]);
    server.say("bob", "ringing", { target: "ann", call: "c1" });
    expect(types(server.take("ann's other page"))).toEqual(["ringing"]);
  });

  it("does not listen to the old one any more", () => {
    const server = annAndBob();
    server.join("ann", {}, "ann's other page");
    server.forget();
    server.say("ann", "offer", offer("bob", "c1"));
    server.identify("ann", { name: "Mallory" });
    expect(codes(server.take("ann"))).toEqual(["not-identified"]);
    expect(server.take("bob")).toEqual([]);
  });

  it("hands over what rings", () => {
    const server = annAndBob();
    server.say("bob", "offer", offer("ann", "c1"));
    expect(types(server.join("ann", {}, "ann's other page"))).toEqual(["peers", "offer"]);
  });
});

describe("messages between two people", () => {
  it("carry the sender that the server knows, and everything else as it came", () => {
    const server = annAndBob();
    server.say("ann", "offer", { ...offer("bob", "c1"), unknown: { deep: [1] } });
    expect(server.take("bob")).toEqual([
      { type: "offer", data: { ...offer("bob", "c1"), source: "ann", unknown: { deep: [1] } } },
    ]);
    server.say("ann", "icecandidate", candidate("bob", "c1"));
    expect(server.take("bob")).toEqual([
      { type: "icecandidate", data: { ...candidate("bob", "c1"), source: "ann", id: "ann" } },
    ]);
    server.say("ann", "wave", { target: "bob", hand: "left" });
    expect(server.take("bob")).toEqual([{ type: "wave", data: { target: "bob", hand: "left", source: "ann" } }]);
    expect(server.take("ann")).toEqual([]);
  });

  it("may name their source, but no other", () => {
    const server = annAndBob();
    server.say("ann", "reject", { target: "bob", source: "ann" });
    server.say("ann", "icecandidate", { ...candidate("bob"), id: "ann" });
    expect(types(server.take("bob"))).toEqual(["reject", "icecandidate"]);
    server.say("ann", "reject", { target: "bob", source: "bob", call: "c1" });
    server.say("ann", "icecandidate", { ...candidate("bob"), id: "bob" });
    server.say("ann", "icecandidate", { ...candidate("bob"), source: "ann", id: "cem" });
    expect(server.take("bob")).toEqual([]);
    const told = server.take("ann");
    expect(codes(told)).toEqual(["bad-message", "bad-message", "bad-message"]);
    expect(told[0]?.data).toMatchObject({ call: "c1", target: "bob" });
  });

  it("need a sender who has identified, and a target", () => {
    const server = annAndBob();
    server.open("c");
    server.say("c", "offer", offer("ann", "c1"));
    expect(server.take("c")).toMatchObject([{ data: { code: "not-identified", call: "c1", target: "ann" } }]);
    server.say("ann", "hangup", { call: "c1" });
    expect(codes(server.take("ann"))).toEqual(["bad-message"]);
  });

  it("to someone who is not here are answered `peer-gone`, with call and target", () => {
    const server = annAndBob();
    for (const type of ["offer", "ringing", "accept", "hangup", "wave"]) {
      server.say("ann", type, { ...offer("cem", "c1"), type });
      expect(server.take("ann")).toMatchObject([{ data: { code: "peer-gone", call: "c1", target: "cem" } }]);
    }
  });
});

describe("absence", () => {
  it("someone whose socket died is away for 60 s, then gone", () => {
    const server = annAndBob();
    server.close("bob", false);
    expect(server.take("ann")).toEqual([change(peer("bob", { status: "away" }))]);
    server.tick(AWAY - 1);
    expect(server.take("ann")).toEqual([]);
    expect(server.join("cem")).toMatchObject([{ data: { peers: [peer("ann"), { id: "bob", status: "away" }] } }]);
    server.forget();
    server.tick(1);
    expect(server.take("ann")).toEqual([gone("bob")]);
    server.tick(AWAY);
    expect(server.take("ann")).toEqual([]);
  });

  it("someone who returns is here again, and stays", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.tick(AWAY - 1);
    server.forget();
    expect(server.join("bob", {}, "again")).toMatchObject([
      { data: { full: true } },
      { data: { peers: [{ id: "bob" }] } },
    ]);
    expect(server.take("ann")).toEqual([change(peer("bob"))]);
    server.tick(AWAY);
    expect(server.take("ann")).toEqual([]);
  });

  it("keeps an offer with its candidates for someone who is away, and hands them over in order after the list", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.forget();
    server.say("ann", "offer", offer("bob", "c1"));
    server.say("ann", "icecandidate", candidate("bob", "c1", 1));
    server.say("ann", "icecandidate", candidate("bob", "c1", 2));
    server.say("ann", "icecandidate", candidate("bob", "another call", 3));
    expect(server.take("ann")).toEqual([]);
    const told = server.join("bob");
    expect(types(told)).toEqual(["peers", "offer", "icecandidate", "icecandidate"]);
    expect(told.slice(1)).toMatchObject([
      { data: { source: "ann", call: "c1" } },
      { data: { source: "ann", id: "ann", candidate: { candidate: "1" } } },
      { data: { source: "ann", id: "ann", candidate: { candidate: "2" } } },
    ]);
  });

  it("keeps an offer also for someone whose socket is dead without anyone knowing", () => {
    const server = annAndBob();
    server.say("ann", "offer", offer("bob", "c1"));
    server.close("bob", false);
    expect(types(server.join("bob"))).toEqual(["peers", "offer"]);
  });

  it("hands an offer over once only in place of an earlier one of the same call", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.say("ann", "offer", offer("bob", "c1", "first"));
    server.say("ann", "icecandidate", candidate("bob", "c1", 1));
    server.say("ann", "offer", offer("bob", "c1", "second"));
    expect(server.join("bob").slice(1)).toMatchObject([{ type: "offer", data: { sdp: "second" } }]);
  });

  it.each(["accept", "reject", "hangup"])("hands nothing over that was answered with %s", (type) => {
    const server = annAndBob();
    server.say("ann", "offer", offer("bob", "c1"));
    server.say("bob", type, { target: "ann", call: "c1", type: "answer", sdp: "v=0" });
    server.close("bob", false);
    expect(types(server.join("bob"))).toEqual(["peers"]);
  });

  it("hands nothing over that was withdrawn, but a missed call", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.say("ann", "offer", offer("bob", "c1"));
    server.say("ann", "hangup", { target: "bob", call: "c1", reason: "cancelled" });
    const at = server.now;
    server.tick(5_000);
    expect(server.join("bob").slice(1)).toEqual([
      { type: "missed", data: { calls: [{ source: "ann", name: "Ann", call: "c1", at }] } },
    ]);
    // Again to whoever comes back at once: it may have been said into a socket that was dead. Then no more.
    server.close("bob", false);
    expect(types(server.join("bob"))).toEqual(["peers", "missed"]);
    server.close("bob", false);
    server.tick(KEEP_TOLD);
    expect(types(server.join("bob"))).toEqual(["peers"]);
  });

  it("counts no call as missed that somebody's page has heard", () => {
    const server = annAndBob();
    server.say("ann", "offer", offer("bob", "c1"));
    server.say("bob", "ringing", { target: "ann", call: "c1" });
    server.say("ann", "hangup", { target: "bob", call: "c1", reason: "no-answer" });
    server.close("bob", false);
    expect(types(server.join("bob"))).toEqual(["peers"]);
  });

  it("counts a call as missed of which nobody's page has said that it rings: the socket may have been dead", () => {
    const server = annAndBob();
    server.say("ann", "offer", offer("bob", "c1"));
    server.say("ann", "hangup", { target: "bob", call: "c1", reason: "no-answer" });
    server.close("bob", false);
    expect(server.join("bob")).toMatchObject([
      {},
      { type: "missed", data: { calls: [{ source: "ann", call: "c1" }] } },
    ]);
  });

  it("keeps the latest call of one person to another: whoever dials anew is in no earlier call", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.say("ann", "offer", offer("bob", "c1"));
    server.say("ann", "offer", offer("bob", "c2"));
    expect(server.join("bob").slice(1)).toMatchObject([
      { type: "offer", data: { call: "c2" } },
      { type: "missed", data: { calls: [{ call: "c1" }] } },
    ]);
  });

  it("does not hand over the offer that lost to the one that was accepted, though its withdrawal was lost", () => {
    const server = annAndBob();
    server.say("ann", "offer", offer("bob", "c1"));
    server.say("bob", "offer", offer("ann", "c2"));
    server.say("bob", "accept", { target: "ann", call: "c1", type: "answer", sdp: "v=0" });
    server.close("ann", false);
    expect(types(server.join("ann"))).toEqual(["peers"]);
  });

  it("an offer that comes again after it was accepted rings nowhere else, and waits for nobody", () => {
    const server = annAndBob();
    server.say("ann", "offer", offer("bob", "c1"));
    server.say("bob", "accept", { target: "ann", call: "c1", type: "answer", sdp: "v=0" });
    server.forget();
    server.say("ann", "offer", offer("bob", "c1"));
    expect(types(server.take("bob"))).toEqual(["offer"]);
    expect(types(server.join("bob", {}, "another page"))).toEqual(["peers"]);
    server.say("ann", "offer", offer("bob", "c1"));
    expect(server.take("another page")).toEqual([]);
    server.tick(KEEP_OFFER);
    expect(server.directory.size).toMatchObject({ offers: 0, callers: 0, missed: 0 });
  });

  it("tells callers when the one they call is gone after all, who has missed a call then", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.tick(AWAY - 10_000);
    server.forget();
    server.say("ann", "offer", offer("bob", "c1"));
    server.tick(10_000);
    const told = server.take("ann");
    expect(told).toMatchObject([{ data: { code: "peer-gone", call: "c1", target: "bob" } }, gone("bob")]);
    expect(server.join("bob").slice(1)).toMatchObject([{ type: "missed", data: { calls: [{ source: "ann" }] } }]);
  });

  it("tells callers when the one they call has closed the page", () => {
    const server = annAndBob();
    server.say("ann", "offer", offer("bob", "c1"));
    server.close("bob", true);
    expect(codes(server.take("ann"))).toContain("peer-gone");
  });

  it("forgets the calls of someone who is gone, but not that they were missed", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.say("ann", "offer", offer("bob", "c1"));
    server.close("ann", true);
    expect(server.join("bob").slice(1)).toMatchObject([{ type: "missed", data: { calls: [{ source: "ann" }] } }]);
  });

  it("keeps an offer for as long as a caller waits", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.say("ann", "offer", offer("bob", "c1"));
    server.tick(KEEP_OFFER);
    expect(server.join("bob").slice(1)).toMatchObject([{ type: "missed" }]);
  });

  it("does not hand over what has run out since the clock was last looked at", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.say("ann", "offer", offer("bob", "c1"));
    server.now += KEEP_OFFER;
    expect(types(server.join("bob"))).not.toContain("offer");
  });

  it("a call to someone who is gone is one missed call, and rings no more", () => {
    const server = annAndBob();
    server.say("ann", "offer", offer("cem", "c1"));
    server.say("ann", "icecandidate", candidate("cem", "c1"));
    expect(server.directory.size).toMatchObject({ offers: 0, missed: 1 });
    server.tick(KEEP_OFFER);
    const told = server.join("cem");
    expect(types(told)).toEqual(["peers", "missed"]);
    expect(told[1]?.data["calls"]).toHaveLength(1);
  });
});

describe("for 20 s after the start", () => {
  it("everyone counts as away: offers wait for whoever returns", () => {
    const server = annAndBob(0);
    server.say("ann", "offer", offer("cem", "c1"));
    expect(server.take("ann")).toEqual([]);
    expect(types(server.join("cem"))).toEqual(["peers", "offer"]);
  });

  it("and who has not returned then is gone", () => {
    const server = annAndBob(0);
    server.say("ann", "offer", offer("cem", "c1"));
    server.say("ann", "offer", offer("bob", "c2"));
    server.forget();
    server.tick(GRACE - 1);
    expect(server.take("ann")).toEqual([]);
    server.tick(1);
    expect(server.take("ann")).toMatchObject([{ data: { code: "peer-gone", call: "c1", target: "cem" } }]);
    server.say("ann", "hangup", { target: "dan" });
    expect(codes(server.take("ann"))).toEqual(["peer-gone"]);
    expect(types(server.join("cem"))).toEqual(["peers", "missed"]);
  });
});

describe("changes that are gathered", () => {
  /** What Ann is told at once when the gathering ends. */
  function told(server: Server): Message[] {
    server.gathering = false;
    server.tick();
    return server.take("ann");
  }

  it("are told as one, each person as they are by then", () => {
    const server = annAndBob();
    server.gathering = true;
    server.join("cem");
    server.join("dan");
    server.identify("dan", { name: "Daniel", protocol: 1 });
    server.close("bob", true);
    expect(server.take("ann")).toEqual([]);
    expect(told(server)).toEqual([
      { type: "peers", data: { peers: [peer("cem"), peer("dan", { name: "Daniel" })], gone: ["bob"] } },
    ]);
  });

  it("say of who left and came back both, in this order", () => {
    const server = annAndBob();
    server.gathering = true;
    server.close("bob", true);
    server.join("cem");
    server.join("bob", {}, "again");
    expect(told(server)).toEqual([
      { type: "peers", data: { peers: [peer("cem")], gone: ["bob"] } },
      change(peer("bob")),
    ]);
  });

  it("are told before to whoever hears from one of them", () => {
    const server = annAndBob();
    server.gathering = true;
    server.join("cem");
    server.joinOld("dan");
    server.say("cem", "offer", offer("ann", "c1"));
    server.say("cem", "offer", offer("ann", "c1"));
    server.say("cem", "offer", offer("dan", "c2"));
    expect(types(server.take("ann"))).toEqual(["peers", "offer", "peers", "offer"]);
    expect(server.take("dan")).toMatchObject([{ type: "peer", data: { id: "cem" } }, { type: "offer" }]);
    expect(server.take("bob")).toEqual([]);
    told(server);
    server.say("cem", "offer", offer("ann", "c1"));
    expect(types(server.take("ann"))).toEqual(["offer"]);
  });
});

describe("names that look alike", () => {
  it("are marked for everyone, with the one that was there before, until one of them has gone", () => {
    const server = annAndBob();
    server.join("cem", { name: "B0B" });
    expect(server.take("ann")).toEqual([
      change(peer("bob", { alike: true }), peer("cem", { name: "B0B", alike: true })),
    ]);
    expect(server.join("dan")[0]).toMatchObject({
      data: { peers: [{ id: "ann" }, { id: "bob", alike: true }, { id: "cem", alike: true }] },
    });
    server.take("ann");
    server.close("cem", true);
    expect(server.take("ann")).toEqual([{ type: "peers", data: { peers: [peer("bob")], gone: ["cem"] } }]);
  });

  it("are of those who are away, too", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.join("cem", { name: "Bob" });
    expect(server.take("ann").at(-1)).toMatchObject({
      data: {
        peers: [
          { id: "bob", status: "away", alike: true },
          { id: "cem", alike: true },
        ],
      },
    });
  });
});

describe("calling the same person in vain, again and again", () => {
  it("is refused after ten times, and allowed again one by one", () => {
    const server = annAndBob();
    for (let n = 0; n < 10; n++) server.say("ann", "offer", offer("bob", `c${n}`));
    expect(types(server.take("bob"))).toEqual(Array(10).fill("offer"));
    server.say("ann", "offer", offer("bob", "c10"));
    expect(server.take("ann")).toMatchObject([
      { type: "error", data: { code: "too-fast", call: "c10", target: "bob" } },
    ]);
    expect(server.take("bob")).toEqual([]);
    // The same call said again is none, and others may be called.
    server.say("ann", "offer", offer("bob", "c9"));
    server.join("cem");
    server.say("ann", "offer", offer("cem", "d1"));
    expect(codes(server.take("ann").filter(({ type }) => type === "error"))).toEqual([]);
    server.tick(10_000);
    server.take("bob");
    for (const call of ["c11", "c12"]) server.say("ann", "offer", offer("bob", call));
    expect(types(server.take("bob"))).toEqual(["offer"]);
  });

  it("is refused also where each call was given up before the next", () => {
    const server = annAndBob();
    for (let n = 0; n < 11; n++) {
      server.say("ann", "offer", offer("bob", `c${n}`));
      server.say("ann", "hangup", { target: "bob", call: `c${n}`, reason: "cancelled" });
    }
    expect(types(server.take("bob")).filter((type) => type === "offer")).toHaveLength(10);
    expect(codes(server.take("ann").filter(({ type }) => type === "error"))).toEqual(["too-fast"]);
  });

  it("is the same for everyone of one address, whatever they call themselves", () => {
    const server = annAndBob();
    for (let n = 0; n < 12; n++) {
      server.open(`x${n}`, "one address");
      server.identify(`x${n}`, { token: server.identity.tokenFor(`x${n}`), protocol: 1 });
      server.say(`x${n}`, "offer", offer("bob", `c${n}`));
      server.close(`x${n}`, true);
    }
    expect(types(server.take("bob")).filter((type) => type === "offer")).toHaveLength(10);
  });

  it("is forgotten when one is answered", () => {
    const server = annAndBob();
    for (let n = 0; n < 30; n++) {
      server.say("ann", "offer", offer("bob", `c${n}`));
      server.say("bob", "accept", { target: "ann", call: `c${n}`, type: "answer", sdp: "v=0" });
    }
    expect(types(server.take("bob"))).toEqual(Array(30).fill("offer"));
  });
});

describe("room", () => {
  const crowded = (people: number, perAddress: number) => new Server(GRACE, { people, perAddress });

  it("is refused to one person more, who may try later; whoever returns has it", () => {
    const server = crowded(2, 64);
    server.join("ann");
    server.join("bob");
    expect(server.join("cem")).toMatchObject([{ type: "error", data: { code: "full" } }]);
    expect(server.closed).toEqual([{ close: "cem", code: 1013 }]);
    server.close("cem", true);
    server.close("bob", false);
    expect(server.join("cem")).toMatchObject([{ type: "error", data: { code: "full" } }]);
    expect(server.join("bob", {}, "again")[0]).toMatchObject({ type: "peers" });
    server.close("ann", true);
    server.close("cem", true);
    expect(server.join("cem")[0]).toMatchObject({ type: "peers" });
  });

  it("is refused to one connection more from an address", () => {
    const server = crowded(100, 2);
    expect(types(server.open("c1", "here"))).toEqual(["ready"]);
    expect(types(server.open("c2", "here"))).toEqual(["ready"]);
    expect(server.open("c3", "here")).toMatchObject([{ type: "error", data: { code: "full" } }]);
    expect(types(server.open("c4", "there"))).toEqual(["ready"]);
    server.close("c3", true);
    server.close("c1", true);
    expect(types(server.open("c5", "here"))).toEqual(["ready"]);
  });

  it("cannot be filled from one address by people who are away", () => {
    const server = crowded(100, 2);
    for (const id of ["x1", "x2", "x3"]) {
      server.open(id, "here");
      server.identify(id, { token: server.identity.tokenFor(id), protocol: 1 });
      server.close(id, false);
    }
    expect(server.directory.size).toMatchObject({ connections: 0, people: 2 });
    server.tick(AWAY);
    expect(server.directory.size).toMatchObject({ people: 0, addresses: 0 });
  });

  it("is bounded for connections that are nobody's, too", () => {
    const server = crowded(2, 64);
    for (let n = 0; n < 4; n++) expect(types(server.open(`c${n}`))).toEqual(["ready"]);
    expect(server.open("c4")).toMatchObject([{ type: "error", data: { code: "full" } }]);
  });
});

describe("a text", () => {
  /** What a connection was told that people have written. */
  const texts = (messages: Message[]) => messages.filter(({ type }) => type === "text").map(({ data }) => data);
  /** As it is passed on at once. */
  const passed = (mid: string) => ({ target: "bob", source: "ann", name: "Ann", mid, text: mid });

  it("goes to whom it is for at once, with its sender's name, whatever the frame says", () => {
    const server = annAndBob();
    server.say("ann", "text", { ...text("bob", "m1"), name: "Eve", at: 5, later: 1 });
    expect(server.take("bob")).toEqual([{ type: "text", data: { ...passed("m1"), later: 1 } }]);
    expect(server.take("ann")).toEqual([]);
  });

  it("is handed over on every return, after what rings and was missed, until the page says that it shows it", () => {
    const server = annAndBob();
    server.say("ann", "text", text("bob", "m1"));
    server.say("ann", "offer", offer("bob", "c1"));
    server.say("ann", "hangup", { target: "bob", call: "c1" });
    server.say("ann", "offer", offer("bob", "c2"));
    // It seemed to be here, and was not: nothing of that arrived.
    server.close("bob", false);
    const at = server.now;
    server.tick(5_000);
    server.identify("ann", { id: "ann", name: "Annabel", protocol: 1 });
    server.say("ann", "text", text("bob", "m2"));
    const told = server.join("bob");
    expect(types(told)).toEqual(["peers", "offer", "missed", "text", "text"]);
    const second = { ...passed("m2"), name: "Annabel", at: at + 5_000 };
    expect(texts(told)).toEqual([{ ...passed("m1"), at }, second]);
    expect(texts(server.join("bob", {}, "another"))).toEqual([{ ...passed("m1"), at }, second]);
    server.say("another", "delivered", { target: "ann", mid: "m1" });
    expect(server.take("ann").at(-1)).toEqual({ type: "delivered", data: { target: "ann", source: "bob", mid: "m1" } });
    server.close("another", false);
    expect(texts(server.join("bob"))).toEqual([second]);
    expect(server.directory.size).toMatchObject({ texts: 1 });
  });

  it("is not handed over again by what else somebody says of themselves", () => {
    const server = annAndBob();
    server.say("ann", "text", text("bob", "m1"));
    server.take("bob");
    server.identify("bob", { id: "bob", name: "Bob", protocol: 1, status: "busy" });
    expect(texts(server.take("bob"))).toEqual([]);
  });

  it("to somebody who is neither here nor away is refused, with its mid", () => {
    const server = annAndBob();
    server.say("ann", "text", text("nobody", "m1"));
    const about = { target: "nobody", mid: "m1" };
    expect(server.take("ann")).toMatchObject([{ type: "error", data: { code: "peer-gone", ...about } }]);
    expect(server.directory.size).toMatchObject({ texts: 0 });
  });

  it("waits also when its sender has left, and whom it is for; and who says it again is told nothing", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.say("ann", "text", text("bob", "m1"));
    server.tick(AWAY);
    server.take("ann");
    server.say("ann", "text", text("bob", "m1"));
    expect(server.take("ann")).toEqual([]);
    server.say("ann", "text", text("bob", "m2"));
    expect(codes(server.take("ann"))).toEqual(["peer-gone"]);
    server.close("ann", true);
    server.tick(KEEP_TEXT - AWAY - 1);
    expect(texts(server.join("bob"))).toMatchObject([{ mid: "m1", name: "Ann" }]);
    server.tick(1);
    expect(texts(server.join("bob", {}, "another"))).toEqual([]);
  });

  it("waits for anybody while everyone is on their way back", () => {
    const server = new Server(0);
    server.join("ann");
    server.say("ann", "text", text("bob", "m1"));
    server.say("ann", "text", text("cem", "m2"));
    expect(server.take("ann")).toEqual([]);
    expect(texts(server.join("bob"))).toMatchObject([{ mid: "m1" }]);
    server.take("ann");
    server.tick(GRACE);
    expect(server.take("ann")).toEqual([]);
    expect(texts(server.join("cem"))).toMatchObject([{ mid: "m2" }]);
  });

  it("is one, however often it is said: as old as at first, by whom it was then, in one place", () => {
    const server = annAndBob();
    const at = server.now;
    server.say("ann", "text", text("bob", "m1"));
    for (let n = 2; n <= MOST_TEXTS; n++) server.say("ann", "text", text("bob", `m${n}`));
    server.take("bob");
    server.tick(1_000);
    server.identify("ann", { id: "ann", name: "Annabel", protocol: 1 });
    server.forget();
    server.say("ann", "text", text("bob", "m1"));
    expect(texts(server.take("bob"))).toEqual([{ ...passed("m1"), at }]);
    expect(server.take("ann")).toEqual([]);
    expect(server.directory.size).toMatchObject({ texts: MOST_TEXTS });
  });

  it("that finds no room is only passed on, and its sender is told", () => {
    const server = annAndBob();
    for (let n = 1; n <= MOST_TEXTS; n++) server.say("ann", "text", text("bob", `m${n}`));
    server.forget();
    server.say("ann", "text", text("bob", "late"));
    expect(server.take("ann")).toMatchObject([{ type: "error", data: { code: "full", target: "bob", mid: "late" } }]);
    expect(texts(server.take("bob"))).toEqual([passed("late")]);
    server.close("bob", false);
    server.forget();
    server.say("ann", "text", text("bob", "later"));
    expect(codes(server.take("ann"))).toEqual(["full"]);
    expect(texts(server.join("bob"))).toHaveLength(MOST_TEXTS);
  });

  it("that was delivered is not passed on again: its sender hears that it was, since the first time was lost", () => {
    const server = annAndBob();
    server.say("ann", "text", text("bob", "m1"));
    server.close("ann", false);
    server.say("bob", "delivered", { target: "ann", mid: "m1" });
    server.close("bob", true);
    server.join("ann");
    server.say("ann", "text", text("bob", "m1"));
    expect(server.take("ann")).toEqual([{ type: "delivered", data: { target: "ann", source: "bob", mid: "m1" } }]);
  });

  it.each([
    ["somebody else", "cem", { target: "ann", mid: "m1" }],
    ["who wrote it", "ann", { target: "bob", mid: "m1" }],
    ["whom it is for, of another text", "bob", { target: "ann", mid: "m2" }],
    ["whom it is for, to another", "bob", { target: "cem", mid: "m1" }],
  ])("still waits when %s says that it was delivered", (_who, by, data) => {
    const server = annAndBob();
    server.join("cem");
    server.say("ann", "text", text("bob", "m1"));
    server.say(by, "delivered", data);
    expect(texts(server.join("bob", {}, "another"))).toHaveLength(1);
  });

  it("to a client of the old protocol is passed on, and not kept", () => {
    const server = annAndBob();
    server.joinOld("old");
    server.say("ann", "text", text("old", "m1"));
    expect(texts(server.take("old"))).toMatchObject([{ mid: "m1", source: "ann" }]);
    expect(server.directory.size).toMatchObject({ texts: 0 });
  });

  it("is not handed over to who returns with the old protocol", () => {
    const server = annAndBob();
    server.close("bob", false);
    server.say("ann", "text", text("bob", "m1"));
    expect(texts(server.joinOld("bob"))).toEqual([]);
  });
});

describe("an error about what is passed on names its mid", () => {
  it.each(["text", "delivered", "typing", "files", "files-link", "example.org/wave"])("%s", (type) => {
    const server = annAndBob();
    server.open("stranger");
    const data = { target: "nobody", mid: "m1", text: "Hello" };
    server.say("stranger", type, data);
    server.say("ann", type, data);
    server.say("ann", type, { ...data, source: "bob" });
    server.say("ann", type, { ...data, mid: "no id" });
    server.say("ann", type, { mid: "m1", text: "Hello" });
    const about = { target: "nobody", mid: "m1" };
    expect(server.take("stranger")).toMatchObject([{ data: { code: "not-identified", ...about } }]);
    const told = server.take("ann");
    expect(told).toMatchObject([
      { data: { code: "peer-gone", ...about } },
      { data: { code: "bad-message", ...about } },
      {},
      { data: { code: "bad-message", mid: "m1" } },
    ]);
    if (type !== "text") expect(told[2]?.data["mid"]).toBeUndefined();
  });
});

describe("memory", () => {
  it("is given back when all have left and time has passed", () => {
    const server = new Server(0);
    for (let n = 0; n < 40; n++) server.join(`p${n}`);
    for (let n = 0; n < 40; n++) {
      server.say(`p${n}`, "offer", offer(`p${(n + 1) % 40}`, `c${n}`));
      server.say(`p${n}`, "icecandidate", candidate(`p${(n + 1) % 40}`, `c${n}`));
      server.say(`p${n}`, "offer", offer(`nobody${n}`, `d${n}`));
      for (const mid of ["m1", "m2"]) server.say(`p${n}`, "text", text(`p${(n + 1) % 40}`, mid));
      server.say(`p${n}`, "delivered", { target: `p${(n + 39) % 40}`, mid: "m1" });
      if (n % 3 === 0) server.say(`p${n}`, "hangup", { target: `p${(n + 1) % 40}`, call: `c${n}` });
      server.close(`p${n}`, n % 2 === 0);
    }
    server.tick(AWAY);
    server.tick(KEEP_MISSED);
    expect(server.directory.size).toEqual({
      connections: 0,
      people: 0,
      away: 0,
      addresses: 0,
      rings: 0,
      offers: 0,
      callers: 0,
      bytes: 0,
      missed: 0,
      texts: 0,
      textBytes: 0,
      delivered: 0,
    });
  });
});
