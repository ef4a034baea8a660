import { describe, expect, it } from "vitest";
import type { Ended } from "../call/call.ts";
import {
  duration,
  howItEnded,
  missedCall,
  missedCalls,
  momentOf,
  progressOf,
  statusOf,
  summaryOf,
  titleOf,
  troubleWith,
} from "./sentences.ts";

const leg = { call: "c1", peer: { id: "ada", name: "Ada", legacy: false } };

function outgoing(reason: Ended["reason"], by: Ended["by"], answered = false): string | undefined {
  return howItEnded({ ...leg, direction: "outgoing", reason, by, answered });
}

function incoming(reason: Ended["reason"], by: Ended["by"], answered = false): string | undefined {
  return howItEnded({ ...leg, direction: "incoming", reason, by, answered });
}

describe("howItEnded", () => {
  it("tells the caller what became of the call", () => {
    expect(outgoing("declined", "them")).toBe("Ada declined");
    expect(outgoing("busy", "them")).toBe("Ada is busy");
    expect(outgoing("cancelled", "us")).toBeUndefined();
    expect(outgoing("no-answer", "us")).toBe("Ada didn't answer");
    expect(outgoing("no-answer", "them")).toBe("Ada didn't answer");
    expect(outgoing("gone", "them")).toBe("Ada isn't here any more");
    expect(outgoing("too-fast", "us")).toBe("You have called Ada many times. Wait a minute before you call again.");
    expect(outgoing("cancelled", "them", true)).toBe("Ada hung up");
  });

  it("tells the callee of calls they missed, and nothing of those they declined", () => {
    expect(incoming("declined", "us")).toBeUndefined();
    expect(incoming("declined", "us", true)).toBeUndefined();
    for (const reason of ["busy", "cancelled", "no-answer", "gone"] as const) {
      expect(incoming(reason, "them")).toBe("Missed call from Ada");
    }
    expect(incoming("no-answer", "us")).toBe("Missed call from Ada");
    expect(incoming("cancelled", "them", true)).toBe("Missed call from Ada");
    expect(missedCall("Ada")).toBe("Missed call from Ada");
  });

  it("tells both sides the same of a call that was answered", () => {
    for (const told of [outgoing, incoming]) {
      expect(told("hung-up", "them", true)).toBe("Ada hung up");
      expect(told("hung-up", "us", true)).toBe("You hung up");
      expect(told("lost", "us", true)).toBe("The connection to Ada was lost");
      expect(told("lost", "them", true)).toBe("The connection to Ada was lost");
      expect(told("replaced", "them", true)).toBe("Ada moved to another device");
      expect(told("replaced", "us", true)).toBe("Continued elsewhere");
      expect(told("failed", "us", true)).toMatch(/^Couldn't connect to Ada\. .*same Wi-Fi/);
    }
  });
});

it("says why no path was found, and what to do, where that can be told", () => {
  const failed = (obstacle?: Ended["obstacle"]): string | undefined =>
    howItEnded({ ...leg, direction: "outgoing", reason: "failed", by: "us", answered: true, obstacle });
  expect(failed("isolated")).toMatch(/^Couldn't connect to Ada: this Wi-Fi keeps devices apart.* hotspot/);
  expect(failed("other-network")).toMatch(/^Couldn't connect to Ada: .*different networks\. Join the same Wi-Fi/);
  expect(failed("no-address")).toMatch(/^Couldn't connect to Ada: .*Allow the microphone on both/);
  expect(failed()).toMatch(/^Couldn't connect to Ada\. Are both devices on the same Wi-Fi\?/);
});

describe("the list of recent calls", () => {
  const summary = (direction: Ended["direction"], reason: Ended["reason"], since?: number): string =>
    summaryOf({
      ended: { ...leg, direction, reason, by: "them", answered: since !== undefined, since },
      until: 200_000,
    });

  it("says in a few words how each ended, whichever way it went", () => {
    const reasons: Ended["reason"][] = ["declined", "busy", "cancelled", "no-answer", "gone", "failed", "replaced"];
    expect(reasons.map((reason) => summary("outgoing", reason))).toEqual([
      "Declined",
      "Was busy",
      "Cancelled",
      "No answer",
      "Wasn't here",
      "Couldn't connect",
      "Moved to another device",
    ]);
    expect(reasons.map((reason) => summary("incoming", reason))).toEqual([
      "You declined",
      ...Array.from({ length: 4 }, () => "Missed call"),
      "Couldn't connect",
      "Moved to another device",
    ]);
  });

  it("says how long they talked", () => {
    expect(summary("outgoing", "hung-up", 13_000)).toBe("Outgoing call, 3:07");
    expect(summary("incoming", "hung-up", 193_000)).toBe("Incoming call, 0:07");
    expect(summary("incoming", "lost", 140_000)).toBe("Connection lost, 1:00");
  });

  it("says when: the time today, the day before that", () => {
    const now = new Date(2026, 10, 25, 0, 30).getTime();
    expect(momentOf(now - 60_000, now)).toMatch(/^\D*12:29|^0?0:29/);
    expect(momentOf(now - 60 * 60_000, now)).toMatch(/^Yesterday, .*11:30|^Yesterday, 23:30/);
    expect(momentOf(now - 25 * 60 * 60_000, now)).toMatch(/2026/);
  });
});

describe("the other sentences", () => {
  it("say in the title who calls, or how many calls were missed", () => {
    const ringing = { ...leg, phase: "ringing", direction: "incoming", sdp: "v=0", video: true } as const;
    expect(titleOf(ringing, 2)).toBe("Ada is calling");
    expect(titleOf({ phase: "idle" }, 2)).toBe("(2) Earshot");
    expect(titleOf({ phase: "idle" }, 0)).toBe("Earshot");
    const connected = { ...leg, phase: "connected", direction: "outgoing", since: 0 } as const;
    expect(titleOf(connected, 0)).toBe("In call with Ada");
    expect(titleOf(connected, 1)).toBe("(1) In call with Ada");
    expect(titleOf({ ...leg, phase: "preparing", direction: "outgoing", video: true }, 0)).toBe("Calling Ada");
    expect(titleOf({ ...leg, phase: "preparing", direction: "incoming", video: true }, 0)).toBe("Connecting to Ada");
  });

  it("say what one's own call waits for", () => {
    const call = { ...leg, direction: "outgoing", video: true, said: [] } as const;
    expect(progressOf({ ...call, phase: "preparing" })).toBe("Asking for camera and microphone…");
    expect(progressOf({ ...call, phase: "preparing", video: false })).toBe("Asking for the microphone…");
    expect(progressOf({ ...call, phase: "calling", reach: "waiting" })).toBe("Calling…");
    expect(progressOf({ ...call, phase: "calling", reach: "trying" })).toBe("Trying to reach Ada…");
    expect(progressOf({ ...call, phase: "calling", reach: "ringing" })).toBe("Ringing…");
    expect(progressOf({ ...call, phase: "connecting" })).toBe("Connecting…");
  });

  it("count the calls that were missed", () => {
    expect(missedCalls(["Ada"])).toBe("Missed call from Ada");
    expect(missedCalls(["Ada", "Ada"])).toBe("2 missed calls from Ada");
    expect(missedCalls(["Ada", "Bo", "Cy", "Bo"])).toBe("4 missed calls from Ada, Bo, and Cy");
  });

  it("say how somebody is", () => {
    expect(statusOf({ id: "a", name: "A" })).toBe("Available");
    expect(statusOf({ id: "a", name: "A", status: "available" })).toBe("Available");
    expect(statusOf({ id: "a", name: "A", status: "busy" })).toBe("In a call");
    expect(statusOf({ id: "a", name: "A", status: "do-not-disturb" })).toBe("Do not disturb");
    expect(statusOf({ id: "a", name: "A", status: "away" })).toBe("Away");
  });

  it("speak of the server only while there is none", () => {
    expect(troubleWith("online")).toBeUndefined();
    expect(troubleWith("replaced")).toBeUndefined();
    expect(troubleWith("connecting")).toBe("Looking for the laptop that runs Earshot…");
    expect(troubleWith("refused")).toBeUndefined();
    expect(troubleWith("unreachable")).toBe("The laptop that runs Earshot is not reachable.");
    expect(troubleWith("offline")).toMatch(/^Looking for the laptop that runs Earshot… .*Wi-Fi/);
  });

  it("show durations as a clock does", () => {
    expect(duration(0)).toBe("0:00");
    expect(duration(7_999)).toBe("0:07");
    expect(duration(754_000)).toBe("12:34");
    expect(duration(3_599_999)).toBe("59:59");
    expect(duration(3_723_000)).toBe("1:02:03");
  });
});
