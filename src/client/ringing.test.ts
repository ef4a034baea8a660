import { describe, expect, it } from "vitest";
import { type Call, type Ended, idle } from "../call/call.ts";
import { preferencesOf } from "./preferences.ts";
import { loudnessOf, offersNotifications, rings, toneAfter, toneFor } from "./ringing.ts";

const leg = { call: "c1", peer: { id: "ada", name: "Ada", legacy: false } };
const ringing: Call = { ...leg, phase: "ringing", direction: "incoming", sdp: "v=0", video: true };
const calling: Call = { ...leg, phase: "calling", direction: "outgoing", video: true, reach: "ringing", said: [] };
const connected: Call = { ...leg, phase: "connected", direction: "incoming", since: 0 };
const state = (call: Call, settings = {}, more = {}) => ({
  call,
  preferences: preferencesOf(settings, ["en"]),
  soundLocked: false,
  ...more,
});

describe("what sounds", () => {
  it("is the ring for the callee, and for the caller that it rings there", () => {
    expect(toneFor(state(ringing))).toBe("ring");
    expect(toneFor(state(calling))).toBe("ringback");
    expect(toneFor(state({ ...calling, reach: "trying" }))).toBeUndefined();
    expect(toneFor(state(idle))).toBeUndefined();
    expect(toneFor(state(connected))).toBeUndefined();
  });

  it("is nothing at the callee's who is silent or has no volume; the device still shakes", () => {
    for (const settings of [{ silent: true }, { ringVolume: 0 }]) {
      expect(toneFor(state(ringing, settings))).toBeUndefined();
      expect(loudnessOf(state(ringing, settings, { soundLocked: true }))).toBe("quiet");
      expect(rings(state(ringing, settings))).toBe(true);
      expect(toneFor(state(calling, settings))).toBe("ringback");
    }
  });

  it("is nothing of a call that was silenced; the next one rings", () => {
    const silenced = { silenced: "c1" };
    expect(toneFor(state(ringing, {}, silenced))).toBeUndefined();
    expect(rings(state(ringing, {}, silenced))).toBe(false);
    expect(toneFor(state({ ...ringing, call: "c2" }, {}, silenced))).toBe("ring");
  });

  it("waits for the user where the browser wants it", () => {
    expect(loudnessOf(state(ringing))).toBe("aloud");
    expect(loudnessOf(state(ringing, {}, { soundLocked: true }))).toBe("locked");
  });
});

describe("what is heard when a call is over", () => {
  const after = (before: Call, reason: Ended["reason"], by: Ended["by"], settings = {}, call = "c1") => {
    const ended: Ended = { ...leg, call, direction: "outgoing", reason, by, answered: false };
    return toneAfter(before, { ...state(idle, settings), recents: [{ ended, at: 0, until: 0, seen: true }] });
  };

  it("says how, to whoever waited or talked", () => {
    expect(after(calling, "busy", "them")).toBe("engaged");
    expect(after(calling, "declined", "them")).toBe("over");
    expect(after(calling, "no-answer", "us")).toBe("over");
    expect(after(connected, "hung-up", "them")).toBe("over");
    expect(after(connected, "lost", "us")).toBe("over");
  });

  it("is nothing to whoever ended it, was only called, or is silent", () => {
    expect(after(connected, "hung-up", "us")).toBeUndefined();
    expect(after(calling, "cancelled", "us")).toBeUndefined();
    expect(after(ringing, "cancelled", "them")).toBeUndefined();
    expect(after(idle, "busy", "us")).toBeUndefined();
    expect(after(calling, "busy", "them", { silent: true })).toBeUndefined();
    expect(after(calling, "busy", "us", {}, "another")).toBeUndefined();
  });
});

it("offers notifications where the browser would ask, once, and after what a phone cannot do was read", () => {
  const offers = (state: Omit<Parameters<typeof offersNotifications>[0], "connection">) =>
    offersNotifications({ connection: "online", ...state });
  expect(offers({ notifications: "default", offerNotifications: true })).toBe(true);
  expect(offers({ notifications: "default", offerNotifications: false })).toBe(false);
  for (const notifications of ["granted", "denied", undefined] as const)
    expect(offers({ notifications, offerNotifications: true })).toBe(false);
  const phone = (told: boolean) =>
    offers({ notifications: "default", offerNotifications: true, reachable: { on: false, told } });
  expect(phone(false)).toBe(false);
  const offline = { connection: "offline", notifications: "default", offerNotifications: true } as const;
  expect(offersNotifications(offline), "there is something else to read").toBe(false);
  expect(phone(true)).toBe(true);
});
