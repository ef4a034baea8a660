/** A page cannot ring on a phone that sleeps: its screen is kept on, dimmed, for as long as the user wants. */
import * as v from "valibot";
import type { Device } from "../protocol/messages.ts";
import { Awake } from "./awake.ts";
import type { AppState, Reachable } from "./state.ts";
import { load, save } from "./storage.ts";
import type { Store } from "./store.ts";
import { words } from "./words/current.ts";

const KEY = "earshot-reachable";
const session = (): Storage => sessionStorage;

export interface ReachabilityOptions {
  store: Store<AppState>;
  /** The user has read now that a phone that sleeps cannot ring. */
  told(): void;
}

export class Reachability {
  readonly #options: ReachabilityOptions;

  constructor(options: ReachabilityOptions) {
    this.#options = options;
  }

  /** What can be offered at first: nothing where no phone is carried around, or where the browser cannot. */
  static at(device: Device, told: boolean): Reachable | undefined {
    return device !== "computer" && Awake.possible ? { on: false, told } : undefined;
  }

  /** The page is opened: go on as before a reload for a new version, which must not let the phone fall asleep. */
  start(): void {
    if (this.#options.store.value.reachable && load(KEY, v.boolean(), session)) this.stay(true);
  }

  /** Keep the screen on from now on, or let it go off again; see awake.ts. */
  stay(on: boolean): void {
    this.tell();
    this.#options.store.set({ reachable: { on, told: true } });
    save(KEY, on, session);
  }

  /** The browser does not keep the screen on: in vain in a call, too, but there it is only a comfort. */
  refused(): void {
    const { store } = this.#options;
    if (store.value.reachable?.on)
      store.set({ reachable: { on: false, told: true }, notice: words.notices.screenGoesOff });
  }

  /** The user has read what a phone cannot do: do not say it again. */
  tell(): void {
    const { store, told } = this.#options;
    const { reachable } = store.value;
    if (!reachable || reachable.told) return;
    store.set({ reachable: { ...reachable, told: true } });
    told();
  }
}
