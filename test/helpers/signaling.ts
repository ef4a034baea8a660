/** The real `/rtc` endpoint over TLS on this computer, and a client that says and hears anything. */
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClientOptions, WebSocket } from "ws";
import { createIdentity } from "../../src/server/identity.ts";
import { makeCertificate } from "../../src/server/certificate/make-certificate.ts";
import type { Log } from "../../src/server/log.ts";
import { Meter } from "../../src/server/meter.ts";
import { serveSignaling, type Signaling, type SignalingOptions } from "../../src/server/signaling.ts";

export const identity = createIdentity(Buffer.alloc(32, 7));

/** Key and certificate, as `createServer` wants them; made in a folder that is gone again. */
export async function certificate(): Promise<{ key: Buffer; cert: Buffer }> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-signaling-"));
  try {
    const paths = { keyPath: join(folder, "key.pem"), certPath: join(folder, "cert.pem") };
    await makeCertificate(paths);
    return { key: readFileSync(paths.keyPath), cert: readFileSync(paths.certPath) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A log that nobody reads. */
export const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** An endpoint as tests have it, unless they say otherwise. */
export const OPTIONS: SignalingOptions = {
  version: "v1",
  identity,
  iceServers: [],
  addresses: () => ["https://192.0.2.1:3000"],
  room: { people: 2_000, perAddress: 64 },
  log: quiet,
  meter: new Meter(),
};

export interface Endpoint {
  readonly port: number;
  readonly signaling: Signaling;
  /** Tell everyone that the server stops, as main.ts does. */
  stop(): void;
  close(): Promise<void>;
}

export async function serve(
  pair: { key: Buffer; cert: Buffer },
  more: Partial<SignalingOptions> = {},
): Promise<Endpoint> {
  const server = createServer(pair);
  const signaling = serveSignaling(server, { ...OPTIONS, ...more });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    signaling,
    stop: () => signaling.close(),
    async close() {
      signaling.close();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A frame, of whatever type. */
export interface Heard {
  type: string;
  id?: string;
  version?: string;
  data: { [field: string]: unknown };
}

export class Client {
  readonly socket: WebSocket;
  readonly heard: Heard[] = [];
  /** Settles when the socket is closed, with its code. */
  readonly closed: Promise<number>;
  #wake: () => void = () => {};

  constructor(port: number, protocols: string[] = [], options: ClientOptions = {}) {
    this.socket = new WebSocket(`wss://127.0.0.1:${port}/rtc`, protocols, { rejectUnauthorized: false, ...options });
    this.socket.on("message", (data: Buffer) => {
      this.heard.push(JSON.parse(data.toString()) as Heard);
      this.#wake();
    });
    // A socket that is cut says so; who waits for a frame is told by its own timeout.
    this.socket.on("error", () => {});
    this.closed = once(this.socket, "close").then(([code]) => code as number);
  }

  /** Take the first frame that fits, among those heard and those to come; the ones before it are forgotten. */
  async next(type: string, fits: (message: Heard) => boolean = () => true): Promise<Heard> {
    for (;;) {
      const found = this.heard.findIndex((message) => message.type === type && fits(message));
      const message = this.heard[found];
      if (message) {
        this.heard.splice(0, found + 1);
        return message;
      }
      // The test's own timeout says that nothing came.
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  say(type: string, data?: object): void {
    this.socket.send(JSON.stringify({ type, data }));
  }

  /** Say who this is, under an id that the server knows to be proven, and wait for the list. */
  async join(id: string, more: object = {}): Promise<Heard> {
    await this.next("ready");
    this.say("identify", { id, name: id, token: identity.tokenFor(id), protocol: 1, ...more });
    return this.next("peers");
  }
}
