import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Candidate, Description } from "../protocol/messages.ts";
import { type Aside, Negotiation, type Way } from "./negotiation.ts";

/** As much of a peer connection as negotiation sees: states, versions, and credentials that a restart changes. */
class FakeConnection {
  signalingState = "stable";
  localDescription: (Description & { toJSON(): Description }) | null = null;
  remoteDescription: Description | null = null;
  rolledBack = 0;
  /** Credentials, which stay in descriptions that are not for a new path; none are named, as if each had its own. */
  ufrag: string | undefined;
  readonly added: Candidate[] = [];
  readonly #name: string;
  #version = 1;
  onNeeded: () => void = () => undefined;

  constructor(name: string) {
    this.#name = name;
  }

  restartIce(): void {
    queueMicrotask(() => this.onNeeded());
  }

  async setLocalDescription(): Promise<void> {
    const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
    const ufrag = this.ufrag === undefined ? "" : `a=ice-ufrag:${this.ufrag}\r\n`;
    const sdp = `v=0\r\no=- ${this.#name.length} ${++this.#version} IN IP4 127.0.0.1\r\n${ufrag}`;
    const description: Description = { type, sdp };
    this.localDescription = { ...description, toJSON: () => description };
    this.signalingState = type === "offer" ? "have-local-offer" : "stable";
  }

  async setRemoteDescription(description: Description): Promise<void> {
    if (description.type === "answer" && this.signalingState !== "have-local-offer") throw new Error("wrong state");
    if (description.type === "offer" && this.signalingState === "have-local-offer") this.rolledBack++;
    this.remoteDescription = description;
    this.signalingState = description.type === "offer" ? "have-remote-offer" : "stable";
  }

  async addIceCandidate(candidate: Candidate): Promise<void> {
    if (candidate.candidate === "stale") throw new Error("of another generation");
    this.added.push(candidate);
  }
}

interface Side {
  connection: FakeConnection;
  negotiation: Negotiation;
  said: [Way, Aside][];
  doubtful: boolean;
  open: Set<Way>;
}

function side(name: string, polite: boolean): Side {
  const connection = new FakeConnection(name);
  const made: Omit<Side, "negotiation"> = {
    connection,
    said: [],
    doubtful: false,
    open: new Set(["channel", "signaling"]),
  };
  const negotiation = new Negotiation({
    connection: connection as unknown as RTCPeerConnection,
    polite,
    doubtful: () => made.doubtful,
    say: (aside, way) => made.open.has(way) && made.said.push([way, aside]) > 0,
    failed: (error) => expect.fail(String(error)),
  });
  connection.onNeeded = () => void negotiation.renegotiate();
  negotiation.connected();
  return Object.assign(made, { negotiation });
}

let caller: Side;
let callee: Side;
beforeEach(() => {
  vi.useFakeTimers();
  [caller, callee] = [side("caller", false), side("callee", true)];
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const short = ([way, aside]: [Way, Aside]): string =>
  `${"description" in aside ? aside.description.type : aside.candidate.candidate} by ${way}`;
const said = (side: Side): string[] => side.said.map(short);

/** What one has said comes to the other: all of it, in order, or only what `kept` lets through. */
async function deliver(from: Side, to: Side, kept: (n: number) => boolean = () => true): Promise<void> {
  for (const [n, [way, aside]] of from.said.splice(0).entries()) {
    if (!kept(n)) continue;
    if ("description" in aside) void to.negotiation.redescribe(aside.description, way);
    else void to.negotiation.addCandidate(aside.candidate);
    await settle();
  }
}

/** The first offer and its answer. */
async function begin(): Promise<void> {
  await caller.connection.setLocalDescription();
  await callee.negotiation.setRemote(caller.connection.localDescription as RTCSessionDescriptionInit);
  await callee.connection.setLocalDescription();
  await caller.negotiation.setRemote(callee.connection.localDescription as RTCSessionDescriptionInit);
}

describe("renegotiation", () => {
  it("goes by the channel, or by signaling where the channel may be dead", async () => {
    caller.negotiation.restart();
    await settle();
    expect(said(caller)).toEqual(["offer by channel"]);
    await deliver(caller, callee);
    expect(said(callee)).toEqual(["answer by channel"]);
    await deliver(callee, caller);
    caller.doubtful = true;
    caller.negotiation.restart();
    await settle();
    expect(said(caller)).toEqual(["offer by signaling"]);
  });

  it("answers by the way that the offer came, since the channel may be dead for the other only", async () => {
    caller.doubtful = true;
    caller.negotiation.restart();
    await settle();
    await deliver(caller, callee);
    callee.negotiation.gathered({ candidate: "one" });
    expect(said(callee)).toEqual(["answer by signaling", "one by signaling"]);
  });

  it("needs no server", async () => {
    for (const side of [caller, callee]) {
      side.open.delete("signaling");
      side.doubtful = true;
    }
    caller.negotiation.lost();
    await settle();
    for (let n = 0; n < 30; n++) {
      await settle(100);
      caller.negotiation.persist();
    }
    // Once: the channel delivers it when it can.
    expect(said(caller)).toEqual(["offer by channel"]);
    await deliver(caller, callee);
    await deliver(callee, caller);
    expect(caller.connection.signalingState).toBe("stable");
  });

  it("says an offer again that nobody answers, and takes the answer once", async () => {
    caller.doubtful = callee.doubtful = true;
    caller.negotiation.lost();
    await settle(1_100);
    caller.negotiation.persist();
    expect(said(caller)).toEqual(["offer by signaling", "offer by signaling"]);
    await deliver(caller, callee);
    expect(said(callee)).toEqual(["answer by signaling", "answer by signaling"]);
    const [first, second] = callee.said.map(([, aside]) => aside);
    expect(first).toEqual(second);
    await deliver(callee, caller);
    expect(caller.connection.signalingState).toBe("stable");
  });

  it("lets the caller begin where both see trouble; the callee asks for it when nothing comes", async () => {
    caller.doubtful = callee.doubtful = true;
    for (const { negotiation } of [caller, callee]) negotiation.lost();
    await settle(900);
    callee.negotiation.persist();
    await settle();
    expect(said(callee)).toEqual([]);
    expect(said(caller)).toHaveLength(1);
    await settle(200);
    callee.negotiation.persist();
    await settle();
    expect(said(callee)).toEqual(["rollback by signaling"]);
    // Said again soon, since nobody answers.
    await settle(1_100);
    callee.negotiation.persist();
    await settle();
    expect(said(callee)).toEqual(["rollback by signaling", "rollback by signaling"]);
  });

  it("looks again soon, when the browsers know their new addresses, and then less often, until there is a path", async () => {
    caller.doubtful = callee.doubtful = true;
    const offers = async (ms: number): Promise<number> => {
      let count = 0;
      for (let at = 0; at < ms; at += 100) {
        caller.negotiation.persist();
        callee.negotiation.persist();
        await settle(100);
        count += said(caller).filter((each) => each.startsWith("offer")).length;
        await deliver(caller, callee);
        await deliver(callee, caller);
      }
      return count;
    };
    callee.negotiation.restart();
    await settle();
    await deliver(callee, caller);
    // What was asked for, and the second one.
    expect(await offers(1_000)).toBe(2);
    expect(await offers(3_000)).toBe(0);
    expect(await offers(1_000)).toBe(1);
    caller.negotiation.found();
    await settle(60_000);
    for (const { negotiation } of [caller, callee]) negotiation.lost();
    expect(await offers(1_500)).toBe(2);
  });

  it("begins anew when an offer is answered that was made on another network", async () => {
    caller.doubtful = callee.doubtful = true;
    caller.negotiation.lost();
    await settle();
    caller.said.length = 0;
    // As after a reconnect.
    caller.negotiation.restart();
    await settle();
    await deliver(caller, callee);
    await deliver(callee, caller);
    expect(said(caller)).toEqual(["offer by signaling"]);
    await deliver(caller, callee);
    await deliver(callee, caller);
    await settle();
    expect(said(caller)).toEqual([]);
    expect(caller.connection.signalingState).toBe("stable");
  });

  it("does not begin anew while what the other asked for is fresh", async () => {
    caller.doubtful = callee.doubtful = true;
    callee.negotiation.restart();
    await settle();
    await deliver(callee, caller);
    await settle(1);
    expect(said(caller)).toEqual(["offer by signaling"]);
    caller.said.length = 0;
    caller.negotiation.lost();
    await settle();
    expect(said(caller)).toEqual([]);
  });

  it("rolls nothing back where both begin at once, also if the caller's offer was lost", async () => {
    await begin();
    caller.doubtful = callee.doubtful = true;
    for (const { negotiation } of [caller, callee]) negotiation.restart();
    await settle();
    await deliver(caller, callee, () => false);
    // The asking shows the caller that its offer did not arrive.
    await deliver(callee, caller);
    expect(said(caller)).toEqual(["offer by signaling"]);
    await deliver(caller, callee);
    await deliver(callee, caller);
    await settle();
    // What was answered after the asking is what was asked for.
    expect(said(caller)).toEqual([]);
    expect([caller.connection.signalingState, callee.connection.signalingState]).toEqual(["stable", "stable"]);
    expect([caller.connection.rolledBack, callee.connection.rolledBack]).toEqual([0, 0]);
  });

  it("does not take an asking for news that was made before the last offer", async () => {
    await begin();
    callee.negotiation.restart();
    await settle();
    const late = callee.said.splice(0);
    caller.negotiation.restart();
    await settle();
    await deliver(caller, callee);
    await deliver(callee, caller);
    callee.said.push(...late);
    await deliver(callee, caller);
    await settle();
    expect(said(caller)).toEqual([]);
  });

  it("offers again where it is asked after its offer was taken", async () => {
    await begin();
    caller.doubtful = callee.doubtful = true;
    caller.negotiation.restart();
    await settle();
    await deliver(caller, callee);
    const answer = callee.said.splice(0);
    callee.negotiation.restart();
    await settle();
    await deliver(callee, caller);
    callee.said.push(...answer);
    await deliver(callee, caller);
    await settle();
    expect(said(caller)).toEqual(["offer by signaling", "offer by signaling"]);
  });

  it("takes offers of a callee that makes them, unless its own is out", async () => {
    const theirs = (n: number): Description => ({ type: "offer", sdp: `v=0\r\no=- 6 ${n} IN IP4 127.0.0.1\r\n` });
    void caller.negotiation.redescribe(theirs(5), "channel");
    await settle();
    expect(said(caller)).toEqual(["answer by channel"]);
    caller.negotiation.restart();
    await settle();
    caller.doubtful = true;
    void caller.negotiation.redescribe(theirs(6), "channel");
    await settle();
    expect(said(caller).slice(1)).toEqual(["offer by channel", "offer by signaling"]);
    expect(caller.connection.rolledBack).toBe(0);
  });

  it("is no look for a new path where it is about something else that is sent", async () => {
    caller.connection.ufrag = callee.connection.ufrag = "same";
    for (let n = 0; n < 2; n++) {
      // The first has credentials that are new to the other.
      caller.negotiation.found();
      await settle(5_000);
      void caller.negotiation.renegotiate();
      await settle(1);
      await deliver(caller, callee);
      await deliver(callee, caller);
      await settle(1);
    }
    // Trouble just then is acted upon at once.
    caller.negotiation.lost();
    await settle(1);
    expect(said(caller)).toEqual(["offer by channel"]);
  });

  it("ignores what comes late by the other way", async () => {
    caller.negotiation.restart();
    await settle();
    const late = caller.said.map((each) => each);
    await deliver(caller, callee);
    const answer = callee.said.map((each) => each);
    await deliver(callee, caller);
    caller.negotiation.restart();
    await settle();
    await deliver(caller, callee);
    const newest = callee.connection.remoteDescription;
    callee.said.length = 0;
    // The first offer at the callee, and the first answer at the caller, whose second offer waits for its own.
    caller.said.push(...late);
    callee.said.push(...answer);
    await deliver(caller, callee);
    await deliver(callee, caller);
    expect(callee.connection.remoteDescription).toBe(newest);
    expect(caller.connection.signalingState).toBe("have-local-offer");
  });

  it("goes on after a candidate of an older generation", async () => {
    await caller.negotiation.setRemote({ type: "offer", sdp: "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\n" });
    for (const candidate of ["stale", "fresh"]) void caller.negotiation.addCandidate({ candidate });
    await settle();
    expect(caller.connection.added).toEqual([{ candidate: "fresh" }]);
  });
});
