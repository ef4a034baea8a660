/** Connections made by hand, on which anything can be said. */
import { connect as connectPlainly, type Socket } from "node:net";
import { connect as connectSecurely, type TLSSocket } from "node:tls";
import { within } from "./witnesses.ts";

/** How a connection ends: in order, without waiting for the other's end, by a reset, or the server must end it. */
export type End = "fin" | "leave" | "rst" | "server";

export class Line {
  readonly raw: Socket;
  /** Settles when it is closed, from whichever side. */
  readonly closed: Promise<void>;
  #secure: TLSSocket | undefined;

  constructor(port: number) {
    this.raw = connectPlainly({ port, host: "127.0.0.1", noDelay: true });
    // What goes wrong ends it, and that is what is waited for.
    this.raw.on("error", () => this.raw.destroy());
    this.closed = new Promise((resolve) => this.raw.once("close", () => resolve()));
  }

  /** Shake hands, or be thrown out. */
  async secure(): Promise<void> {
    const secure = connectSecurely({ socket: this.raw, rejectUnauthorized: false });
    secure.on("error", () => this.raw.destroy());
    this.#secure = secure;
    await within(Promise.race([new Promise((resolve) => secure.once("secureConnect", resolve)), this.closed]));
  }

  /** Become a WebSocket; true if the server agrees. */
  async upgrade(): Promise<boolean> {
    return (await this.status(["Host: 127.0.0.1"])) === "101";
  }

  /** Ask to become one, with these headers; resolves with the status of the answer, or with nothing if it was closed instead. */
  async status(headers: readonly string[]): Promise<string> {
    const lines = [
      "GET /rtc HTTP/1.1",
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      ...headers,
    ];
    const answered = new Promise<[Buffer]>((resolve) => this.stream.once("data", (data: Buffer) => resolve([data])));
    this.write(Buffer.from(`${lines.join("\r\n")}\r\n\r\n`));
    const [answer] = (await within(Promise.race([answered, this.closed]))) ?? [];
    return answer?.toString("latin1").slice("HTTP/1.1 ".length, "HTTP/1.1 101".length) ?? "";
  }

  get stream(): Socket {
    return this.#secure ?? this.raw;
  }

  write(bytes: Buffer): void {
    if (this.stream.writable) this.stream.write(bytes);
  }

  /** End it, and wait until it has ended. */
  async end(how: End): Promise<void> {
    // What nobody reads would keep the end from being seen.
    this.stream.resume();
    if (how === "rst") this.raw.resetAndDestroy();
    if (how === "fin") this.stream.end();
    if (how === "leave") this.stream.end(() => this.raw.destroy());
    await within(this.closed);
  }
}
