/** Files from one to the other: offered, taken, stopped, held, and never more than was announced. */
import { randomBytes } from "node:crypto";
import type { Download } from "playwright-core";
import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import { digestOf, type Given, hand, handLarge, sha256, take, transfer, transfers, write } from "./handing.ts";
import { framesGoOn, type Person } from "./person.ts";
import { until } from "./wait.ts";

const { join, visit } = stage();

/** Enough to be in the midst of it for a while, in megabytes; and how long all of it may take on a busy machine, in milliseconds. */
const LARGE = 24;
const LONG = 60_000;

const given = (name: string, buffer: Buffer, mimeType = "application/octet-stream"): Given => ({
  name,
  mimeType,
  buffer,
});

async function pair(): Promise<[Person, Person]> {
  const [ann, bob] = [await join("Ann"), await join("Bob")];
  await ann.idOf("Bob");
  return [ann, bob];
}

/** What this person's browser saves from now on. */
function saved(person: Person): Download[] {
  const downloads: Download[] = [];
  person.page.on("download", (download) => downloads.push(download));
  return downloads;
}

describe("a file", () => {
  it("is offered with its name and size, connects nobody before it is taken, and arrives as it was", async () => {
    const [ann, bob] = await pair();
    const downloads = saved(bob);
    const bytes = randomBytes(3_000_000);
    await write(ann, "Bob");
    await hand(ann, [given("Plan of the house.bin", bytes)]);
    const prompt = bob.page.getByRole("region", { name: "Files from Ann" });
    await prompt.getByText("Plan of the house.bin").waitFor();
    await prompt
      .getByText(/3(\.0)?\sMB/u)
      .first()
      .waitFor();
    await ann.page.getByText("Waiting for Bob to accept").waitFor();
    expect([await ann.openConnections(), await bob.openConnections()]).toEqual([0, 0]);
    await take(bob, "Ann");
    await until(
      "the saved file",
      () => Promise.resolve(downloads.length),
      (count) => count === 1,
    );
    expect(downloads[0]!.suggestedFilename()).toBe("Plan of the house.bin");
    expect(await digestOf(downloads[0]!)).toBe(sha256(bytes));
    await transfer(ann, "done", ({ outcome }) => outcome === "done");
    await until(
      "connections to be closed",
      () => bob.openConnections(),
      (open) => open === 0,
    );
    await until(
      "connections to be closed",
      () => ann.openConnections(),
      (open) => open === 0,
    );
  });

  it("that is declined is not sent, and its sender reads so", async () => {
    const [ann, bob] = await pair();
    await write(ann, "Bob");
    await hand(ann, [given("a.txt", Buffer.from("a"), "text/plain")]);
    await bob.page
      .getByRole("region", { name: "Files from Ann" })
      .getByRole("button", { name: "Decline files" })
      .click();
    await ann.page
      .getByRole("log", { name: "Chat" })
      .getByText(/declined/u)
      .waitFor();
    expect((await transfer(ann, "declined", ({ phase }) => phase === "over")).outcome).toBe("declined");
    expect(await bob.openConnections()).toBe(0);
  });

  it("whose name is markup stays text, and comes without what could do harm", async () => {
    const [ann, bob] = await pair();
    const downloads = saved(bob);
    const name = "<img src=x onerror=alert(1)>\u202Egnp.exe";
    await write(ann, "Bob");
    await hand(ann, [given(name, Buffer.from("x"), "text/html")]);
    await bob.page.getByRole("region", { name: "Files from Ann" }).waitFor();
    expect(await bob.page.evaluate(() => document.querySelectorAll("img[src=x]").length)).toBe(0);
    await take(bob, "Ann");
    await until(
      "the saved file",
      () => Promise.resolve(downloads.length),
      (count) => count === 1,
    );
    expect(downloads[0]!.suggestedFilename()).not.toMatch(/[<>/\\\u202E]/u);
  });
});

describe("several files", () => {
  it("arrive all thirty, an empty one and two of one name among them", async () => {
    const [ann, bob] = await pair();
    const downloads = saved(bob);
    const files = Array.from({ length: 29 }, (_, n) => given(`photo ${n < 2 ? 1 : n}.bin`, randomBytes(n * 10_007)));
    await write(ann, "Bob");
    await hand(ann, [...files, given("empty.txt", Buffer.alloc(0), "text/plain")]);
    await bob.page
      .getByRole("region", { name: "Files from Ann" })
      .getByText(/30 files/u)
      .first()
      .waitFor();
    await take(bob, "Ann");
    await transfer(bob, "done", ({ outcome }) => outcome === "done");
    await until(
      "all to be saved",
      () => Promise.resolve(downloads.length),
      (count) => count === 30,
      LONG,
    );
    const wanted = [...files.map(({ buffer }) => sha256(buffer)), sha256(Buffer.alloc(0))].sort();
    expect((await Promise.all(downloads.map(digestOf))).sort()).toEqual(wanted);
    expect(new Set(downloads.map((download) => download.suggestedFilename())).size).toBe(30);
  });
});

describe("a large file", () => {
  /** It is on its way, and more than a little of it has come. */
  async function underway(ann: Person, bob: Person): Promise<void> {
    await write(ann, "Bob");
    await handLarge(ann, "Bob", "large.bin", LARGE);
    await take(bob, "Ann");
    await transfer(bob, "on its way", ({ moved }) => moved > 2_000_000, LONG);
  }

  it("is held and goes on again from either side", async () => {
    const [ann, bob] = await pair();
    await underway(ann, bob);
    await write(bob, "Ann");
    for (const [one, other] of [
      [ann, bob],
      [bob, ann],
    ] as const) {
      await one.button("Pause").click();
      await transfer(other, "held", ({ phase }) => phase === "paused");
      const { moved } = await transfer(bob, "held", ({ phase }) => phase === "paused");
      expect(moved).toBeLessThan(LARGE * 2 ** 20);
      await other.button("Resume").click();
      await transfer(bob, "on its way again", (now) => now.phase === "moving" || now.outcome === "done");
      if ((await transfer(bob, "there", () => true)).outcome === "done") break;
    }
    await transfer(bob, "done", ({ outcome }) => outcome === "done", LONG);
    await transfer(ann, "done", ({ outcome }) => outcome === "done");
  });

  it.each(["sender", "receiver"])("is stopped by its %s, for both", async (who) => {
    const [ann, bob] = await pair();
    await underway(ann, bob);
    await write(bob, "Ann");
    await (who === "sender" ? ann : bob).button("Cancel").click();
    for (const person of [ann, bob]) {
      const { outcome, moved, total } = await transfer(person, "over", ({ phase }) => phase === "over");
      expect(outcome).toBe("cancelled");
      expect(moved).toBeLessThan(total);
      await until(
        "its connection to be closed",
        () => person.openConnections(),
        (open) => open === 0,
      );
    }
  });

  it.each(["sender", "receiver"])("goes on from where it was when the path breaks at the %s", async (who) => {
    const [ann, bob] = await pair();
    await underway(ann, bob);
    const breaker = who === "sender" ? ann : bob;
    await breaker.page.evaluate(() => window.probe.connections.at(-1)?.close());
    const { moved } = await transfer(bob, "broken or further", () => true);
    await transfer(bob, "on its way again", (now) => now.moved > moved, LONG);
    const { files } = await transfer(bob, "done", ({ outcome }) => outcome === "done", LONG);
    expect(files[0]!.whole).toBe(true);
  });

  it("ends for the other when one of the pages is closed", async () => {
    const [ann, bob] = await pair();
    await underway(ann, bob);
    await ann.page.close({ runBeforeUnload: false });
    const { outcome } = await transfer(bob, "over", ({ phase }) => phase === "over", LONG);
    expect(["left", "gone"]).toContain(outcome);
  });

  it("goes beside a call, which goes on, and without the server", async () => {
    const [ann, bob] = await pair();
    await ann.call("Bob");
    await bob.accept(ann);
    await handLarge(ann, "Bob", "large.bin", 4);
    await take(bob, "Ann");
    await transfer(bob, "on its way", ({ moved }) => moved > 1_000_000, LONG);
    await framesGoOn(ann);
    await framesGoOn(bob);
    await transfer(bob, "done", ({ outcome }) => outcome === "done", LONG);
    await framesGoOn(ann);
  });
});

describe("whoever sends more than they announced", () => {
  it("is cut off, and nothing of it is kept", async () => {
    const bob = await join("Bob");
    const eve = await visit("Eve", { path: "/ready.txt" });
    const target = await eve.page.evaluate(async () => {
      const socket = new WebSocket(`wss://${location.host}/rtc`);
      const say = (type: string, data: object) => socket.send(JSON.stringify({ type, data }));
      const frames: { type: string; data: Record<string, never> }[] = [];
      Object.assign(window, { frames, say });
      socket.onmessage = ({ data }) => {
        const frame = JSON.parse(data);
        frames.push(frame);
        if (frame.type === "ready") say("identify", { id: frame.id, name: "Eve", protocol: 1 });
      };
      for (;;) {
        const peers = frames.flatMap(({ type, data }) =>
          type === "peers" ? (data["peers"] as unknown as { id: string; name: string }[]) : [],
        );
        const found = peers.find(({ name }) => name === "Bob");
        if (found) return found.id;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    await eve.page.evaluate(
      (target) =>
        (window as unknown as { say: (type: string, data: object) => void }).say("files", {
          target,
          mid: "evil",
          files: [{ name: "small.bin", type: "", size: 1024 }],
        }),
      target,
    );
    await take(bob, "Eve");
    const sent = await eve.page.evaluate(async (target) => {
      const { frames, say } = window as unknown as {
        frames: {
          type: string;
          data: {
            accept?: boolean;
            attempt?: number;
            description?: RTCSessionDescriptionInit;
            candidate?: RTCIceCandidateInit;
          };
        }[];
        say: (type: string, data: object) => void;
      };
      const waitFor = async <T>(look: () => T | undefined): Promise<T> => {
        for (;;) {
          const found = look();
          if (found !== undefined) return found;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };
      await waitFor(() => frames.find(({ type, data }) => type === "files-answer" && data.accept));
      const connection = new RTCPeerConnection();
      const control = connection.createDataChannel("control", { negotiated: true, id: 0 });
      const files = connection.createDataChannel("files", { negotiated: true, id: 1 });
      files.binaryType = "arraybuffer";
      let wanted = false;
      control.onmessage = ({ data }) => (wanted ||= "want" in JSON.parse(data) || JSON.parse(data).type === "want");
      const link = { target, mid: "evil", attempt: 1 };
      connection.onicecandidate = ({ candidate }) => candidate && say("files-link", { ...link, candidate });
      await connection.setLocalDescription();
      say("files-link", { ...link, description: connection.localDescription });
      const answer = await waitFor(
        () => frames.find(({ type, data }) => type === "files-link" && data.description)?.data.description,
      );
      await connection.setRemoteDescription(answer);
      const taken = new Set<unknown>();
      const timer = setInterval(() => {
        for (const frame of frames) {
          const candidate = frame.type === "files-link" ? frame.data.candidate : undefined;
          if (!candidate || taken.has(frame)) continue;
          taken.add(frame);
          void connection.addIceCandidate(candidate);
        }
      }, 20);
      await waitFor(() => wanted || undefined);
      files.send(JSON.stringify({ file: 0, at: 0 }));
      let bytes = 0;
      for (let n = 0; n < 16 && files.readyState === "open"; n++) {
        files.send(new Uint8Array(65_536));
        bytes += 65_536;
      }
      await waitFor(() => (files.readyState === "open" ? undefined : true));
      clearInterval(timer);
      connection.close();
      return bytes;
    }, target);
    expect(sent).toBe(2 ** 20);
    const { outcome, files } = await transfer(bob, "over", ({ phase }) => phase === "over");
    expect(outcome).toBe("too-much");
    expect(files[0]).toMatchObject({ whole: false });
    expect(files[0]!.url).toBeUndefined();
    expect(await bob.openConnections()).toBe(0);
    expect(await transfers(bob)).toHaveLength(1);
  });
});
