/** Who this page is to the server, and who is here: answers `ready`, says name and status, keeps the list. */
import { PROTOCOL } from "../protocol/messages.ts";
import type { ClientMessage, Device, ServerMessage, Status } from "../protocol/messages.ts";
import { applyPeers, type People } from "./people.ts";
import type { Settings } from "./settings.ts";
import type { AppState } from "./state.ts";

type PeersData = Extract<ServerMessage, { type: "peers" }>["data"];

export interface PresenceOptions {
  device: Device;
  send(message: ClientMessage): boolean;
  settings(): Settings;
  /** Keep what proves this page's id. */
  remember(identity: { id: string; token: string }): void;
  /** The list changed, in which this person is not; `alike`: somebody in it has a name that looks like theirs. `listed` once a full list is complete: what may have been lost can be said again. */
  changed(people: People, alike: boolean): void;
  listed(): void;
  gone(id: string): void;
}

export class Presence {
  readonly #options: PresenceOptions;
  #people: People = new Map();
  /** A full list of which more is to come. */
  #arriving: People | undefined;
  /** The server's word about this person's own name. */
  #alike = false;
  #status: Exclude<Status, "away"> = "available";
  /** The id that this connection was offered; absent while there is no connection. */
  #offered: { id: string; token: string } | undefined;

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  get people(): People {
    return this.#people;
  }

  /** The connection is gone; the list stays until it is replaced. */
  disconnected(): void {
    this.#offered = undefined;
    this.#arriving = undefined;
  }

  /** What the server says about who is here. */
  receive(message: ServerMessage): void {
    switch (message.type) {
      case "ready":
        this.#offered = { id: message.id, token: message.token };
        return this.identify();
      case "peers": {
        const data = this.#withoutOwn(message.data);
        const people = applyPeers(this.#arriving ?? this.#people, data);
        // What is known stays until all of a new list has come.
        this.#arriving = data.more ? people : undefined;
        if (data.more) return;
        this.#people = people;
        // It takes two; a list without the other one is newer than the word.
        this.#options.changed(this.#people, this.#alike && [...this.#people.values()].some(({ alike }) => alike));
        for (const id of data.gone) this.#options.gone(id);
        if (data.full !== undefined && !data.more) this.#options.listed();
        return;
      }
      case "error":
        // The server's secret is another one: be somebody new to it.
        if (message.data.code !== "bad-token" || !this.#offered) return;
        this.#options.remember(this.#offered);
        this.identify();
    }
  }

  /** Changes are told to everybody in one frame: this person's own are among them, which only say whether the name is like another's. */
  #withoutOwn(data: PeersData): PeersData {
    const { id: own } = this.#options.settings();
    const entry = data.peers.find(({ id }) => id === own);
    if (entry) this.#alike = entry.alike ?? false;
    const others = data.gone.filter((id) => id !== own);
    return { ...data, gone: others, peers: entry ? data.peers.filter((peer) => peer !== entry) : data.peers };
  }

  /** Say name and status, if the user has given a name and there is a connection to say it on. */
  identify(): void {
    const { settings, remember, send, device } = this.#options;
    if (!this.#offered || settings().name === undefined) return;
    if (settings().id === undefined || settings().token === undefined) remember(this.#offered);
    const { id, token, name } = settings();
    if (id === undefined || name === undefined) return;
    send({ type: "identify", data: { id, name, token, protocol: PROTOCOL, device, status: this.#status } });
  }

  /** Tell everyone whether this person can take a call. */
  setStatus(status: Exclude<Status, "away">): void {
    if (status === this.#status) return;
    this.#status = status;
    this.identify();
  }
}

/** What others are told: a call comes before the wish not to be disturbed, and ends it for nobody. */
export function statusFor({ call, preferences }: Pick<AppState, "call" | "preferences">): Exclude<Status, "away"> {
  if (call.phase !== "idle") return "busy";
  return preferences.doNotDisturb ? "do-not-disturb" : "available";
}

/** What this browser runs on, as far as it tells. */
export function deviceOf({ userAgent, maxTouchPoints }: Pick<Navigator, "userAgent" | "maxTouchPoints">): Device {
  if (/iPad|Tablet|Android(?!.*Mobile)/u.test(userAgent)) return "tablet";
  if (/iPhone|Mobi/u.test(userAgent)) return "phone";
  // An iPad says that it is a Mac, which has no touch screen.
  return /Macintosh/u.test(userAgent) && maxTouchPoints > 1 ? "tablet" : "computer";
}
