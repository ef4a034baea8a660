// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { aTimeout, expect, waitUntil } from "@open-wc/testing";
import { type Aside, Link, type LinkOptions } from "./link.ts";

interface End {
  link: Link;
  heard: string[];
  asides: Aside[];
  connection: RTCPeerConnection;
}

/** One end of a link, which notes what it sees; `other` gets its candidates and, if it is `online`, its asides. */
function end(polite: boolean, options: Partial<LinkOptions> = {}, other?: () => End, online = true): End {
  const heard: string[] = [];
  const asides: Aside[] = [];
  let connection!: RTCPeerConnection;
  const link = new Link({
    iceServers: [],
    polite,
    legacy: false,
    connect: (configuration) => (connection = new RTCPeerConnection(configuration)),
    on: {
      candidate: (candidate) => void other?.().link.addCandidate(candidate),
      obstacle: (obstacle) => heard.push(`obstacle ${obstacle}`),
      connected: () => heard.push("connected"),
      doubt: () => heard.push("doubt"),
      silent: () => heard.push("silent"),
      alive: () => heard.push("alive"),
      failed: () => heard.push("failed"),
      farewell: (reason) => heard.push(reason),
      remote: () => undefined,
      chat: (text) => heard.push(`chat ${text}`),
      theirs: ({ muted, cameraOff }) => heard.push(`muted ${muted}, camera off ${cameraOff}`),
      open: () => heard.push("open"),
      aside: (aside) => {
        asides.push(aside);
        if (online && other) {
          if ("description" in aside) void other().link.redescribe(aside.description);
          else void other().link.addCandidate(aside.candidate);
        }
        return online;
      },
    },
    ...options,
  });
  return { link, heard, asides, connection };
}

const ends: End[] = [];

async function pair(callers: Partial<LinkOptions> = {}, callees: Partial<LinkOptions> = {}, online = true) {
  const caller: End = end(false, callers, () => callee, online);
  const callee: End = end(true, callees, () => caller, online);
  ends.push(caller, callee);
  await callee.link.takeOffer((await caller.link.offer())!);
  await caller.link.takeAnswer((await callee.link.answer())!);
  await waitUntil(() => [caller, callee].every(({ heard }) => heard.includes("connected") && heard.includes("open")));
  return { caller, callee };
}

/** What a restart of ICE changes (RFC 8839, 5.4). */
function ufrag({ connection }: End): string | undefined {
  return /a=ice-ufrag:(\S+)/u.exec(connection.localDescription?.sdp ?? "")?.[1];
}

const settled = (...all: End[]) =>
  waitUntil(() => all.every(({ connection }) => connection.signalingState === "stable"));

describe("a link", () => {
  afterEach(() => {
    for (const { link } of ends.splice(0)) link.close();
  });

  it("reveals nothing before the answer, and takes candidates that come early", async () => {
    const caller: End = end(false, {}, () => callee);
    const callee: End = end(true, {}, () => caller);
    ends.push(caller, callee);
    let gathered = 0;
    callee.connection.addEventListener("icecandidate", () => gathered++);
    const offer = await caller.link.offer();
    // Ahead of the offer, as after a reconnect.
    await waitUntil(() => caller.connection.iceGatheringState === "complete");
    await callee.link.takeOffer(offer!);
    expect(callee.connection.remoteDescription?.sdp).to.contain("a=candidate:");
    await aTimeout(200);
    expect(gathered).to.equal(0);
    expect(callee.connection.localDescription).to.equal(null);
    await caller.link.takeAnswer((await callee.link.answer())!);
    await waitUntil(() => callee.heard.includes("connected"));
  });

  it("always has one audio and one video transceiver in both directions, with or without tracks", async () => {
    const { caller, callee } = await pair();
    for (const { connection } of [caller, callee]) {
      expect(
        connection
          .getTransceivers()
          .map(({ receiver, currentDirection }) => `${receiver.track.kind} ${currentDirection}`),
      ).to.deep.equal(["audio sendrecv", "video sendrecv"]);
    }
  });

  it("carries what is said", async () => {
    const { caller, callee } = await pair();
    expect(caller.link.say({ type: "chat", data: "hello" })).to.equal(true);
    expect(callee.link.say({ type: "media", data: { muted: true, cameraOff: false } })).to.equal(true);
    await waitUntil(() => callee.heard.includes("chat hello") && caller.heard.includes("muted true, camera off false"));
  });

  it("restarts ICE over its own channel, also when both do at once", async () => {
    const { caller, callee } = await pair();
    const before = [ufrag(caller), ufrag(callee)];
    caller.link.restart();
    callee.link.restart();
    await waitUntil(() => ufrag(caller) !== before[0] && ufrag(callee) !== before[1]);
    await settled(caller, callee);
    caller.link.say({ type: "chat", data: "still here" });
    await waitUntil(() => callee.heard.includes("chat still here"));
    expect([...caller.asides, ...callee.asides]).to.deep.equal([]);
    expect([...caller.heard, ...callee.heard]).not.to.include("failed");
  });

  it("restarts ICE at once when that has failed", async () => {
    const { caller, callee } = await pair();
    const before = ufrag(caller);
    Object.defineProperty(caller.connection, "connectionState", { value: "failed", configurable: true });
    caller.connection.dispatchEvent(new Event("connectionstatechange"));
    await waitUntil(() => ufrag(caller) !== before);
    await settled(caller, callee);
    expect(caller.heard).not.to.include("silent").and.not.to.include("failed");
  });

  it("notices silence, restarts ICE by signaling, and notices that the other is back", async function () {
    this.timeout(15_000);
    // The callee sends no beats and no media: for the caller it is silent.
    const { caller, callee } = await pair({}, { legacy: true });
    const before = ufrag(caller);
    await waitUntil(() => caller.heard.includes("silent"), "silence", { timeout: 5_000 });
    await waitUntil(() => caller.asides.some((aside) => "description" in aside));
    expect(ufrag(caller)).not.to.equal(before);
    await settled(caller, callee);
    callee.link.say({ type: "chat", data: "back" });
    await waitUntil(() => caller.heard.includes("alive"));
  });

  it("says goodbye when it is closed, and why", async () => {
    const { caller, callee } = await pair();
    caller.link.close("hung-up");
    await waitUntil(() => callee.heard.includes("hung-up"));
    await waitUntil(() => caller.connection.connectionState === "closed");
  });

  it("says goodbye to a client of the old protocol as that knows it", async () => {
    const { caller, callee } = await pair({ legacy: true });
    caller.link.close("lost");
    await waitUntil(() => callee.heard.includes("hung-up"));
  });

  it("is lost when the other's end is closed without a word", async () => {
    const { caller, callee } = await pair();
    caller.link.close();
    await waitUntil(() => callee.heard.includes("lost"), "the channel's end", { timeout: 5_000 });
  });

  it("fails on a description that is none, and says nothing after it was closed", async () => {
    const broken = end(true);
    ends.push(broken);
    await broken.link.takeOffer("v=0\r\nnonsense");
    expect(broken.heard).to.deep.equal(["failed"]);
    broken.link.close();
    await broken.link.takeOffer("v=0\r\nnonsense");
    expect(broken.heard).to.deep.equal(["failed"]);
  });
});
