import { beforeEach, describe, expect, it } from "vitest";
import type { SignalMessage } from "../protocol/messages.ts";
import { KEEP_MISSED, KEEP_OFFER, Mailbox } from "./mailbox.ts";

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
    expect(mailbox.size).toEqual({ offers: 0, callers: 0, missed: 0 });
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

  it("are bounded for all", () => {
    for (let n = 0; n < 10_100; n++) mailbox.keep(ann, `p${n}`, offer("c1"), 0);
    expect(mailbox.size).toEqual({ offers: 10_000, callers: 1, missed: 0 });
  });
});

describe("missed calls", () => {
  const call = (n: number, at = 0) => ({ source: `p${n}`, name: `P${n}`, at });

  it("are told once, the latest 20, oldest first", () => {
    for (let n = 0; n < 25; n++) mailbox.miss("bob", call(n));
    expect(mailbox.takeMissed("bob")).toEqual(Array.from({ length: 20 }, (_, n) => call(n + 5)));
    expect(mailbox.takeMissed("bob")).toEqual([]);
  });

  it("are forgotten after a while", () => {
    mailbox.miss("bob", call(1, 0));
    mailbox.miss("bob", call(2, 1));
    mailbox.expire(KEEP_MISSED);
    expect(mailbox.takeMissed("bob")).toEqual([call(2, 1)]);
    mailbox.miss("bob", call(3, 0));
    mailbox.expire(KEEP_MISSED);
    expect(mailbox.size.missed).toBe(0);
  });

  it("hold no more than who called and when", () => {
    mailbox.keep(ann, "bob", offer("c1"), 0);
    for (const { waiting } of mailbox.expire(KEEP_OFFER)) mailbox.miss("bob", { ...waiting, at: 5 });
    expect(mailbox.takeMissed("bob")).toEqual([{ source: "ann", name: "Ann", call: "c1", at: 5 }]);
  });

  it("are bounded", () => {
    for (let n = 0; n < 10_100; n++) mailbox.miss(`p${n}`, call(1));
    expect(mailbox.size.missed).toBe(10_000);
  });
});
