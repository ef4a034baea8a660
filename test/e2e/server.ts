/** The real server over TLS, as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { REACTION, STARTUP, until } from "./wait.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where a program runs: as it is, or by way of another one, as one of these arguments. */
export interface Place {
  /** The address of this machine there. */
  readonly address: string;
  /** What comes before a command, so that it runs there. */
  readonly enter: readonly string[];
}

const HERE: Place = { address: "127.0.0.1", enter: [] };

/** How long people who have closed their pages may stay listed, in milliseconds. If anybody is away, the server is started anew sooner. */
const LEAVING = 1_500;

/** A server process of its own, with its own state folder, certificate and port. */
export class Server {
  readonly #place: Place;
  readonly #settings: Readonly<Record<string, string>>;
  readonly folder = mkdtempSync(join(tmpdir(), "earshot-e2e-"));
  #process: ChildProcess | undefined;
  #url = "";
  /** The server runs as it was first started: no test has stopped it, or started another version. */
  #untouched = false;

  /** `settings` are variables of its environment, which win over the ones that are set here. */
  constructor(place = HERE, settings: Readonly<Record<string, string>> = {}) {
    this.#place = place;
    this.#settings = settings;
  }

  get url(): string {
    return this.#url;
  }

  get port(): number {
    return Number(new URL(this.#url).port);
  }

  /** The authority that signs its certificate: certificate and private key in PEM. */
  get authority(): { cert: string; key: string } {
    const [cert = "", key = ""] = readFileSync(join(this.folder, "authority.pem"), "utf8").split(/(?=-----BEGIN PRIV)/);
    return { cert, key };
  }

  /**
   * Makes sure that the server runs as at its first start, knows nobody and keeps nothing for anybody: starts it anew if a test
   * has done something to it, or if somebody who did not say goodbye is listed as away.
   */
  async refresh(): Promise<void> {
    if (this.#untouched && this.#running && (await this.#emptied())) return;
    await this.stop();
    await this.start();
    this.#untouched = true;
  }

  get #running(): boolean {
    return this.#process !== undefined && this.#process.exitCode === null && this.#process.signalCode === null;
  }

  async #emptied(): Promise<boolean> {
    const held = (): Promise<{ people: number; connections: number }> => this.#health();
    try {
      await until("nobody to be listed", held, ({ people, connections }) => people + connections === 0, LEAVING);
      return true;
    } catch {
      return false; // Somebody is away, which lasts for minutes; or the server does not answer. Either is mended by a new start.
    }
  }

  #health(): Promise<{ people: number; connections: number }> {
    return new Promise((resolve, reject) => {
      const request = get(`${this.#url}/health`, { rejectUnauthorized: false, agent: false }, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () => resolve(JSON.parse(text) as { people: number; connections: number }));
      });
      request.setTimeout(REACTION, () => request.destroy(new Error("The server does not answer")));
      request.on("error", reject);
    });
  }

  /** Start, or start again on the same port. `dist` is where the built app is. */
  async start(dist = join(ROOT, "dist")): Promise<void> {
    this.#untouched = false;
    const port = this.#url ? new URL(this.#url).port : "0";
    const { address, enter } = this.#place;
    const [program, ...args] = [...enter, process.execPath, join(dist, "server/main.js")];
    const server = spawn(program ?? process.execPath, args, {
      cwd: this.folder,
      env: {
        ...process.env,
        HOST: address,
        PORT: port,
        EARSHOT_HOME: this.folder,
        KEY: "",
        CERT: "",
        ICE_SERVERS: "",
        NAMES: "",
        CAROOT: "",
        ...this.#settings,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = server;
    let printed = "";
    this.#url = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`The server did not start: ${printed}`)), STARTUP);
      const read = (chunk: Buffer): void => {
        printed += chunk.toString();
        const [url] = /https:\/\/[\d.]+:\d+/u.exec(printed) ?? [];
        if (url === undefined || !printed.includes("Ctrl-C")) return;
        clearTimeout(timer);
        resolve(url);
      };
      server.stdout?.on("data", read);
      server.stderr?.on("data", read);
    });
  }

  /** End it as Ctrl-C does, or without a word. */
  async stop(signal: "SIGINT" | "SIGKILL" = "SIGINT"): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    this.#untouched = false;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, "exit");
    server.kill(signal);
    await exited;
  }

  /** At the end of the process, which cannot wait. */
  abandon(): void {
    this.#process?.kill("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** As the browser (see browser.ts), the server is kept beside the modules of the files, which share one worker process. */
const kept = globalThis as { earshotServer?: Server };

/** The server with the usual settings, that all files of this run share; ends with the process. */
export function sharedServer(): Server {
  if (!kept.earshotServer) {
    const server = (kept.earshotServer = new Server());
    // The test runner ends its worker by a signal, without an `exit`.
    process.once("exit", () => server.abandon());
    process.once("SIGTERM", () => {
      server.abandon();
      process.exit();
    });
  }
  return kept.earshotServer;
}
