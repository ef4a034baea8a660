/** Runs the call: feeds events to its line, performs its effects, owns its timers, and publishes what the page shows. */
import { nanoid } from "nanoid";
import { type Call, type CallEvent, type Effect, type Ended, idle, type Party } from "../call/call.ts";
import { advance } from "../call/line.ts";
import type { Peer, SignalMessage } from "../protocol/messages.ts";
import type { CallLog } from "./call-log.ts";
import type { CallMedia } from "./call-media.ts";
import type { CallQuality } from "./call-quality.ts";
import { Link, type LinkOptions } from "./link.ts";
import type { People } from "./people.ts";
import { type AppState, nothingSaid } from "./state.ts";
import type { Store } from "./store.ts";
import { CallTimers } from "./timers.ts";
import { howItEnded, wasMissed } from "./sentences.ts";
import { words } from "./words/current.ts";

export interface SessionOptions {
  store: Store<AppState>;
  media: CallMedia;
  quality: CallQuality;
  recents: CallLog;
  people(): People;
  iceServers(): RTCIceServer[];
  /** By the server; false while there is no connection. */
  send(message: SignalMessage): boolean;
  /** Nothing is heard from the other: see whether the server is. */
  doubt(): void;
  /** The other has said something by the channel that is not about the call. */
  heard(peer: Party, message: unknown): void;
  /** Makes the connections; tests stand in for it. */
  connect?: LinkOptions["connect"];
}

/** What a new call begins with. */
const blank = { theirs: nothingSaid } as const;

export class Session {
  readonly #options: SessionOptions;
  readonly #timers = new CallTimers((timer) => this.#dispatch({ type: "timeout", timer }));
  #call: Call = idle;
  #link: Link | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  dial(peer: Peer, video: boolean): void {
    this.#dispatch({ type: "dial", call: nanoid(), peer: partyOf(peer), video });
  }

  accept(video: boolean): void {
    this.#dispatch({ type: "accept", video });
  }

  /** Cancel, decline or hang up. */
  hangUp(): void {
    this.#dispatch({ type: "hang-up" });
  }

  /** The user does not want to be disturbed from now on: what rings is refused. */
  doNotDisturb(): void {
    this.#dispatch({ type: "do-not-disturb" });
  }

  /** The page goes away: a call in progress is over. */
  leave(): void {
    this.#dispatch({ type: "leave" });
  }

  /** Somebody said something about a call. */
  received(message: SignalMessage): void {
    const { source } = message.data;
    if (source === undefined) return;
    const peer = this.#options.people().get(source);
    const from = peer
      ? partyOf(peer)
      : { id: source, name: words.common.someone, legacy: message.data.call === undefined };
    // SitePen's offers have no call id: give them one, so that every call has.
    const named =
      message.type === "offer"
        ? { ...message, data: { ...message.data, call: message.data.call ?? nanoid() } }
        : message;
    const { preferences, noWebRTC: unable = false } = this.#options.store.value;
    this.#dispatch({ type: "received", from, message: named, undisturbed: preferences.doNotDisturb, unable });
  }

  /** The directory says that this person is not to be reached. */
  gone(peer: string, call?: string): void {
    this.#dispatch({ type: "peer-gone", peer, call });
  }

  /** The server has not passed an offer on: this person was called too often in a short time. */
  tooFast(peer: string, call: string): void {
    this.#dispatch({ type: "too-fast", peer, call });
  }

  /** Somebody came, went, or fell asleep: whom this page is calling, perhaps. */
  presenceChanged(): void {
    const call = this.#call;
    if (call.phase !== "calling" || call.reach === "trying") return;
    if (this.#options.people().get(call.peer.id)?.status === "away")
      this.#dispatch({ type: "peer-away", peer: call.peer.id });
  }

  /** The connection to the server is new: say again what may have been lost. */
  relisted(): void {
    this.sayAgain();
    this.#link?.reconnected();
  }

  /** Say again what may have been lost, and how calls ended that another page has ended. */
  sayAgain(): void {
    this.#dispatch({ type: "relisted" });
  }

  /** The user goes on elsewhere: the call is over here, whatever its phase. */
  replaced(): void {
    this.#dispatch({ type: "replaced" });
  }

  /** This device is on another network now. */
  networkChanged(): void {
    this.#link?.restart();
  }

  /** A call that is on hears nothing: the way to the server should be found quickly. */
  get doubtful(): boolean {
    return this.#link?.doubtful ?? false;
  }

  /** Say something to this person by the channel of the call; false if there is no call with them, or its path is in doubt. */
  say(peer: string, message: { type: string }): boolean {
    const call = this.#call;
    if (call.phase !== "connected" || call.peer.id !== peer || call.reconnecting !== undefined) return false;
    return this.#link?.say(message) ?? false;
  }

  #dispatch(event: CallEvent): void {
    const before = this.#call;
    // The calls that are over are those of all pages of this browser.
    const [{ call }, ...effects] = advance({ call: before, past: this.#options.recents.past }, event);
    this.#call = call;
    this.#timers.follow(call);
    for (const effect of effects) this.#perform(effect);
    if (call === before) return;
    const { store, recents } = this.#options;
    const begins = call.phase !== "idle" && (before.phase === "idle" || before.call !== call.call);
    if (begins) recents.begins(call.call);
    store.set({ call, ...(begins && blank), ...(begins && before.phase === "idle" && { notice: undefined }) });
    this.presenceChanged();
  }

  /** Missed calls are in the list of recent ones; any other end is said at once, unless it is news about an earlier call. */
  #ended(ended: Ended): void {
    const { store, recents } = this.#options;
    const amended = recents.ended(ended);
    const latest = this.#call.phase === "idle" && recents.past[0]?.call === ended.call;
    if (!amended || latest) store.set({ notice: wasMissed(ended) ? undefined : howItEnded(ended) });
  }

  #perform(effect: Effect): void {
    const { send } = this.#options;
    switch (effect.do) {
      case "send":
        // What is lost while there is no connection is said again after the next full list.
        send(effect.message);
        return;
      case "ask-media":
        void this.#openMedia(effect.video);
        return;
      case "open":
        this.#open(effect.call, effect.peer, effect.offer);
        return;
      case "offer":
      case "answer":
        void this.#describe(effect.do);
        return;
      case "apply-answer":
        void this.#link?.takeAnswer(effect.sdp);
        return;
      case "add-candidate":
        void this.#link?.addCandidate(effect.candidate);
        return;
      case "redescribe":
        void this.#link?.redescribe(effect.description);
        return;
      case "close":
        this.#link?.close(effect.tell);
        this.#link = undefined;
        this.#options.quality.end();
        this.#options.media.giveBack();
        return;
      case "ended":
        this.#ended(effect.ended);
    }
  }

  async #openMedia(video: boolean): Promise<void> {
    if (await this.#options.media.open(video)) this.#dispatch({ type: "media-ready" });
  }

  #open(call: string, peer: Party, offer: string | undefined): void {
    const { store, media } = this.#options;
    this.#link?.close();
    const on: LinkOptions["on"] = {
      candidate: (candidate) => this.#dispatch({ type: "candidate", call, candidate }),
      obstacle: (obstacle) => this.#dispatch({ type: "obstructed", call, obstacle }),
      connected: () => {
        if (this.#link) this.#options.quality.begin(this.#link);
        this.#dispatch({ type: "connected", call, at: Date.now() });
      },
      doubt: () => this.#options.doubt(),
      silent: (at) => this.#dispatch({ type: "silent", call, at }),
      alive: () => this.#dispatch({ type: "alive", call }),
      failed: () => this.#dispatch({ type: "link-failed", call }),
      farewell: (reason) => this.#dispatch({ type: "farewell", call, reason }),
      remote: (remote) => store.set({ media: { ...store.value.media, remote } }),
      said: (message) => this.#options.heard(peer, message),
      theirs: (theirs) => store.set({ theirs }),
      screen: (theirScreen) => store.set({ media: { ...store.value.media, theirScreen } }),
      open: () => media.tell(),
      aside: (aside) => {
        const data = { target: peer.id, call, ...aside };
        const message = "description" in aside ? { type: "description", data } : { type: "icecandidate", data };
        return this.#options.send(message as SignalMessage);
      },
    };
    const link = this.#makeLink({
      iceServers: this.#options.iceServers(),
      polite: offer !== undefined,
      legacy: peer.legacy,
      connect: this.#options.connect,
      on,
    });
    this.#link = link;
    if (!link) return;
    media.use(link);
    if (offer !== undefined) void link.takeOffer(offer);
  }

  /** None where the browser refuses, for its limit of connections or the operator's `iceServers`: the call has failed then. */
  #makeLink(options: LinkOptions): Link | undefined {
    try {
      return new Link(options);
    } catch (error) {
      // After what is being done at this moment.
      queueMicrotask(() => options.on.failed(error));
      return undefined;
    }
  }

  async #describe(what: "offer" | "answer"): Promise<void> {
    const { phase } = this.#call;
    const call = phase === "idle" ? undefined : this.#call.call;
    const sdp = await this.#link?.[what]();
    if (call !== undefined && sdp !== undefined) this.#dispatch({ type: "described", call, sdp });
  }
}

function partyOf({ id, name, protocol }: Peer): Party {
  return { id, name, legacy: protocol === undefined };
}
