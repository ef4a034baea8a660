/** The WebSocket to the server: connect, parse, watchdog, reconnect. What the messages mean is for others. */
import * as v from "valibot";
import { BEAT_EVERY, SILENCE, ServerMessage } from "../protocol/messages.ts";
import type { ClientMessage } from "../protocol/messages.ts";
import type { TalkMessage } from "../protocol/talk.ts";
import { Search } from "./search.ts";
import type { Connection } from "./state.ts";

/** How long the server may take to answer a beat, or to let a connection in; in milliseconds. */
const ANSWER = 2_000;
const CONNECT = 5_000;
/** The shortest wait before an attempt to reconnect, and the longest. */
const SHORTEST = 500;
const LONGEST = 10_000;
/**
 * The same while a call is in trouble, which may hang on a new connection. To connect takes longer than 1 s, when the system
 * asks again (RFC 6298, 2.1); what is given up before the path returns is asked for anew soon after.
 */
const URGENT = { answer: 500, connect: 1_200, again: 400 } as const;
/** Close codes: the page leaves; it gives up on a dead socket and will be back; its identity was opened elsewhere. */
const GOODBYE = 1000;
const GIVEN_UP = 4000;
const REPLACED = 4001;
/** The server has no room for another person (RFC 6455 and its registry: "try again later"). */
const TRY_LATER = 1013;
/** The server waits no longer for somebody who has not said who they are. */
const UNKNOWN = 4002;
/** How long to wait when it has no room, in milliseconds: at least, and at most. */
const NO_ROOM = { shortest: 10_000, longest: 20_000 } as const;

export interface SignalingOptions {
  url: string;
  /** A call is in trouble: be quick. */
  urgent?(): boolean;
  /** Whether there is a name to be said; while there is none, the server may let go of this page. */
  named(): boolean;
  /** Whether the server answers a request at this moment; never rejects. */
  answers(): Promise<boolean>;
  received(message: ServerMessage): void;
  /** The text of a frame that is none of the server's messages: what people say to each other, or of a later version. */
  other(frame: unknown): void;
  changed(connection: Connection): void;
}

export class Signaling {
  readonly #options: SignalingOptions;
  readonly #search: Search;
  #socket: WebSocket | undefined;
  #attempts = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #answer: ReturnType<typeof setTimeout> | undefined;
  #lastBeat = 0;
  /** When the last attempt to connect began. */
  #began = 0;
  #running = false;

  constructor(options: SignalingOptions) {
    this.#options = options;
    this.#search = new Search(options);
  }

  /** Connect, and stay connected until `stop`. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#attempts = 0;
    this.#options.changed("connecting");
    this.#search.begin();
    this.#connect();
  }

  /** Say goodbye: for the server, this person leaves. */
  stop(): void {
    this.#running = false;
    this.#search.end();
    this.#drop(GOODBYE);
  }

  /** Another tab of this browser goes on as this person: be silent, without a goodbye. */
  handOver(): void {
    this.#running = false;
    this.#search.end();
    this.#drop(GIVEN_UP);
  }

  /** The page is seen again, or the network may have changed: reconnect now, or make sure that the connection still lives. */
  wake(): void {
    if (!this.#running) return;
    if (this.#socket?.readyState === WebSocket.OPEN) return this.#sendBeat();
    this.#search.again();
    if (!this.#socket) this.#connect();
    else if (this.#urgent && Date.now() - this.#began > URGENT.connect) this.#lost();
  }

  /** False if there is no connection; what was said is lost then. */
  send(message: ClientMessage | TalkMessage): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  get #urgent(): boolean {
    return this.#options.urgent?.() ?? false;
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#began = Date.now();
    const socket = new WebSocket(this.#options.url);
    let opened = false;
    this.#socket = socket;
    // An event of a socket that was given up means nothing any more.
    const current =
      <E>(handle: (event: E) => void) =>
      (event: E) => {
        if (this.#socket === socket) handle(event);
      };
    const unanswered = (): void => {
      this.#lost();
      void this.#search.unanswered();
    };
    this.#silence = setTimeout(unanswered, this.#urgent ? URGENT.connect : CONNECT);
    socket.onopen = current(() => {
      opened = true;
      this.#beat = setInterval(() => this.#sendBeat(), BEAT_EVERY);
      this.#lastBeat = Date.now();
      this.#heard();
    });
    socket.onmessage = current(({ data }: MessageEvent) => this.#received(data));
    socket.onclose = current(({ code }: CloseEvent) => {
      if (code === TRY_LATER) return this.#full();
      // Nothing is wrong: `wake` connects anew when there is something to say.
      if (code === UNKNOWN && !this.#options.named()) return this.#drop(GIVEN_UP);
      if (code !== REPLACED) {
        this.#lost();
        if (!opened) void this.#search.refused();
        return;
      }
      this.stop();
      this.#options.changed("replaced");
    });
  }

  #received(data: unknown): void {
    this.#heard();
    const message = v.safeParse(v.pipe(v.string(), v.parseJson(), ServerMessage), data);
    if (!message.success) return this.#options.other(data);
    if (message.output.type === "ready") {
      this.#attempts = 0;
      this.#search.end();
    }
    if (saysFull(message.output)) return this.#full();
    if (message.output.type === "beat") {
      // In a hidden page timers are slow, but messages come: the server's beat reminds us of ours.
      if (Date.now() - this.#lastBeat > BEAT_EVERY / 2) this.#sendBeat();
      return;
    }
    this.#options.received(message.output);
  }

  #heard(): void {
    clearTimeout(this.#answer);
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(), SILENCE);
  }

  #sendBeat(): void {
    this.#lastBeat = Date.now();
    this.send({ type: "beat" });
    clearTimeout(this.#answer);
    this.#answer = setTimeout(() => this.#lost(), this.#urgent ? URGENT.answer : ANSWER);
  }

  /** The connection is dead, whether the browser knows or not. */
  #lost(): void {
    const was = this.#socket?.readyState === WebSocket.OPEN;
    this.#drop(GIVEN_UP);
    if (!this.#running) return;
    this.#search.begin();
    this.#options.changed(this.#search.standing);
    if (this.#urgent) {
      this.#retry = setTimeout(() => this.#connect(), (was ? URGENT.again / 4 : URGENT.again) * Math.random());
      return;
    }
    const longest = Math.min(LONGEST, SHORTEST * 2 ** ++this.#attempts);
    // Jitter: a server that restarts must not meet everyone at once.
    this.#retry = setTimeout(() => this.#connect(), (longest * (1 + Math.random())) / 2);
  }

  /** The server is there, and has no room: everybody who waits for it must not come back at once. */
  #full(): void {
    this.#drop(GIVEN_UP);
    this.#search.end();
    this.#attempts = 0;
    this.#options.changed("full");
    const { shortest, longest } = NO_ROOM;
    this.#retry = setTimeout(() => this.#connect(), shortest + (longest - shortest) * Math.random());
  }

  #drop(code: number): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    clearTimeout(this.#answer);
    clearInterval(this.#beat);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close(code);
  }
}

/** Not about a call: there is no room for this page itself. */
function saysFull(message: ServerMessage): boolean {
  return message.type === "error" && message.data.code === "full" && message.data.target === undefined;
}
