/** Runs the call: feeds events to `reduce`, performs its effects, owns its timers, and publishes what the page shows. */
import { nanoid } from "nanoid";
import { type Call, type CallEvent, type Effect, type Ended, idle, type Party } from "../call/call.ts";
import { advance } from "../call/line.ts";
import type { Peer, PeerMessage, SignalMessage } from "../protocol/messages.ts";
import type { CallLog } from "./call-log.ts";
import { Link, type LinkOptions } from "./link.ts";
import type { Chosen, Granted, Kind, Media } from "./media.ts";
import type { People } from "./people.ts";
import type { AppState, Choice } from "./state.ts";
import type { Store } from "./store.ts";
import { CallTimers } from "./timers.ts";
import { devicePaused, deviceTaken, howItEnded, nowUsing, someone, wasMissed } from "./words.ts";

export interface SessionOptions {
  store: Store<AppState>;
  media: Media;
  recents: CallLog;
  people(): People;
  chosen(): Chosen;
  iceServers(): RTCIceServer[];
  /** By the server; false while there is no connection. */
  send(message: SignalMessage): boolean;
  /** Nothing is heard from the other: see whether the server is. */
  doubt(): void;
}

/** What a new call begins with. */
const blank = { chat: [], theirs: { muted: false, cameraOff: false } } as const;

export class Session {
  readonly #options: SessionOptions;
  readonly #timers = new CallTimers((timer) => this.#dispatch({ type: "timeout", timer }));
  #call: Call = idle;
  #link: Link | undefined;
  /** Camera and microphone are this call's; before that they may be the settings' preview. */
  #ownsMedia = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    options.media.onTaken = (kind) => void this.#taken(kind);
    options.media.onPaused = () => this.#paused();
  }

  dial(peer: Peer): void {
    this.#dispatch({ type: "dial", call: nanoid(), peer: partyOf(peer), video: true });
  }

  accept(video: boolean): void {
    this.#dispatch({ type: "accept", video });
  }

  /** Cancel, decline or hang up. */
  hangUp(): void {
    this.#dispatch({ type: "hang-up" });
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
    const from = peer ? partyOf(peer) : { id: source, name: someone, legacy: message.data.call === undefined };
    // SitePen's offers have no call id: give them one, so that every call has.
    const named =
      message.type === "offer"
        ? { ...message, data: { ...message.data, call: message.data.call ?? nanoid() } }
        : message;
    this.#dispatch({ type: "received", from, message: named });
  }

  /** The directory says that this person is not to be reached. */
  gone(peer: string, call?: string): void {
    this.#dispatch({ type: "peer-gone", peer, call });
  }

  /** Somebody came, went, or fell asleep: whom this page is calling, perhaps. */
  presenceChanged(): void {
    const call = this.#call;
    if (call.phase !== "calling" || call.reach === "trying") return;
    if (this.#options.people().get(call.peer.id)?.status === "away")
      this.#dispatch({ type: "peer-away", peer: call.peer.id });
  }

  /** The connection to the server is new, or another page has ended a call: say again what may have been lost. */
  relisted(): void {
    this.#dispatch({ type: "relisted" });
    this.#link?.reconnected();
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

  mute(muted: boolean): void {
    const track = this.#options.media.track("audio");
    if (track) track.enabled = !muted;
    this.#setMedia({ muted });
    this.#tellMedia();
  }

  /** Switch the camera off, with its light, or on again. Nothing is renegotiated. */
  async camera(off: boolean): Promise<void> {
    const { media, chosen } = this.#options;
    this.#setMedia({ cameraOff: off });
    if (off) {
      media.drop("video");
      this.#show({ stream: media.stream ?? new MediaStream() });
    } else {
      const granted = await media.replace("video", chosen());
      this.#show(granted);
      if (granted) this.#setMedia({ cameraOff: !media.track("video") });
    }
    await this.#sendTracks();
  }

  /** Another camera or microphone was chosen: use it now, if one of its kind is open. */
  async chose(kind: "audio" | "video"): Promise<void> {
    const { media, chosen } = this.#options;
    this.#show(await media.change(kind, chosen()));
    await this.#sendTracks();
  }

  /** False if the other cannot be reached at this moment. */
  chat(text: string): boolean {
    const said = this.#link?.say({ type: "chat", data: text }) ?? false;
    if (said) this.#addChat("me", text);
    return said;
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

  /** A microphone was plugged in. It is used at once, unless the user has chosen another one. */
  async pluggedIn(microphone: Choice): Promise<void> {
    const { media, chosen } = this.#options;
    if (!this.#ownsMedia || !media.track("audio")) return;
    if ((chosen().microphoneId ?? microphone.id) !== microphone.id) return;
    await this.#useMicrophone({ microphoneId: microphone.id });
  }

  /** The call goes on with what there is: without a headset, with the microphone behind it. */
  async #taken(kind: Kind): Promise<void> {
    const { media, chosen } = this.#options;
    if (kind === "audio" && this.#ownsMedia && (await this.#useMicrophone(chosen()))) return;
    this.#setMedia({ local: media.stream, problem: deviceTaken(kind), ...(kind === "video" && { cameraOff: true }) });
    await this.#sendTracks();
  }

  /** Go on with this microphone, and say so. False if none can be had. */
  async #useMicrophone(chosen: Chosen): Promise<boolean> {
    const { media, store } = this.#options;
    const granted = await media.replace("audio", chosen);
    const track = media.track("audio");
    if (!granted || !track) return false;
    this.#setMedia({ local: granted.stream });
    store.set({ notice: nowUsing(track.label) });
    await this.#sendTracks();
    return true;
  }

  /** What the system holds back is shown on both sides, until it gives it again. */
  #paused(): void {
    const kind = (["audio", "video"] as const).find((kind) => this.#options.media.track(kind)?.muted);
    this.#setMedia({ problem: kind && devicePaused(kind) });
    this.#tellMedia();
  }

  #perform(effect: Effect): void {
    const { send } = this.#options;
    switch (effect.do) {
      case "send":
        // What is lost while there is no connection is said again after the next full list.
        send(effect.message);
        return;
      case "ask-media":
        void this.#askMedia(effect.video);
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
        this.#setMedia({ remote: undefined });
        if (this.#ownsMedia) this.#giveMediaBack();
        return;
      case "ended":
        this.#ended(effect.ended);
    }
  }

  #giveMediaBack(): void {
    this.#ownsMedia = false;
    this.#options.media.release();
    this.#setMedia({ local: undefined, problem: undefined, muted: false, cameraOff: false });
  }

  async #askMedia(video: boolean): Promise<void> {
    this.#ownsMedia = true;
    this.#setMedia({ cameraOff: !video, muted: false });
    const granted = await this.#options.media.open(video, this.#options.chosen());
    if (!granted) return;
    this.#show(granted);
    this.#setMedia({ cameraOff: !this.#options.media.track("video") });
    await this.#sendTracks();
    this.#dispatch({ type: "media-ready" });
  }

  #open(call: string, peer: Party, offer: string | undefined): void {
    this.#link?.close();
    const on: LinkOptions["on"] = {
      candidate: (candidate) => this.#dispatch({ type: "candidate", call, candidate }),
      obstacle: (obstacle) => this.#dispatch({ type: "obstructed", call, obstacle }),
      connected: () => this.#dispatch({ type: "connected", call, at: Date.now() }),
      doubt: () => this.#options.doubt(),
      silent: (at) => this.#dispatch({ type: "silent", call, at }),
      alive: () => this.#dispatch({ type: "alive", call }),
      failed: () => this.#dispatch({ type: "link-failed", call }),
      farewell: (reason) => this.#dispatch({ type: "farewell", call, reason }),
      remote: (stream) => this.#setMedia({ remote: stream }),
      chat: (text) => this.#addChat("them", text),
      theirs: ({ muted, cameraOff }) => this.#options.store.set({ theirs: { muted, cameraOff } }),
      open: () => this.#tellMedia(),
      aside: (aside) => {
        const data = { target: peer.id, call, ...aside };
        const message = "description" in aside ? { type: "description", data } : { type: "icecandidate", data };
        return this.#options.send(message as SignalMessage);
      },
    };
    this.#link = new Link({
      iceServers: this.#options.iceServers(),
      polite: offer !== undefined,
      legacy: peer.legacy,
      on,
    });
    void this.#sendTracks();
    if (offer !== undefined) void this.#link.takeOffer(offer);
  }

  async #describe(what: "offer" | "answer"): Promise<void> {
    const { phase } = this.#call;
    const call = phase === "idle" ? undefined : this.#call.call;
    const sdp = await this.#link?.[what]();
    if (call !== undefined && sdp !== undefined) this.#dispatch({ type: "described", call, sdp });
  }

  async #sendTracks(): Promise<void> {
    const { media, store } = this.#options;
    const microphone = media.track("audio");
    // Another microphone is no reason to be heard again.
    if (microphone) microphone.enabled = !store.value.media.muted;
    await this.#link?.setTracks(microphone, media.track("video"));
    this.#tellMedia();
  }

  #tellMedia(): void {
    const { media, store } = this.#options;
    const without = (kind: Kind): boolean => media.track(kind)?.muted ?? true;
    const message: PeerMessage = {
      type: "media",
      data: { muted: store.value.media.muted || without("audio"), cameraOff: without("video") },
    };
    this.#link?.say(message);
  }

  #show(granted: Granted | undefined): void {
    if (granted) this.#setMedia({ local: granted.stream, problem: granted.problem });
  }

  #setMedia(change: Partial<AppState["media"]>): void {
    const { store } = this.#options;
    store.set({ media: { ...store.value.media, ...change } });
  }

  #addChat(from: "me" | "them", text: string): void {
    const { store } = this.#options;
    store.set({ chat: [...store.value.chat, { from, text, at: Date.now() }] });
  }
}

function partyOf({ id, name, protocol }: Peer): Party {
  return { id, name, legacy: protocol === undefined };
}
