/**
 * Offers and answers of one connection: the first ones, and once connected perfect negotiation (W3C webrtc, 10.7) by two ways,
 * the data channel and signaling. Either may be dead without knowing, so what is said may be lost, come twice, or late.
 *
 * Of two Earshots only the caller offers, and the callee asks for it: in Chromium, whoever rolls an offer of their own back sees no
 * more of the other's picture, although it is decoded. Of a client that knows no asking, offers are taken on either side.
 */
import type { Candidate, Description } from "../protocol/messages.ts";

/** An offer that nobody answers is said again this often, in milliseconds; signaling may have died with it. */
const REPEAT = 1_000;
/** A new path that is not found is looked for anew this often: the network may have changed since. */
const RESTART = 4_000;
/** The first time it is so soon: browsers take 2 s to see that their own address is another one. */
const SECOND = 600;
/** Both sides see trouble at the same time: the caller offers first, since one of two offers that cross is made in vain. */
const LEAD = 1_000;

/** What is said once connected, by the channel or by signaling. */
export type Aside = { description: Description } | { candidate: Candidate };
export type Way = "channel" | "signaling";

export interface NegotiationOptions {
  connection: RTCPeerConnection;
  /** In a collision of offers the polite side gives way: the callee. */
  polite: boolean;
  /** Nothing comes by the channel at this moment, so what is said there may not arrive. */
  doubtful(): boolean;
  /** Say this; false if that way is closed. */
  say(aside: Aside, way: Way): boolean;
  /** A step failed before there was a connection. */
  failed(error: unknown): void;
}

export class Negotiation {
  readonly #options: NegotiationOptions;
  /** One step after the other. */
  #steps: Promise<unknown> = Promise.resolve();
  /** Candidates that came before their description. */
  #early: Candidate[] = [];
  #connected = false;
  #closed = false;
  /** When something was last done about a lost path; of `performance.now()`. */
  #tried = -Infinity;
  /** The network changed after the offer that is out was made: look anew once it is answered. */
  #outdated = false;
  /** How often a new path was looked for since there was one. */
  #tries = 0;
  /** The version of the other's newest description: older ones come late and mean nothing any more. */
  #theirs = -Infinity;
  /** As the polite side: an offer was asked for, and none has come since. */
  #asking = false;
  /** Their last description came by signaling: for them, or for us, the channel is dead. */
  #detour = false;
  /** What the channel carries already, and will deliver once it can. */
  #queued: string | undefined;

  constructor(options: NegotiationOptions) {
    this.#options = options;
  }

  connected(): void {
    this.#connected = true;
  }

  close(): void {
    this.#closed = true;
  }

  /** One step of negotiation after the other. One that fails gives undefined, and so do all after `close`. */
  step<T>(work: () => Promise<T>): Promise<T | undefined> {
    const step = this.#steps.then(async () => {
      if (this.#closed) return undefined;
      try {
        return await work();
      } catch (error) {
        // A connected call goes on as it was, or silence ends it.
        if (!this.#closed && !this.#connected) this.#options.failed(error);
        return undefined;
      }
    });
    this.#steps = step;
    return step;
  }

  async setRemote(description: RTCSessionDescriptionInit): Promise<void> {
    await this.#options.connection.setRemoteDescription(description);
    this.#theirs = version(description.sdp) ?? this.#theirs;
    const early = this.#early;
    this.#early = [];
    for (const candidate of early) await this.#add(candidate);
  }

  addCandidate(candidate: Candidate): Promise<unknown> {
    return this.step(async () => {
      if (this.#options.connection.remoteDescription) await this.#add(candidate);
      else this.#early.push(candidate);
    });
  }

  /** The other renegotiates: both sides may do so at once, and the polite one gives way. */
  redescribe(description: Description, way: Way): Promise<unknown> {
    return this.step(async () => {
      const { connection, polite } = this.#options;
      const stable = connection.signalingState === "stable";
      const age = (version(description.sdp) ?? Infinity) - this.#theirs;
      if (description.type === "answer") {
        // Not to the offer that is out, but to one that was rolled back or answered already.
        if (age <= 0 || connection.signalingState !== "have-local-offer") return;
        const anew = isRestart(connection, description);
        await this.setRemote(description as RTCSessionDescriptionInit);
        if (this.#outdated) this.restart();
        else if (anew && this.#tries === 0) this.#try();
        return;
      }
      if (description.type === "rollback") return this.#asked(description, way);
      if (description.type !== "offer" || age < 0) return;
      this.#detour = way === "signaling";
      // They would make none if they knew ours.
      if (!stable && !polite) return this.repeat();
      // They have not heard our answer.
      if (stable && age === 0) return this.#describe();
      this.#asking = false;
      if (isRestart(connection, description)) this.#try();
      this.#outdated = false;
      await this.setRemote(description as RTCSessionDescriptionInit);
      await connection.setLocalDescription();
      this.#describe();
    });
  }

  /** Look for a new path now. */
  restart(): void {
    const { connection, doubtful, polite } = this.#options;
    if (!doubtful()) this.#detour = false;
    if (polite) {
      this.#try();
      return this.#ask();
    }
    // One offer at a time, since an answer does not say to which one it belongs. But that one's candidates are of before.
    this.#outdated = connection.signalingState === "have-local-offer";
    if (this.#outdated) return this.#describe();
    this.#try();
    connection.restartIce();
  }

  /** There is a path. */
  found(): void {
    this.#tries = 0;
  }

  /** The path is lost: look for a new one, unless that was begun already. */
  lost(): void {
    const now = performance.now();
    if (now - this.#tried < LEAD) return;
    if (this.#options.polite) this.#tried = now - RESTART + LEAD;
    else this.restart();
  }

  /** There is still no path: go on looking, but let what was begun have its time. To be called often. */
  persist(): void {
    const { polite } = this.#options;
    const second = this.#tries === 1 && !polite;
    if (performance.now() - this.#tried <= (this.#waiting ? REPEAT : second ? SECOND : RESTART)) return;
    this.#tried = performance.now();
    if (this.#waiting) this.repeat();
    else this.restart();
  }

  #try(): void {
    this.#tried = performance.now();
    this.#tries++;
  }

  /** What was said, and not answered, may have been lost: say it again. */
  repeat(): void {
    if (this.#asking) this.#ask();
    else if (this.#waiting) this.#describe();
  }

  /** An offer, or the asking for one, is out. */
  get #waiting(): boolean {
    return this.#asking || this.#options.connection.signalingState === "have-local-offer";
  }

  /** The browser wants a new offer: after `restartIce`, or for another transceiver. Should it not be the time, the browser says so again when it is. */
  renegotiate(): Promise<unknown> {
    return this.step(async () => {
      const { connection, polite } = this.#options;
      // Whatever the polite side needs, it asks for.
      if (polite || connection.signalingState !== "stable") return;
      await connection.setLocalDescription();
      this.#describe();
    });
  }

  /** A candidate of ours, once connected. */
  gathered(candidate: Candidate): void {
    this.#say({ candidate });
  }

  /** As the polite side: ask for an offer with which a new path is looked for, naming the last one that has come. */
  #ask(): void {
    this.#asking = true;
    this.#say({ description: { type: "rollback", ...(this.#theirs > -Infinity && { seen: this.#theirs }) } });
  }

  /** As the impolite side: they want a new path, unless they have been offered one since they asked. */
  #asked({ seen }: Description, way: Way): void {
    const { connection, polite } = this.#options;
    if (polite) return;
    const latest = seen === undefined || seen === version(connection.localDescription?.sdp);
    this.#detour = way === "signaling";
    if (connection.signalingState === "have-local-offer") {
      // Answered before their network changed, perhaps.
      this.#outdated ||= latest;
      this.#describe();
    } else if (latest) {
      this.#try();
      connection.restartIce();
    }
  }

  async #add(candidate: Candidate): Promise<void> {
    try {
      await this.#options.connection.addIceCandidate(candidate as RTCIceCandidateInit);
    } catch {
      // Of an offer that was ignored, of an older generation, or of a kind that this browser cannot use: one path
      // fewer. If none is left, the connection state says so.
    }
  }

  /** Our description, with all candidates so far. */
  #describe(): void {
    const description = this.#options.connection.localDescription?.toJSON() as Description | undefined;
    if (description) this.#say({ description });
  }

  /** By the channel, which needs nobody; by signaling where nothing comes through the channel. */
  #say(aside: Aside): void {
    const { doubtful, say } = this.#options;
    if ((doubtful() || this.#detour) && say(aside, "signaling")) return;
    const once = "description" in aside ? nameOf(aside.description) : undefined;
    if (once !== undefined && once === this.#queued) return;
    if (say(aside, "channel")) this.#queued = once ?? this.#queued;
    else say(aside, "signaling");
  }
}

/** By which two descriptions of the same side are the same. */
const nameOf = ({ type, sdp, seen }: Description): string => `${type} ${version(sdp) ?? String(seen)}`;

/** Whether this description is for a new path: its credentials are new (RFC 8839, 4.4.3.1.1). */
function isRestart({ remoteDescription }: RTCPeerConnection, { sdp }: Description): boolean {
  const credentials = (text = "") => /^a=ice-ufrag:(\S+)/mu.exec(text)?.[1];
  return credentials(sdp) === undefined || credentials(sdp) !== credentials(remoteDescription?.sdp);
}

/** The version of a description, which grows with each one of the same side (RFC 8866, 5.2; RFC 8829, 5.2.2). */
function version(sdp: string | undefined): number | undefined {
  const [, digits] = /^o=\S+ \S+ (\d+)/mu.exec(sdp ?? "") ?? [];
  return digits === undefined ? undefined : Number(digits);
}
