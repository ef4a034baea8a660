import { beforeEach, describe, expect, it } from "vitest";
import { inCallWith, MemoryHistory, peer, settled, TestPage, transferOf } from "../../../test/helpers/talk.ts";
import { KEEP_TEXT } from "../../protocol/talk.ts";
import { preferencesOf } from "../preferences.ts";
import { words } from "../words/current.ts";
import { tellings } from "../words/telling.ts";

let page: TestPage;

beforeEach(async () => {
  page = new TestPage("me");
  await settled();
});

const last = () => page.lines("ada").at(-1);
const mid = (): string => last()?.mid ?? "";

async function say(text: string, to = "ada"): Promise<boolean> {
  const done = page.talking.act({ type: "say", peer: to, text });
  await page.pass(50);
  return done;
}

async function hear(text: string, more: object = {}, from = "ada"): Promise<void> {
  page.hear(from, "text", { mid: `m${text.replaceAll(/\W/gu, "")}`, text, ...more });
  await page.pass(50);
}

const call = (connected: boolean, legacy = false): void => {
  page.channel = connected;
  page.store.set({ call: connected ? inCallWith("ada", legacy) : { phase: "idle" } });
};

describe("what the user says", () => {
  it("goes by the server, and is delivered when the other says so", async () => {
    expect(await say("\n\n  hi\nthere \n")).toBe(true);
    expect(page.said).toMatchObject([
      { way: "server", message: { type: "text", data: { target: "ada", text: "  hi\nthere" } } },
    ]);
    expect(last()).toMatchObject({ from: "me", delivery: "sending", at: page.time.now - 50 });
    page.hear("bo", "delivered", { mid: mid() });
    await settled();
    expect(last()).toMatchObject({ delivery: "sending" });
    page.hear("ada", "delivered", { mid: mid() });
    await page.pass(60);
    expect(last()).toMatchObject({ delivery: "delivered" });
    await page.pass(KEEP_TEXT);
    page.talking.relisted();
    expect(page.saidOf("text")).toHaveLength(1);
    expect(last()).toMatchObject({ delivery: "delivered" });
  });

  it("is counted, also within a millisecond", async () => {
    page.talking.act({ type: "say", peer: "ada", text: "1" });
    page.talking.act({ type: "say", peer: "ada", text: "2" });
    const seqs = page.saidOf("text").map(({ message }) => (message.data as { seq: number }).seq);
    expect(seqs).toEqual([page.time.now, page.time.now + 1]);
  });

  it("is nothing if it is blank, and goes nowhere if it is too long", async () => {
    expect(await say(" \n ")).toBe(true);
    expect(page.said).toEqual([]);
    expect(await say("é".repeat(8 * 1024 + 1))).toBe(false);
    expect(page.store.value.notice).toBe(tellings.en.tooLong);
    expect(await say("é".repeat(8 * 1024))).toBe(true);
  });

  it("goes by the channel of a call, and by the server if that does not answer in 4 s", async () => {
    call(true);
    await say("hi");
    expect(page.said).toMatchObject([{ way: "channel", message: { type: "chat", data: "hi", mid: mid() } }]);
    await page.pass(3_850);
    page.talking.relisted();
    expect(page.saidOf("text")).toEqual([]);
    await page.pass(100);
    expect(page.saidOf("text")).toMatchObject([{ way: "server", message: { data: { mid: mid() } } }]);
  });

  it("goes by the server as soon as the call is over", async () => {
    call(true);
    await say("hi");
    call(false);
    expect(page.saidOf("text")).toHaveLength(1);
  });

  it("is said again after each new list, and when the other is back", async () => {
    page.online = false;
    await say("hi");
    expect(page.said).toEqual([]);
    page.online = true;
    page.talking.relisted();
    page.talking.relisted();
    expect(page.saidOf("text")).toHaveLength(2);
    page.store.set({ people: [peer("ada", { status: "away" })] });
    expect(page.saidOf("text")).toHaveLength(2);
    page.store.set({ people: [peer("ada")] });
    expect(page.saidOf("text")).toHaveLength(3);
  });

  it.each([
    ["peer-gone", "gone"],
    ["full", "full"],
  ])("fails when the server says %s, and can be said again", async (code, why) => {
    await say("one");
    const first = mid();
    page.talking.refused({ target: "ada", mid: first, code });
    await say("two");
    expect(page.lines("ada")[0]).toMatchObject({ delivery: "failed", why });
    await page.pass(5_000);
    page.talking.act({ type: "say-again", peer: "ada", mid: first });
    await page.pass(60);
    expect(page.texts("ada")).toEqual(["two", "one"]);
    expect(last()).toMatchObject({ mid: first, delivery: "sending", why: undefined, at: page.time.now - 60 });
    expect(page.saidOf("text")).toHaveLength(3);
  });

  it("is said a little later, and rarer each time, when it was too fast", async () => {
    await say("hi");
    for (const [wait, times] of [
      [2_000, 2],
      [4_000, 3],
    ] as const) {
      page.talking.refused({ target: "ada", mid: mid(), code: "too-fast" });
      await page.pass(wait - 10);
      expect(page.saidOf("text")).toHaveLength(times - 1);
      await page.pass(10);
      expect(page.saidOf("text")).toHaveLength(times);
    }
    expect(last()).toMatchObject({ delivery: "sending" });
  });

  it("is given up after ten minutes, and is delivered if that turns out later", async () => {
    await say("hi");
    await page.pass(KEEP_TEXT + 60);
    expect(last()).toMatchObject({ delivery: "failed", why: "late" });
    page.hear("ada", "delivered", { mid: mid() });
    await page.pass(60);
    expect(last()).toMatchObject({ delivery: "delivered", why: undefined });
    page.online = false;
    await say("never out");
    await page.pass(KEEP_TEXT + 60);
    expect(last()).toMatchObject({ delivery: "failed", why: "offline" });
  });

  it("counts as delivered with SitePen's clients, who can be written to in a call only", async () => {
    page.store.set({ people: [peer("ada", { protocol: undefined })] });
    expect(await say("hi")).toBe(false);
    expect(page.store.value.notice).toBe(tellings.en.inCallOnly("Ada"));
    expect(page.talking.act({ type: "send-files", peer: "ada", files: [] })).toBe(false);
    call(true, true);
    expect(await say("hi")).toBe(true);
    page.talking.act({ type: "typing", peer: "ada" });
    page.talking.arrived({ from: { id: "ada", name: "Ada", legacy: true }, message: { type: "chat", data: "hello" } });
    await page.pass(60);
    expect(page.said.map(({ message }) => message)).toEqual([{ type: "chat", data: "hi" }]);
    expect(page.texts("ada")).toEqual(["hi", "hello"]);
    expect(page.lines("ada")[0]).toMatchObject({ delivery: "delivered" });
  });

  it("does not go to those whom the user has blocked", async () => {
    page.store.set({ blocked: [{ id: "ada", name: "Ada" }] });
    expect(await say("hi")).toBe(false);
    page.talking.act({ type: "typing", peer: "ada" });
    expect(page.said).toEqual([]);
  });
});

describe("what is said to the user", () => {
  it("is shown once, and confirmed each time", async () => {
    await hear("hi");
    await hear("hi");
    expect(page.texts("ada")).toEqual(["hi"]);
    expect(page.saidOf("delivered")).toMatchObject([
      { way: "server", peer: "ada", message: { data: { mid: "mhi" } } },
      { way: "server", peer: "ada", message: { data: { mid: "mhi" } } },
    ]);
    expect(page.talk("ada")).toMatchObject({ name: "Ada", unread: 1 });
  });

  it("is confirmed by the channel where there is one", async () => {
    call(true);
    page.talking.arrived({
      from: { id: "ada", name: "Ada", legacy: false },
      message: { type: "chat", data: "hi", mid: "x1" },
    });
    await page.pass(50);
    expect(page.said).toEqual([{ way: "channel", peer: "ada", message: { type: "delivered", data: { mid: "x1" } } }]);
    expect(page.texts("ada")).toEqual(["hi"]);
  });

  it("has its sender's name, as far as that is known", async () => {
    await hear("1", { name: "Zoe" }, "zoe");
    await hear("2", {}, "somebody");
    page.store.set({ people: [peer("zoe", { name: "Zoë" })] });
    await page.pass(60);
    expect(page.talk("zoe")?.name).toBe("Zoë");
    page.store.set({ people: [] });
    await hear("3", {}, "zoe");
    await page.pass(60);
    expect(page.talk("zoe")?.name).toBe("Zoë");
    expect(page.talk("somebody")?.name).toBe(words.common.someone);
  });

  it("has the time at which the server got it, unless that cannot be", async () => {
    const { now } = page.time;
    // Each takes 50 ms.
    await hear("1", { at: now - 5_000 });
    await hear("2", { at: now + 5_000 });
    await hear("3", { at: now - 10 * KEEP_TEXT });
    await page.pass(60);
    expect(page.lines("ada").map(({ at }) => at)).toEqual([now - 5_000, now + 50, now + 100 - KEEP_TEXT]);
  });

  it("is nothing where it comes from blocked people, by either way, from oneself, or is garbage", async () => {
    page.store.set({ blocked: [{ id: "ada", name: "Ada" }] });
    await hear("hi");
    page.talking.arrived({
      from: { id: "ada", name: "Ada", legacy: false },
      message: { type: "chat", data: "hi", mid: "x1" },
    });
    await hear("me", {}, "me");
    page.hear("bo", "text", { mid: "m1", text: 4 });
    page.hear("bo", "text", { text: "no mid" });
    page.talking.arrived({ message: { type: "text", data: { mid: "m1", text: "nobody" } } });
    await hear(" \n", {}, "bo");
    await page.pass(60);
    expect(page.store.value.talks).toEqual([]);
  });

  it("stays what it is, however much like markup it looks", async () => {
    await hear("<img src=x onerror=alert(1)>");
    expect(page.texts("ada")).toEqual(["<img src=x onerror=alert(1)>"]);
  });

  it("does not make the page slow when it is a flood", async () => {
    await hear("first");
    const before = page.published;
    for (let n = 0; n < 1_000; n++) page.hear("ada", "text", { mid: `f${n}`, text: `${n}` });
    await settled();
    await page.pass(60);
    expect(page.published - before).toBeLessThan(4);
    expect(page.lines("ada")).toHaveLength(500);
    expect(last()).toMatchObject({ text: "999" });
    for (let n = 0; n < 20; n++) {
      page.hear("ada", "text", { mid: `g${n}`, text: `${n}` });
      await settled();
    }
    expect(page.published - before).toBeLessThan(5);
  });
});

describe("what is read", () => {
  it("is what is on the screen of a page that is seen", async () => {
    await hear("1");
    await hear("2");
    await page.pass(60);
    expect([page.talk("ada")?.unread, page.tones]).toEqual([2, 1]);
    page.visible = false;
    page.talking.act({ type: "reading", peer: "ada", on: true });
    await page.pass(3_000);
    expect(page.talk("ada")?.unread).toBe(2);
    await hear("3");
    expect([page.talk("ada")?.unread, page.tones]).toEqual([3, 2]);
    page.turn(true);
    await page.pass(60);
    expect(page.talk("ada")?.unread).toBe(0);
    await page.pass(3_000);
    await hear("4");
    expect([page.talk("ada")?.unread, page.tones]).toEqual([0, 2]);
    expect([...page.store.value.reading]).toEqual(["ada"]);
    page.talking.act({ type: "reading", peer: "ada", on: false });
    await page.pass(60);
    expect([...page.store.value.reading]).toEqual([]);
    await hear("5");
    await page.pass(60);
    expect(page.talk("ada")?.unread).toBe(1);
  });

  it("is told by the system while nobody looks: one notification for each person, gone when it is read", async () => {
    await hear("seen");
    expect(page.notices).toEqual([]);
    page.turn(false);
    await hear("one");
    await hear("two\n lines");
    await hear("three", {}, "bo");
    const notice = { tag: "talk ada", title: "Ada", body: "two lines", peer: "ada", insistent: false, silent: false };
    expect(page.notices).toEqual([notice, { ...notice, tag: "talk bo", title: "Bo", body: "three", peer: "bo" }]);
    page.moving?.changed(transferOf("ada"));
    page.turn(true);
    expect(page.notices).toEqual([]);
    page.turn(false);
    await hear("four", {}, "bo");
    expect(page.notices).toHaveLength(1);
    page.store.set({ preferences: preferencesOf({ doNotDisturb: true }, ["en"]) });
    await hear("five");
    expect(page.notices).toHaveLength(1);
  });

  it("makes an empty conversation for as long as it is on the screen", async () => {
    page.talking.act({ type: "reading", peer: "bo", on: true });
    await settled();
    expect(page.talk("bo")).toMatchObject({ name: "Bo", lines: [], unread: 0, last: undefined });
    page.talking.act({ type: "reading", peer: "bo", on: false });
    await page.pass(60);
    expect(page.talk("bo")).toBeUndefined();
  });
});

describe("typing", () => {
  it("is told at most every 3 s, to those who are here", async () => {
    const type = (): void => void page.talking.act({ type: "typing", peer: "ada" });
    type();
    type();
    await page.pass(2_900);
    type();
    expect(page.saidOf("typing")).toMatchObject([{ way: "server", peer: "ada" }]);
    await page.pass(200);
    type();
    expect(page.saidOf("typing")).toHaveLength(2);
    await say("hi");
    type();
    expect(page.saidOf("typing")).toHaveLength(3);
    await page.pass(4_000);
    page.store.set({ people: [peer("ada", { status: "away" })] });
    type();
    page.store.set({ people: [] });
    type();
    expect(page.saidOf("typing")).toHaveLength(3);
  });

  it("is shown for 6 s, until the text comes, or its sender goes", async () => {
    const typing = async (): Promise<boolean | undefined> => {
      page.hear("ada", "typing", {});
      await page.pass(60);
      return page.talk("ada")?.typing;
    };
    expect(await typing()).toBeUndefined();
    await hear("1");
    expect(await typing()).toBe(true);
    await page.pass(5_900);
    expect(page.talk("ada")?.typing).toBe(true);
    await page.pass(150);
    expect(page.talk("ada")?.typing).toBe(false);
    expect(await typing()).toBe(true);
    await hear("2");
    await page.pass(60);
    expect(page.talk("ada")?.typing).toBe(false);
    expect(await typing()).toBe(true);
    page.store.set({ people: [] });
    await page.pass(60);
    expect(page.talk("ada")?.typing).toBe(false);
  });
});

describe("files", () => {
  beforeEach(() => page.hear("ada", "files", { mid: "f1", files: [{ name: "a", type: "", size: 1 }] }));
  const show = async (more: Parameters<typeof transferOf>[1] = {}): Promise<void> => {
    page.moving.changed(transferOf("ada", more));
    await page.pass(60);
  };

  it("have a line, which is confirmed, and keeps how they ended", async () => {
    expect(page.asked[0]?.slice(0, 2)).toEqual(["received", { id: "ada", name: "Ada" }]);
    expect(page.saidOf("delivered")).toEqual([]);
    await show();
    expect(page.saidOf("delivered")).toHaveLength(1);
    page.hear("ada", "files", { mid: "f1", files: [{ name: "a", type: "", size: 1 }] });
    expect(page.saidOf("delivered")).toHaveLength(2);
    expect(last()).toMatchObject({
      kind: "files",
      mid: "f1",
      from: "them",
      files: [{ name: "a.png", type: "image/png", size: 10 }],
    });
    expect([page.talk("ada")?.unread, page.tones, page.guarded]).toEqual([1, 1, false]);
    await show({ phase: "moving" });
    expect(page.guarded).toBe(true);
    await show({ phase: "over", outcome: "done" });
    expect(page.guarded).toBe(false);
    expect(last()).toMatchObject({ outcome: "done" });
    expect(page.lines("ada")).toHaveLength(1);
    expect(page.store.value.transfers.get("f1")?.outcome).toBe("done");
  });

  it("are trusted once some were accepted; then small pictures are welcome, if the user wants that", async () => {
    const picture = { name: "a", type: "image/png", size: 10_000_000, moved: 0, whole: false };
    await show();
    const welcome = (files = [picture]): boolean => page.moving.welcome("ada", files);
    page.store.set({ preferences: preferencesOf({ autoImages: true }, ["en"]) });
    expect(welcome()).toBe(false);
    page.talking.act({ type: "answer-files", mid: "f1", accept: true });
    expect(page.asked.at(-1)).toEqual(["answer", "f1", true]);
    await page.pass(60);
    expect(page.talk("ada")?.trusted).toBe(true);
    expect(welcome()).toBe(true);
    expect(welcome([picture, { ...picture, size: 1 }])).toBe(false);
    expect(welcome([{ ...picture, type: "image/svg+xml" }])).toBe(false);
    expect(page.moving.welcome("bo", [picture])).toBe(false);
    page.store.set({ preferences: preferencesOf({}, ["en"]) });
    expect(welcome()).toBe(false);
  });

  it("are cancelled when their sender is blocked, or the conversation cleared, and heard of no more", async () => {
    await show({ phase: "moving" });
    page.store.set({ blocked: [{ id: "ada", name: "Ada" }] });
    expect(page.asked.at(-1)).toEqual(["cancel", "f1"]);
    page.talking.act({ type: "clear-conversation", peer: "ada" });
    expect(page.asked.at(-1)).toEqual(["forget", ["f1"]]);
    await show({ phase: "over", outcome: "cancelled" });
    expect([page.store.value.talks.length, page.store.value.transfers.size]).toEqual([0, 0]);
  });

  it("go by the channel of a call, else by the server", () => {
    const message = { type: "files-end", data: { mid: "f1" } } as const;
    page.moving.post("ada", message);
    call(true);
    page.moving.post("ada", message);
    expect(page.saidOf("files-end")).toEqual([
      { way: "server", peer: "ada", message: { type: "files-end", data: { mid: "f1", target: "ada" } } },
      { way: "channel", peer: "ada", message },
    ]);
    expect(page.moving.load()).toBe("call");
  });

  it("hear of what concerns them", () => {
    page.talking.refused({ target: "ada", mid: "f1", code: "peer-gone" });
    page.hear("ada", "delivered", { mid: "f1" });
    page.talking.relisted();
    expect(page.asked.slice(1)).toEqual([
      ["refused", "ada", "f1", "peer-gone"],
      ["delivered", "ada", "f1"],
      ["relisted"],
    ]);
  });
});

describe("what is kept", () => {
  const history = (): MemoryHistory => new MemoryHistory();

  it("is there after a reload: the list at once, the lines when they are wanted", async () => {
    const kept = history();
    page = new TestPage("me", { history: kept });
    await settled();
    await hear("1");
    await say("2");
    page.hear("ada", "delivered", { mid: mid() });
    await hear("3");
    page.moving?.changed(transferOf("ada"));
    await page.pass(60);
    page.talking.leave();
    page = new TestPage("me", { history: kept, time: page.time });
    await settled();
    expect(page.talk("ada")).toMatchObject({ name: "Ada", unread: 2, lines: undefined, last: { text: "3" } });
    // What the server has kept may come again.
    await hear("1");
    page.talking.act({ type: "reading", peer: "ada", on: true });
    await page.pass(60);
    expect(page.texts("ada")).toEqual(["1", "2", "3"]);
    expect(page.talk("ada")?.unread).toBe(0);
    expect(page.lines("ada")[1]).toMatchObject({ delivery: "delivered" });
  });

  it("is said again after a reload, or given up if too much time has passed", async () => {
    const kept = history();
    page = new TestPage("me", { history: kept });
    page.online = false;
    await settled();
    await say("old");
    await page.pass(60_000);
    await say("new");
    page.talking.leave();
    page.time.now += KEEP_TEXT - 30_000;
    page = new TestPage("me", { history: kept, time: page.time });
    await settled();
    page.talking.act({ type: "reading", peer: "ada", on: true });
    await page.pass(60);
    expect(page.saidOf("text")).toMatchObject([{ message: { data: { text: "new" } } }]);
    expect(page.lines("ada")).toMatchObject([{ delivery: "failed", why: "late" }, { delivery: "sending" }]);
  });

  it("reads files that were on their way as interrupted", async () => {
    const kept = history();
    page = new TestPage("me", { history: kept });
    await settled();
    page.hear("ada", "files", { mid: "f1", files: [{ name: "a", type: "", size: 1 }] });
    page.moving.changed(transferOf("ada", { phase: "moving" }));
    await page.pass(60);
    page = new TestPage("me", { history: kept, time: page.time });
    await settled();
    expect(page.talk("ada")?.last).toMatchObject({ kind: "files", outcome: "left" });
  });

  it("is not written by a page that is not the phone, which reads anew when it is again", async () => {
    const kept = history();
    const first = new TestPage("me", { history: kept });
    await settled();
    first.hear("ada", "text", { mid: "m1", text: "1" });
    await settled();
    first.online = false;
    first.store.set({ connection: "replaced" });
    const second = new TestPage("me", { history: kept, time: first.time });
    await settled();
    second.hear("ada", "text", { mid: "m2", text: "2" });
    await settled();
    first.talking.act({ type: "forget-line", peer: "ada", mid: "m1" });
    await first.pass(60);
    expect([...kept.kept.keys()]).toEqual(["ada m1", "ada m2"]);
    second.store.set({ connection: "replaced" });
    first.store.set({ connection: "connecting" });
    await first.pass(60);
    first.talking.act({ type: "reading", peer: "ada", on: true });
    await first.pass(60);
    await first.pass(60);
    expect(first.texts("ada")).toEqual(["1", "2"]);
  });

  it("goes when it is cleared: a line, a conversation, all", async () => {
    const kept = history();
    page = new TestPage("me", { history: kept });
    await settled();
    for (const n of ["1", "2"]) await hear(n);
    await hear("3", {}, "bo");
    await page.pass(60);
    page.talking.act({ type: "forget-line", peer: "ada", mid: "m1" });
    await page.pass(60);
    expect([...kept.kept.keys()]).toEqual(["ada m2", "bo m3"]);
    page.talking.act({ type: "clear-conversation", peer: "ada" });
    await page.pass(60);
    expect([...kept.people.keys(), ...kept.kept.keys()]).toEqual(["bo", "bo m3"]);
    page.talking.act({ type: "clear-conversations" });
    await page.pass(60);
    expect(kept.people.size + kept.kept.size).toBe(0);
  });

  it("is nothing where the browser forbids it: all works until the page is closed, and that is said once", async () => {
    const kept = history();
    kept.forbidden = true;
    page = new TestPage("me", { history: kept });
    await settled();
    expect(page.store.value.notice).toBe(words.notices.notRemembered);
    page.store.set({ notice: undefined });
    await say("hi");
    await hear("1");
    await page.pass(60);
    expect(page.texts("ada")).toEqual(["hi", "1"]);
    expect(page.store.value.notice).toBeUndefined();
  });

  it("is said once to be nothing where there is no room", async () => {
    const kept = history();
    page = new TestPage("me", { history: kept });
    await settled();
    kept.forbidden = true;
    await hear("1");
    expect(page.store.value.notice).toBe(words.notices.notRemembered);
    page.store.set({ notice: undefined });
    await hear("2");
    expect([page.texts("ada"), page.store.value.notice]).toEqual([["1", "2"], undefined]);
  });

  it("is waited for, but not for ever", async () => {
    const kept = history();
    kept.load = () => new Promise(() => undefined);
    page = new TestPage("me", { history: kept });
    await hear("1");
    expect(page.talk("ada")).toBeUndefined();
    await page.pass(4_000);
    await page.pass(60);
    expect(page.texts("ada")).toEqual(["1"]);
  });
});
