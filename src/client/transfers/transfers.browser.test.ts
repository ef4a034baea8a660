// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import type { Peer } from "../../protocol/messages.ts";
import { PIECE } from "../../protocol/handing.ts";
import type { FilesMessage } from "../../protocol/talk.ts";
import type { Transfer } from "../talk-state.ts";
import { NarrowPath } from "../testing/narrow-path.ts";
import { MemoryKeeping } from "./keeping-memory.ts";
import { type TransferProblem, Transfers, type TransfersOptions } from "./transfers.ts";
import { WORK } from "../../../scripts/timeouts.mjs";
import { until } from "../testing/until.ts";

const MIB = 1024 * 1024;

interface Side {
  id: string;
  transfers: Transfers;
  /** As shown last, by mid, and how often. */
  shown: Map<string, Transfer>;
  times: number;
  phases: string[];
  saved: File[];
  problems: TransferProblem[];
  connections: RTCPeerConnection[];
  said: FilesMessage[];
}

/** Whether what they say arrives. */
let online = true;
const sides: Side[] = [];

function side(id: string, other: () => Side, options: Partial<TransfersOptions> = {}): Side {
  const made: Omit<Side, "transfers"> = {
    id,
    shown: new Map(),
    times: 0,
    phases: [],
    saved: [],
    problems: [],
    connections: [],
    said: [],
  };
  const transfers = new Transfers({
    people: () => new Map<string, Peer>([[other().id, { id: other().id, name: other().id, protocol: 1 }]]),
    iceServers: () => [],
    connects: () => true,
    reaches: () => online,
    post: (_peer, message) => {
      made.said.push(message);
      // As on the wire.
      const copy = JSON.parse(JSON.stringify(message)) as FilesMessage;
      if (online) setTimeout(() => other().transfers.received({ id, name: id }, copy));
      return online;
    },
    load: () => "free",
    welcome: () => false,
    changed: (transfer) => {
      made.shown.set(transfer.mid, transfer);
      made.times++;
      if (made.phases.at(-1) !== transfer.phase) made.phases.push(transfer.phase);
    },
    problem: (problem) => made.problems.push(problem),
    keeping: new MemoryKeeping(1024 * MIB),
    save: (file) => made.saved.push(file),
    thumbnail: () => Promise.resolve(undefined),
    ...options,
    connect: (configuration) => {
      const connection = options.connect?.(configuration) ?? new RTCPeerConnection(configuration);
      made.connections.push(connection);
      return connection;
    },
  });
  const whole = Object.assign(made, { transfers });
  sides.push(whole);
  return whole;
}

function pair(anns: Partial<TransfersOptions> = {}, bobs: Partial<TransfersOptions> = {}): { ann: Side; bob: Side } {
  const ann: Side = side("ann", () => bob, anns);
  const bob: Side = side("bob", () => ann, bobs);
  return { ann, bob };
}

const only = ({ shown }: Side): Transfer => [...shown.values()][0]!;

/** Ann offers these, and Bob accepts them. */
async function accepted({ ann, bob }: { ann: Side; bob: Side }, files: File[]): Promise<string> {
  ann.transfers.offer({ id: "bob", name: "Bob" }, files);
  await until("an offer", () => bob.shown.size > 0);
  const { mid } = only(bob);
  bob.transfers.answer(mid, true);
  return mid;
}

/** Connections whose channels send by way of this. */
function sendingBy(by: (data: unknown, send: (data: unknown) => void) => void) {
  return (configuration: RTCConfiguration): RTCPeerConnection => {
    const connection = new RTCPeerConnection(configuration);
    const create = connection.createDataChannel.bind(connection);
    connection.createDataChannel = (label, options) => {
      const channel = create(label, options);
      const send = channel.send.bind(channel) as (data: unknown) => void;
      channel.send = (data: unknown) => by(data, send);
      return channel;
    };
    return connection;
  };
}

/** Keeps nothing of the piece in which this goes wrong. */
class Failing extends MemoryKeeping {
  readonly #name: string;
  #times: number;

  constructor(name: string, times: number) {
    super(1024 * MIB);
    this.#name = name;
    this.#times = times;
  }

  override async begin(...of: Parameters<MemoryKeeping["begin"]>) {
    const kept = await super.begin(...of);
    const append = kept.append.bind(kept);
    let pieces = 0;
    kept.append = async (bytes) => {
      if (++pieces > 2 && this.#times-- > 0) throw new DOMException("", this.#name);
      return append(bytes);
    };
    return kept;
  }
}

const over = ({ ann, bob }: { ann: Side; bob: Side }) =>
  until("the end", () => [ann, bob].every((one) => only(one).phase === "over"), { limit: WORK });
const outcomes = ({ ann, bob }: { ann: Side; bob: Side }) => [only(ann).outcome, only(bob).outcome];

/** A file whose bytes are others everywhere. */
function file(name: string, size: number, type = "application/octet-stream"): File {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 4096) crypto.getRandomValues(bytes.subarray(at, Math.min(at + 64, size)));
  return new File([bytes], name, { type });
}

async function same(one: Blob, other: Blob): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map(async (blob) => new Uint8Array(await blob.arrayBuffer())));
  return a!.length === b!.length && a!.every((byte, at) => byte === b![at]);
}

/** So many bytes have come. */
const come = (one: Side, bytes: number) => until(`${bytes} bytes`, () => only(one).moved >= bytes);

describe("files that are handed over", () => {
  beforeEach(() => {
    online = true;
  });

  afterEach(() => {
    for (const { transfers } of sides.splice(0)) transfers.leave();
  });

  it("arrive as they were, and are saved", async () => {
    // What is shown is gathered for a moment, in which a quick transfer may be over: nothing leaves before it is shown
    // to move.
    let moves: Promise<void> | undefined;
    const connect = sendingBy((data, send) => {
      moves ??= until("a transfer that moves", () => only(two.ann).phase === "moving");
      void moves.then(() => send(data));
    });
    const two = pair({ connect });
    const sent = file("holiday.bin", 3 * MIB + 17);
    await accepted(two, [sent]);
    await over(two);
    expect(outcomes(two)).to.deep.equal(["done", "done"]);
    expect(await same(two.bob.saved[0]!, sent)).to.equal(true);
    expect(two.bob.saved[0]!.name).to.equal("holiday.bin");
    const [received] = only(two.bob).files;
    expect(received).to.include({ moved: sent.size, whole: true });
    expect(await same(await (await fetch(received!.url!)).blob(), sent)).to.equal(true);
    expect(only(two.ann)).to.include({ moved: sent.size, total: sent.size });
    // A path may be found sooner than it is shown that it is looked for.
    expect(two.ann.phases.filter((phase) => phase !== "waiting")).to.deep.equal(["offered", "moving", "over"]);
  });

  it("open nothing before they are accepted", async () => {
    const two = pair();
    two.ann.transfers.offer({ id: "bob", name: "Bob" }, [file("a", 10)]);
    await until("an offer", () => two.bob.shown.size > 0);
    const { mid } = only(two.bob);
    two.bob.transfers.received(
      { id: "ann", name: "Ann" },
      { type: "files-link", data: { mid, attempt: 1, candidate: { candidate: "" } } },
    );
    two.bob.transfers.answer(mid, false);
    await over(two);
    expect(outcomes(two)).to.deep.equal(["declined", "declined"]);
    expect([...two.ann.connections, ...two.bob.connections]).to.deep.equal([]);
  });

  it("may be many, empty, or of one name, and are saved one after the other", async () => {
    const { setTimeout: wait } = window;
    const due: (() => void)[] = [];
    // Browsers drop downloads that begin at once: there is a while between them, which ends when the test says so.
    window.setTimeout = ((run: () => void, ms = 0) =>
      ms === 200 ? due.push(run) : wait(run, ms)) as typeof setTimeout;
    try {
      const two = pair();
      const sent = Array.from({ length: 30 }, (_, n) => file(n % 2 ? "same.txt" : `${n}.txt`, n * 1000, "text/plain"));
      await accepted(two, sent);
      await over(two);
      expect(outcomes(two)).to.deep.equal(["done", "done"]);
      for (let saved = 1; saved <= 30; saved++) {
        await until("a while before the next download", () => due.length > 0, { interval: 1 });
        expect(two.bob.saved.length).to.equal(saved);
        for (const run of due.splice(0)) run();
      }
      for (const [place, each] of two.bob.saved.entries()) expect(await same(each, sent[place]!)).to.equal(true);
      expect(two.bob.saved.slice(0, 4).map(({ name }) => name)).to.deep.equal([
        "0.txt",
        "same.txt",
        "2.txt",
        "same (2).txt",
      ]);
    } finally {
      window.setTimeout = wait;
    }
  });

  it("come by names that can do no harm", async () => {
    const two = pair();
    await accepted(two, [file("<img src=x onerror=alert(1)>\u202Egnp.exe", 3, "text/html")]);
    await over(two);
    for (const { name } of [...two.bob.saved, ...only(two.bob).files]) expect(name).not.to.match(/[<>/\\\u202E]/u);
    expect(two.bob.saved.length).to.equal(1);
  });

  it("are saved, all of them, although they are forgotten meanwhile", async () => {
    const discarded: string[] = [];
    class Watched extends MemoryKeeping {
      override async begin(...of: Parameters<MemoryKeeping["begin"]>) {
        const kept = await super.begin(...of);
        const discard = kept.discard.bind(kept);
        kept.discard = () => (discarded.push(`${of[0].name} after ${two.bob.saved.length}`), discard());
        return kept;
      }
    }
    const two = pair({}, { keeping: new Watched() });
    const mid = await accepted(two, [file("a", 1), file("b", 2), file("c", 3)]);
    await over(two);
    two.bob.transfers.forget([mid]);
    await until("all to be thrown away", () => discarded.length === 3);
    expect(two.bob.saved.map(({ name }) => name)).to.deep.equal(["a", "b", "c"]);
    expect(discarded).to.deep.equal(["a after 3", "b after 3", "c after 3"]);
  });

  it("are paused and resumed by either", async () => {
    const path = new NarrowPath(0);
    let beats = 0;
    const counting = sendingBy((data, send) => (String(data).includes('"beat"') && beats++, send(data)));
    const two = pair({ connect: path.connect }, { connect: counting });
    const { ann, bob } = two;
    const mid = await accepted(two, [file("big", 6 * MIB)]);
    for (const [pauses, resumes] of [
      [ann, bob],
      [bob, ann],
    ] as const) {
      const before = only(bob).moved;
      path.widen(MIB);
      await come(bob, before + MIB);
      pauses.transfers.hold(mid, true);
      await until("a pause", () => [ann, bob].every((one) => only(one).phase === "paused"));
      const { handed } = path;
      expect(handed).to.be.below(6 * MIB);
      // What was under way still comes. Then there is room for more, until a sign of life comes a second later.
      path.widen(handed - before - MIB);
      await come(bob, handed);
      const silent = beats;
      await until("a sign of life", () => beats > silent);
      expect(path.handed).to.equal(handed);
      expect(only(bob)).to.include({ phase: "paused", moved: handed });
      resumes.transfers.hold(mid, false);
    }
    path.widen();
    await over(two);
    expect(outcomes(two)).to.deep.equal(["done", "done"]);
  });

  for (const who of ["ann", "bob"] as const) {
    it(`are cancelled by ${who}, without a server`, async () => {
      const two = pair({ connect: new NarrowPath(MIB).connect });
      const mid = await accepted(two, [file("big", 3 * MIB)]);
      await come(two.bob, MIB);
      online = false;
      two[who].transfers.cancel(mid);
      await over(two);
      expect(outcomes(two)).to.deep.equal(["cancelled", "cancelled"]);
      for (const one of [two.ann, two.bob]) expect(only(one).moved).to.be.below(only(one).total);
      expect(two.bob.saved).to.deep.equal([]);
      await until("closed connections", () =>
        [...two.ann.connections, ...two.bob.connections].every((one) => one.connectionState === "closed"),
      );
    });
  }

  for (const who of ["ann", "bob"] as const) {
    it(`go on from where they were when the path is lost at ${who}'s`, async () => {
      const path = new NarrowPath(2 * MIB);
      const two = pair({ connect: path.connect });
      const sent = file("big", 4 * MIB);
      await accepted(two, [sent]);
      await come(two.bob, 2 * MIB);
      const [first] = two[who].connections;
      first!.close();
      await until("another connection", () => two.bob.connections.length > 1, { limit: WORK });
      await until("a new path", () => only(two.bob).phase === "moving", { limit: WORK });
      expect(only(two.bob).moved).to.equal(2 * MIB);
      const { handed } = path;
      path.widen();
      await over(two);
      expect(path.handed - handed).to.be.at.most(2 * MIB);
      expect(outcomes(two)).to.deep.equal(["done", "done"]);
      expect(only(two.bob).files[0]!.whole).to.equal(true);
      expect(await same(two.bob.saved[0]!, sent)).to.equal(true);
    });
  }

  for (const times of [1, 2]) {
    it(`are ${times === 1 ? "sent once more" : "given up"} when they came damaged ${times === 1 ? "once" : "twice"}`, async () => {
      let damaged = 0;
      const connect = sendingBy((data, send) => {
        if (data instanceof Uint8Array && damaged < times && data.byteLength === 9) {
          damaged++;
          send(data.map((byte) => byte ^ 1));
        } else send(data);
      });
      const two = pair({ connect });
      const sent = file("photo.bin", 2 * PIECE + 9);
      await accepted(two, [sent, file("next", 20)]);
      await over(two);
      expect(damaged).to.equal(times);
      expect(outcomes(two)).to.deep.equal(times === 1 ? ["done", "done"] : ["corrupt", "corrupt"]);
      await until("what is saved", () => two.bob.saved.length === (times === 1 ? 2 : 0));
      if (times === 1) expect(await same(two.bob.saved[0]!, sent)).to.equal(true);
    });
  }

  it("are not taken when more comes than was announced", async () => {
    const kept: number[] = [];
    class Counting extends MemoryKeeping {
      override async begin(...of: Parameters<MemoryKeeping["begin"]>) {
        kept.push(of[0].size);
        return super.begin(...of);
      }
    }
    const connections: RTCPeerConnection[] = [];
    let heard: FilesMessage[] = [];
    const bob: Side = side("bob", () => ann, { keeping: new Counting() });
    const ann = {
      id: "ann",
      transfers: { received: (_: unknown, message: FilesMessage) => heard.push(message) },
    } as unknown as Side;
    const from = { id: "ann", name: "Ann" };
    bob.transfers.received(from, { type: "files", data: { mid: "m", files: [{ name: "a", type: "", size: 1024 }] } });
    await until("an offer", () => bob.shown.size > 0);
    bob.transfers.answer("m", true);
    // By hand: a sender that minds nothing.
    const connection = new RTCPeerConnection();
    connections.push(connection);
    const [control, files] = ["control", "files"].map((label, id) =>
      connection.createDataChannel(label, { negotiated: true, id }),
    ) as [RTCDataChannel, RTCDataChannel];
    const link = (more: object) =>
      bob.transfers.received(from, { type: "files-link", data: { mid: "m", attempt: 1, ...more } });
    connection.addEventListener("icecandidate", ({ candidate }) => {
      if (candidate) link({ candidate: candidate.toJSON() });
    });
    await connection.setLocalDescription();
    link({ description: connection.localDescription!.toJSON() as object });
    const answered = () => heard.find(({ data }) => "description" in data);
    await until("an answer", answered);
    await connection.setRemoteDescription((answered()!.data as { description: RTCSessionDescriptionInit }).description);
    let wanted = false;
    control.addEventListener("message", ({ data }) => (wanted ||= String(data).includes("want")));
    let taken = 0;
    await until("what is wanted", async () => {
      // They come one after the other.
      const more = heard.slice(taken);
      taken += more.length;
      for (const { data } of more)
        if ("candidate" in data) await connection.addIceCandidate(data["candidate"] as object);
      return wanted;
    });
    files.send(JSON.stringify({ file: 0, at: 0 }));
    files.send(new Uint8Array(256 * 1024));
    await until("the end", () => only(bob).phase === "over");
    expect(only(bob).outcome).to.equal("too-much");
    expect(only(bob).files[0]).to.include({ whole: false });
    expect(only(bob).files[0]!.url).to.equal(undefined);
    expect(bob.shown.size).to.equal(1);
    expect(kept).to.deep.equal([]);
    expect(bob.saved).to.deep.equal([]);
    await until("a closed connection", () => bob.connections[0]!.connectionState === "closed");
    connection.close();
    heard = [];
  });

  it("end when they cannot be read any more, and say which", async () => {
    const two = pair();
    const gone = file("gone.txt", 2 * MIB);
    gone.slice = () =>
      ({ arrayBuffer: () => Promise.reject(new DOMException("", "NotReadableError")) }) as unknown as Blob;
    await accepted(two, [file("a", 5), gone]);
    await over(two);
    expect(outcomes(two)).to.deep.equal(["unreadable", "unreadable"]);
    expect(two.ann.problems).to.deep.equal([{ why: "unreadable", file: "gone.txt" }]);
  });

  it("cannot be accepted where there is no room for them", async () => {
    const two = pair({}, { keeping: new MemoryKeeping(MIB) });
    await accepted(two, [file("a", MIB + 1)]);
    await until("an obstacle", () => only(two.bob).obstacle);
    expect(only(two.bob).obstacle).to.deep.equal({ why: "memory", limit: MIB });
    two.bob.transfers.answer(only(two.bob).mid, true);
    // It is looked once more how much room there is, which takes a moment.
    await until("another look", () => two.bob.times > 1);
    expect(only(two.bob).phase).to.equal("offered");
  });

  it("are ten offers of one person at most, and end with the page", async () => {
    const two = pair();
    for (let n = 0; n < 11; n++) two.ann.transfers.offer({ id: "bob", name: "Bob" }, [file(`${n}`, 1)]);
    await until("a refusal", () => [...two.ann.shown.values()].some(({ outcome }) => outcome === "too-many"));
    await until("ten offers", () => two.bob.shown.size === 10);
    two.bob.transfers.leave();
    await until("the end", () => [...two.ann.shown.values()].filter(({ outcome }) => outcome === "left").length === 10);
  });

  it("end at once where the other's page does not know them", async () => {
    const two = pair({ connect: new NarrowPath(MIB).connect });
    const mid = await accepted(two, [file("big", 3 * MIB)]);
    await come(two.bob, MIB);
    two.bob.transfers.forget([mid]);
    await until("the end", () => only(two.ann).phase === "over");
    two.ann.transfers.received(
      { id: "bob", name: "Bob" },
      { type: "files-answer", data: { mid: "never-heard-of", accept: true } },
    );
    expect(two.ann.said.at(-1)).to.deep.equal({
      type: "files-end",
      data: { mid: "never-heard-of", reason: "unknown" },
    });
  });

  it("are none of anybody else's business", async () => {
    const path = new NarrowPath(MIB);
    const two = pair({ connect: path.connect });
    const { ann, bob } = two;
    const mid = await accepted(two, [file("big", 3 * MIB)]);
    await come(bob, MIB);
    const eve = { id: "eve", name: "Eve" };
    for (const { transfers } of [ann, bob]) {
      transfers.received(eve, { type: "files-answer", data: { mid, accept: false } });
      transfers.received(eve, { type: "files-answer", data: { mid, accept: true, attempt: 1 } });
      transfers.received(eve, { type: "files-link", data: { mid, attempt: 2, candidate: { candidate: "" } } });
      transfers.received(eve, { type: "files-end", data: { mid, reason: "done" } });
    }
    path.widen();
    await over(two);
    expect(outcomes(two)).to.deep.equal(["done", "done"]);
    expect([ann.connections.length, bob.connections.length]).to.deep.equal([1, 1]);
    ann.transfers.offer({ id: "bob", name: "Bob" }, [file("next", 1)]);
    await until("an offer", () => bob.shown.size === 2);
    const next = [...ann.shown.keys()].at(-1)!;
    ann.transfers.delivered("eve", next);
    ann.transfers.received(eve, { type: "files-answer", data: { mid: next, accept: true } });
    // It is answered after what Eve has said.
    bob.transfers.answer(next, false);
    await until("an answer", () => ann.shown.get(next)!.phase === "over");
    expect(ann.shown.get(next)).to.include({ outcome: "declined", shown: false });
    expect(ann.connections.length).to.equal(1);
  });

  it("wait for a way to the other, and try nothing without one", async () => {
    let looks = 0;
    const path = new NarrowPath(MIB);
    const two = pair({ reaches: () => (looks++, online), connect: path.connect });
    const { ann, bob } = two;
    const mid = await accepted(two, [file("big", 3 * MIB)]);
    await come(bob, MIB);
    ann.transfers.hold(mid, true);
    await until("a pause", () => [ann, bob].every((one) => only(one).phase === "paused"));
    const look = async (): Promise<void> => {
      const before = looks;
      await until("a look for a way", () => looks > before);
    };
    online = false;
    await look();
    ann.connections[0]!.close();
    await until("a lost path", () => bob.connections[0]!.connectionState === "closed", { limit: WORK });
    // A second each, after the first of which it would be tried.
    for (let n = 0; n < 3; n++) await look();
    expect(ann.connections.length).to.equal(1);
    online = true;
    for (const { transfers } of [ann, bob]) transfers.relisted();
    bob.transfers.hold(mid, false);
    path.widen();
    await over(two);
    expect(outcomes(two)).to.deep.equal(["done", "done"]);
  });

  for (const [name, times, outcome] of [
    ["InvalidStateError", 1, "done"],
    ["InvalidStateError", 2, "corrupt"],
    ["QuotaExceededError", 1, "no-room"],
  ] as const)
    it(`end as ${outcome} when a ${name} keeps them from being kept, ${times} times`, async () => {
      const two = pair({}, { keeping: new Failing(name, times) });
      const sent = file("big", 5 * PIECE);
      await accepted(two, [sent]);
      await over(two);
      expect(outcomes(two)).to.deep.equal([outcome, outcome]);
      if (outcome === "done") expect(await same(two.bob.saved[0]!, sent)).to.equal(true);
      else expect(two.bob.saved).to.deep.equal([]);
    });
});
