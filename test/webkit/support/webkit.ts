/** WebKit on a display of its own, which nobody sees. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { findWebKit } from "../../../scripts/webkit.mjs";
import { STARTUP, until } from "../../e2e/wait.ts";
import { freePort } from "../../helpers/free-port.ts";
import { command, WebDriverSession } from "./webdriver.ts";

/** Larger than any window. */
const SCREEN = "1400x1000x24";

export interface OpenOptions {
  /** Passes certificates' warnings by, as a user would; it is the default. */
  insecure?: boolean;
  /** Further arguments of the browser, such as `--dark-mode`. */
  args?: readonly string[];
}

export class WebKit {
  /** The number of the display, as X programs take it: ":7". */
  readonly display: string;
  readonly #browser: string;
  readonly #port: number;
  readonly #home: string;
  readonly #programs: readonly ChildProcess[];

  private constructor(browser: string, display: string, port: number, home: string, programs: readonly ChildProcess[]) {
    this.#browser = browser;
    this.display = display;
    this.#port = port;
    this.#home = home;
    this.#programs = programs;
  }

  /** Starts a display, and WebKit's driver on it. @throws {Error} they are not installed, or do not start */
  static async start(): Promise<WebKit> {
    const found = findWebKit();
    if (!found) throw new Error("There is no WebKit: see noWebKit in scripts/webkit.mjs");
    const home = mkdtempSync(join(tmpdir(), "earshot-webkit-"));
    const screen = start([found.display, "-displayfd", "3", "-screen", "0", SCREEN, "-nolisten", "tcp"], process.env);
    const display = `:${await firstLine(screen.stdio[3] as Readable)}`;
    const port = await freePort();
    const driver = start([found.driver, `--port=${port}`], { ...process.env, ...settings(home, display) });
    const listens = (): Promise<boolean> => command(port, "GET", "/status").then(Boolean, () => false);
    await until("WebKit's driver", listens, Boolean, STARTUP);
    return new WebKit(found.browser, display, port, home, [driver, screen]);
  }

  /** Starts a browser that remembers nothing. The driver has one at a time. */
  open({ insecure = true, args = [] }: OpenOptions = {}): Promise<WebDriverSession> {
    return WebDriverSession.start(this.#port, {
      acceptInsecureCerts: insecure,
      "webkitgtk:browserOptions": { binary: this.#browser, args: ["--automation", ...args] },
    });
  }

  async end(): Promise<void> {
    for (const program of this.#programs) {
      if (program.exitCode !== null || program.signalCode !== null) continue;
      const ended = once(program, "exit");
      program.kill();
      await ended;
    }
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** The environment of a browser that looks for no desktop, and leaves the user's folders alone. */
function settings(home: string, display: string): NodeJS.ProcessEnv {
  return {
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: home,
    DISPLAY: display,
    LANG: "en_US.UTF-8",
    LANGUAGE: "en_US",
    // A session's bus, its accessibility and its portals would be started, and waited for, where there are none.
    DBUS_SESSION_BUS_ADDRESS: "disabled:",
    NO_AT_BRIDGE: "1",
    GTK_USE_PORTAL: "0",
    LIBGL_ALWAYS_SOFTWARE: "1",
    // It is written at the very end, when the folder is removed already.
    MESA_SHADER_CACHE_DISABLE: "1",
    // WebKit refuses to run as root with its sandbox.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  };
}

/** Starts a program that ends with this one, however that ends. Its file descriptor 3 is a pipe. */
function start(program: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn("setpriv", ["--pdeathsig", "KILL", ...program], { env, stdio: ["ignore", "ignore", "ignore", "pipe"] });
}

async function firstLine(stream: Readable): Promise<string> {
  let read = "";
  for await (const chunk of stream) {
    read += String(chunk);
    if (read.includes("\n")) return read.trim();
  }
  throw new Error("Xvfb does not start");
}
