import { beforeEach, describe, expect, it } from "vitest";
import { type Call, type Ended, idle } from "../call/call.ts";
import type { Notice } from "./board.ts";
import { Notifier, type Told } from "./notifier.ts";
import { preferencesOf } from "./preferences.ts";
import type { RecentCall } from "./state.ts";

const leg = { call: "c1", peer: { id: "ada", name: "Ada", legacy: false } };
const ringing: Call = { ...leg, phase: "ringing", direction: "incoming", sdp: "v=0", video: true };

let away: boolean;
/** What the system shows, by tag, and how often it was told to show something. */
let board: Map<string, Notice>;
let shown: number;
let notifier: Notifier;

beforeEach(() => {
  [away, board, shown] = [true, new Map(), 0];
  notifier = new Notifier({
    away: () => away,
    board: {
      show(notice) {
        shown++;
        board.set(notice.tag, notice);
      },
      close: (tag) => void board.delete(tag),
    },
  });
  follow();
});

function follow(more: Partial<Told> & { settings?: object } = {}): void {
  const { settings = {}, ...rest } = more;
  const preferences = preferencesOf(settings, ["en"]);
  notifier.follow({ call: idle, connection: "online", notifications: "granted", recents: [], preferences, ...rest });
}

const titles = (): string[] => [...board.values()].map(({ title }) => title);

function missed(call: string, name = "Ada", seen = false): RecentCall {
  const peer = { id: name, name, legacy: false };
  const ended: Ended = { call, peer, direction: "incoming", reason: "cancelled", by: "them", answered: false };
  return { ended, at: 0, until: 0, seen };
}

describe("a call that rings while nobody looks", () => {
  it("is shown once, with what can be done about it", () => {
    follow({ call: ringing });
    follow({ call: ringing });
    expect(shown).toBe(1);
    expect([...board.values()]).toEqual([
      {
        tag: "ring c1",
        title: "Ada is calling",
        body: "Incoming video call",
        call: "c1",
        actions: [
          { action: "accept", title: "Accept" },
          { action: "decline", title: "Decline" },
        ],
        insistent: true,
        silent: false,
      },
    ]);
  });

  it("says whether it is one by voice, and makes no sound for who is silent", () => {
    follow({ call: { ...ringing, video: false }, settings: { silent: true } });
    expect(board.get("ring c1")).toMatchObject({ body: "Incoming voice call", silent: true });
  });

  it("is taken down on every way out of ringing, and when the user looks", () => {
    const connecting: Call = { ...leg, phase: "connecting", direction: "incoming", video: true, said: [] };
    const connected: Call = { ...leg, phase: "connected", direction: "incoming", since: 0 };
    const preparing: Call = { ...leg, phase: "preparing", direction: "incoming", video: true };
    for (const call of [idle, preparing, connecting, connected]) {
      follow({ call: ringing });
      expect(board.size).toBe(1);
      follow({ call });
      expect(board.size).toBe(0);
    }
    follow({ call: ringing });
    away = false;
    follow({ call: ringing });
    expect(board.size).toBe(0);
    away = true;
    follow({ call: ringing });
    expect(board.size).toBe(1);
    const before = shown;
    notifier.leave();
    expect(board.size).toBe(0);
    // The call ends with the page.
    follow({ recents: [missed("c1")] });
    expect(shown).toBe(before);
    notifier.comeBack();
    follow({ call: { ...ringing, call: "c2" } });
    expect(board.size).toBe(1);
  });

  it("gives way to the next one", () => {
    follow({ call: ringing });
    follow({ call: { ...ringing, call: "c2", peer: { id: "bo", name: "Bo", legacy: false } } });
    expect(titles()).toEqual(["Bo is calling"]);
  });

  it("is not shown without permission, or by a tab that is not the phone", () => {
    for (const more of [
      { notifications: "default" },
      { notifications: "denied" },
      { notifications: undefined },
      { connection: "replaced" },
    ] as const)
      follow({ call: ringing, ...more });
    expect(shown).toBe(0);
  });
});

describe("a call that was missed while nobody looked", () => {
  it("stays, with all who called, until the user looks", () => {
    follow({ call: ringing });
    follow({ recents: [missed("c1")] });
    expect(titles()).toEqual(["Missed call from Ada"]);
    follow({ recents: [missed("c2", "Bo"), missed("c1")] });
    expect(titles()).toEqual(["2 missed calls from Ada and Bo"]);
    expect(board.get("missed")?.insistent).toBe(false);
    notifier.leave();
    expect(board.size).toBe(1);
    notifier.comeBack();
    away = false;
    follow({ recents: [missed("c2", "Bo"), missed("c1")] });
    expect(board.size).toBe(0);
    away = true;
    follow({ recents: [missed("c2", "Bo"), missed("c1")] });
    expect(board.size).toBe(0);
    follow({ recents: [missed("c3"), missed("c2", "Bo"), missed("c1")] });
    expect(titles()).toEqual(["Missed call from Ada"]);
  });

  it("is no news if it was missed before, was seen, or came when it was not to disturb", () => {
    follow({ recents: [missed("c1", "Ada", true)] });
    follow({ recents: [missed("c2")], settings: { doNotDisturb: true } });
    const late = new Notifier({ away: () => true, board: { show: () => shown++, close: () => undefined } });
    const preferences = preferencesOf({}, ["en"]);
    late.follow({ call: idle, connection: "online", notifications: "granted", recents: [missed("c3")], preferences });
    expect(shown).toBe(0);
  });
});

describe("what people have said", () => {
  const notice = { tag: "talk ada", title: "Ada", body: "hi", peer: "ada", insistent: false, silent: false };
  const tell = (...notices: Notice[]): void => {
    notifier.news(notices);
    follow();
  };

  it("is shown beside missed calls while nobody looks, and the next in its place", () => {
    tell(notice);
    tell(notice);
    follow({ recents: [missed("c1")] });
    expect([titles(), shown]).toEqual([["Ada", "Missed call from Ada"], 2]);
    tell({ ...notice, body: "hi again" });
    expect([board.get("talk ada")?.body, shown]).toEqual(["hi again", 3]);
    tell();
    expect(board.size).toBe(0);
  });

  it("is taken down when the user looks, and stays when the page goes away", () => {
    tell(notice);
    notifier.leave();
    expect(board.size).toBe(1);
    notifier.comeBack();
    away = false;
    follow();
    expect(board.size).toBe(0);
  });
});
