/**
 * RTCPeerConnection as one link to one person: the first offer and answer, then perfect negotiation (W3C
 * webrtc, 10.7) over the data channel, or over signaling while the channel is silent. It says what it sees and knows no call.
 */
import * as v from "valibot";
import type { Reason } from "../call/call.ts";
import { PeerMessage } from "../protocol/messages.ts";
import type { Candidate, Description } from "../protocol/messages.ts";
import { Pulse } from "./pulse.ts";

/** While there is silence, ICE is restarted this often, in milliseconds. */
const RESTART = 5_000;
/** A channel that closes without a word is waited on for this long: the word may come by signaling. */
const LAST_WORD = 1_000;

/** What the other may send once connected, and what a link itself needs to say when its channel is down. */
export type Aside = { description: Description } | { candidate: Candidate };

export interface LinkOptions {
  iceServers: RTCIceServer[];
  /** In a collision of offers the polite side gives way: the callee. */
  polite: boolean;
  /** The other is one of SitePen's clients: no beats, no renegotiation, `disconnect` for a goodbye. */
  legacy: boolean;
  /** Makes the connection; tests stand in for it. */
  connect?: (configuration: RTCConfiguration) => RTCPeerConnection;
  on: LinkEvents;
}

export interface LinkEvents {
  /** A candidate of ours, before the link is connected. */
  candidate(candidate: Candidate): void;
  connected(): void;
  /** Nothing was heard for `LIMITS.silence`; `since` is the last sign of life (milliseconds since 1970). */
  silent(since: number): void;
  alive(): void;
  failed(error?: unknown): void;
  /** The other's last word. */
  farewell(reason: Reason): void;
  /** Tracks of the other, to be shown. */
  remote(stream: MediaStream): void;
  chat(text: string): void;
  theirs(state: { muted: boolean; cameraOff: boolean }): void;
  /** The channel is open: what was waiting can be said. */
  open(): void;
  /** Say this by signaling; false if that is down too. */
  aside(aside: Aside): boolean;
}

export class Link {
  readonly #options: LinkOptions;
  readonly #connection: RTCPeerConnection;
  readonly #channel: RTCDataChannel;
  /** One stream for both tracks: SitePen's clients show the first stream that comes. */
  readonly #outgoing = new MediaStream();
  readonly #incoming = new MediaStream();
  readonly #stop = new AbortController();
  readonly #pulse: Pulse;
  #tracks: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null } = { audio: null, video: null };
  /** Steps of negotiation, one after the other. */
  #steps: Promise<unknown> = Promise.resolve();
  #early: Candidate[] = [];
  #connected = false;
  #makingOffer = false;
  #restarted = 0;
  #lastWord: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
    const { iceServers, connect = (configuration) => new RTCPeerConnection(configuration) } = options;
    this.#connection = connect({ iceServers });
    this.#channel = this.#connection.createDataChannel("chat", { negotiated: true, id: 0 });
    this.#pulse = new Pulse({
      connection: this.#connection,
      legacy: options.legacy,
      beat: () => this.say({ type: "beat" }),
      silent: (since) => {
        options.on.silent(since);
        this.restart();
      },
      stillSilent: () => {
        if (Date.now() - this.#restarted > RESTART) this.restart();
      },
      alive: () => options.on.alive(),
    });
    this.#listen();
  }

  /** What this side sends: null for nothing. Takes effect at once, without renegotiation. */
  async setTracks(audio: MediaStreamTrack | null, video: MediaStreamTrack | null): Promise<void> {
    this.#tracks = { audio, video };
    await Promise.all(
      this.#connection.getTransceivers().map(async (transceiver) => {
        const track = this.#tracks[transceiver.receiver.track.kind as "audio" | "video"];
        if (transceiver.sender.track !== track) await transceiver.sender.replaceTrack(track);
      }),
    );
  }

  /** As the caller: the offer's SDP. Always one audio and one video transceiver, so that a camera can come later. */
  offer(): Promise<string | undefined> {
    return this.#step(async () => {
      for (const kind of ["audio", "video"] as const) {
        this.#connection.addTransceiver(this.#tracks[kind] ?? kind, {
          direction: "sendrecv",
          streams: [this.#outgoing],
        });
      }
      await this.#connection.setLocalDescription();
      return this.#connection.localDescription?.sdp;
    });
  }

  /** As the callee: take the offer while it rings. Reveals nothing. */
  takeOffer(sdp: string): Promise<unknown> {
    return this.#step(() => this.#setRemote({ type: "offer", sdp }));
  }

  /** As the callee, once accepted: the answer's SDP. */
  answer(): Promise<string | undefined> {
    return this.#step(async () => {
      for (const transceiver of this.#connection.getTransceivers()) {
        transceiver.direction = "sendrecv";
        transceiver.sender.setStreams?.(this.#outgoing);
        await transceiver.sender.replaceTrack(this.#tracks[transceiver.receiver.track.kind as "audio" | "video"]);
      }
      await this.#connection.setLocalDescription();
      return this.#connection.localDescription?.sdp;
    });
  }

  /** As the caller: the callee accepted. */
  takeAnswer(sdp: string): Promise<unknown> {
    return this.#step(() => this.#setRemote({ type: "answer", sdp }));
  }

  /** A candidate of the other; those that come before their description wait for it. */
  addCandidate(candidate: Candidate): Promise<unknown> {
    return this.#step(async () => {
      if (this.#connection.remoteDescription) await this.#add(candidate);
      else this.#early.push(candidate);
    });
  }

  /** The other renegotiates: both sides may do so at once, and the polite one gives way. */
  redescribe(description: Description): Promise<unknown> {
    return this.#step(async () => {
      const collision =
        description.type === "offer" && (this.#makingOffer || this.#connection.signalingState !== "stable");
      if (collision && !this.#options.polite) return;
      // An answer to an offer that was rolled back or answered already.
      if (description.type === "answer" && this.#connection.signalingState !== "have-local-offer") return;
      await this.#setRemote(description as RTCSessionDescriptionInit);
      if (description.type !== "offer") return;
      await this.#connection.setLocalDescription();
      this.#describe();
    });
  }

  /** Look for a new path now: the network changed, or the old path is silent. */
  restart(): void {
    if (!this.#connected || this.#options.legacy) return;
    this.#restarted = Date.now();
    // An offer that is out may have been lost with the path.
    if (this.#connection.signalingState === "have-local-offer") this.#describe();
    else this.#connection.restartIce();
  }

  /** False if the channel is not open. */
  say(message: PeerMessage): boolean {
    if (this.#channel.readyState !== "open") return false;
    this.#channel.send(JSON.stringify(message));
    return true;
  }

  /** Close everything, with a last word to the other where they need one. */
  close(reason?: Reason): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#pulse.stop();
    clearTimeout(this.#lastWord);
    if (reason !== undefined && reason !== "gone" && reason !== "declined" && reason !== "busy") {
      this.say(this.#options.legacy ? { type: "disconnect" } : { type: "hangup", data: { reason } });
    }
    this.#channel.close();
    this.#connection.close();
  }

  #listen(): void {
    const { on, legacy } = this.#options;
    const { signal } = this.#stop;
    const connection = this.#connection;
    connection.addEventListener("icecandidate", ({ candidate }) => this.#gathered(candidate), { signal });
    connection.addEventListener("connectionstatechange", () => this.#changed(connection.connectionState), { signal });
    connection.addEventListener("negotiationneeded", () => void this.#renegotiate(), { signal });
    connection.addEventListener(
      "track",
      ({ track }) => {
        this.#incoming.addTrack(track);
        on.remote(this.#incoming);
        if (!legacy || track.kind !== "video") return;
        // SitePen's clients do not say that their camera is off; the track does.
        const tell = () => on.theirs({ muted: false, cameraOff: track.muted });
        track.addEventListener("mute", tell, { signal });
        track.addEventListener("unmute", tell, { signal });
      },
      { signal },
    );
    this.#channel.addEventListener("open", () => on.open(), { signal });
    this.#channel.addEventListener("message", ({ data }) => this.#received(data), { signal });
    this.#channel.addEventListener(
      "close",
      () => (this.#lastWord = setTimeout(() => on.farewell(legacy ? "hung-up" : "lost"), legacy ? 0 : LAST_WORD)),
      { signal },
    );
  }

  /** One step of negotiation after the other. A step that fails ends the link, and gives undefined; so do all after `close`. */
  #step<T>(work: () => Promise<T>): Promise<T | undefined> {
    const step = this.#steps.then(async () => {
      if (this.#stop.signal.aborted) return undefined;
      try {
        return await work();
      } catch (error) {
        if (!this.#stop.signal.aborted) this.#options.on.failed(error);
        return undefined;
      }
    });
    this.#steps = step;
    return step;
  }

  async #setRemote(description: RTCSessionDescriptionInit): Promise<void> {
    await this.#connection.setRemoteDescription(description);
    const early = this.#early;
    this.#early = [];
    for (const candidate of early) await this.#add(candidate);
  }

  async #add(candidate: Candidate): Promise<void> {
    try {
      await this.#connection.addIceCandidate(candidate as RTCIceCandidateInit);
    } catch {
      // Of an offer that was ignored, of an older generation, or of a kind that this browser cannot use: one path
      // fewer. If none is left, the connection state says so.
    }
  }

  #gathered(candidate: RTCIceCandidate | null): void {
    if (!candidate) return;
    const json = candidate.toJSON() as Candidate;
    if (!this.#connected) this.#options.on.candidate(json);
    else this.#aside({ candidate: json });
  }

  /** By the channel, which needs nobody; by signaling while nothing comes through the channel. */
  #aside(aside: Aside): void {
    if (this.#pulse.silent && this.#options.on.aside(aside)) return;
    const said = this.say(
      "description" in aside ? { type: "description", data: aside } : { type: "candidate", data: aside },
    );
    if (!said) this.#options.on.aside(aside);
  }

  #describe(): void {
    const description = this.#connection.localDescription?.toJSON() as Description | undefined;
    if (description) this.#aside({ description });
  }

  /** The browser wants a new offer: after `restartIce`. The first one is made by `offer`. */
  async #renegotiate(): Promise<void> {
    if (!this.#connected || this.#options.legacy) return;
    try {
      this.#makingOffer = true;
      await this.#connection.setLocalDescription();
      this.#describe();
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#options.on.failed(error);
    } finally {
      this.#makingOffer = false;
    }
  }

  #changed(state: RTCPeerConnectionState): void {
    const { on, legacy } = this.#options;
    if (state === "connected" && !this.#connected) {
      this.#connected = true;
      this.#pulse.start();
      on.connected();
    } else if (state === "failed") {
      if (!this.#connected) on.failed();
      else if (legacy) on.farewell("lost");
      else this.restart();
    }
  }

  #received(data: unknown): void {
    this.#pulse.hear();
    const message = v.safeParse(v.pipe(v.string(), v.parseJson(), PeerMessage), data);
    // Of a later version, or garbage: it was a sign of life.
    if (!message.success) return;
    const { on } = this.#options;
    switch (message.output.type) {
      case "chat":
        return on.chat(message.output.data);
      case "media":
        return on.theirs(message.output.data);
      case "hangup":
        return on.farewell(message.output.data.reason ?? "hung-up");
      case "disconnect":
        return on.farewell("hung-up");
      case "description":
        return void this.redescribe(message.output.data.description);
      case "candidate":
        return void this.addCandidate(message.output.data.candidate);
      case "beat":
    }
  }
}
