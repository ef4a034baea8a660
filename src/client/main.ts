/** The composition root: makes the parts, joins them, and alone decides to reload. */
import { idle } from "../call/call.ts";
import { Alerts } from "./alerts.ts";
import { serverAnswers } from "./answers.ts";
import { showAppearance } from "./appearance.ts";
import { BackGuard } from "./back.ts";
import { Blocker } from "./blocked.ts";
import { CallLog, CALLS } from "./call-log.ts";
import { CallMedia } from "./call-media.ts";
import { CallQuality } from "./call-quality.ts";
import { Correspondence } from "./correspondence.ts";
import "./components/app.ts";
import type { EarshotApp } from "./components/app.ts";
import { Devices } from "./devices.ts";
import { DoubleTap } from "./double-tap.ts";
import { typing } from "./focus.ts";
import { Inbox } from "./inbox.ts";
import { Media } from "./media.ts";
import { Memory } from "./memory.ts";
import { watchNetwork } from "./network.ts";
import { byName } from "./people.ts";
import { preferencesOf } from "./preferences.ts";
import { Presence, deviceOf, statusFor } from "./presence.ts";
import { Reachability } from "./reachability.ts";
import { Reloader } from "./reload.ts";
import { Session } from "./session.ts";
import { SETTINGS, type Settings } from "./settings.ts";
import { Signaling } from "./signaling.ts";
import { type AppState, type Connection, type Intent, nothingOpen, nothingSaid } from "./state.ts";
import { Store } from "./store.ts";
import { noTalk } from "./talk-state.ts";
import { Tabs } from "./tabs.ts";
import { User } from "./user.ts";
import { speak, words } from "./words/current.ts";
import type { Language } from "./words/languages.ts";
import { registerWorker, renewShell } from "./worker.ts";

const device = deviceOf(navigator);
const nobody: AppState["blocked"] = [];
const memory = new Memory({
  changed: (settings) => {
    store.set({ ...chosen(settings), media: { ...store.value.media, ...chosenDevices(settings) } });
    void callMedia.process();
  },
  unsaved: () => store.set({ notice: words.notices.notRemembered }),
});
const recents = new CallLog({
  changed: (all) => store.set({ recents: all }),
  unsaved: () => store.set({ notice: words.notices.notRemembered }),
});
const store = new Store<AppState>({
  connection: "connecting",
  ...chosen(memory.settings),
  people: [],
  alike: false,
  call: idle,
  ...noTalk,
  media: { ...nothingOpen, ...chosenDevices(memory.settings) },
  theirs: nothingSaid,
  recents: recents.all,
  host: location.host,
  addresses: memory.settings.addresses ?? [],
  stranded: false,
  leaving: false,
  soundLocked: false,
  reachable: Reachability.at(device, memory.settings.toldAsleep ?? false),
});
const media = new Media();
const taps = new DoubleTap();
const back = new BackGuard(() => store.set(endedByBack(store.value) ? { leaving: true } : { conversation: undefined }));

const signaling = new Signaling({
  url: `wss://${location.host}/rtc`,
  urgent: () => session.doubtful,
  named: () => memory.settings.name !== undefined,
  answers: serverAnswers,
  received: (message) => inbox.receive(message),
  other: (frame) => inbox.other(frame),
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
  settings: () => memory.settings,
  remember: (identity) => memory.remember(identity),
  changed: (people, alike) => {
    store.set({ people: byName(people, store.value.people), alike });
    session.presenceChanged();
  },
  listed: () => {
    session.relisted();
    correspondence.relisted();
  },
  gone: (id) => session.gone(id),
});

const callMedia = new CallMedia({ store, media, chosen: () => memory.settings });
const session = new Session({
  store,
  media: callMedia,
  quality: new CallQuality({ store, media: callMedia }),
  recents,
  people: () => presence.people,
  iceServers: () => inbox.iceServers,
  send: (message) => signaling.send(message),
  doubt: () => signaling.wake(),
  heard: (from, message) => correspondence.arrived({ from, message }),
});

const reloader = new Reloader({
  own: document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? "",
  inCall: busy,
  typing,
  renew: renewShell,
});

const blocker = new Blocker({
  blocked: () => store.value.blocked,
  call: () => store.value.call,
  past: () => recents.past,
  send: (message) => signaling.send(message),
});
const correspondence = new Correspondence(
  async () => {
    const { Talking } = await import("./talk/talking.ts");
    return new Talking({
      store,
      iceServers: () => inbox.iceServers,
      byChannel: (peer, message) => session.say(peer, message),
      byServer: (message) => signaling.send(message),
      tone: () => alerts.message(),
      tell: (notices) => alerts.news(notices),
    });
  },
  () => store.set({ notice: words.parts.sheet }),
);
const inbox = new Inbox({ store, memory, presence, session, blocker, recents, correspondence, reloader });
const devices = new Devices({
  store,
  media,
  inCall: callMedia,
  handheld: device === "phone" || device === "tablet",
  settings: () => memory.settings,
  remember: (change) => memory.remember(change),
});
const reachability = new Reachability({ store, told: () => memory.remember({ toldAsleep: true }) });
const alerts = new Alerts({
  store,
  screenRefused: () => reachability.refused(),
  chosen(choice) {
    const { call } = store.value;
    if (choice === "decline") session.hangUp();
    else session.accept(call.phase === "ringing" && call.video);
  },
  opened: (conversation) => store.set({ conversation }),
});
const user = new User({
  store,
  memory,
  presence,
  session,
  callMedia,
  devices,
  recents,
  correspondence,
  reachability,
  alerts,
  signaling,
  tabs,
  taps,
  startAnew,
});

/** What the page shows of the settings. */
function chosen(settings: Settings) {
  const { id, name, toldNotifications = false, toldAlike, blocked = nobody } = settings;
  return {
    id,
    name,
    blocked,
    toldAlike: toldAlike === name,
    preferences: preferencesOf(settings, navigator.languages),
    offerNotifications: !toldNotifications,
  } satisfies Partial<AppState>;
}

function chosenDevices({ cameraId, microphoneId, speakerId }: Settings) {
  return { cameraId, microphoneId, speakerId };
}

/** Back would end a call. */
function endedByBack({ call }: AppState): boolean {
  return call.phase !== "idle" && call.phase !== "ringing";
}

function startAnew(): void {
  // Nobody should ring here until there is a name again.
  session.leave();
  signaling.stop();
  localStorage.clear();
  sessionStorage.clear();
  forgetTalks(() => location.reload());
}

/** Pages that have it open let go of it, this one included. */
function forgetTalks(done: () => void): void {
  try {
    const asked = indexedDB.deleteDatabase("earshot");
    asked.onsuccess = asked.onerror = asked.onblocked = done;
  } catch {
    // Forbidden: there is nothing to be forgotten.
    done();
  }
}

/** In a call, or files are on their way: no time to reload. */
function busy(): boolean {
  const { call, transfers } = store.value;
  return call.phase !== "idle" || [...transfers.values()].some(({ phase }) => phase !== "over");
}

/** A tab that is looked at, or busy, is not taken over without asking. */
function engage(): void {
  tabs.engage(document.visibilityState === "visible" || busy());
}

store.subscribe((state) => {
  const { call, preferences, blocked } = state;
  presence.setStatus(statusFor(state));
  if (preferences.doNotDisturb && call.phase === "ringing") session.doNotDisturb();
  // Another tab has blocked whoever rings here.
  if (call.phase === "ringing" && blocked.some(({ id }) => id === call.peer.id)) session.hangUp();
  showAppearance(preferences.appearance);
  engage();
  back.follow(endedByBack(state) || state.conversation !== undefined);
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
// What a key does is no part of a tap, and no tap after it is the second half of one before.
addEventListener("keydown", () => taps.click(undefined), true);
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
  alerts.leave();
  correspondence.leave();
  session.leave();
  media.release();
  store.set({ media: { ...store.value.media, local: undefined } });
  signaling.stop();
  tabs.stop();
});
// Another tab of this browser changed something: it is the same person.
addEventListener("storage", ({ key }) => {
  if (key !== CALLS) memory.reload();
  if (key === SETTINGS) return;
  recents.reload();
  // A page that is not the phone any more says nothing that is heard.
  session.sayAgain();
});
// Back from the browser's page cache: as if just opened.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) void tabs.start();
});

const app = document.querySelector<EarshotApp>("earshot-app");
app?.addEventListener("intent", (event) => {
  if (!user.act((event as CustomEvent<Intent>).detail)) event.preventDefault();
});
/** The first words that are read should be of the user's language; without them, English will do. */
async function show(): Promise<void> {
  await speakAsPreferred();
  if (app) app.store = store;
  store.subscribe(() => void speakAsPreferred());
}
let asked: Language | undefined;
async function speakAsPreferred(): Promise<void> {
  const { language } = store.value.preferences;
  if (language === asked) return;
  asked = language;
  try {
    await speak(language);
  } catch {
    store.set({ notice: words.notices.languageNotLoaded });
  }
}
showAppearance(store.value.preferences.appearance);
void show();
engage();
alerts.start();
void tabs.start();
reachability.start();
registerWorker();
