/** The composition root: makes the parts, joins them, and alone decides to reload. */
import { idle } from "../call/call.ts";
import type { ServerMessage } from "../protocol/messages.ts";
import { cleanName } from "../protocol/name.ts";
import { serverAnswers } from "./answers.ts";
import { Attention } from "./attention.ts";
import { BackGuard } from "./back.ts";
import { CallLog, CALLS } from "./call-log.ts";
import { CallMedia } from "./call-media.ts";
import "./components/app.ts";
import type { EarshotApp } from "./components/app.ts";
import { Devices } from "./devices.ts";
import { DoubleTap } from "./double-tap.ts";
import { typing } from "./focus.ts";
import { Media } from "./media.ts";
import { isStranded } from "./moved.ts";
import { watchNetwork } from "./network.ts";
import { byName } from "./people.ts";
import { Presence, deviceOf } from "./presence.ts";
import { Reachability } from "./reachability.ts";
import { unseen } from "./recents.ts";
import { Reloader } from "./reload.ts";
import { Ringer } from "./ringer.ts";
import { Session } from "./session.ts";
import { loadSettings, saveSettings, SETTINGS, type Settings } from "./settings.ts";
import { Signaling } from "./signaling.ts";
import type { AppState, Connection, Intent } from "./state.ts";
import { Store } from "./store.ts";
import { Tabs } from "./tabs.ts";
import { chatNotSent, notRemembered, peerUnknown } from "./words.ts";
import { registerWorker, renewShell } from "./worker.ts";

let settings = loadSettings();
let iceServers: RTCIceServer[] = [];
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
  host: location.host,
  addresses: settings.addresses ?? [],
  stranded: false,
  leaving: false,
  reachable: Reachability.at(device, settings.toldAsleep ?? false),
});
const media = new Media();
const ringer = new Ringer();
const taps = new DoubleTap();
const attention = new Attention();
const back = new BackGuard(() => store.set({ leaving: true }));
/** What a tap does that may change the view under the finger. */
const ANSWERS: ReadonlySet<Intent["type"]> = new Set(["dial", "accept", "hang-up"]);

const signaling = new Signaling({
  url: `wss://${location.host}/rtc`,
  urgent: () => session.doubtful,
  answers: serverAnswers,
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

const callMedia = new CallMedia({ store, media, chosen: () => settings });
const session = new Session({
  store,
  media: callMedia,
  recents,
  people: () => presence.people,
  iceServers: () => iceServers,
  send: (message) => signaling.send(message),
  doubt: () => signaling.wake(),
});

const reloader = new Reloader({
  own: document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? "",
  inCall: () => store.value.call.phase !== "idle",
  typing,
  renew: renewShell,
});

const devices = new Devices({ store, media, inCall: callMedia, settings: () => settings, remember });
const reachability = new Reachability({ store, told: () => remember({ toldAsleep: true }) });

function received(message: ServerMessage): void {
  switch (message.type) {
    case "ready":
      iceServers = message.iceServers;
      // By this very address: it is the server's, whatever its list says.
      store.set({ connection: "online", stranded: false });
      relocated(message.addresses);
      // A page that is about to go must not be told what only the next one can show.
      return reloader.served(message.version, () => presence.receive(message));
    case "peers":
      return presence.receive(message);
    case "error":
      presence.receive(message);
      if (message.data.code === "peer-gone" && message.data.target)
        session.gone(message.data.target, message.data.call);
      return;
    case "addresses": {
      const { addresses: now } = message.data;
      const { host, addresses: before, stranded } = store.value;
      store.set({ stranded: isStranded(host, before, now, stranded) });
      return relocated(now);
    }
    case "missed":
      return recents.missed(message.data.calls);
    case "peer":
    case "beat":
      return;
    default:
      return session.received(message);
  }
}

/** Where the server answers; remembered of one's own servers only, those where one has joined. */
function relocated(addresses: readonly string[]): void {
  store.set({ addresses });
  if (settings.name !== undefined && addresses.join() !== settings.addresses?.join())
    remember({ addresses: [...addresses] });
}

function remember(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  if (!saveSettings(settings)) store.set({ notice: notRemembered });
}

function rename(typed: string): void {
  const name = cleanName(typed);
  if (name === undefined) return;
  remember({ name, addresses: [...store.value.addresses] });
  store.set({ name });
  presence.identify();
}

function dial(id: string): void {
  const peer = presence.people.get(id);
  if (peer) session.dial(peer);
  else store.set({ notice: peerUnknown });
}

/** False if it could not be done. */
function act(intent: Intent): boolean {
  if (ANSWERS.has(intent.type) && taps.isSecond()) return true;
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
      return callMedia.mute(intent.muted);
    case "camera":
      return callMedia.camera(intent.off);
    case "choose":
      return devices.choose(intent);
    case "preview":
      return devices.preview(intent.on);
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
      return reachability.stay(intent.on);
    case "told-asleep":
      return reachability.tell();
  }
}

/** A tab that is looked at, or in a call, is not taken over without asking. */
function engage(): void {
  tabs.engage(document.visibilityState === "visible" || store.value.call.phase !== "idle");
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
    queueMicrotask(() => reloader.again());
  }
});
void devices.list();

addEventListener(
  "click",
  ({ clientX: x, clientY: y, detail, timeStamp: at }) => taps.click(detail > 0 ? { x, y, at } : undefined),
  true,
);
for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, () => ringer.unlock());
addEventListener("focusout", () => queueMicrotask(() => reloader.again()));
watchNetwork(() => {
  session.networkChanged();
  signaling.wake();
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
addEventListener("storage", ({ key }) => {
  if (key !== SETTINGS) callsChanged();
  if (key !== CALLS) settingsChanged();
});
function callsChanged(): void {
  recents.reload();
  // A page that is not the phone any more says nothing that is heard.
  session.sayAgain();
}
function settingsChanged(): void {
  const changed = loadSettings();
  if (changed.name === undefined) return;
  settings = changed;
  const { name, cameraId, microphoneId } = settings;
  store.set({ name, media: { ...store.value.media, cameraId, microphoneId } });
}
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
reachability.start();
registerWorker();
