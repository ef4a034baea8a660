import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BEAT_EVERY, SILENCE } from "../protocol/messages.ts";
import { Signaling } from "./signaling.ts";

const URL = "wss://192.0.2.1:3000/rtc";
const READY = { type: "ready", version: "v1", id: "a", token: "t", protocol: 1, iceServers: [], addresses: [] };

/** A browser's WebSocket whose other end is the test. */
class FakeSocket {
  static readonly OPEN = 1;
  static readonly made: FakeSocket[] = [];
  readonly url: string;
  readyState = 0;
  readonly sent: unknown[] = [];
  closedWith: number | undefined;
  onopen: ((event: object) => void) | undefined;
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onclose: ((event: { code: number }) => void) | undefined;

  constructor(url: string) {
    this.url = url;
    FakeSocket.made.push(this);
  }

  send(data: string): void {
    if (this.readyState !== FakeSocket.OPEN) throw new DOMException("not open", "InvalidStateError");
    this.sent.push(JSON.parse(data));
  }

  close(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 2;
    this.closedWith = code;
  }

  // The other end
  open(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.({});
    this.say(READY);
  }

  say(message: unknown): void {
    this.onmessage?.({ data: typeof message === "string" ? message : JSON.stringify(message) });
  }

  end(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

const sockets = FakeSocket.made;
const last = (): FakeSocket => sockets.at(-1) as FakeSocket;
let received: { type: string }[];
let changes: string[];
let signaling: Signaling;
let urgent: boolean;
let named: boolean;
/** Whether the server answers requests. */
let answering: boolean;
let asked: number;

beforeEach(() => {
  sockets.length = 0;
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.useFakeTimers();
  [received, changes] = [[], []];
  [urgent, named, answering, asked] = [false, true, false, 0];
  signaling = new Signaling({
    url: URL,
    urgent: () => urgent,
    named: () => named,
    answers() {
      asked++;
      return Promise.resolve(answering);
    },
    received: (message) => received.push(message),
    other: () => undefined,
    changed: (connection) => changes.push(connection),
  });
});
afterEach(() => {
  signaling.stop();
  expect(vi.getTimerCount(), "timers left").toBe(0);
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function online(): FakeSocket {
  signaling.start();
  last().open();
  return last();
}

/** Milliseconds until the next attempt to connect. */
function untilNext(): number {
  const [before, count] = [Date.now(), sockets.length];
  while (sockets.length === count && Date.now() - before < 60_000) vi.advanceTimersByTime(10);
  return Date.now() - before;
}

describe("a connection", () => {
  it("is made, and its messages are passed on", () => {
    signaling.start();
    signaling.start();
    expect(sockets.map(({ url }) => url)).toEqual([URL]);
    expect(changes).toEqual(["connecting"]);
    last().open();
    last().say({ type: "peers", data: { peers: [], gone: [] } });
    expect(received.map(({ type }) => type)).toEqual(["ready", "peers"]);
  });

  it.each(["", "{", "null", "[]", '{"type":"of a later version"}', '{"type":"peers"}', '{"type":"offer","data":{}}'])(
    "ignores what it does not understand: %s",
    (frame) => {
      const socket = online();
      socket.say(frame);
      socket.onmessage?.({ data: new ArrayBuffer(4) });
      expect(received).toHaveLength(1);
      expect(socket.closedWith).toBeUndefined();
    },
  );

  it("says whether something could be said", () => {
    expect(signaling.send({ type: "beat" })).toBe(false);
    signaling.start();
    expect(signaling.send({ type: "beat" })).toBe(false);
    last().open();
    expect(signaling.send({ type: "beat" })).toBe(true);
    expect(last().sent).toEqual([{ type: "beat" }]);
    last().end(1006);
    expect(signaling.send({ type: "beat" })).toBe(false);
  });

  it("ends with a goodbye, and stays ended", () => {
    const socket = online();
    signaling.stop();
    expect(socket.closedWith).toBe(1000);
    socket.end(1000);
    signaling.wake();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(changes).toEqual(["connecting"]);
    signaling.start();
    expect(sockets).toHaveLength(2);
  });

  it("never comes back by itself after its identity was opened elsewhere", () => {
    online().end(4001);
    expect(changes).toEqual(["connecting", "replaced"]);
    signaling.wake();
    vi.advanceTimersByTime(120_000);
    expect(sockets).toHaveLength(1);
    // "Use here"
    signaling.start();
    expect(sockets).toHaveLength(2);
    expect(changes.at(-1)).toBe("connecting");
  });

  it("hears nothing of a socket that was given up", () => {
    const socket = online();
    socket.end(1006);
    untilNext();
    const before = received.length;
    socket.say({ type: "peers", data: { peers: [], gone: [] } });
    socket.end(4001);
    expect(received).toHaveLength(before);
    last().open();
    expect(changes).not.toContain("replaced");
  });
});

describe("a reconnect", () => {
  it.each([
    ["least", 0, [500, 1_000, 2_000, 4_000, 5_000, 5_000]],
    ["most", 1 - Number.EPSILON, [1_000, 2_000, 4_000, 8_000, 10_000, 10_000]],
  ])("waits from 0.5 s to 10 s, twice as long each time, at chance: the %s", (_, chance, waits) => {
    vi.spyOn(Math, "random").mockReturnValue(chance);
    online();
    const waited = waits.map(() => {
      last().end(1006);
      return untilNext();
    });
    for (const [n, wait] of waits.entries()) {
      expect(waited[n]).toBeGreaterThanOrEqual(wait);
      expect(waited[n]).toBeLessThanOrEqual(wait + 10);
    }
    expect(changes.slice(1, 4)).toEqual(["offline", "offline", "offline"]);
  });

  it("begins anew once the server has greeted", () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    online();
    for (let n = 0; n < 5; n++) {
      last().end(1006);
      untilNext();
    }
    last().open();
    last().end(1006);
    expect(untilNext()).toBeLessThanOrEqual(510);
  });

  it.each([1000, 1006, 1009, 1011, 1012])("follows a close with %s", (code) => {
    online().end(code);
    expect(changes.at(-1)).toBe("offline");
    untilNext();
    expect(sockets).toHaveLength(2);
  });

  it("does not wait for ever for a socket that does not open", () => {
    signaling.start();
    const [socket] = sockets;
    vi.advanceTimersByTime(4_999);
    expect(changes).toEqual(["connecting"]);
    vi.advanceTimersByTime(1);
    expect(changes).toEqual(["connecting", "offline"]);
    expect(socket?.closedWith).toBe(4000);
    untilNext();
    expect(sockets).toHaveLength(2);
  });

  it("comes at once when the page wakes, and only once", () => {
    online().end(1006);
    signaling.wake();
    signaling.wake();
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(4_000);
    expect(sockets).toHaveLength(2);
    last().open();
    expect(received.map(({ type }) => type)).toEqual(["ready", "ready"]);
  });
});

describe("a server that is looked for", () => {
  /** The socket that is being opened does not open. */
  async function refuse(): Promise<void> {
    last().end(1006);
    await vi.advanceTimersByTimeAsync(0);
  }

  it("is not reachable after 8 s, and found as soon as it is back", () => {
    const socket = online();
    vi.advanceTimersByTime(1_000);
    socket.end(1006);
    const before = sockets.length;
    vi.advanceTimersByTime(7_999);
    expect(sockets.length).toBeGreaterThan(before);
    expect(changes.at(-1)).toBe("offline");
    vi.advanceTimersByTime(1);
    expect(changes.at(-1)).toBe("unreachable");
    last().end(1006);
    expect(changes.at(-1)).toBe("unreachable");
    untilNext();
    last().open();
    expect(received.map(({ type }) => type)).toEqual(["ready", "ready"]);
    last().end(1006);
    expect(changes.at(-1)).toBe("offline");
  });

  it("is not reachable either where none was found since the page was opened", () => {
    signaling.start();
    vi.advanceTimersByTime(8_000);
    expect(changes.at(-1)).toBe("unreachable");
  });

  it("is looked for anew when the page wakes", () => {
    online().end(1006);
    vi.advanceTimersByTime(20_000);
    signaling.wake();
    expect(changes.at(-1)).toBe("offline");
    vi.advanceTimersByTime(7_999);
    expect(changes.at(-1)).toBe("offline");
    vi.advanceTimersByTime(1);
    expect(changes.at(-1)).toBe("unreachable");
  });

  it("refuses, if it answers requests between sockets that do not open, and is found within 5 s", async () => {
    answering = true;
    signaling.start();
    const start = Date.now();
    while (changes.at(-1) !== "refused" && Date.now() - start < 30_000) {
      await refuse();
      untilNext();
    }
    expect(Date.now() - start).toBeLessThan(5_000);
    expect(changes).toEqual(["connecting", "offline", "offline", "refused"]);
    // It goes on trying, and says nothing else meanwhile.
    await refuse();
    vi.advanceTimersByTime(20_000);
    await refuse();
    expect(new Set(changes.slice(3))).toEqual(new Set(["refused"]));
    untilNext();
    last().open();
    last().end(1006);
    expect(changes.at(-1)).toBe("offline");
  });

  it("does not refuse, if it has only just restarted", async () => {
    online().end(1006);
    untilNext();
    await refuse();
    // It is back for the request, and away again for the next socket.
    for (answering of [true, false, true, false, true]) {
      untilNext();
      await refuse();
    }
    expect(asked).toBe(6);
    untilNext();
    last().open();
    expect(changes).not.toContain("refused");
  });

  it("is gone, and refuses no more, when it does not answer requests either", async () => {
    answering = true;
    signaling.start();
    await refuse();
    untilNext();
    await refuse();
    expect(changes.at(-1)).toBe("refused");
    answering = false;
    untilNext();
    await refuse();
    expect(changes.at(-1)).toBe("offline");
  });

  it("is gone, too, when its sockets get no answer at all any more, as from a laptop that has left", async () => {
    answering = true;
    signaling.start();
    await refuse();
    untilNext();
    await refuse();
    expect(changes.at(-1)).toBe("refused");
    answering = false;
    untilNext();
    await vi.advanceTimersByTimeAsync(8_000);
    expect(changes.at(-1)).toBe("unreachable");
  });

  it("is asked nothing when a socket ends that was open, or takes too long", async () => {
    answering = true;
    online().end(1006);
    untilNext();
    last().open();
    last().end(1012);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(asked).toBe(0);
    expect(changes).not.toContain("refused");
  });

  it("is not judged by what was asked before it was found", async () => {
    answering = true;
    signaling.start();
    // Its answer is still on the way when the next socket opens.
    last().end(1006);
    untilNext();
    last().open();
    last().end(1006);
    untilNext();
    await refuse();
    untilNext();
    await refuse();
    expect(changes).not.toContain("refused");
  });

  it("means nothing any more once the page is left", async () => {
    answering = true;
    signaling.start();
    await refuse();
    untilNext();
    last().end(1006);
    signaling.stop();
    const said = changes.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(changes).toHaveLength(said);
  });
});

describe("the watchdog", () => {
  it("gives a connection up that is silent for 25 s, where its own beats are held back", () => {
    // As in a page that has been hidden for long.
    vi.spyOn(globalThis, "setInterval").mockReturnValue(0 as never);
    online();
    vi.advanceTimersByTime(20_000);
    last().say({ type: "peers", data: { peers: [], gone: [] } });
    vi.advanceTimersByTime(SILENCE - 1);
    expect(changes).not.toContain("offline");
    vi.advanceTimersByTime(1);
    expect(changes).toContain("offline");
    expect(SILENCE).toBe(25_000);
  });

  it("beats every 10 s, and reconnects 2 s after a beat that nothing answers", () => {
    const socket = online();
    vi.advanceTimersByTime(BEAT_EVERY);
    expect(socket.sent).toEqual([{ type: "beat" }]);
    vi.advanceTimersByTime(1_999);
    expect(changes).not.toContain("offline");
    vi.advanceTimersByTime(1);
    expect(changes).toContain("offline");
    // Not a goodbye: it will be back.
    expect(socket.closedWith).toBe(4000);
  });

  it("is content with any answer", () => {
    const socket = online();
    for (let n = 0; n < 20; n++) {
      vi.advanceTimersByTime(1_000);
      socket.say(n % 2 ? { type: "beat" } : "garbage");
      vi.advanceTimersByTime(BEAT_EVERY - 1_000);
    }
    expect(changes).not.toContain("offline");
    expect(socket.sent.length).toBeGreaterThanOrEqual(20);
  });

  it("makes sure when the page wakes", () => {
    const socket = online();
    vi.advanceTimersByTime(3_000);
    signaling.wake();
    expect(socket.sent).toEqual([{ type: "beat" }]);
    vi.advanceTimersByTime(2_000);
    expect(changes).toContain("offline");
  });

  it("answers the server's beat where its own timer is held back, but never an answer", () => {
    const socket = online();
    vi.setSystemTime(Date.now() + BEAT_EVERY);
    socket.say({ type: "beat" });
    expect(socket.sent).toEqual([{ type: "beat" }]);
    socket.say({ type: "beat" });
    expect(socket.sent).toHaveLength(1);
  });

  it("leaves no socket behind, and none that speaks", () => {
    const socket = online();
    vi.advanceTimersByTime(BEAT_EVERY + 2_000);
    const said = socket.sent.length;
    untilNext();
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1_000);
    expect(socket.sent).toHaveLength(said);
  });
});

describe("while a call is in trouble", () => {
  beforeEach(() => {
    vi.spyOn(Math, "random").mockReturnValue(1 - Number.EPSILON);
  });

  it("a dead connection is found out in 0.5 s, and replaced at once", () => {
    online();
    urgent = true;
    signaling.wake();
    vi.advanceTimersByTime(499);
    expect(changes).not.toContain("offline");
    vi.advanceTimersByTime(1);
    expect(changes).toContain("offline");
    expect(untilNext()).toBeLessThanOrEqual(110);
  });

  it("attempts follow each other closely, and are given up early", () => {
    online();
    urgent = true;
    last().end(1006);
    untilNext();
    for (let n = 0; n < 10; n++) expect(untilNext()).toBeLessThanOrEqual(1_620);
  });

  it("it is not slower afterwards", () => {
    online();
    urgent = true;
    last().end(1006);
    for (let n = 0; n < 10; n++) untilNext();
    urgent = false;
    last().end(1006);
    expect(untilNext()).toBeLessThanOrEqual(1_010);
  });

  it("an attempt that began long before is begun anew", () => {
    signaling.start();
    vi.advanceTimersByTime(2_000);
    urgent = true;
    signaling.wake();
    expect(sockets[0]?.closedWith).toBe(4000);
    untilNext();
    expect(sockets).toHaveLength(2);
    signaling.wake();
    expect(sockets).toHaveLength(2);
  });
});

describe("a server that has no room", () => {
  const FULL = { type: "error", data: { code: "full", message: "no room" } };

  it.each([
    ["says so", () => last().say(FULL)],
    ["closes with 1013", () => last().end(1013)],
  ])("%s: the page tries again after 10 to 20 s, and says nothing else meanwhile", (_, refuse) => {
    for (let round = 0; round < 8; round++) {
      if (round === 0) signaling.start();
      last().readyState = FakeSocket.OPEN;
      last().onopen?.({});
      refuse();
      const wait = untilNext();
      expect(wait).toBeGreaterThanOrEqual(10_000);
      expect(wait).toBeLessThanOrEqual(20_010);
    }
    expect(new Set(changes)).toEqual(new Set(["connecting", "full"]));
    expect(received).toEqual([]);
  });

  it("is asked at once if the user wants that, and lets the page in when there is room", () => {
    signaling.start();
    last().onopen?.({});
    last().say(FULL);
    const count = sockets.length;
    signaling.wake();
    expect(sockets).toHaveLength(count + 1);
    last().open();
    expect(received.map(({ type }) => type)).toEqual(["ready"]);
  });

  it("is looked for as any other once it does not answer any more", () => {
    signaling.start();
    last().onopen?.({});
    last().say(FULL);
    untilNext();
    last().end(1006);
    expect(changes.at(-1)).toBe("offline");
  });

  it("is not full where it says so about a call", () => {
    online().say({ type: "error", data: { code: "full", message: "no room", call: "c1", target: "bob" } });
    expect(changes).toEqual(["connecting"]);
    expect(received.map(({ type }) => type)).toEqual(["ready", "error"]);
  });
});

describe("a server that throws a page out", () => {
  it.each([4002, 4008])("with %i is asked again, with patience", (code) => {
    online().end(code);
    expect(changes.at(-1)).toBe("offline");
    const waits = [untilNext()];
    for (let round = 0; round < 4; round++) {
      last().end(code);
      waits.push(untilNext());
    }
    expect(waits[0]).toBeLessThanOrEqual(1_010);
    expect(waits.at(-1)).toBeGreaterThan(4_000);
  });
});

describe("a page without a name", () => {
  it("rests when the server waits no longer, until there is something to say", () => {
    named = false;
    signaling.start();
    last().open();
    last().end(4002);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(changes).not.toContain("offline");
    named = true;
    signaling.wake();
    expect(sockets).toHaveLength(2);
    last().open();
    expect(received.at(-1)).toMatchObject({ type: "ready" });
  });

  it("is looked after like any other when it has one", () => {
    signaling.start();
    last().open();
    last().end(4002);
    vi.advanceTimersByTime(10_000);
    expect(sockets.length).toBeGreaterThan(1);
  });
});
