import { beforeEach, describe, expect, it } from "vitest";
import { type Call, type Ended, idle } from "../call/call.ts";
import type { SignalMessage } from "../protocol/messages.ts";
import { Blocker } from "./blocked.ts";

const eve = { id: "eve", name: "Eve" };
const leg = { call: "c1", peer: { ...eve, legacy: false }, direction: "incoming" } as const;

let call: Call;
let past: Ended[];
let blocked: (typeof eve)[];
let said: SignalMessage[];
let blocker: Blocker;

beforeEach(() => {
  [call, past, blocked, said] = [idle, [], [eve], []];
  blocker = new Blocker({
    blocked: () => blocked,
    call: () => call,
    past: () => past,
    send: (message) => said.push(message) > 0,
  });
});

const offer = (id: string | undefined = "c1", source = "eve"): SignalMessage => ({
  type: "offer",
  data: { source, ...(id !== undefined && { call: id }), type: "offer", sdp: "v=0" },
});
const hangup = (id = "c1", source = "eve"): SignalMessage => ({
  type: "hangup",
  data: { source, call: id, reason: "cancelled" },
});
const candidate: SignalMessage = {
  type: "icecandidate",
  data: { source: "eve", call: "c1", candidate: { candidate: "a" } },
};
const ended = (reason: Ended["reason"]): Ended => ({ ...leg, reason, by: "us", answered: false });

describe("somebody who is blocked", () => {
  it("hears that it rings, once for each call, and nothing else", () => {
    for (const message of [offer(), candidate, offer(), hangup(), offer("c2")])
      expect(blocker.stops(message)).toBe(true);
    expect(said).toEqual([
      { type: "ringing", data: { target: "eve", call: "c1" } },
      { type: "ringing", data: { target: "eve", call: "c2" } },
    ]);
  });

  it("hears it again after the connection was lost, with which it may have been", () => {
    blocker.stops(offer());
    blocker.reconnected();
    blocker.stops(offer());
    expect(said).toHaveLength(2);
  });

  it("hears nothing as a client of the old protocol, which knows no ringing", () => {
    const legacy: SignalMessage = { type: "offer", data: { source: "eve", type: "offer", sdp: "v=0" } };
    expect(blocker.stops(legacy)).toBe(true);
    expect(said).toEqual([]);
  });

  it("does not stop anybody else, nor when unblocked", () => {
    expect(blocker.stops(offer("c1", "ann"))).toBe(false);
    blocked = [];
    expect(blocker.stops(offer())).toBe(false);
    expect(said).toEqual([]);
  });

  it("goes on with a call that was taken before, but does not ring anew in it", () => {
    call = { ...leg, phase: "connected", since: 0 };
    expect(blocker.stops(hangup())).toBe(false);
    expect(blocker.stops(candidate)).toBe(false);
    expect(blocker.stops(offer("c2"))).toBe(true);
    expect(said).toHaveLength(1);
  });

  it("is not let through by what rings at this moment", () => {
    call = { ...leg, phase: "ringing", sdp: "v=0", video: true };
    expect(blocker.stops(candidate)).toBe(true);
  });

  it("agrees on how a call ended in which they were blocked, but one that was given up by a guess does not ring again", () => {
    past = [ended("declined")];
    expect(blocker.stops(offer())).toBe(false);
    past = [ended("gone")];
    expect(blocker.stops(offer())).toBe(true);
  });

  it("has called in vain without anybody being told", () => {
    const calls = [
      { source: "eve", name: "Eve", at: 1 },
      { source: "ann", name: "Ann", at: 2 },
    ];
    expect(blocker.admitted(calls).map(({ source }) => source)).toEqual(["ann"]);
  });
});
