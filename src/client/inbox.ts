/** What the server says, and whom that concerns. */
import * as v from "valibot";
import type { ServerMessage } from "../protocol/messages.ts";
import type { Blocker } from "./blocked.ts";
import type { CallLog } from "./call-log.ts";
import type { Correspondence } from "./correspondence.ts";
import type { Memory } from "./memory.ts";
import { isStranded } from "./moved.ts";
import type { Presence } from "./presence.ts";
import type { Reloader } from "./reload.ts";
import type { Session } from "./session.ts";
import type { AppState } from "./state.ts";
import type { Store } from "./store.ts";

/** What people say to each other has a source, which the server has written. */
const Said = v.pipe(v.string(), v.parseJson(), v.looseObject({ data: v.looseObject({ source: v.string() }) }));

export interface InboxOptions {
  store: Store<AppState>;
  memory: Memory;
  presence: Presence;
  session: Session;
  blocker: Blocker;
  recents: CallLog;
  correspondence: Correspondence;
  reloader: Pick<Reloader, "served">;
}

export class Inbox {
  readonly #options: InboxOptions;
  #iceServers: RTCIceServer[] = [];

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /** The operator's, as the server told last. */
  get iceServers(): RTCIceServer[] {
    return this.#iceServers;
  }

  receive(message: ServerMessage): void {
    const { store, presence, session, blocker, recents, reloader } = this.#options;
    switch (message.type) {
      case "ready":
        this.#iceServers = message.iceServers;
        blocker.reconnected();
        // By this very address: it is the server's, whatever its list says.
        store.set({ connection: "online", stranded: false });
        this.#relocated(message.addresses);
        // A page that is about to go must not be told what only the next one can show.
        return reloader.served(message.version, () => presence.receive(message));
      case "peers":
        return presence.receive(message);
      case "error":
        presence.receive(message);
        return this.#failed(message.data);
      case "addresses": {
        const { addresses: now } = message.data;
        const { host, addresses: before, stranded } = store.value;
        store.set({ stranded: isStranded(host, before, now, stranded) });
        return this.#relocated(now);
      }
      case "missed":
        return recents.missed(blocker.admitted(message.data.calls));
      case "peer":
      case "beat":
        return;
      default:
        if (!blocker.stops(message)) session.received(message);
    }
  }

  /** A frame that is none of the server's messages: what somebody says, or of a later version. */
  other(frame: unknown): void {
    const { blocker, correspondence } = this.#options;
    const said = v.safeParse(Said, frame);
    if (said.success && !blocker.isBlocked(said.output.data.source)) correspondence.arrived({ message: said.output });
  }

  /** What comes of an error depends on what it is about; the rest is for developers. */
  #failed({ code, target, call, mid }: Extract<ServerMessage, { type: "error" }>["data"]): void {
    const { session, correspondence } = this.#options;
    if (target === undefined) return;
    if (mid !== undefined) return correspondence.refused({ code, target, mid });
    if (code === "peer-gone") session.gone(target, call);
    if (code === "too-fast" && call !== undefined) session.tooFast(target, call);
  }

  /** Where the server answers; remembered of one's own servers only, those where one has joined. */
  #relocated(addresses: readonly string[]): void {
    const { store, memory } = this.#options;
    store.set({ addresses });
    const { name, addresses: before } = memory.settings;
    if (name !== undefined && addresses.join() !== before?.join()) memory.remember({ addresses: [...addresses] });
  }
}
