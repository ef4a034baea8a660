/** Files on their way: one transfer for each offer, made and answered here. What is shown of them is said by `changed`. */
import { nanoid } from "nanoid";
import { type FilesMessage, MOST_OFFERS } from "../../protocol/talk.ts";
import type { HandoverEvent } from "../../transfer/event.ts";
import { harmless } from "../../transfer/file-name.ts";
import { begun, type Handover, type Presence } from "../../transfer/handover.ts";
import { announce, split, totalOf } from "../../transfer/manifest.ts";
import { goodbye, refusal } from "../../transfer/saying.ts";
import { watchNetwork } from "../network.ts";
import type { People } from "../people.ts";
import type { Transfer } from "../talk-state.ts";
import { Handing } from "./handing.ts";
import type { Keeping } from "./keeping.ts";

/** Offers that are open, of all people together: who has more names than that is up to no good. */
const MOST_OPEN = 200;
/** Of those that are over, so many are remembered: the latest. */
const REMEMBERED = 200;
/** How often it is looked who is here while something is open, in milliseconds. */
const LOOK = 1_000;

/** What went wrong that no transfer tells: the user's own file cannot be read, or somebody's client takes no files. Both are names. */
export type TransferProblem =
  { readonly why: "unreadable"; readonly file: string } | { readonly why: "takes-none"; readonly person: string };

export interface TransfersOptions {
  /** The others who are here. */
  people(): People;
  iceServers(): RTCIceServer[];
  /** This browser can make connections. */
  connects(): boolean;
  /** There is a way to tell them something at this moment: the server, or the channel of a call. */
  reaches(peer: string): boolean;
  /** Say this to somebody, by whichever way there is; false if there is none at this moment. */
  post(peer: string, message: FilesMessage): boolean;
  /** How the call of this page, if there is one, gets on beside the files. */
  load(): "free" | "call" | "suffering";
  /** These files may be taken without asking, as the user has set. */
  welcome(peer: string, files: Transfer["files"]): boolean;
  /** A transfer is new, or is now this. */
  changed(transfer: Transfer): void;
  /** To be said in a sentence. */
  problem(problem: TransferProblem): void;
  /** Where received files are kept: see `openKeeping`. */
  keeping: Keeping;
  /** Hand a received file to the browser's downloads: see saving.ts. */
  save(file: File): void;
  /** A small picture of a picture. */
  thumbnail(file: Blob): Promise<Blob | undefined>;
  /** Makes the connections; tests stand in for it. */
  connect?: ((configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
}

type Person = Transfer["peer"];

export class Transfers {
  readonly #options: TransfersOptions;
  readonly #all = new Map<string, Handing>();
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(options: TransfersOptions) {
    this.#options = options;
    watchNetwork(() => this.#tellAll({ type: "network" }));
  }

  /** Offer files to somebody: one transfer for each hundred of them. */
  offer(peer: Person, files: readonly File[]): void {
    const listed = this.#options.people().get(peer.id);
    if (listed && listed.protocol === undefined) {
      return this.#options.problem({ why: "takes-none", person: peer.name });
    }
    for (const some of split(files)) {
      const infos = some.map((file) => announce(file));
      this.#add(peer, { mid: nanoid(), direction: "outgoing", files: infos }, some).begin();
    }
  }

  /** Accept what somebody offers, if there is room for it, or do not. */
  answer(mid: string, accept: boolean): void {
    const handing = this.#all.get(mid);
    if (!accept) return handing?.dispatch({ type: "refuse", reason: "declined" });
    if (handing) void this.#accept(handing);
  }

  hold(mid: string, paused: boolean): void {
    this.#all.get(mid)?.dispatch({ type: "hold", paused });
  }

  cancel(mid: string): void {
    this.#all.get(mid)?.dispatch({ type: "cancel" });
  }

  /** Offer what did not arrive once more. */
  again(mid: string): void {
    const handing = this.#all.get(mid);
    if (handing?.handover.phase === "over") this.offer(handing.peer, handing.missing);
  }

  save(mid: string, file?: number): void {
    this.#all.get(mid)?.save(file);
  }

  /** Somebody has said something about files. */
  received(from: Person, message: FilesMessage): void {
    const { mid } = message.data;
    const handing = this.#all.get(mid);
    if (handing) {
      // Somebody else's is none of theirs.
      if (handing.peer.id === from.id) handing.dispatch({ type: "received", message });
      return;
    }
    if (message.type === "files") return void this.#offered(from, message.data);
    // Nobody answers to a goodbye.
    if (message.type === "files-end" || (message.type === "files-answer" && !message.data.accept)) return;
    this.#options.post(from.id, goodbye(mid, "unknown"));
  }

  /** The other's page shows an offer of this one. */
  delivered(from: string, mid: string): void {
    const handing = this.#all.get(mid);
    if (handing?.peer.id !== from) return;
    handing.dispatch({ type: "received", message: { type: "delivered", data: { mid } } });
  }

  /** The server could not pass something on: whether its receiver comes back is seen in the list, and all that matters is said again. */
  refused(_peer: string, _mid: string, _code: string): void {
    this.#look();
  }

  /** The connection to the server is new, or somebody has come back: say again what may have been lost. */
  relisted(): void {
    for (const handing of this.#all.values()) {
      const presence = this.#presence(handing.peer.id);
      const { handover } = handing;
      // It is said again as well because somebody is back: not twice.
      const back = handover.phase !== "over" && presence === "here" && handover.presence !== "here";
      handing.dispatch(back ? { type: "presence", presence } : { type: "relisted" });
    }
    this.#look();
  }

  /** What is kept of these is not needed any more. */
  forget(mids: readonly string[]): void {
    for (const mid of mids) {
      this.#all.get(mid)?.forget();
      this.#all.delete(mid);
    }
  }

  /** The page goes away: tell the others, and let everything go. */
  leave(): void {
    this.#tellAll({ type: "leave" });
    this.forget([...this.#all.keys()]);
    clearInterval(this.#looking);
    this.#options.keeping.close();
  }

  #add(peer: Person, of: Pick<Handover, "mid" | "direction" | "files">, files?: readonly File[]): Handing {
    const handover = begun({ ...of, peer: peer.id, presence: this.#presence(peer.id) });
    const handing = new Handing({ services: this.#options, peer, handover, ...(files && { files }) });
    this.#all.set(of.mid, handing);
    this.#trim();
    this.#looking ??= setInterval(() => this.#look(), LOOK);
    return handing;
  }

  async #offered(from: Person, { mid, files }: Extract<FilesMessage, { type: "files" }>["data"]): Promise<void> {
    const open = [...this.#all.values()].filter(
      ({ handover }) => handover.direction === "incoming" && handover.phase !== "over",
    );
    const theirs = open.filter(({ peer }) => peer.id === from.id);
    if (theirs.length >= MOST_OFFERS || open.length >= MOST_OPEN) {
      this.#options.post(from.id, refusal(mid, "too-many"));
      return;
    }
    const handing = this.#add(from, { mid, direction: "incoming", files: harmless(files) });
    const room = await this.#room(handing);
    if (handing.handover.phase !== "offered") return;
    handing.offered(room);
    if (!room.obstacle && this.#options.welcome(from.id, asFiles(handing))) handing.dispatch({ type: "accept" });
  }

  async #accept(handing: Handing): Promise<void> {
    if (handing.handover.phase !== "offered") return;
    const room = await this.#room(handing);
    if (!room.obstacle) return handing.dispatch({ type: "accept" });
    handing.offered(room);
  }

  /** What of this offer the device can take at this moment. */
  async #room({ handover }: Handing): Promise<Pick<Transfer, "limit" | "obstacle">> {
    if (!this.#options.connects()) return { obstacle: { why: "browser" } };
    const { limit, where } = await this.#options.keeping.room();
    const said = where === "memory" ? { limit } : {};
    if (totalOf(handover.files) <= limit) return said;
    return { ...said, obstacle: { why: where === "memory" ? "memory" : "no-room", limit } };
  }

  #presence(id: string): Presence {
    // Who has left meanwhile cannot be known either.
    if (!this.#options.reaches(id)) return "away";
    const peer = this.#options.people().get(id);
    if (!peer) return "gone";
    return peer.status === "away" ? "away" : "here";
  }

  #look(): void {
    let open = false;
    for (const handing of this.#all.values()) {
      if (handing.handover.phase === "over") continue;
      open = true;
      handing.dispatch({ type: "presence", presence: this.#presence(handing.peer.id) });
    }
    if (open) return;
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  #tellAll(event: HandoverEvent): void {
    for (const handing of this.#all.values()) handing.dispatch(event);
  }

  #trim(): void {
    const over = [...this.#all].filter(([, { handover }]) => handover.phase === "over");
    this.forget(over.slice(0, Math.max(0, over.length - REMEMBERED)).map(([mid]) => mid));
  }
}

const asFiles = ({ handover }: Handing): Transfer["files"] =>
  handover.files.map((file) => ({ ...file, moved: 0, whole: false }));
