/** Whom conversations are with, as the page's state tells. */
import type { Peer } from "../../protocol/messages.ts";
import type { People } from "../people.ts";
import type { AppState } from "../state.ts";
import type { Store } from "../store.ts";

export class Who {
  readonly #store: Pick<Store<AppState>, "value">;
  #listed: readonly Peer[] = [];
  #people: People = new Map();

  constructor(store: Pick<Store<AppState>, "value">) {
    this.#store = store;
  }

  /** The others who are here, or away for a moment. */
  get people(): People {
    const { people } = this.#store.value;
    if (people !== this.#listed) {
      this.#listed = people;
      this.#people = new Map(people.map((peer) => [peer.id, peer]));
    }
    return this.#people;
  }

  isBlocked(id: string): boolean {
    return this.#store.value.blocked.some((person) => person.id === id);
  }

  /** The page has a call with this person that is connected. */
  isInCall(id: string): boolean {
    const { call } = this.#store.value;
    return call.phase === "connected" && call.peer.id === id;
  }

  /** They use one of SitePen's clients. */
  isLegacy(id: string): boolean {
    const { call } = this.#store.value;
    if (call.phase !== "idle" && call.peer.id === id) return call.peer.legacy;
    const peer = this.people.get(id);
    return peer !== undefined && peer.protocol === undefined;
  }

  /** They see at once what they are sent. */
  isHere(id: string): boolean {
    const peer = this.people.get(id);
    return this.isInCall(id) || (peer !== undefined && peer.status !== "away");
  }

  /** How the call of this page gets on, for whatever else uses the network. */
  get load(): "free" | "call" | "suffering" {
    const { call, quality } = this.#store.value;
    if (call.phase !== "connected" && call.phase !== "connecting") return "free";
    return quality !== undefined && quality.grade !== "good" ? "suffering" : "call";
  }
}

/** Those who are here, and were not: they were away, or are new. */
export function returned(before: readonly Peer[], now: readonly Peer[]): string[] {
  const here = new Set(before.filter(({ status }) => status !== "away").map(({ id }) => id));
  return now.filter(({ id, status }) => status !== "away" && !here.has(id)).map(({ id }) => id);
}
