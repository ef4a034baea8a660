/** A small client of WebDriver (W3C Recommendation): a session with one browser, one command after the other. */
import { request } from "node:http";
import { WORK } from "../../e2e/wait.ts";

/** The property that holds the reference to an element (WebDriver, 12.1). */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Refers to an element of the page that is shown. */
export type ElementReference = Readonly<Record<typeof ELEMENT, string>>;

/**
 * Gives one command to the driver at this port. Rejects with what the driver has against it, or after `WORK` without
 * an answer.
 */
export async function command<T>(port: number, method: string, path: string, body?: object): Promise<T> {
  const text = await new Promise<string>((resolve, reject) => {
    // WebKit's driver hangs when a connection is kept for the next request, as Node's fetch does.
    const asked = request({ host: "127.0.0.1", port, method, path, agent: false, timeout: WORK }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks).toString()));
      response.on("error", reject);
    });
    asked.on("timeout", () => asked.destroy(new Error(`The driver does not answer ${method} ${path}`)));
    asked.on("error", reject);
    asked.end(body && JSON.stringify(body));
  });
  const { value } = JSON.parse(text) as { value: { error?: string; message?: string } | null };
  if (value?.error !== undefined) throw new Error(`${value.error}: ${value.message} (${method} ${path})`);
  return value as T;
}

type InPage = (...args: never[]) => unknown;

/** One browser, and the page that it shows. */
export class WebDriverSession {
  readonly #port: number;
  readonly #path: string;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(port: number, id: string) {
    this.#port = port;
    this.#path = `/session/${id}`;
  }

  /** Starts a browser by the driver at this port. */
  static async start(port: number, capabilities: object): Promise<WebDriverSession> {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = await command<{ sessionId: string }>(port, "POST", "/session", body);
    return new WebDriverSession(port, sessionId);
  }

  /** Ends the browser. */
  end(): Promise<void> {
    return this.#ask("DELETE", "");
  }

  /** Opens an address, and waits until the page is loaded. */
  goTo(url: string): Promise<void> {
    return this.#ask("POST", "/url", { url });
  }

  reload(): Promise<void> {
    return this.#ask("POST", "/refresh", {});
  }

  back(): Promise<void> {
    return this.#ask("POST", "/back", {});
  }

  /** Sets the outer size of the window, in CSS pixels. */
  resize(width: number, height: number): Promise<void> {
    return this.#ask("POST", "/window/rect", { width, height });
  }

  /**
   * Runs a function in the page, and waits for its result. It must need nothing but its arguments, since its text alone
   * goes to the page; another such function may be one of them. Elements go in and come out as references.
   */
  run<T>(inPage: InPage, ...args: unknown[]): Promise<T> {
    const texts = args.map((arg, index) => (typeof arg === "function" ? `(${String(arg)})` : `arguments[${index}]`));
    return this.#ask("POST", "/execute/sync", {
      script: `return (${String(inPage)})(${texts.join(", ")})`,
      args: args.map((arg) => (typeof arg === "function" ? null : arg)),
    });
  }

  /** Presses an element as a mouse does, wherever it is on the screen. */
  click(element: ElementReference): Promise<void> {
    return this.#ask("POST", `/element/${element[ELEMENT]}/click`, {});
  }

  /** Types into an element as a keyboard does. */
  type(element: ElementReference, text: string): Promise<void> {
    return this.#ask("POST", `/element/${element[ELEMENT]}/value`, { text });
  }

  /** The role that assistive technology is told of. */
  role(element: ElementReference): Promise<string> {
    return this.#ask("GET", `/element/${element[ELEMENT]}/computedrole`);
  }

  /** The name that assistive technology is told of. */
  label(element: ElementReference): Promise<string> {
    return this.#ask("GET", `/element/${element[ELEMENT]}/computedlabel`);
  }

  #ask<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = this.#last.then(() => command<T>(this.#port, method, this.#path + path, body));
    this.#last = answer.catch(() => undefined);
    return answer;
  }
}
