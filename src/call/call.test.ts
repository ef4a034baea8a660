import { describe, expect, it } from "vitest";
import { howItEnded } from "../client/sentences.ts";
import type { SignalMessage } from "../protocol/messages.ts";
import {
  type Call,
  type CallEvent,
  type Effect,
  type Ended,
  idle,
  LIMITS,
  type Party,
  type Timer,
  timeouts,
} from "./call.ts";
import { advance, type Line } from "./line.ts";

const ann: Party = { id: "ann", name: "Ann", legacy: false };
const bob: Party = { id: "bob", name: "Bob", legacy: false };
const old: Party = { id: "old", name: "Olga", legacy: true };

/** One page: takes events, and remembers what they made it do. */
class Page {
  line: Line = { call: idle, past: [] };
  done: Effect[] = [];

  get call(): Call {
    return this.line.call;
  }

  /** Feed events; returns what they made it do, in short. How calls ended is in `past`. */
  feed(...events: CallEvent[]): string[] {
    const before = this.done.length;
    for (const event of events) {
      const [line, ...effects] = advance(this.line, event);
      this.line = line;
      this.done.push(...effects);
    }
    return this.done
      .slice(before)
      .filter((effect) => effect.do !== "ended")
      .map(short);
  }

  /** How the last call ended, and how each did that this page remembers. */
  get ended(): string {
    return this.past[0] ?? this.call.phase;
  }

  get past(): string[] {
    return this.line.past.map(({ reason, by }) => `${reason} by ${by}`);
  }

  get last(): Ended | undefined {
    return this.line.past[0];
  }

  get reads(): string | undefined {
    return this.last ? howItEnded(this.last) : this.call.phase;
  }
}

function short(effect: Effect): string {
  switch (effect.do) {
    case "send": {
      const { type, data } = effect.message;
      const detail = type === "icecandidate" ? ` ${data.candidate.candidate}` : reasonIn(effect.message);
      return `send ${type}${detail} ${data.call ?? "-"} to ${data.target}`;
    }
    case "ask-media":
      return `ask-media ${effect.video ? "video" : "audio"}`;
    case "open":
      return `open ${effect.call}${effect.offer === undefined ? "" : ` with ${effect.offer}`}`;
    case "apply-answer":
      return `apply ${effect.sdp}`;
    case "add-candidate":
      return `add ${effect.candidate.candidate}`;
    case "close":
      return effect.tell === undefined ? "close" : `close, telling ${effect.tell}`;
    default:
      return effect.do;
  }
}

function reasonIn(message: SignalMessage): string {
  return message.type === "reject" || message.type === "hangup" ? ` ${message.data.reason}` : "";
}

// What happens to a page
const dial = (call = "c1", peer = bob): CallEvent => ({ type: "dial", call, peer, video: true });
const accept: CallEvent = { type: "accept", video: true };
const hangUp: CallEvent = { type: "hang-up" };
const leave: CallEvent = { type: "leave" };
const replaced: CallEvent = { type: "replaced" };
const media: CallEvent = { type: "media-ready" };
const relisted: CallEvent = { type: "relisted" };
const described = (sdp = "sdp", call = "c1"): CallEvent => ({ type: "described", call, sdp });
const candidate = (n: number, call = "c1"): CallEvent => ({
  type: "candidate",
  call,
  candidate: { candidate: `${n}` },
});
const connected = (call = "c1"): CallEvent => ({ type: "connected", call, at: 1_000 });
const silent = (call = "c1"): CallEvent => ({ type: "silent", call, at: 5_000 });
const linkFailed = (call = "c1"): CallEvent => ({ type: "link-failed", call });
const timeout = (timer: Timer): CallEvent => ({ type: "timeout", timer });
const gone = (peer: string, call?: string): CallEvent => ({ type: "peer-gone", peer, call });

// What it hears
const hear = (from: Party, message: object): CallEvent => ({
  type: "received",
  from,
  message: message as SignalMessage,
});
const offered = (from: Party, call = "c1", sdp = "offer"): CallEvent =>
  hear(from, { type: "offer", data: { source: from.id, type: "offer", sdp, call, media: { video: true } } });
/** The same, where the user does not want to be disturbed. */
const undisturbed = (event: CallEvent): CallEvent => ({ ...event, undisturbed: true }) as CallEvent;
const say = (from: Party, type: string, call?: string, more: object = {}): CallEvent =>
  hear(from, { type, data: { source: from.id, ...(call && { call }), ...more } });
const accepted = (from: Party, call?: string): CallEvent =>
  say(from, "accept", call, { type: "answer", sdp: "answer" });

// How it gets into each phase
const CALLER: Record<string, CallEvent[]> = {
  preparing: [dial()],
  calling: [dial(), media, described()],
  connecting: [dial(), media, described(), accepted(bob, "c1")],
  connected: [dial(), media, described(), accepted(bob, "c1"), connected()],
};
const CALLEE: Record<string, CallEvent[]> = {
  ringing: [offered(ann)],
  preparing: [offered(ann), accept],
  connecting: [offered(ann), accept, media, described()],
  connected: [offered(ann), accept, media, described(), connected()],
};

function page(...events: CallEvent[]): Page {
  const made = new Page();
  made.feed(...events);
  return made;
}

/** Ann calls Bob; what one says the other hears at once, by the server and by the channel. */
class Pair {
  readonly caller = new Page();
  readonly callee = new Page();
  readonly wire: string[] = [];

  /** Get both to this phase of the caller. */
  constructor(phase: "calling" | "connecting" | "connected") {
    this.atCaller(dial(), media, described());
    if (phase !== "calling") this.atCallee(accept, media, described());
    if (phase === "connected") {
      this.atCaller(connected());
      this.atCallee(connected());
    }
    this.wire.length = 0;
  }

  atCaller(...events: CallEvent[]): void {
    this.#feed(this.caller, this.callee, ann, events);
  }

  atCallee(...events: CallEvent[]): void {
    this.#feed(this.callee, this.caller, bob, events);
  }

  #feed(here: Page, there: Page, who: Party, events: CallEvent[]): void {
    for (const event of events) {
      const before = here.done.length;
      const wasConnected = here.call.phase === "connected";
      here.feed(event);
      const back = who === ann ? bob : ann;
      for (const effect of here.done.slice(before)) {
        if (effect.do === "send") {
          const { type, data } = effect.message;
          this.wire.push(type + reasonIn(effect.message));
          this.#feed(there, here, back, [hear(who, { type, data: { ...data, source: who.id } })]);
        } else if (effect.do === "close" && effect.tell !== undefined && wasConnected) {
          this.#feed(there, here, back, [{ type: "farewell", call: "c1", reason: effect.tell }]);
        }
      }
    }
  }
}

describe("how a call ends (design.md, section 4)", () => {
  type Row = [
    string,
    ConstructorParameters<typeof Pair>[0],
    (p: Pair) => void,
    string[],
    string | undefined,
    string | undefined,
  ];
  const rows: Row[] = [
    ["declined", "calling", (p) => p.atCallee(hangUp), ["reject declined"], "Bob declined", undefined],
    [
      "declined while permission is asked",
      "calling",
      (p) => p.atCallee(accept, hangUp),
      ["reject declined"],
      "Bob declined",
      undefined,
    ],
    ["caller gave up", "calling", (p) => p.atCaller(hangUp), ["hangup cancelled"], undefined, "Missed call from Ann"],
    [
      "no answer",
      "calling",
      (p) => p.atCaller(timeout("no-answer")),
      ["hangup no-answer"],
      "Bob didn't answer",
      "Missed call from Ann",
    ],
    [
      "no answer, and the callee stops by itself",
      "calling",
      (p) => p.atCallee(timeout("no-answer")),
      ["hangup no-answer"],
      "Bob didn't answer",
      "Missed call from Ann",
    ],
    ["the caller hangs up", "connected", (p) => p.atCaller(hangUp), ["hangup hung-up"], "You hung up", "Ann hung up"],
    ["the callee hangs up", "connected", (p) => p.atCallee(hangUp), ["hangup hung-up"], "Bob hung up", "You hung up"],
    [
      "hung up before it was connected",
      "connecting",
      (p) => p.atCallee(hangUp),
      ["hangup hung-up"],
      "Bob hung up",
      "You hung up",
    ],
    ...(["atCaller", "atCallee"] as const).flatMap((side): Row[] => [
      [
        `never connected, seen by the ${side}`,
        "connecting",
        (p) => p[side](timeout("connect")),
        ["hangup failed"],
        "Couldn't connect to Bob",
        "Couldn't connect to Ann",
      ],
      [
        `no path, seen by the ${side}`,
        "connecting",
        (p) => p[side](linkFailed()),
        ["hangup failed"],
        "Couldn't connect to Bob",
        "Couldn't connect to Ann",
      ],
      [
        `path lost, seen by the ${side}`,
        "connected",
        (p) => p[side](silent(), timeout("lost")),
        ["hangup lost"],
        "The connection to Bob was lost",
        "The connection to Ann was lost",
      ],
      [
        `the page of the ${side} is gone`,
        "connected",
        (p) => p[side](leave),
        ["hangup lost"],
        "The connection to Bob was lost",
        "The connection to Ann was lost",
      ],
    ]),
    [
      "the caller opened it elsewhere",
      "connected",
      (p) => p.atCaller(replaced),
      ["hangup replaced"],
      "Continued elsewhere",
      "Ann moved to another device",
    ],
    [
      "the callee opened it elsewhere",
      "connected",
      (p) => p.atCallee(replaced),
      ["hangup replaced"],
      "Bob moved to another device",
      "Continued elsewhere",
    ],
  ];

  it.each(rows)("%s", (_, phase, act, wire, caller, callee) => {
    const pair = new Pair(phase);
    act(pair);
    expect(pair.wire).toEqual(wire);
    for (const [page, reads] of [
      [pair.caller, caller],
      [pair.callee, callee],
    ] as const) {
      expect(page.call.phase).toBe("idle");
      if (reads === undefined) expect(page.reads).toBeUndefined();
      else expect(page.reads).toContain(reads);
      expect(page.done.filter((effect) => effect.do === "close")).toHaveLength(1);
    }
  });

  it("in another call: the caller reads that they are busy, the callee of a missed call", () => {
    for (const events of [...Object.values(CALLER), ...Object.values(CALLEE)]) {
      const busy = page(...events);
      const before = busy.call;
      const cem: Party = { id: "cem", name: "Cem", legacy: false };
      expect(busy.feed(offered(cem, "c2"))).toEqual(["send reject busy c2 to cem"]);
      expect(busy.call).toBe(before);
      expect(busy.reads).toBe("Missed call from Cem");
      // Said again, since the refusal was lost: it is one missed call.
      expect(busy.feed(offered(cem, "c2"))).toEqual(["send reject busy c2 to cem"]);
      expect(busy.past).toEqual(["busy by us"]);
    }
    const caller = page(...(CALLER["calling"] as CallEvent[]));
    expect(caller.feed(say(bob, "reject", "c1", { reason: "busy" }))).toEqual(["close"]);
    expect(caller.reads).toBe("Bob is busy");
  });

  it("not to be disturbed: nothing rings, the caller reads that they are busy, the callee of a missed call", () => {
    const callee = page(undisturbed(offered(ann)));
    expect(callee.done.map(short)).toEqual(["send reject busy c1 to ann", "ended"]);
    expect(callee.reads).toBe("Missed call from Ann");
    // Said again, since the refusal was lost: also once they may be disturbed again, it is one missed call.
    expect(callee.feed(undisturbed(offered(ann)), offered(ann))).toEqual(
      Array.from({ length: 2 }, () => "send reject busy c1 to ann"),
    );
    expect(callee.past).toEqual(["busy by us"]);
    expect(callee.feed(offered(ann, "c2"))).toEqual(["open c2 with offer", "send ringing c2 to ann"]);
    // Somebody who left while it rang, and comes back with the same call.
    const returned = page(offered(ann), gone("ann"), undisturbed(offered(ann)));
    expect(returned.past).toEqual(["busy by us"]);
    expect(page(undisturbed(offered(old))).done.map(short)).toEqual(["send reject busy c1 to old", "ended"]);
  });

  it("not to be disturbed any more while it rings: it stops, as if they were busy; nothing else changes", () => {
    const callee = page(offered(ann));
    expect(callee.feed({ type: "do-not-disturb" })).toEqual(["send reject busy c1 to ann", "close, telling busy"]);
    expect(callee.reads).toBe("Missed call from Ann");
    for (const events of [...Object.values(CALLER), ...Object.values(CALLEE).slice(1)]) {
      const one = page(...events);
      const before = one.call;
      expect(one.feed({ type: "do-not-disturb" })).toEqual([]);
      expect(one.call).toBe(before);
    }
  });

  it("not to be disturbed, and dialled anew by the one they are in a call with: that is over, and nothing rings", () => {
    const callee = page(...(CALLEE["connected"] as CallEvent[]), undisturbed(offered(ann, "c2")));
    expect(callee.call.phase).toBe("idle");
    expect(callee.past).toEqual(["busy by us", "lost by them"]);
  });

  describe("in a browser that cannot call", () => {
    const unable = (event: CallEvent): CallEvent => ({ ...event, unable: true }) as CallEvent;

    it("nothing rings, both read that they are not connected, and each what is to be done about it", () => {
      const callee = page(unable(offered(ann)));
      expect(callee.done.map(short)).toEqual(["send hangup failed c1 to ann", "ended"]);
      expect(callee.call.phase).toBe("idle");
      expect(callee.last).toMatchObject({ reason: "failed", by: "us", answered: false, obstacle: "this-browser" });
      const caller = page(...(CALLER["calling"] as CallEvent[]));
      expect(caller.feed(say(bob, "hangup", "c1", { reason: "failed" }))).toEqual(["close"]);
      expect(caller.last).toMatchObject({ reason: "failed", by: "them", answered: false, obstacle: "their-browser" });
      expect(caller.reads).toMatch(/^Couldn't connect to Bob: .*browser/u);
      expect(callee.reads).toMatch(/^Couldn't connect to Ann: this browser/u);
    });

    it("whoever offers again, since the answer was lost, is told again, and it stays one call", () => {
      const callee = page(unable(offered(ann)));
      expect(callee.feed(unable(offered(ann)))).toEqual(["send hangup failed c1 to ann"]);
      expect(callee.feed(relisted)).toEqual(["send hangup failed c1 to ann"]);
      expect(callee.past).toEqual(["failed by us"]);
    });

    it("a user who does not want to be disturbed is not busy, but unable", () => {
      expect(page(unable(undisturbed(offered(ann)))).done.map(short)[0]).toBe("send hangup failed c1 to ann");
    });

    it("a client of the old protocol is refused in the one way that it knows", () => {
      expect(page(unable(offered(old))).done.map(short)).toEqual(["send reject declined c1 to old", "ended"]);
    });

    it("what fails after it rang there, or at the caller's own device, is not put down to their browser", () => {
      const rang = page(...(CALLER["calling"] as CallEvent[]), say(bob, "ringing", "c1"));
      rang.feed(say(bob, "hangup", "c1", { reason: "failed" }));
      const broken = page(...(CALLER["calling"] as CallEvent[]), linkFailed());
      for (const one of [rang, broken]) {
        expect(one.last).toMatchObject({ reason: "failed" });
        expect(one.last).not.toHaveProperty("obstacle");
      }
    });
  });

  it("not here, not away: the caller is told by the server", () => {
    const caller = page(...(CALLER["calling"] as CallEvent[]));
    expect(caller.feed(gone("cem"), gone("bob", "another call"))).toEqual([]);
    expect(caller.feed(gone("bob", "c1"))).toEqual(["close"]);
    expect(caller.reads).toBe("Bob isn't here any more");
  });

  it("called too often: the caller is told by the server, and nobody else is", () => {
    const tooFast = (peer: string, call: string): CallEvent => ({ type: "too-fast", peer, call });
    const caller = page(...(CALLER["calling"] as CallEvent[]));
    expect(caller.feed(tooFast("cem", "c1"), tooFast("bob", "another call"))).toEqual([]);
    expect(caller.feed(tooFast("bob", "c1"))).toEqual(["close"]);
    expect(caller.past).toEqual(["too-fast by us"]);
    expect(caller.reads).toBe("You have called Bob many times. Wait a minute before you call again.");
    expect(caller.feed(relisted)).toEqual([]);
    // It rings there: what was not passed on is the same offer, said again.
    const heard = page(...(CALLER["calling"] as CallEvent[]), {
      type: "received",
      from: bob,
      message: { type: "ringing", data: { source: "bob", call: "c1" } },
    });
    expect(heard.feed(tooFast("bob", "c1"))).toEqual([]);
    expect(heard.call.phase).toBe("calling");
    for (const phase of ["preparing", "connecting", "connected"]) {
      const one = page(...(CALLER[phase] as CallEvent[]));
      expect(one.feed(tooFast("bob", "c1"))).toEqual([]);
    }
  });

  it("stops to ring for a caller who is gone", () => {
    const callee = page(offered(ann));
    expect(callee.feed(gone("ann"))).toEqual(["close"]);
    expect(callee.reads).toBe("Missed call from Ann");
  });

  it.each(["preparing", "connecting", "connected"])("does not take the directory's word for it when %s", (phase) => {
    for (const [events, peer] of [
      [CALLER[phase], "bob"],
      [CALLEE[phase], "ann"],
    ] as const) {
      const one = page(...(events as CallEvent[]));
      expect(one.feed(gone(peer), gone(peer, "c1"))).toEqual([]);
      expect(one.call.phase).toBe(phase);
    }
  });

  it("agrees on one reason when both end it at once", () => {
    const rank = ["declined", "cancelled", "no-answer", "hung-up", "replaced", "failed", "lost"] as const;
    const [one, two] = [page(...(CALLER["connected"] as CallEvent[])), page(...(CALLEE["connected"] as CallEvent[]))];
    one.feed(silent(), timeout("lost"));
    two.feed(hangUp);
    // Each hears the other's when it has ended the call already.
    expect(one.feed(say(bob, "hangup", "c1", { reason: "hung-up" }))).toEqual([]);
    expect(two.feed(say(ann, "hangup", "c1", { reason: "lost" }))).toEqual(["send hangup hung-up c1 to ann"]);
    expect([one.ended, two.ended]).toEqual(["hung-up by them", "hung-up by us"]);

    for (const [place, reason] of rank.entries()) {
      for (const theirs of rank.slice(place + 1)) {
        const one = page(...(CALLER["connected"] as CallEvent[]), { type: "farewell", call: "c1", reason: theirs });
        one.feed(say(bob, "hangup", "c1", { reason }));
        expect(one.ended).toBe(`${reason} by them`);
      }
    }
  });
});

describe("a call from dial to connected", () => {
  it("as the caller", () => {
    const caller = new Page();
    expect(caller.feed(dial())).toEqual(["ask-media video"]);
    expect(caller.feed(media)).toEqual(["open c1", "offer"]);
    expect(caller.feed(described("my offer"))).toEqual(["send offer c1 to bob"]);
    expect(caller.done.at(-1)).toMatchObject({ message: { data: { sdp: "my offer", media: { video: true } } } });
    expect(caller.feed(candidate(1))).toEqual(["send icecandidate 1 c1 to bob"]);
    expect(caller.feed(say(bob, "ringing", "c1"))).toEqual([]);
    expect(caller.call).toMatchObject({ phase: "calling", reach: "ringing" });
    expect(caller.feed(accepted(bob, "c1"))).toEqual(["apply answer"]);
    expect(caller.feed(say(bob, "icecandidate", "c1", { candidate: { candidate: "7" } }))).toEqual(["add 7"]);
    expect(caller.feed(candidate(2))).toEqual(["send icecandidate 2 c1 to bob"]);
    expect(caller.feed(connected())).toEqual([]);
    expect(caller.call).toEqual({ phase: "connected", call: "c1", peer: bob, direction: "outgoing", since: 1_000 });
  });

  it("as the callee, who reveals nothing before Accept", () => {
    const callee = new Page();
    expect(callee.feed(offered(ann))).toEqual(["open c1 with offer", "send ringing c1 to ann"]);
    expect(callee.feed(say(ann, "icecandidate", "c1", { candidate: { candidate: "7" } }))).toEqual(["add 7"]);
    expect(callee.feed(accept)).toEqual(["ask-media video"]);
    expect(callee.feed(media)).toEqual(["answer"]);
    expect(callee.feed(candidate(1), candidate(2))).toEqual([]);
    expect(callee.feed(described("my answer"))).toEqual([
      "send accept c1 to ann",
      "send icecandidate 1 c1 to ann",
      "send icecandidate 2 c1 to ann",
    ]);
    expect(callee.feed(candidate(3))).toEqual(["send icecandidate 3 c1 to ann"]);
    expect(callee.feed(connected())).toEqual([]);
    expect(callee.call).toEqual({ phase: "connected", call: "c1", peer: ann, direction: "incoming", since: 1_000 });
  });

  it("says no candidate before the offer, in whatever order they are made", () => {
    const caller = page(dial(), media);
    expect(caller.feed(candidate(1), candidate(2), candidate(3), relisted)).toEqual([]);
    expect(caller.feed(described())).toEqual([
      "send offer c1 to bob",
      "send icecandidate 1 c1 to bob",
      "send icecandidate 2 c1 to bob",
      "send icecandidate 3 c1 to bob",
    ]);
  });

  it("can be accepted without video", () => {
    const callee = page(offered(ann));
    expect(callee.feed({ type: "accept", video: false })).toEqual(["ask-media audio"]);
    expect(callee.call).toMatchObject({ video: false });
  });

  it("knows whether the caller means to be seen", () => {
    const offer = (more: object) =>
      hear(ann, { type: "offer", data: { type: "offer", sdp: "o", call: "c1", ...more } });
    expect(page(offer({ media: { video: false } })).call).toMatchObject({ video: false });
    expect(page(offer({ media: {} })).call).toMatchObject({ video: true });
    expect(page(offer({})).call).toMatchObject({ video: true });
  });

  it("passes renegotiation on, once it is accepted", () => {
    const redescribed = (from: Party) => say(from, "description", "c1", { description: { type: "offer", sdp: "new" } });
    const heard = Object.entries(CALLER).map(([phase, events]) => [phase, page(...events).feed(redescribed(bob))]);
    expect(Object.fromEntries(heard)).toEqual({
      preparing: [],
      calling: [],
      connecting: ["redescribe"],
      connected: ["redescribe"],
    });
    expect(page(offered(ann)).feed(redescribed(ann))).toEqual([]);
  });

  it("sees trouble and its end", () => {
    const one = page(...(CALLER["connected"] as CallEvent[]));
    one.feed(silent());
    expect(one.call).toMatchObject({ phase: "connected", reconnecting: 5_000 });
    const before = one.call;
    one.feed({ type: "silent", call: "c1", at: 9_000 });
    expect(one.call).toBe(before);
    one.feed({ type: "alive", call: "c1" });
    expect(one.call).not.toHaveProperty("reconnecting");
    expect(one.feed(timeout("lost"))).toEqual([]);
    expect(one.call.phase).toBe("connected");
  });
});

describe("events that mean nothing", () => {
  const about = (call: string): CallEvent[] => [
    described("x", call),
    candidate(1, call),
    connected(call),
    silent(call),
    { type: "alive", call },
    linkFailed(call),
    { type: "farewell", call, reason: "hung-up" },
  ];

  it.each([...Object.entries(CALLER), ...Object.entries(CALLEE), ["idle", []] as [string, CallEvent[]]])(
    "of another call's link, when %s",
    (_, events) => {
      const one = page(...events);
      const before = one.call;
      expect(one.feed(...about("another"))).toEqual([]);
      expect(one.call).toBe(before);
    },
  );

  it("of the user, in the wrong phase", () => {
    expect(page().feed(accept, hangUp, leave, replaced, media, relisted, timeout("lost"))).toEqual([]);
    for (const events of Object.values(CALLER)) expect(page(...events).feed(dial("c9", ann), accept)).toEqual([]);
    expect(page(offered(ann)).feed(dial("c9"), media)).toEqual([]);
  });
});

describe("timers", () => {
  it.each<[string, CallEvent[], object]>([
    ["idle", [], {}],
    ["preparing, caller", CALLER["preparing"] as CallEvent[], {}],
    ["calling", CALLER["calling"] as CallEvent[], { "no-answer": 45_000, acknowledge: 3_000 }],
    ["heard to ring", [...(CALLER["calling"] as CallEvent[]), say(bob, "ringing", "c1")], { "no-answer": 45_000 }],
    ["not heard to ring", [...(CALLER["calling"] as CallEvent[]), timeout("acknowledge")], { "no-answer": 45_000 }],
    ["calling an old client, which never says that it rings", [dial("c1", old), media], { "no-answer": 45_000 }],
    ["ringing", CALLEE["ringing"] as CallEvent[], { "no-answer": 50_000 }],
    ["preparing, callee", CALLEE["preparing"] as CallEvent[], {}],
    ["connecting", CALLEE["connecting"] as CallEvent[], { connect: 15_000 }],
    ["connected", CALLER["connected"] as CallEvent[], {}],
    // 20 s after the last sign of life, of which the link has waited 2.
    ["reconnecting", [...(CALLER["connected"] as CallEvent[]), silent()], { lost: 18_000 }],
  ])("%s", (_, events, expected) => {
    expect(timeouts(page(...events).call)).toEqual(expected);
  });

  it("that come late change nothing", () => {
    for (const [phase, timer] of [
      ["connecting", "no-answer"],
      ["connected", "no-answer"],
      ["connected", "connect"],
      ["connected", "lost"],
    ] as const) {
      const one = page(...(CALLER[phase] as CallEvent[]));
      expect(one.feed(timeout(timer))).toEqual([]);
      expect(one.call.phase).toBe(phase);
    }
    expect(LIMITS.ring).toBeGreaterThan(LIMITS.answer);
  });
});

describe("what is known of the callee's device", () => {
  const reach = (...events: CallEvent[]): unknown =>
    (page(...(CALLER["calling"] as CallEvent[]), ...events).call as { reach?: string }).reach;
  const away = (peer = "bob"): CallEvent => ({ type: "peer-away", peer });
  const rings = say(bob, "ringing", "c1");

  it.each<[string, CallEvent[], string]>([
    ["nothing yet", [], "waiting"],
    ["nothing for too long", [timeout("acknowledge")], "trying"],
    ["that it rings", [rings], "ringing"],
    ["that it rings after all", [timeout("acknowledge"), rings], "ringing"],
    ["that it is away", [away()], "trying"],
    ["that it is away, whatever it said before", [rings, away()], "trying"],
    ["that it is back, and rings", [rings, away(), rings], "ringing"],
    ["nothing of somebody else's", [rings, away("cem")], "ringing"],
    ["that it rings, when a timer comes late", [rings, timeout("acknowledge")], "ringing"],
  ])("%s", (_, events, expected) => {
    expect(reach(...events)).toBe(expected);
  });

  it("means nothing in other phases, and changes nothing that is known", () => {
    for (const events of [[], CALLER["connected"], CALLEE["ringing"]] as CallEvent[][]) {
      const one = page(...events);
      const before = one.call;
      expect(one.feed(away("bob"), away("ann"))).toEqual([]);
      expect(one.call).toBe(before);
    }
    const trying = page(...(CALLER["calling"] as CallEvent[]), away());
    const before = trying.call;
    trying.feed(away());
    expect(trying.call).toBe(before);
  });
});

describe("what is in the way", () => {
  const obstructed = (obstacle?: "isolated" | "no-address"): CallEvent => ({
    type: "obstructed",
    call: "c1",
    obstacle,
  });

  it("is in the record of a call that failed, as it was last known", () => {
    const one = page(...(CALLER["connecting"] as CallEvent[]), obstructed("no-address"), obstructed("isolated"));
    one.feed(timeout("connect"));
    expect(one.last).toMatchObject({ reason: "failed", obstacle: "isolated" });
  });

  it.each<[string, CallEvent[]]>([
    ["if it was overcome", [obstructed("isolated"), obstructed(), timeout("connect")]],
    ["if it failed for no known reason", [timeout("connect")]],
    ["if it ended otherwise", [obstructed("isolated"), hangUp]],
    ["if the other found a better reason", [obstructed("isolated"), timeout("connect"), say(bob, "hangup", "c1")]],
  ])("is not, %s", (_, events) => {
    const one = page(...(CALLER["connecting"] as CallEvent[]), ...events);
    expect(one.call.phase).toBe("idle");
    expect(one.last).not.toHaveProperty("obstacle");
  });

  it("counts while connecting only", () => {
    for (const phase of ["calling", "connected"]) {
      const one = page(...(CALLER[phase] as CallEvent[]));
      const before = one.call;
      one.feed(obstructed("isolated"));
      expect(one.call).toBe(before);
    }
    const one = page(...(CALLER["connecting"] as CallEvent[]), obstructed("isolated"));
    const before = one.call;
    one.feed(obstructed("isolated"));
    expect(one.call).toBe(before);
  });
});

describe("dialling somebody who rings here", () => {
  it("answers them: both want this call", () => {
    const one = page(offered(ann, "c1"));
    expect(one.feed(dial("c2", ann))).toEqual(["ask-media video"]);
    expect(one.call).toMatchObject({ phase: "preparing", direction: "incoming", call: "c1", peer: ann });
  });

  it("does nothing if somebody else rings", () => {
    const one = page(offered(ann, "c1"));
    expect(one.feed(dial("c2", bob))).toEqual([]);
    expect(one.call).toMatchObject({ phase: "ringing", call: "c1" });
  });
});

describe("glare: both dial at once", () => {
  it("preparing, ours wins: they are rung, and answer without asking", () => {
    const one = page(dial("c1"));
    expect(one.feed(offered(bob, "c2"))).toEqual([]);
    expect(one.call).toMatchObject({ phase: "preparing", direction: "outgoing", call: "c1", crossed: "c2" });
    expect(one.feed(media, described())).toEqual(["open c1", "offer", "send offer c1 to bob"]);
  });

  it("preparing, ours wins, but the user cancels: theirs is refused", () => {
    const one = page(dial("c1"), offered(bob, "c2"));
    expect(one.feed(hangUp)).toEqual(["close", "send reject declined c2 to bob"]);
    expect(one.past).toEqual(["declined by us", "cancelled by us"]);
    // The refusal may be lost as any other.
    expect(one.feed(offered(bob, "c2"))).toEqual(["send reject declined c2 to bob"]);
  });

  it("preparing, theirs wins: it is answered as soon as media is there", () => {
    const one = page(dial("c2"));
    expect(one.feed(offered(bob, "c1", "theirs"))).toEqual(["open c1 with theirs"]);
    expect(one.call).toMatchObject({ phase: "preparing", direction: "incoming", call: "c1", video: true });
    expect(one.feed(media, described())).toEqual(["answer", "send accept c1 to bob"]);
  });

  it("by voice and by video: each shows themselves as they meant to", () => {
    const voice: CallEvent = { type: "dial", call: "c2", peer: bob, video: false };
    for (const events of [[voice], [voice, media, described("x", "c2")]]) {
      const one = page(...events);
      one.feed(offered(bob, "c1", "theirs"));
      // Nothing but the microphone is asked for, although the other is seen.
      expect(one.call).toMatchObject({ call: "c1", direction: "incoming", video: false });
      expect(one.done.map(short)).not.toContain("ask-media video");
    }
  });

  it("who must not be disturbed is in the call that they wanted themselves", () => {
    const ours = page(dial("c1"), media, described());
    expect(ours.feed(undisturbed(offered(bob, "c2")))).toEqual(["send offer c1 to bob"]);
    const theirs = page(dial("c2"), media, described("x", "c2"), undisturbed(offered(bob, "c1", "theirs")));
    expect(theirs.call).toMatchObject({ phase: "connecting", direction: "incoming", call: "c1" });
    const early = page(dial("c2"), undisturbed(offered(bob, "c1", "theirs")));
    expect(early.feed(media, described())).toEqual(["answer", "send accept c1 to bob"]);
  });

  it("calling, ours wins: it is said again, in case that they have not heard it", () => {
    const one = page(dial("c1"), media, described(), candidate(1));
    expect(one.feed(offered(bob, "c2"))).toEqual(["send offer c1 to bob", "send icecandidate 1 c1 to bob"]);
    expect(one.call).toMatchObject({ phase: "calling", call: "c1" });
    // The loser withdraws, then answers.
    expect(one.feed(say(bob, "hangup", "c2", { reason: "cancelled" }))).toEqual([]);
    expect(one.feed(accepted(bob, "c1"))).toEqual(["apply answer"]);
  });

  it("calling, theirs wins: ours is withdrawn before theirs is answered", () => {
    const one = page(dial("c2"), media, described("x", "c2"));
    expect(one.feed(offered(bob, "c1", "theirs"))).toEqual([
      "send hangup cancelled c2 to bob",
      "open c1 with theirs",
      "answer",
    ]);
    expect(one.call).toMatchObject({ phase: "connecting", direction: "incoming", call: "c1" });
    // What the old link still says is about a call that is not ours any more.
    expect(one.feed(described("x", "c2"), candidate(1, "c2"))).toEqual([]);
    expect(one.feed(described())).toEqual(["send accept c1 to bob"]);
  });

  it.each([
    ["preparing", [dial("c1", old)]],
    ["calling", [dial("c1", old), media, described()]],
  ] as const)("%s, with a client of the old protocol: theirs wins, whatever the ids", (_, events) => {
    const one = page(...events);
    expect(one.feed(offered(old, "c2", "theirs"))).toContain("open c2 with theirs");
    expect(one.call).toMatchObject({ call: "c2", direction: "incoming" });
  });

  it("connects, and asks nobody, whoever wins", () => {
    for (const [mine, theirs] of [
      ["c1", "c2"],
      ["c2", "c1"],
    ] as const) {
      const [one, two] = [page(dial(mine, bob), media, described("a", mine)), page(dial(theirs, ann))];
      two.feed(media, described("b", theirs));
      one.feed(offered(bob, theirs));
      two.feed(offered(ann, mine));
      const [winner, loser] = mine < theirs ? [one, two] : [two, one];
      const [from] = mine < theirs ? [bob] : [ann];
      expect(loser.feed(described("answer"))).toEqual([`send accept c1 to ${mine < theirs ? "ann" : "bob"}`]);
      winner.feed(accepted(from, "c1"));
      expect([winner.call.phase, loser.call.phase]).toEqual(["connecting", "connecting"]);
    }
  });
});

describe("after a reconnect", () => {
  const again: [string, CallEvent[], string[]][] = [
    ["preparing", [dial()], []],
    ["calling, before the offer is made", [dial(), media], []],
    ["calling", [dial(), media, described(), candidate(1)], ["send offer c1 to bob", "send icecandidate 1 c1 to bob"]],
    [
      "connecting, as the caller",
      [...(CALLER["calling"] as CallEvent[]), candidate(1), accepted(bob, "c1")],
      ["send icecandidate 1 c1 to bob"],
    ],
    ["connecting, before the answer is made", [offered(ann), accept, media, candidate(1)], []],
    [
      "connecting, as the callee",
      [...(CALLEE["connecting"] as CallEvent[]), candidate(1)],
      ["send accept c1 to ann", "send icecandidate 1 c1 to ann"],
    ],
    ["ringing", [offered(ann)], ["send ringing c1 to ann"]],
    ["connected", CALLER["connected"] as CallEvent[], []],
    ["over, by us", [...(CALLER["connected"] as CallEvent[]), hangUp], ["send hangup hung-up c1 to bob"]],
    [
      "over, by them",
      [...(CALLER["connected"] as CallEvent[]), say(bob, "hangup", "c1")],
      ["send hangup hung-up c1 to bob"],
    ],
  ];
  it.each(again)("what may have been lost is said again: %s", (_, events, expected) => {
    const one = page(...events);
    const before = one.call;
    expect(one.feed(relisted)).toEqual(expected);
    expect(one.call).toBe(before);
  });

  it("what comes twice changes nothing", () => {
    for (const [events, twice] of [
      [CALLEE["ringing"], offered(ann)],
      [CALLEE["preparing"], offered(ann)],
      [CALLEE["connecting"], offered(ann)],
      [CALLEE["connected"], offered(ann)],
      [CALLER["connecting"], accepted(bob, "c1")],
      [CALLER["connected"], accepted(bob, "c1")],
      [[...(CALLER["calling"] as CallEvent[]), say(bob, "ringing", "c1")], say(bob, "ringing", "c1")],
    ] as [CallEvent[], CallEvent][]) {
      const one = page(...events);
      const before = one.call;
      const done = one.feed(twice);
      expect(done.filter((what) => !what.startsWith("send"))).toEqual([]);
      expect(one.call).toEqual(before);
    }
  });

  it("answers an offer that comes again after it was declined", () => {
    const one = page(offered(ann), hangUp);
    expect(one.feed(offered(ann))).toEqual(["send reject declined c1 to ann"]);
    expect(one.call.phase).toBe("idle");
    expect(one.feed(offered(ann, "c2"))).toContain("open c2 with offer");
  });

  it.each(["ringing", "preparing"])("takes a changed offer of the same call, when %s", (phase) => {
    const one = page(...(CALLEE[phase] as CallEvent[]));
    expect(one.feed(offered(ann, "c1", "changed"))).toContain("open c1 with changed");
    expect(one.call.phase).toBe(phase);
    expect(one.feed(offered(ann, "c1", "changed"))).not.toContain("open c1 with changed");
  });

  it.each(Object.entries(CALLEE))(
    "takes a new call of the same person for the end of the old, when %s",
    (phase, events) => {
      const one = page(...events);
      const reason = phase === "ringing" ? "gone" : "lost";
      expect(one.feed(offered(ann, "c2"))).toEqual(["close", "open c2 with offer", "send ringing c2 to ann"]);
      expect(one.past).toEqual([`${reason} by them`]);
      expect(one.call).toMatchObject({ phase: "ringing", call: "c2" });
      expect(phase).not.toBe("idle");
    },
  );
});

describe("a ring that this page left unanswered", () => {
  it.each([replaced, leave])("rings again when the page is back: $type", (away) => {
    const one = page(offered(ann, "c1"), away);
    expect(one.feed(offered(ann, "c1"))).toEqual(["open c1 with offer", "send ringing c1 to ann"]);
    expect(one.call.phase).toBe("ringing");
  });

  it("does not ring again after it was declined: the refusal was lost, and is said again", () => {
    const one = page(offered(ann, "c1"), hangUp);
    expect(one.feed(offered(ann, "c1"))).toEqual(["send reject declined c1 to ann"]);
  });
});

describe("crossed calls", () => {
  it("are not refused when the other has withdrawn theirs before we cancel", () => {
    const one = page(dial("c1"), offered(bob, "c2"), say(bob, "hangup", "c2"));
    expect(one.feed(hangUp)).toEqual(["close"]);
    expect(page(dial("c1"), offered(bob, "c2")).feed(hangUp)).toEqual(["close", "send reject declined c2 to bob"]);
  });
});

describe("stray messages", () => {
  it("an answer before our offer is out is about an earlier call", () => {
    const one = page(dial("c1", old), media);
    expect(one.feed(say(old, "accept", undefined))).toEqual([]);
    expect(one.call.phase).toBe("calling");
  });

  it("a reason that is taken over replaces what we said", () => {
    const other = page(...(CALLER["connected"] as CallEvent[]), { type: "link-failed", call: "c1" });
    expect(other.ended).toBe("lost by us");
    other.feed(say(bob, "hangup", "c1", { reason: "hung-up" }));
    expect(other.ended).toBe("hung-up by them");
    expect(other.feed(relisted)).toEqual(["send hangup hung-up c1 to bob"]);
  });

  it.each(["ringing", "accept", "description"])(
    "%s about a call that nobody knows is answered with a goodbye",
    (type) => {
      expect(page().feed(say(bob, type, "c9"))).toEqual(["send hangup lost c9 to bob"]);
      const elsewhere = page(...(CALLER["connected"] as CallEvent[]));
      expect(elsewhere.feed(say(bob, type, "c9"))).toEqual(["send hangup lost c9 to bob"]);
      expect(elsewhere.feed(say(ann, type, "c1"))).toEqual(["send hangup lost c1 to ann"]);
      expect(elsewhere.call.phase).toBe("connected");
    },
  );

  it.each(["ringing", "accept"])("%s about a call that was given up is answered with the reason", (type) => {
    const one = page(...(CALLER["calling"] as CallEvent[]), hangUp);
    expect(one.feed(say(bob, type, "c1"))).toEqual(["send hangup cancelled c1 to bob"]);
    const waited = page(...(CALLER["calling"] as CallEvent[]), timeout("no-answer"));
    expect(waited.feed(say(bob, type, "c1"))).toEqual(["send hangup no-answer c1 to bob"]);
  });

  it("goodbyes and candidates of other calls are ignored", () => {
    for (const type of ["hangup", "reject", "icecandidate"]) {
      const more = { candidate: { candidate: "1" } };
      for (const events of [[], CALLER["calling"], CALLER["connected"], CALLEE["ringing"]] as CallEvent[][]) {
        const one = page(...events);
        const before = one.call;
        const other = { id: "cem", name: "Cem", legacy: false };
        expect(one.feed(say(bob, type, "c9", more), say(other, type, "c1", more))).toEqual([]);
        expect(one.call).toBe(before);
      }
    }
  });

  it("that nobody answered is not true of a call that somebody did: another page of theirs rang, too", () => {
    for (const phase of ["connecting", "connected"]) {
      const one = page(...(CALLER[phase] as CallEvent[]));
      one.feed(say(bob, "hangup", "c1", { reason: "no-answer" }));
      expect(one.call.phase).toBe(phase);
    }
  });

  it("only the callee can refuse, and only an unanswered call", () => {
    for (const events of [CALLER["preparing"], CALLER["connecting"], CALLER["connected"]] as CallEvent[][]) {
      const one = page(...events);
      one.feed(say(bob, "reject", "c1", { reason: "declined" }));
      expect(one.call.phase).not.toBe("idle");
    }
  });
});

describe("a page that goes away", () => {
  it.each<[string, CallEvent[], string[], string]>([
    ["preparing, caller", [dial()], ["close"], "cancelled by us"],
    [
      "calling",
      CALLER["calling"] as CallEvent[],
      ["send hangup cancelled c1 to bob", "close, telling cancelled"],
      "cancelled by us",
    ],
    ["ringing", [offered(ann)], ["close"], "gone by us"],
    ["preparing, callee", CALLEE["preparing"] as CallEvent[], ["close"], "gone by us"],
    [
      "connecting",
      CALLEE["connecting"] as CallEvent[],
      ["send hangup lost c1 to ann", "close, telling lost"],
      "lost by us",
    ],
    [
      "connected",
      CALLER["connected"] as CallEvent[],
      ["send hangup lost c1 to bob", "close, telling lost"],
      "lost by us",
    ],
  ])("%s", (_, events, done, ended) => {
    const one = page(...events);
    expect(one.feed(leave)).toEqual(done);
    expect(one.ended).toBe(ended);
  });
});

describe("an identity that was opened elsewhere", () => {
  it.each<[string, CallEvent[], string[], string]>([
    // The server hands the offer over to the other page, which rings instead.
    ["ringing", CALLEE["ringing"] as CallEvent[], ["close"], "gone"],
    ["preparing, callee", CALLEE["preparing"] as CallEvent[], ["close"], "gone"],
    // Nobody has heard of it yet.
    ["preparing, caller", CALLER["preparing"] as CallEvent[], ["close"], "replaced"],
    [
      "calling",
      CALLER["calling"] as CallEvent[],
      ["send hangup replaced c1 to bob", "close, telling replaced"],
      "replaced",
    ],
    [
      "connected",
      CALLEE["connected"] as CallEvent[],
      ["send hangup replaced c1 to ann", "close, telling replaced"],
      "replaced",
    ],
  ])("%s", (_, events, done, reason) => {
    const one = page(...events);
    expect(one.feed(replaced)).toEqual(done);
    expect(one.ended).toBe(`${reason} by us`);
  });
});

describe("with a client of the old protocol", () => {
  const calling = [dial("c1", old), media, described()];
  const called = [offered(old, "c1")];

  it("calls it: candidates are held until it has accepted", () => {
    const one = page(dial("c1", old), media);
    expect(one.feed(described())).toEqual(["send offer c1 to old"]);
    expect(one.feed(candidate(1), candidate(2))).toEqual([]);
    expect(one.feed(accepted(old))).toEqual([
      "apply answer",
      "send icecandidate 1 c1 to old",
      "send icecandidate 2 c1 to old",
    ]);
    expect(one.feed(candidate(3))).toEqual(["send icecandidate 3 c1 to old"]);
    expect(one.feed(say(old, "icecandidate", undefined, { candidate: { candidate: "7" } }))).toEqual(["add 7"]);
  });

  it("does not offer twice: it would ask its user twice", () => {
    expect(page(...calling).feed(relisted)).toEqual([]);
  });

  it("is called by it: no `ringing`, which it does not know", () => {
    const one = new Page();
    expect(one.feed(...called)).toEqual(["open c1 with offer"]);
    expect(one.feed(relisted)).toEqual([]);
    expect(one.feed(accept, media, described())).toEqual(["ask-media video", "answer", "send accept c1 to old"]);
    expect(one.feed(candidate(1))).toEqual(["send icecandidate 1 c1 to old"]);
  });

  it("declined by it, without a reason and without a call", () => {
    const one = page(...calling);
    expect(one.feed(say(old, "reject"))).toEqual(["close"]);
    expect(one.reads).toBe("Olga declined");
  });

  it.each<[string, CallEvent[], CallEvent]>([
    ["declined", called, hangUp],
    ["left", called, leave],
    ["not answered", called, timeout("no-answer")],
    ["not understood", called, linkFailed()],
    ["declined while permission is asked", [...called, accept], hangUp],
    ["hung up before it was connected", [...called, accept, media, described()], hangUp],
    ["never connected, called by it", [...called, accept, media, described()], timeout("connect")],
    ["never connected, calling it", [...calling, accepted(old)], timeout("connect")],
  ])("`reject` is the only refusal it knows: %s", (_, events, event) => {
    const one = page(...events);
    expect(one.feed(event)[0]).toBe("send reject declined c1 to old");
    // It takes any `reject` for one about the call that it is in.
    expect(one.feed(relisted)).toEqual([]);
  });

  it("is not refused what it has not accepted: it may be in a call with someone else", () => {
    for (const event of [hangUp, timeout("no-answer"), leave]) {
      expect(
        page(...calling)
          .feed(event)
          .join(),
      ).not.toContain("reject");
    }
  });

  it("says the end of a connected call by the channel", () => {
    const one = page(...calling, accepted(old), connected());
    const done = one.feed(hangUp);
    expect(done).toContain("close, telling hung-up");
    expect(done.join()).not.toContain("reject");
    expect(
      page(...calling, accepted(old), connected(), { type: "farewell", call: "c1", reason: "hung-up" }).reads,
    ).toBe("Olga hung up");
  });

  it("refuses its answer to a call that was given up, or it could never call again", () => {
    expect(page(...calling, hangUp).feed(accepted(old))).toEqual(["send reject declined - to old"]);
    expect(page(...(CALLER["connected"] as CallEvent[])).feed(accepted(old))).toEqual([
      "send reject declined - to old",
    ]);
  });

  it("knows its offer again when the server hands it over twice", () => {
    for (const events of [called, [...called, accept]]) {
      const one = page(...events);
      const before = one.call;
      expect(one.feed(offered(old, "c2"))).toEqual([]);
      expect(one.call).toBe(before);
    }
    const anew = page(...called).feed(offered(old, "c2", "another"));
    expect(anew).toEqual(["close", "open c2 with another"]);
  });
});
