/** The composition root: makes the parts, joins them, and alone decides to reload. */
import { serverAnswers } from "./answers.ts";
import { showAppearance } from "./appearance.ts";
import { BackGuard } from "./back.ts";
import { CALLS } from "./call-log.ts";
import "./components/app.ts";
import type { EarshotApp } from "./components/app.ts";
import { createAlerts } from "./create-alerts.ts";
import { createClient } from "./create-client.ts";
import { createTabs } from "./create-tabs.ts";
import { DoubleTap } from "./double-tap.ts";
import { typing } from "./focus.ts";
import { followLanguage } from "./follow-language.ts";
import { watchNetwork } from "./network.ts";
import { deviceOf } from "./presence.ts";
import { isBusy, Reloader } from "./reload.ts";
import { SETTINGS } from "./settings.ts";
import { Signaling } from "./signaling.ts";
import type { AppState, Intent } from "./state.ts";
import { User } from "./user.ts";
import { registerWorker, renewShell } from "./worker.ts";

const device = deviceOf(navigator);

const signaling = new Signaling({
  url: `wss://${location.host}/rtc`,
  urgent: () => session.doubtful,
  named: () => memory.settings.name !== undefined,
  answers: serverAnswers,
  received: (message) => client.inbox.receive(message),
  other: (frame) => client.inbox.other(frame),
  changed: (connection) => client.connectionChanged(connection),
});

const reloader = new Reloader({
  own: document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? "",
  inCall: () => isBusy(store.value),
  typing,
  renew: renewShell,
});

const client = createClient({
  device,
  host: location.host,
  languages: navigator.languages,
  noWebRTC: !("RTCPeerConnection" in window),
  signaling,
  reloader,
  async loadChat(options) {
    const { Talking } = await import("./talk/talking.ts");
    return new Talking({
      ...options,
      tone: () => alerts.message(),
      tell: (notices) => alerts.news(notices),
    });
  },
});
const { store, memory, recents, session } = client;

const taps = new DoubleTap();
const back = new BackGuard(() => store.set(endedByBack(store.value) ? { leaving: true } : { conversation: undefined }));
const { alerts, reachability, start: startAlerts } = createAlerts(client);
const tabs = createTabs({ ...client, signaling, locks: navigator.locks });
const user = new User({ ...client, reachability, alerts, signaling, tabs, taps, startAnew });

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

store.subscribe((state) => {
  const { call, preferences } = state;
  showAppearance(preferences.appearance);
  back.follow(endedByBack(state) || state.conversation !== undefined);
  if (call.phase === "idle") {
    if (store.value.leaving) store.set({ leaving: false });
    queueMicrotask(() => reloader.again());
  }
});

addEventListener(
  "click",
  ({ clientX: x, clientY: y, detail, timeStamp: at }) => taps.click(detail > 0 ? { x, y, at } : undefined),
  true,
);
// What a key does is no part of a tap, and no tap after it is the second half of one before.
addEventListener("keydown", () => taps.click(undefined), true);
addEventListener("focusout", () => queueMicrotask(() => reloader.again()));
watchNetwork(() => client.networkChanged());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") signaling.wake();
});
addEventListener("pagehide", () => {
  alerts.leave();
  client.leave();
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
  await followLanguage(store);
  if (app) app.store = store;
}
showAppearance(store.value.preferences.appearance);
void show();
startAlerts();
void tabs.start();
registerWorker();
