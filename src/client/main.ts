/** The composition root: makes the parts, joins them, and alone decides to reload. */
import * as v from "valibot";
import { idle } from "../call/call.ts";
import type { ServerMessage } from "../protocol/messages.ts";
import { cleanName } from "../protocol/name.ts";
import { Attention } from "./attention.ts";
import { Awake } from "./awake.ts";
import { BackGuard } from "./back.ts";
import { CallLog } from "./call-log.ts";
import "./components/app.ts";
import type { EarshotApp } from "./components/app.ts";
import { DoubleTap } from "./double-tap.ts";
import { Media } from "./media.ts";
import { byName } from "./people.ts";
import { pluggedIn } from "./plugged.ts";
import { Presence, deviceOf } from "./presence.ts";
import { unseen } from "./recents.ts";
import { lastTried, reloadFor, shouldReload } from "./reload.ts";
import { Ringer } from "./ringer.ts";
import { Session } from "./session.ts";
import { loadSettings, type Settings, saveSettings } from "./settings.ts";
import { Signaling } from "./signaling.ts";
import type { AppState, Connection, Intent } from "./state.ts";
import { load, save } from "./storage.ts";
import { Store } from "./store.ts";
import { Tabs } from "./tabs.ts";
import { chatNotSent, notRemembered, peerUnknown, screenGoesOff } from "./words.ts";

let settings = loadSettings();
let iceServers: RTCIceServer[] = [];
let servedVersion: string | undefined;
const device = deviceOf(navigator);

const recents = new CallLog({
  changed: (all) => store.set({ recents: all }),
  unsaved: () => store.set({ notice: notRemembered }),
});
const store = new Store<AppState>({
  connection: "connecting",
  name: settings.name,
  people: [],
  call: idle,
  chat: [],
  media: {
    muted: false,
    cameraOff: false,
    cameras: [],
    microphones: [],
    cameraId: settings.cameraId,
    microphoneId: settings.microphoneId,
  },
  theirs: { muted: false, cameraOff: false },
  recents: recents.all,
  addresses: [],
  leaving: false,
  ...(device !== "computer" && Awake.possible && { reachable: { on: false, told: settings.toldAsleep ?? false } }),
});
const media = new Media();
const ringer = new Ringer();
const taps = new DoubleTap();
const attention = new Attention();
const awake = new Awake();
const back = new BackGuard(() => store.set({ leaving: true }));
const REACHABLE = "earshot-reachable";
/** What a tap does that may change the view under the finger. */
const ANSWERS: ReadonlySet<Intent["type"]> = new Set(["dial", "accept", "hang-up"]);

const signaling = new Signaling({
  url: `wss://${location.host}/rtc`,
  urgent: () => session.doubtful,
  received,
  changed(connection: Connection) {
    if (connection !== "online") presence.disconnected();
    // A connected call needs no server.
    if (connection === "replaced" && store.value.call.phase !== "connected") session.replaced();
    store.set({ connection });
  },
});

const tabs = new Tabs({
  locks: navigator.locks,
  taken: () => signaling.start(),
  yielded() {
    session.replaced();
    signaling.handOver();
    store.set({ connection: "replaced" });
  },
  elsewhere: () => store.set({ connection: "replaced" }),
});

const presence = new Presence({
  device,
  send: (message) => signaling.send(message),
  settings: () => settings,
  remember,
  changed: (people) => {
    store.set({ people: byName(people) });
    session.presenceChanged();
  },
  listed: () => session.relisted(),
  gone: (id) => session.gone(id),
});

const session = new Session({
  store,
  media,
  recents,
  people: () => presence.people,
  chosen: () => settings,
  iceServers: () => iceServers,
  send: (message) => signaling.send(message),
  doubt: () => signaling.wake(),
});

function received(message: ServerMessage): void {
  switch (message.type) {
    case "ready":
      iceServers = message.iceServers;
      servedVersion = message.version;
      store.set({ connection: "online", addresses: message.addresses });
      // A page that is about to go must not be told what only the next one can show.
      if (!reloadIfDue()) presence.receive(message);
      return;
    case "peers":
      return presence.receive(message);
    case "error":
      presence.receive(message);
      if (message.data.code === "peer-gone" && message.data.target)
        session.gone(message.data.target, message.data.call);
      return;
    case "missed":
      return recents.missed(message.data.calls);
    case "peer":
    case "beat":
      return;
    default:
      return session.received(message);
  }
}

function remember(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  if (!saveSettings(settings)) store.set({ notice: notRemembered });
}

async function listDevices(): Promise<void> {
  const before = store.value.media.microphones;
  const choices = await media.choices();
  store.set({ media: { ...store.value.media, ...choices } });
  const microphone = pluggedIn(before, choices.microphones);
  if (microphone) await session.pluggedIn(microphone);
}

async function preview(on: boolean): Promise<void> {
  // In a call, camera and microphone are the call's.
  if (store.value.call.phase !== "idle") return;
  if (on) {
    const granted = await media.open(true, settings);
    if (granted) store.set({ media: { ...store.value.media, local: granted.stream, problem: granted.problem } });
    await listDevices();
  } else {
    media.release();
    store.set({ media: { ...store.value.media, local: undefined, problem: undefined } });
  }
}

async function choose({ cameraId, microphoneId }: { cameraId?: string; microphoneId?: string }): Promise<void> {
  remember({ ...(cameraId !== undefined && { cameraId }), ...(microphoneId !== undefined && { microphoneId }) });
  store.set({ media: { ...store.value.media, cameraId: settings.cameraId, microphoneId: settings.microphoneId } });
  if (cameraId !== undefined) await session.chose("video");
  if (microphoneId !== undefined) await session.chose("audio");
}

function rename(typed: string): void {
  const name = cleanName(typed);
  if (name === undefined) return;
  remember({ name });
  store.set({ name });
  presence.identify();
}

/** Keep the screen on, or let it go off again. */
async function stayReachable(on: boolean): Promise<void> {
  toldAsleep();
  // A reload for a new version must not let the phone fall asleep.
  save(REACHABLE, on, () => sessionStorage);
  store.set({ reachable: { on, told: true } });
  if (!on) return awake.release();
  if (await awake.keep()) return;
  store.set({ reachable: { on: false, told: true }, notice: screenGoesOff });
  return awake.release();
}

function toldAsleep(): void {
  if (!settings.toldAsleep) remember({ toldAsleep: true });
  const { reachable } = store.value;
  if (reachable && !reachable.told) store.set({ reachable: { ...reachable, told: true } });
}

function dial(id: string): void {
  const peer = presence.people.get(id);
  if (peer) session.dial(peer);
  else store.set({ notice: peerUnknown });
}

/** False if it could not be done. */
function act(intent: Intent): boolean {
  if (ANSWERS.has(intent.type) && taps.isSecond(performance.now())) return true;
  if (intent.type === "chat") {
    const said = session.chat(intent.text);
    if (!said) store.set({ notice: chatNotSent });
    return said;
  }
  void perform(intent);
  return true;
}

async function perform(intent: Exclude<Intent, { type: "chat" }>): Promise<void> {
  switch (intent.type) {
    case "join":
    case "rename":
      return rename(intent.name);
    case "dial":
      return dial(intent.peer);
    case "accept":
      return session.accept(intent.video);
    case "hang-up":
      return session.hangUp();
    case "mute":
      return session.mute(intent.muted);
    case "camera":
      return session.camera(intent.off);
    case "choose":
      return choose(intent);
    case "preview":
      return preview(intent.on);
    case "dismiss-notice":
      return store.set({ notice: undefined });
    case "see-missed":
      return recents.see();
    case "clear-recents":
      return recents.clear();
    case "use-here":
      return tabs.use();
    case "stay":
      return store.set({ leaving: false });
    case "stay-reachable":
      return stayReachable(intent.on);
    case "told-asleep":
      return toldAsleep();
  }
}

/** A tab that is looked at, or in a call, is not taken over without asking. */
function engage(): void {
  tabs.engage(document.visibilityState === "visible" || store.value.call.phase !== "idle");
}

/** Somebody is typing if a text field has the focus and holds something. */
function typing(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) && active.value !== "";
}

/** Whether the page is being reloaded. */
function reloadIfDue(): boolean {
  if (servedVersion === undefined) return false;
  const own = document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? "";
  const inCall = store.value.call.phase !== "idle";
  const due = shouldReload({ own, served: servedVersion, tried: lastTried(), inCall, typing: typing() });
  return due && reloadFor(servedVersion);
}

store.subscribe(({ call, recents }) => {
  attention.show({ call }, unseen(recents).length);
  presence.setStatus(call.phase === "idle" ? "available" : "busy");
  ringer.play(
    call.phase === "ringing" ? "ring" : call.phase === "calling" && call.reach === "ringing" ? "ringback" : undefined,
  );
  engage();
  back.follow(call.phase !== "idle" && call.phase !== "ringing");
  if (call.phase === "idle") {
    if (store.value.leaving) store.set({ leaving: false });
    queueMicrotask(reloadIfDue);
  }
});
media.watch(() => void listDevices());
void listDevices();

addEventListener("pointerdown", ({ clientX: x, clientY: y }) => taps.down({ x, y, at: performance.now() }), true);
for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, () => ringer.unlock());
addEventListener("focusout", () => queueMicrotask(reloadIfDue));
function networkChanged(): void {
  session.networkChanged();
  signaling.wake();
}
addEventListener("online", networkChanged);
// Where there is one, it tells of another kind of network, such as Wi-Fi, and of estimates, which mean nothing here.
const { connection } = navigator as Navigator & { connection?: EventTarget & { type?: string } };
let network = connection?.type;
connection?.addEventListener("change", () => {
  if (connection.type === network) return;
  network = connection.type;
  networkChanged();
});
document.addEventListener("visibilitychange", () => {
  engage();
  if (document.visibilityState === "visible") signaling.wake();
});
addEventListener("pagehide", () => {
  session.leave();
  media.release();
  store.set({ media: { ...store.value.media, local: undefined } });
  signaling.stop();
  tabs.stop();
});
// Another tab of this browser changed something: it is the same person.
addEventListener("storage", () => {
  recents.reload();
  const changed = loadSettings();
  if (changed.name === undefined) return;
  settings = changed;
  const { name, cameraId, microphoneId } = settings;
  store.set({ name, media: { ...store.value.media, cameraId, microphoneId } });
});
// Back from the browser's page cache: as if just opened.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) void tabs.start();
});

const app = document.querySelector<EarshotApp>("earshot-app");
if (app) {
  app.store = store;
  app.addEventListener("intent", (event) => {
    if (!act((event as CustomEvent<Intent>).detail)) event.preventDefault();
  });
}
engage();
void tabs.start();
if (store.value.reachable && load(REACHABLE, v.boolean(), () => sessionStorage)) void stayReachable(true);
