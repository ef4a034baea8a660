/** One person at a real WebKit, as Person is at Chromium. */
import { until } from "../../e2e/wait.ts";
import { findShown, type Role, ROLES, type Shown } from "../../helpers/roles.ts";
import { NOTES } from "./watched-build.ts";
import type { ElementReference, WebDriverSession } from "./webdriver.ts";

type Read = Omit<Shown<never>, "element">;

export class WebKitPerson {
  readonly name: string;
  readonly session: WebDriverSession;
  readonly #url: string;

  /** `session` is that of a browser that knows nothing of the server yet, which is at `url`. */
  constructor(name: string, session: WebDriverSession, url: string) {
    this.name = name;
    this.session = session;
    this.#url = url;
  }

  /** Opens the page. */
  visit(): Promise<void> {
    return this.session.goTo(this.#url);
  }

  /** Opens the page as on a first visit, gives a name, and waits for the directory. */
  async join(): Promise<void> {
    await this.visit();
    await this.type("Your name", this.name);
    await this.press("Join");
    await this.waitFor("button", "Settings");
  }

  /** Waits for an element with this role and this name. */
  async waitFor(role: Role, name: string): Promise<void> {
    await this.with(role, name, () => Promise.resolve());
  }

  /**
   * Waits for an element with this role and this name, and does something with it: again, if the page replaces or
   * covers it meanwhile.
   */
  async with<T>(role: Role, name: string, act: (element: ElementReference) => Promise<T>): Promise<T> {
    let result: T | undefined;
    const attempt = async (): Promise<string[] | undefined> => {
      try {
        const element = await this.#find(role, name);
        if (!element) return (await this.all(role)).map(({ label }) => label);
        result = await act(element);
        return undefined;
      } catch (error) {
        if (!/stale element reference|element click intercepted/u.test(String(error))) throw error;
        return [String(error)];
      }
    };
    await until(`the ${role} ${name} at ${this.name}`, attempt, (others) => others === undefined);
    return result as T;
  }

  /** Waits until an element with this role reads so; gives all that it reads. */
  async reads(role: Role, expected: RegExp): Promise<string> {
    const matching = (all: Read[]): Read | undefined => all.find(({ text }) => expected.test(text));
    const all = await until(
      `a ${role} with ${expected} at ${this.name}`,
      () => this.all(role),
      (all) => matching(all) !== undefined,
    );
    return matching(all)!.text;
  }

  /** Waits until nothing with this role reads so. */
  async readsNot(role: Role, unexpected: RegExp): Promise<void> {
    const none = (all: Read[]): boolean => all.every(({ text }) => !unexpected.test(text));
    await until(`no ${role} with ${unexpected} at ${this.name}`, () => this.all(role), none);
  }

  /** What the elements with this role that are shown at this moment are called and read. */
  all(role: Role): Promise<Read[]> {
    const read = (find: typeof findShown, selector: string): Read[] =>
      find(selector).map(({ label, text }) => ({ label, text }));
    return this.session.run(read, findShown, ROLES[role]);
  }

  /** Presses an element, a button unless said otherwise, as a mouse does. */
  press(name: string, role: Role = "button"): Promise<void> {
    return this.with(role, name, (element) => this.session.click(element));
  }

  /** Types into a text field, in place of what it holds. */
  type(name: string, text: string): Promise<void> {
    return this.with("textbox", name, async (field) => {
      await this.session.run((element: HTMLInputElement) => element.select(), field);
      await this.session.type(field, text);
    });
  }

  /**
   * All errors of the page since it was opened first, all that the content security policy has stopped, and all
   * requests to elsewhere.
   */
  complaints(): Promise<string[]> {
    return this.session.run((key: string) => {
      const urls = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
      const elsewhere = urls.filter(({ host, protocol }) => host !== location.host && protocol.startsWith("http"));
      const notes = JSON.parse(sessionStorage.getItem(key) ?? "[]") as string[];
      return [...notes, ...elsewhere.map(({ href }) => `request to ${href}`)];
    }, NOTES);
  }

  /** Opens something else of the server. The page is in the browser's page cache then, if it may be there at all. */
  lookAway(): Promise<void> {
    return this.session.goTo(`${this.#url}/ready.txt`);
  }

  /** Leaves the page, which says goodbye to the server, and lets the browser forget all that it has kept. */
  async leave(): Promise<void> {
    await this.lookAway();
    await this.session.run(async () => {
      localStorage.clear();
      sessionStorage.clear();
      const names = (await indexedDB.databases()).map(({ name = "" }) => name);
      const deleted = (request: IDBOpenDBRequest): Promise<unknown> =>
        new Promise((resolve) => (request.onsuccess = request.onerror = resolve));
      await Promise.all(names.map((name) => deleted(indexedDB.deleteDatabase(name))));
    });
  }

  async #find(role: Role, name: string): Promise<ElementReference | undefined> {
    const named = (find: typeof findShown, selector: string, name: string): HTMLElement | undefined =>
      find(selector).find(({ label }) => label === name)?.element;
    return (await this.session.run<ElementReference | null>(named, findShown, ROLES[role], name)) ?? undefined;
  }
}
