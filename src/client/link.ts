/** RTCPeerConnection as one link to one person: media, data channel, and whether the other lives. It says what it sees and knows no call. */
import * as v from "valibot";
import type { Obstacle, Reason } from "../call/call.ts";
import { isGoodbye } from "../call/ending.ts";
import { PeerMessage } from "../protocol/messages.ts";
import type { Candidate, Description } from "../protocol/messages.ts";
import { closeConnection } from "./closing.ts";
import { type Aside, Negotiation } from "./negotiation.ts";
import { obstacleIn } from "./obstacle.ts";
import type { Fit } from "./encoding.ts";
import { Pulse } from "./pulse.ts";
import { Sending } from "./sending.ts";
import { TheirScreen } from "./their-screen.ts";
import { type Tracked, Tracks } from "./tracks.ts";

export type { Aside } from "./negotiation.ts";

/** How often it is looked for what stands in the way of a connection that is not made yet, in milliseconds. */
const LOOK = 1_000;
/** A channel that closes without a word is waited on for this long: the word may come by signaling. */
const LAST_WORD = 1_000;

export interface LinkOptions {
  iceServers: RTCIceServer[];
  /** In a collision of offers the polite side gives way: the callee. */
  polite: boolean;
  /** The other is one of SitePen's clients: no beats, no renegotiation, `disconnect` for a goodbye. */
  legacy: boolean;
  /** Makes the connection; tests stand in for it. */
  connect?: ((configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  on: LinkEvents;
}

export interface LinkEvents {
  /** A candidate of ours, before the link is connected. */
  candidate(candidate: Candidate): void;
  /** What stands in the way of the connection, as far as can be told; undefined if nothing does any more. */
  obstacle(obstacle: Obstacle | undefined): void;
  connected(): void;
  /** Nothing was heard for a moment. It may be nothing, but this is the time to see whether signaling still lives. */
  doubt(): void;
  /** Nothing was heard for `LIMITS.silence`; `since` is the last sign of life (milliseconds since 1970). */
  silent(since: number): void;
  alive(): void;
  failed(error?: unknown): void;
  /** The other's last word. */
  farewell(reason: Reason): void;
  /** Tracks of the other, to be shown. */
  remote(stream: MediaStream): void;
  /** Something was said that is not about the connection: a chat, or what this file does not know. */
  said(message: unknown): void;
  /** What the other has said that they hear, see and show. */
  theirs(state: { muted: boolean; cameraOff: boolean; sharing: boolean }): void;
  /** The other's screen, for as long as they share it. */
  screen(stream: MediaStream | undefined): void;
  /** The channel is open: what was waiting can be said. */
  open(): void;
  /** Say this by signaling; false if that is down too. */
  aside(aside: Aside): boolean;
}

export class Link {
  readonly #options: LinkOptions;
  readonly #connection: RTCPeerConnection;
  readonly #channel: RTCDataChannel;
  readonly #incoming = new MediaStream();
  readonly #incomingScreen = new TheirScreen((stream) => this.#options.on.screen(stream));
  readonly #stop = new AbortController();
  readonly #pulse: Pulse;
  readonly #negotiation: Negotiation;
  readonly #tracks: Tracks;
  readonly #sending: Sending;
  #connected = false;
  #lastWord: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
  #obstacle: Obstacle | undefined;

  constructor(options: LinkOptions) {
    this.#options = options;
    const { iceServers, connect = (configuration) => new RTCPeerConnection(configuration) } = options;
    this.#connection = connect({ iceServers });
    this.#channel = this.#connection.createDataChannel("chat", { negotiated: true, id: 0 });
    this.#tracks = new Tracks({ connection: this.#connection, leads: !options.polite, legacy: options.legacy });
    this.#sending = new Sending(() => (this.#connected ? this.#tracks.outgoing() : []));
    this.#negotiation = new Negotiation({
      connection: this.#connection,
      polite: options.polite,
      doubtful: () => this.#pulse.doubtful,
      say: (aside, way) => (way === "channel" ? this.#sayAside(aside) : options.on.aside(aside)),
      failed: (error) => options.on.failed(error),
    });
    this.#pulse = new Pulse({
      connection: this.#connection,
      legacy: options.legacy,
      beat: () => this.say({ type: "beat" }),
      doubt: () => {
        this.#negotiation.repeat();
        options.on.doubt();
      },
      silent: (since) => {
        options.on.silent(since);
        this.#sending.flow(false);
        if (!options.legacy) this.#negotiation.lost();
      },
      stillSilent: () => {
        if (!options.legacy) this.#negotiation.persist();
      },
      alive: () => {
        this.#sending.flow(true);
        this.#negotiation.found();
        options.on.alive();
      },
    });
    this.#listen();
  }

  /** The voice and the face that this side sends: null for nothing. Takes effect at once, without renegotiation. */
  async setTracks(face: Tracked): Promise<void> {
    await this.#tracks.setFace(face);
    this.#sending.update();
  }

  /** The screen that this side sends, with its sound, or `NOTHING`; the other must be told. The face stays, but not with SitePen's clients. */
  async setScreen(screen: Tracked): Promise<void> {
    if (this.#stop.signal.aborted) return;
    await this.#tracks.setScreen(screen);
    this.#sending.update();
  }

  /** What the tracks give has changed: their size. */
  refit(): void {
    this.#sending.update();
  }

  /** The most lines of the face that are sent from now on. */
  fit(lines: Fit): void {
    this.#sending.fit(lines);
  }

  /** What the browser counts and measures (W3C webrtc-stats). */
  stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  /** As the caller: the offer's SDP. */
  offer(): Promise<string | undefined> {
    return this.#negotiation.step(async () => {
      this.#tracks.propose();
      await this.#connection.setLocalDescription();
      return this.#connection.localDescription?.sdp;
    });
  }

  /** As the callee: take the offer while it rings. Reveals nothing. */
  takeOffer(sdp: string): Promise<unknown> {
    return this.#negotiation.step(() => this.#negotiation.setRemote({ type: "offer", sdp }));
  }

  /** As the callee, once accepted: the answer's SDP. */
  answer(): Promise<string | undefined> {
    return this.#negotiation.step(async () => {
      await this.#tracks.respond();
      await this.#connection.setLocalDescription();
      this.#lookForObstacles();
      return this.#connection.localDescription?.sdp;
    });
  }

  /** As the caller: the callee accepted. */
  takeAnswer(sdp: string): Promise<unknown> {
    return this.#negotiation.step(async () => {
      await this.#negotiation.setRemote({ type: "answer", sdp });
      this.#lookForObstacles();
    });
  }

  /** A candidate of the other; those that come before their description wait for it. */
  addCandidate(candidate: Candidate): Promise<unknown> {
    return this.#negotiation.addCandidate(candidate);
  }

  /** The other renegotiates, by signaling. */
  redescribe(description: Description): Promise<unknown> {
    return this.#negotiation.redescribe(description, "signaling");
  }

  /** Nothing has been heard for a moment, or for longer: everything that helps to find a path should be quick. */
  get doubtful(): boolean {
    return this.#pulse.doubtful;
  }

  /** Look for a new path now: the network changed, or the old path is silent. */
  restart(): void {
    if (this.#connected && !this.#options.legacy) this.#negotiation.restart();
  }

  /** Signaling is new, and what was said by the old one may be lost. Had both fallen silent, then it is the network that changed. */
  reconnected(): void {
    if (this.#pulse.doubtful) this.restart();
    else this.#negotiation.repeat();
  }

  /** False if the channel is not open. */
  say(message: PeerMessage | { type: string }): boolean {
    if (this.#channel.readyState !== "open") return false;
    this.#channel.send(JSON.stringify(message));
    return true;
  }

  /** Close everything, with a last word to the other where they need one. */
  close(reason?: Reason): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#pulse.stop();
    this.#negotiation.close();
    this.#sending.stop();
    clearTimeout(this.#lastWord);
    clearInterval(this.#looking);
    if (reason !== undefined && isGoodbye(reason)) {
      this.say(this.#options.legacy ? { type: "disconnect" } : { type: "hangup", data: { reason } });
    }
    this.#channel.close();
    closeConnection(this.#connection);
  }

  #listen(): void {
    const { on, legacy } = this.#options;
    const { signal } = this.#stop;
    const connection = this.#connection;
    connection.addEventListener("icecandidate", ({ candidate }) => this.#gathered(candidate), { signal });
    connection.addEventListener("connectionstatechange", () => this.#changed(connection.connectionState), { signal });
    connection.addEventListener(
      "signalingstatechange",
      () => {
        if (connection.signalingState === "stable") this.#sending.update();
      },
      { signal },
    );
    connection.addEventListener(
      "negotiationneeded",
      () => {
        // The first offer is made by `offer`.
        if (this.#connected && !legacy) void this.#negotiation.renegotiate();
      },
      { signal },
    );
    connection.addEventListener(
      "track",
      ({ track, transceiver }) => {
        if (!this.#tracks.isFace(transceiver)) {
          this.#tracks.take(transceiver);
          return this.#incomingScreen.add(track);
        }
        this.#incoming.addTrack(track);
        on.remote(this.#incoming);
        if (!legacy || track.kind !== "video") return;
        // SitePen's clients do not say that their camera is off; the track does.
        const tell = () => on.theirs({ muted: false, cameraOff: track.muted, sharing: false });
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

  /** Both are described, and ICE looks for a path. */
  #lookForObstacles(): void {
    if (this.#connected || this.#stop.signal.aborted) return;
    this.#looking = setInterval(() => void this.#lookForObstacle(), LOOK);
  }

  async #lookForObstacle(): Promise<void> {
    const obstacle = obstacleIn(await this.#connection.getStats());
    if (this.#connected || this.#stop.signal.aborted || obstacle === this.#obstacle) return;
    this.#obstacle = obstacle;
    this.#options.on.obstacle(obstacle);
  }

  #gathered(candidate: RTCIceCandidate | null): void {
    if (!candidate) return;
    const json = candidate.toJSON() as Candidate;
    if (this.#connected) this.#negotiation.gathered(json);
    else this.#options.on.candidate(json);
  }

  #sayAside(aside: Aside): boolean {
    return this.say("description" in aside ? { type: "description", data: aside } : { type: "candidate", data: aside });
  }

  #changed(state: RTCPeerConnectionState): void {
    const { on, legacy } = this.#options;
    if (state === "connected" && !this.#connected) {
      this.#connected = true;
      clearInterval(this.#looking);
      this.#negotiation.connected();
      this.#pulse.start();
      this.#sending.update();
      on.connected();
    } else if (state === "failed") {
      if (!this.#connected) on.failed();
      else if (legacy) on.farewell("lost");
      else this.restart();
    }
  }

  #received(data: unknown): void {
    this.#pulse.hear();
    const json = v.safeParse(v.pipe(v.string(), v.parseJson()), data);
    // Garbage: it was a sign of life.
    if (!json.success) return;
    const { on } = this.#options;
    const message = v.safeParse(PeerMessage, json.output);
    if (!message.success) return on.said(json.output);
    switch (message.output.type) {
      case "chat":
        return on.said(message.output);
      case "media": {
        const { muted, cameraOff, sharing = false } = message.output.data;
        on.theirs({ muted, cameraOff, sharing });
        if (sharing) this.#tracks.makeRoom();
        return this.#incomingScreen.show(sharing);
      }
      case "hangup":
        return on.farewell(message.output.data.reason ?? "hung-up");
      case "disconnect":
        return on.farewell("hung-up");
      case "description":
        return void this.#negotiation.redescribe(message.output.data.description, "channel");
      case "candidate":
        return void this.addCandidate(message.output.data.candidate);
      case "beat":
    }
  }
}
