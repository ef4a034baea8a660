import { beforeEach, describe, expect, it } from "vitest";
import type { ClientMessage } from "../protocol/messages.ts";
import { idle, type Call } from "../call/call.ts";
import { deviceOf, Presence, statusFor } from "./presence.ts";
import { preferencesOf } from "./preferences.ts";
import type { Settings } from "./settings.ts";

let settings: Settings;
let said: { type: string; data: Record<string, unknown> }[];
let events: string[];
let presence: Presence;

beforeEach(() => {
  settings = { name: "Ann" };
  [said, events] = [[], []];
  presence = new Presence({
    device: "phone",
    send: (message: ClientMessage) => said.push(message as never) > 0,
    settings: () => settings,
    remember: (identity) => {
      settings = { ...settings, ...identity };
      events.push(`remember ${identity.id}`);
    },
    changed: (people, alike) => events.push(`changed ${[...people.keys()].join()}${alike ? ", alike" : ""}`),
    listed: () => events.push("listed"),
    gone: (id) => events.push(`gone ${id}`),
  });
});

const ready = (id = "fresh", token = "fresh token") =>
  presence.receive({ type: "ready", version: "v1", id, token, protocol: 1, iceServers: [], addresses: [] });
const peers = (data: object) => presence.receive({ type: "peers", data: { peers: [], gone: [], ...data } });
const error = (code: string) => presence.receive({ type: "error", data: { code, message: "" } });

describe("who this page is", () => {
  it("takes the id of its first ready, and keeps what proves it", () => {
    ready();
    expect(said).toEqual([
      {
        type: "identify",
        data: { id: "fresh", token: "fresh token", name: "Ann", protocol: 1, device: "phone", status: "available" },
      },
    ]);
    expect(settings).toMatchObject({ id: "fresh", token: "fresh token" });
  });

  it("is the same person ever after", () => {
    settings = { ...settings, id: "mine", token: "my token" };
    ready();
    presence.disconnected();
    ready("another");
    expect(said.map(({ data }) => [data["id"], data["token"]])).toEqual([
      ["mine", "my token"],
      ["mine", "my token"],
    ]);
    expect(events).toEqual([]);
  });

  it.each([{ id: "mine" }, { token: "my token" }])("takes a new id where half of one is left: %j", (half) => {
    settings = { ...settings, ...half };
    ready();
    expect(said).toMatchObject([{ data: { id: "fresh", token: "fresh token" } }]);
  });

  it("becomes somebody new when its token proves nothing any more, and remembers that", () => {
    settings = { ...settings, id: "mine", token: "my token" };
    ready();
    error("bad-token");
    expect(said.map(({ data }) => data["id"])).toEqual(["mine", "fresh"]);
    expect(settings).toMatchObject({ id: "fresh", token: "fresh token" });
    presence.disconnected();
    ready("another", "another token");
    expect(said.at(-1)).toMatchObject({ data: { id: "fresh", token: "fresh token" } });
  });

  it("stays who it is at any other error, or without a connection", () => {
    settings = { ...settings, id: "mine", token: "my token" };
    ready();
    error("peer-gone");
    error("bad-name");
    presence.disconnected();
    error("bad-token");
    expect(settings).toMatchObject({ id: "mine" });
    expect(said).toHaveLength(1);
  });

  it("says nothing before there is a name, and then at once", () => {
    settings = {};
    ready();
    expect(said).toEqual([]);
    expect(events).toEqual([]);
    settings = { name: "Ann" };
    presence.identify();
    expect(said).toMatchObject([{ data: { id: "fresh", name: "Ann" } }]);
  });

  it("says a new name or status once, and after a reconnect again", () => {
    presence.setStatus("busy");
    expect(said).toEqual([]);
    ready();
    presence.setStatus("busy");
    presence.disconnected();
    presence.setStatus("available");
    presence.setStatus("do-not-disturb");
    expect(said).toHaveLength(1);
    ready();
    settings = { ...settings, name: "Anna" };
    presence.identify();
    expect(said.map(({ data }) => [data["name"], data["status"]])).toEqual([
      ["Ann", "busy"],
      ["Ann", "do-not-disturb"],
      ["Anna", "do-not-disturb"],
    ]);
  });
});

it("is busy in a call, and not to be disturbed only out of one", () => {
  const status = (call: Call, doNotDisturb: boolean) =>
    statusFor({ call, preferences: preferencesOf({ doNotDisturb }, ["en"]) });
  const peer = { id: "bob", name: "Bob", legacy: false };
  const ringing: Call = { phase: "ringing", call: "c1", peer, direction: "incoming", sdp: "", video: true };
  expect(status(idle, false)).toBe("available");
  expect(status(idle, true)).toBe("do-not-disturb");
  expect(status(ringing, true)).toBe("busy");
  expect(status(ringing, false)).toBe("busy");
});

describe("who is here", () => {
  it("is told with each change, and a full list when it is complete", () => {
    peers({ full: true, more: true, peers: [{ id: "bob", name: "Bob" }] });
    expect(events).toEqual([]);
    peers({ full: false, more: false, peers: [{ id: "cem", name: "Cem" }] });
    peers({ gone: ["bob"] });
    expect(events).toEqual(["changed bob,cem", "listed", "changed cem", "gone bob"]);
    expect([...presence.people.keys()]).toEqual(["cem"]);
  });

  it("stays while there is no connection, and is replaced by the next list", () => {
    peers({ full: true, more: false, peers: [{ id: "bob", name: "Bob" }] });
    presence.disconnected();
    expect(presence.people.size).toBe(1);
    peers({ full: true, more: true, peers: [{ id: "cem", name: "Cem" }] });
    expect([...presence.people.keys()]).toEqual(["bob"]);
    peers({ full: true, more: false, peers: [] });
    expect(presence.people.size).toBe(0);
  });
});

describe("the device", () => {
  it.each([
    [
      "phone",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1",
      5,
    ],
    ["phone", "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36", 5],
    ["phone", "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", 5],
    ["tablet", "Mozilla/5.0 (Linux; Android 15; SM-X910) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", 5],
    ["tablet", "Mozilla/5.0 (Android 15; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0", 5],
    ["tablet", "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1", 5],
    ["tablet", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15", 5],
    [
      "computer",
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
      0,
    ],
    ["computer", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", 10],
    ["computer", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", 0],
    ["computer", "", 0],
  ])("is a %s: %s", (device, userAgent, maxTouchPoints) => {
    expect(deviceOf({ userAgent, maxTouchPoints })).toBe(device);
  });
});

describe("this person in the list that everybody gets", () => {
  const alike = (id: string) => ({ id, name: "Ann", alike: true });
  beforeEach(() => {
    settings = { ...settings, id: "mine", token: "my token" };
    ready();
  });

  it("is left out, and not gone either", () => {
    peers({
      peers: [
        { id: "mine", name: "Ann" },
        { id: "bob", name: "Bob" },
      ],
      gone: ["mine"],
    });
    expect(events).toEqual(["changed bob"]);
    expect([...presence.people.keys()]).toEqual(["bob"]);
  });

  it("tells whether somebody has a similar name, for as long as somebody has", () => {
    peers({ peers: [alike("mine"), alike("eve")] });
    peers({ peers: [{ id: "bob", name: "Bob" }] });
    peers({ peers: [{ id: "mine", name: "Ann" }] });
    peers({ peers: [alike("mine")] });
    peers({ gone: ["eve"] });
    expect(events).toEqual([
      "changed eve, alike",
      "changed eve,bob, alike",
      "changed eve,bob",
      "changed eve,bob, alike",
      "changed bob",
      "gone eve",
    ]);
  });
});
