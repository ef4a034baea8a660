/** The composition root: makes the parts, joins them, and alone decides to reload. */
import { Alerts } from "./alerts.ts";
import { serverAnswers } from "./answers.ts";
import { showAppearance } from "./appearance.ts";
import { BackGuard } from "./back.ts";
import { CALLS } from "./call-log.ts";
import "./components/app.ts";
import type { EarshotApp } from "./components/app.ts";
import { createClient } from "./create-client.ts";
import { DoubleTap } from "./double-tap.ts";
import { typing } from "./focus.ts";
import { watchNetwork } from "./network.ts";
import { deviceOf } from "./presence.ts";
import { Reachability } from "./reachability.ts";
import { Reloader } from "./reload.ts";
import { SETTINGS } from "./settings.ts";
import { Signaling } from "./signaling.ts";
import type { AppState, Intent } from "./state.ts";
import { Tabs } from "./tabs.ts";
import { User } from "./user.ts";
import { speak, words } from "./words/current.ts";
import type { Language } from "./words/languages.ts";
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

const reloader = new Reloader({
  own: document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? "",
  inCall: busy,
  typing,
  renew: renewShell,
});

const client = createClient({
  device,
  host: location.host,
  languages: navigator.languages,
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
  const { call, preferences } = state;
  showAppearance(preferences.appearance);
  engage();
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
  engage();
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
