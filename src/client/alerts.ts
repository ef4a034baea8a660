/** All that tells the user of calls beside the page itself: sound, vibration, notifications, title and badge; and keeps the screen on. */
import { type Call, idle } from "../call/call.ts";
import { Attention } from "./attention.ts";
import { Awake, screenWanted } from "./awake.ts";
import { type About, type Choice, type Notice, SystemBoard } from "./board.ts";
import { Notifier } from "./notifier.ts";
import { askPermission, permission, watchPermission } from "./permission.ts";
import { unseen } from "./recents.ts";
import { Ringer } from "./ringer.ts";
import { rings, toneAfter, toneFor } from "./ringing.ts";
import type { AppState } from "./state.ts";
import type { Store } from "./store.ts";
import { Vibration } from "./vibration.ts";
import { words } from "./words/current.ts";

export interface AlertsOptions {
  store: Store<AppState>;
  /** The browser does not keep the screen on. */
  screenRefused(): void;
  /** The user chose in a notification what to do about the call that rings. */
  chosen(choice: "accept" | "decline"): void;
  /** The user touched what tells of this person's words. */
  opened(peer: string): void;
}

export class Alerts {
  readonly #store: Store<AppState>;
  readonly #ringer: Ringer;
  readonly #vibration = new Vibration();
  readonly #attention = new Attention();
  readonly #awake: Awake;
  readonly #notifier: Notifier;
  #before: Call = idle;

  constructor({ store, screenRefused, chosen, opened }: AlertsOptions) {
    this.#store = store;
    this.#ringer = new Ringer({
      locked: (soundLocked) => void (soundLocked !== store.value.soundLocked && store.set({ soundLocked })),
    });
    this.#awake = new Awake({ refused: screenRefused });
    const choose = (choice: Choice, about: About): void => {
      const { call } = store.value;
      if (about.peer !== undefined) opened(about.peer);
      else if (choice !== "open" && call.phase === "ringing" && call.call === about.call) chosen(choice);
    };
    this.#notifier = new Notifier({ board: new SystemBoard(choose), away: isAway });
  }

  /** Begin: watch what the user does, and the state. */
  start(): void {
    const follow = (): void => this.#follow(this.#store.value);
    this.#store.subscribe(follow);
    // A touch alone unlocks nothing in some browsers, but its end, or the click, does.
    for (const gesture of ["pointerdown", "pointerup", "click", "keydown"])
      addEventListener(gesture, () => this.#ringer.unlock());
    for (const turn of ["focus", "blur"]) addEventListener(turn, follow);
    document.addEventListener("visibilitychange", follow);
    addEventListener("pageshow", () => this.#notifier.comeBack());
    this.#store.set({ notifications: permission() });
    void watchPermission(() => this.#store.set({ notifications: permission() }));
  }

  /** The page goes away: to be called before its call ends, which is missed then. */
  leave(): void {
    this.#notifier.leave();
  }

  /** Somebody has written, or wants to hand files over. */
  message(): void {
    const { silent, doNotDisturb } = this.#store.value.preferences;
    if (!silent && !doNotDisturb) this.#ringer.once("message");
  }

  /** What of that the system is to show while nobody looks. */
  news(notices: readonly Notice[]): void {
    this.#notifier.news(notices);
    this.#notifier.follow(this.#store.value);
  }

  testRing(): void {
    this.#ringer.once("ring");
  }

  /** Let the browser ask the user whether the system may tell of calls. */
  async askNotifications(): Promise<void> {
    const answer = await askPermission();
    const refused = answer === "denied" ? { notice: words.notifications.denied } : {};
    this.#store.set({ notifications: answer, ...refused });
  }

  #follow(state: AppState): void {
    const { call, recents, preferences, talks } = state;
    const parting = toneAfter(this.#before, state);
    this.#before = call;
    this.#attention.show(
      { call },
      talks.reduce((count, { unread }) => count + unread, unseen(recents).length),
    );
    this.#ringer.volume = preferences.ringVolume;
    this.#ringer.loop(toneFor(state));
    if (parting !== undefined) this.#ringer.once(parting);
    this.#vibration.follow(rings(state));
    this.#awake.follow(screenWanted(state));
    this.#notifier.follow(state);
  }
}

/** The user does not look at this page: it is hidden, or another window is in front of them. */
function isAway(): boolean {
  return document.visibilityState === "hidden" || !document.hasFocus();
}
