/** What the user wants, and who does it. */
import { cleanName } from "../protocol/name.ts";
import type { Alerts } from "./alerts.ts";
import type { CallLog } from "./call-log.ts";
import type { CallMedia } from "./call-media.ts";
import type { Correspondence } from "./correspondence.ts";
import type { Devices } from "./devices.ts";
import type { DoubleTap } from "./double-tap.ts";
import type { Memory } from "./memory.ts";
import { settingsFor } from "./preferences.ts";
import type { Presence } from "./presence.ts";
import type { Reachability } from "./reachability.ts";
import type { Session } from "./session.ts";
import { MOST_BLOCKED } from "./settings.ts";
import type { Signaling } from "./signaling.ts";
import type { AppState, BlockedPerson, Intent } from "./state.ts";
import type { Store } from "./store.ts";
import type { Tabs } from "./tabs.ts";
import { isTalk, type TalkIntent } from "./talk-state.ts";
import { words } from "./words/current.ts";

export interface UserOptions {
  store: Store<AppState>;
  memory: Memory;
  presence: Presence;
  session: Session;
  callMedia: CallMedia;
  devices: Devices;
  recents: CallLog;
  correspondence: Correspondence;
  reachability: Pick<Reachability, "stay" | "tell">;
  alerts: Pick<Alerts, "askNotifications" | "testRing">;
  signaling: Pick<Signaling, "wake">;
  tabs: Pick<Tabs, "use">;
  taps: DoubleTap;
  /** Forget everything, and begin as on the first visit. */
  startAnew(): void;
}

/** What a tap does that may change the view under the finger. */
const ANSWERS: ReadonlySet<Intent["type"]> = new Set(["dial", "accept", "hang-up", "block"]);

export class User {
  readonly #options: UserOptions;

  constructor(options: UserOptions) {
    this.#options = options;
  }

  /** False if it could not be done. */
  act(intent: Intent): boolean {
    const { taps, correspondence } = this.#options;
    if (ANSWERS.has(intent.type) && taps.isSecond()) return true;
    if (isTalk(intent)) return correspondence.act(intent);
    void this.#perform(intent);
    return true;
  }

  async #perform(intent: Exclude<Intent, TalkIntent>): Promise<void> {
    const { store, memory, session, callMedia, devices, recents, reachability, alerts, tabs } = this.#options;
    switch (intent.type) {
      case "join":
      case "rename":
        return this.#rename(intent.name);
      case "dial":
        return this.#dial(intent.peer, intent.video);
      case "accept":
        return session.accept(intent.video);
      case "hang-up":
        return session.hangUp();
      case "silence":
        return this.#silence();
      case "mute":
        return callMedia.mute(intent.muted);
      case "camera":
        return callMedia.camera(intent.off);
      case "choose":
        return devices.choose(intent);
      case "flip":
        return devices.flip();
      case "share-screen":
        return intent.on ? callMedia.screen.start() : callMedia.screen.stop();
      case "test-speaker":
        return devices.test();
      case "preview":
        return devices.preview(intent.on);
      case "prefer":
        return memory.remember(settingsFor(intent.wish));
      case "dismiss-notice":
        return store.set({ notice: undefined });
      case "not-loaded":
        return store.set({ notice: words.parts.sheet });
      case "see-missed":
        return recents.see();
      case "clear-recents":
        return recents.clear();
      case "block":
        return this.#block(intent.person);
      case "unblock":
        return memory.remember({ blocked: store.value.blocked.filter(({ id }) => id !== intent.id) });
      case "told-alike":
        return memory.remember({ toldAlike: store.value.name });
      case "try-now":
        return this.#options.signaling.wake();
      case "use-here":
        return tabs.use();
      case "stay":
        return store.set({ leaving: false });
      case "stay-reachable":
        return reachability.stay(intent.on);
      case "told-asleep":
        return reachability.tell();
      case "ask-notifications":
        return alerts.askNotifications();
      case "told-notifications":
        return memory.remember({ toldNotifications: true });
      case "test-ring":
        return alerts.testRing();
      case "clear-everything":
        return this.#options.startAnew();
      case "open-conversation":
        return store.set({ conversation: intent.peer });
      case "close-conversation":
        return store.set({ conversation: undefined });
    }
  }

  #rename(typed: string): void {
    const { store, memory, presence, signaling } = this.#options;
    const name = cleanName(typed);
    if (name === undefined) return;
    memory.remember({ name, addresses: [...store.value.addresses] });
    presence.identify();
    // The server may have let go of a page that had no name.
    signaling.wake();
  }

  #block({ id, name }: BlockedPerson): void {
    const { store, memory, session } = this.#options;
    const { blocked, call } = store.value;
    const ringing = call.phase === "ringing" && call.peer.id === id;
    if (ringing) session.hangUp();
    const others = blocked.filter((person) => person.id !== id);
    // Whoever was blocked stays so, and is not let in for another one.
    if (others.length >= MOST_BLOCKED) return store.set({ notice: words.blocked.most(MOST_BLOCKED) });
    memory.remember({ blocked: [...others, { id, name }] });
    store.set({ notice: words.blocked.done(name) });
  }

  #silence(): void {
    const { store } = this.#options;
    const { call } = store.value;
    if (call.phase === "ringing") store.set({ silenced: call.call });
  }

  #dial(id: string, video: boolean): void {
    const { store, presence, session } = this.#options;
    const peer = presence.people.get(id);
    if (!peer) return store.set({ notice: words.notices.peerUnknown });
    // Before camera and microphone are asked for in vain.
    if (store.value.noWebRTC) return store.set({ notice: words.endings.failed["this-browser"](peer.name) });
    session.dial(peer, video);
  }
}
