import { beforeEach, describe, expect, it } from "vitest";
import type { SignalMessage } from "../protocol/messages.ts";
import { KEEP_OFFER, Mailbox } from "./mailbox.ts";

const ann = { id: "ann", name: "Ann" };
const offer = (call?: string, sdp = "v=0"): SignalMessage => ({
  type: "offer",
  data: { type: "offer", sdp, ...(call && { call }) },
});
const candidate = (call?: string): SignalMessage => ({
  type: "icecandidate",
  data: { candidate: { candidate: "" }, ...(call && { call }) },
});
const person = (n: number) => ({ id: `p${n}`, name: `P${n}` });

let mailbox: Mailbox;
beforeEach(() => {
  mailbox = new Mailbox();
});

describe("offers", () => {
  it("wait with their candidates until they are dropped", () => {
    mailbox.keep(ann, "bob", offer("c1"), 0);
    mailbox.keep(ann, "bob", candidate("c1"), 1);
    mailbox.keep(ann, "bob", candidate("c2"), 1);
    expect(mailbox.waitingFor("bob")).toMatchObject([{ source: "ann", name: "Ann", call: "c1", until: KEEP_OFFER }]);
    expect(mailbox.waitingFor("bob")[0]?.messages).toEqual([offer("c1"), candidate("c1")]);
    expect(mailbox.drop("ann", "bob", "c2")).toBeUndefined();
    expect(mailbox.drop("ann", "bob", "c1")).toMatchObject({ call: "c1" });
    expect(mailbox.drop("ann", "bob", "c1")).toBeUndefined();
    expect(mailbox.size).toEqual({ offers: 0, callers: 0, bytes: 0 });
  });

  it("said again wait no longer than the first time", () => {
    mailbox.keep(ann, "bob", offer("c1"), 0);
    mailbox.keep(ann, "bob", offer("c1"), KEEP_OFFER - 1);
    expect(mailbox.expire(KEEP_OFFER)).toMatchObject([{ target: "bob", waiting: { call: "c1" } }]);
    expect(mailbox.size.offers).toBe(0);
  });

  it("expire not a moment too early", () => {
    mailbox.keep(ann, "bob", offer("c1"), 0);
    expect(mailbox.expire(KEEP_OFFER - 1)).toEqual([]);
    expect(mailbox.waitingFor("bob")).toHaveLength(1);
  });

  it("are found by who made them", () => {
    mailbox.keep(ann, "bob", offer("c1"), 0);
    mailbox.keep(ann, "cem", offer("c2"), 0);
    mailbox.keep({ id: "dan", name: "Dan" }, "bob", offer("c3"), 0);
    expect(mailbox.calledBy("ann").map(({ target, waiting }) => [target, waiting.call])).toEqual([
      ["bob", "c1"],
      ["cem", "c2"],
    ]);
    mailbox.drop("ann", "bob", "c1");
    expect(mailbox.calledBy("ann")).toHaveLength(1);
    expect(mailbox.targets()).toEqual(["bob", "cem"]);
  });

  it("without a call are answered by whatever names their sender", () => {
    mailbox.keep(ann, "bob", offer(), 0);
    expect(mailbox.drop("ann", "bob", "given")).toBeDefined();
    mailbox.keep(ann, "bob", offer("c1"), 0);
    expect(mailbox.drop("ann", "bob", undefined)).toMatchObject({ call: "c1" });
    expect(mailbox.drop("dan", "bob", undefined)).toBeUndefined();
  });

  it("are bounded for one person", () => {
    for (let n = 0; n < 30; n++) mailbox.keep(person(n), "bob", offer(`c${n}`), 0);
    expect(mailbox.waitingFor("bob")).toHaveLength(20);
    // What is kept already can still be replaced.
    mailbox.keep(person(0), "bob", offer("c0", "changed"), 0);
    expect(mailbox.waitingFor("bob")[0]?.messages).toEqual([offer("c0", "changed")]);
    for (let n = 0; n < 200; n++) mailbox.keep(person(0), "bob", candidate("c0"), 0);
    expect(mailbox.waitingFor("bob")[0]?.messages).toHaveLength(1 + 100);
  });

  it("are bounded for one person in bytes, too: handed over, they must not cut the connection off", () => {
    for (let n = 0; n < 20; n++) mailbox.keep(person(n), "bob", offer(`c${n}`), 0, 200_000);
    expect(mailbox.waitingFor("bob")).toHaveLength(5);
    expect(mailbox.size.bytes).toBe(1_000_000);
    mailbox.keep(person(0), "bob", candidate("c0"), 0, 50_000);
    expect(mailbox.size.bytes).toBe(1_000_000);
    mailbox.keep(person(9), "cem", offer("c9"), 0, 200_000);
    expect(mailbox.size.bytes).toBe(1_200_000);
  });

  it("are bounded for all", () => {
    for (let n = 0; n < 10_100; n++) mailbox.keep(ann, `p${n}`, offer("c1"), 0);
    expect(mailbox.size).toEqual({ offers: 10_000, callers: 1, bytes: 0 });
  });
});

describe("an offer", () => {
  it("gives way to a later call of the same person, and is given back", () => {
    expect(mailbox.keep(ann, "bob", offer("c1"), 0)).toBeUndefined();
    expect(mailbox.keep(ann, "bob", offer("c1", "changed"), 1)).toBeUndefined();
    expect(mailbox.keep(ann, "bob", offer("c2"), 2)).toMatchObject({ call: "c1" });
    mailbox.keep(ann, "bob", candidate("c1"), 3);
    expect(mailbox.waitingFor("bob")).toMatchObject([{ call: "c2", until: 2 + KEEP_OFFER, messages: [offer("c2")] }]);
  });

  it("that was heard to ring is known to have been", () => {
    mailbox.keep(ann, "bob", offer("c1"), 0);
    mailbox.rings("ann", "bob", "another");
    expect(mailbox.waitingFor("bob")).toMatchObject([{ state: "sent" }]);
    mailbox.rings("ann", "bob", "c1");
    mailbox.keep(ann, "bob", offer("c1"), 1);
    expect(mailbox.drop("ann", "bob", "c1")).toMatchObject({ state: "rang" });
  });

  it("that was accepted waits no more, also if it is said again; until its time is up", () => {
    mailbox.keep(ann, "bob", offer("c1"), 0);
    mailbox.accept(ann, "bob", "c1", "a page", 0);
    mailbox.keep(ann, "bob", offer("c1"), 1);
    mailbox.keep(ann, "bob", candidate("c1"), 1);
    expect([mailbox.waitingFor("bob"), mailbox.calledBy("ann")]).toEqual([[], []]);
    expect(mailbox.acceptedElsewhere("ann", "bob", "c1", "a page")).toBe(false);
    expect(mailbox.acceptedElsewhere("ann", "bob", "c1", "another")).toBe(true);
    expect(mailbox.acceptedElsewhere("ann", "bob", "c2", "another")).toBe(false);
    expect(mailbox.keep(ann, "bob", offer("c2"), 2)).toBeUndefined();
    expect(mailbox.waitingFor("bob")).toMatchObject([{ call: "c2", state: "sent" }]);
    mailbox.accept(ann, "bob", "c2", "a page", 2);
    expect(mailbox.expire(2 + KEEP_OFFER)).toEqual([]);
    expect(mailbox.size).toEqual({ offers: 0, callers: 0, bytes: 0 });
  });
});

describe("an answer", () => {
  it("is known also if its offer is not: the server was restarted", () => {
    mailbox.accept(ann, "bob", "c1", "a page", 0);
    mailbox.keep(ann, "bob", offer("c1"), 1);
    expect(mailbox.waitingFor("bob")).toEqual([]);
    expect(mailbox.acceptedElsewhere("ann", "bob", "c1", "another")).toBe(true);
    expect(mailbox.expire(KEEP_OFFER)).toEqual([]);
    expect(mailbox.size).toEqual({ offers: 0, callers: 0, bytes: 0 });
  });

  it("about an earlier call leaves the offer of the next one alone", () => {
    mailbox.keep(ann, "bob", offer("c2"), 0);
    mailbox.accept(ann, "bob", "c1", "a page", 1);
    expect(mailbox.waitingFor("bob")).toMatchObject([{ call: "c2" }]);
  });
});
