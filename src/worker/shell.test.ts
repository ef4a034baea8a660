import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const ORIGIN = "https://192.168.1.20:3000";
const page = (name: string, assets: string[]) =>
  `<meta name="version" content="${name}">` +
  assets.map((asset) => `<script src="/assets/${asset}"></script>`).join("") +
  `<link rel="icon" href="/icon.svg">`;

/** A browser's cache, which tells in what order it was changed. */
class FakeCache {
  readonly kept = new Map<string, string>();
  readonly done: string[] = [];
  match(path: string): Promise<Response | undefined> {
    const body = this.kept.get(path);
    return Promise.resolve(body === undefined ? undefined : new Response(body));
  }
  /** Paths for which there is no room. */
  readonly full = new Set<string>();
  async put(path: string, response: Response): Promise<void> {
    if (this.full.has(path)) throw new DOMException("no room", "QuotaExceededError");
    this.kept.set(path, await response.text());
    this.done.push(`put ${path}`);
  }
  keys(): Promise<Request[]> {
    return Promise.resolve([...this.kept.keys()].map((path) => new Request(ORIGIN + path)));
  }
  delete(request: Request | string): Promise<boolean> {
    const { pathname } = new URL(typeof request === "string" ? request : request.url, ORIGIN);
    this.done.push(`delete ${pathname}`);
    return Promise.resolve(this.kept.delete(pathname));
  }
}

let cache: FakeCache;
/** What the server has; a path that is missing is answered with 404, and a server that is away with nothing. */
let served: Record<string, string>;
let away: boolean;
/** Something in front of the server sends whoever asks for the page elsewhere, such as to a place to sign in. */
let redirects: boolean;
let asked: string[];
let shell: typeof import("./shell.ts");

beforeEach(async () => {
  cache = new FakeCache();
  [served, away, redirects, asked] = [{}, false, false, []];
  vi.stubGlobal("caches", { open: () => Promise.resolve(cache) });
  vi.stubGlobal("fetch", (path: string, { signal, redirect }: RequestInit = {}) => {
    asked.push(path);
    if (redirects) return Promise.resolve(redirected(redirect === "manual"));
    if (away) return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    const body = served[path];
    return Promise.resolve(new Response(body ?? "Not found", { status: body === undefined ? 404 : 200 }));
  });
  shell = await import("./shell.ts");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What a redirect comes to, if it is followed or left to the browser (Fetch, 4.4). */
function redirected(manual: boolean): Response {
  const seen = manual ? { type: "opaqueredirect", ok: false, status: 0 } : { redirected: true };
  const response = new Response(page("sign in", []));
  for (const [key, value] of Object.entries(seen)) Object.defineProperty(response, key, { value });
  return response;
}

function serve(name: string, ...assets: string[]): void {
  served = { "/": page(name, assets), ...Object.fromEntries(assets.map((asset) => [`/assets/${asset}`, asset])) };
}

describe("the kept page", () => {
  it("is kept after the files that it refers to, and they alone with it", async () => {
    serve("one", "main-1.js", "app-1.css");
    await shell.refresh();
    expect(cache.done).toEqual(["put /assets/main-1.js", "put /assets/app-1.css", "put /"]);
    expect(await (await shell.keptPage())?.text()).toBe(served["/"]);
  });

  it("gives way to a newer one as a whole: files first, then the page, then what is not needed goes", async () => {
    serve("one", "main-1.js", "app-1.css");
    await shell.refresh();
    cache.done.length = 0;
    serve("two", "main-2.js", "app-1.css");
    await shell.refresh();
    expect(cache.done).toEqual(["put /assets/main-2.js", "put /"]);
    cache.done.length = 0;
    serve("three", "main-3.js", "app-1.css");
    await shell.refresh();
    expect(cache.done).toEqual(["put /assets/main-3.js", "put /", "delete /assets/main-1.js"]);
  });

  it("leaves its files to whoever was shown it a moment ago, though the server has them no more", async () => {
    serve("one", "main-1.js");
    await shell.refresh();
    serve("two", "main-2.js");
    await shell.refresh();
    expect(await (await shell.file("/assets/main-1.js")).text()).toBe("main-1.js");
  });

  it("keeps what came later, such as a part that was loaded when needed, while the page is the same", async () => {
    serve("one", "main-1.js");
    served["/assets/later-1.js"] = "later";
    await shell.refresh();
    await shell.file("/assets/later-1.js");
    cache.done.length = 0;
    await shell.refresh();
    expect(cache.done).toEqual([]);
    expect([...cache.kept.keys()]).toContain("/assets/later-1.js");
  });

  it("stays whole if a newer one lacks a file", async () => {
    serve("one", "main-1.js");
    await shell.refresh();
    const before = [...cache.kept];
    serve("two", "main-2.js");
    delete served["/assets/main-2.js"];
    await expect(shell.refresh()).rejects.toThrow("lacks a file");
    expect([...cache.kept]).toEqual(before);
  });

  it("stays if the server answers with an error, or not in time", async () => {
    serve("one", "main-1.js");
    await shell.refresh();
    const before = [...cache.kept];
    served = {};
    await shell.refresh();
    expect([...cache.kept]).toEqual(before);
    away = true;
    vi.useFakeTimers();
    const late = expect(shell.refresh()).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(5_000);
    await late;
    expect([...cache.kept]).toEqual(before);
  });

  it("stays whole if there is no room for a newer one", async () => {
    serve("one", "main-1.js");
    await shell.refresh();
    serve("two", "main-2.js", "app-2.css");
    cache.full.add("/assets/main-2.js");
    await expect(shell.refresh()).rejects.toThrow("no room");
    expect(await (await shell.keptPage())?.text()).toContain("main-1.js");
    expect(cache.kept.has("/assets/main-1.js")).toBe(true);
  });

  it("is never one that came by a redirect, which no browser takes from a worker: that is left to the browser", async () => {
    serve("one", "main-1.js");
    await shell.refresh();
    const before = [...cache.kept];
    redirects = true;
    expect((await shell.fetchPage()).type).toBe("opaqueredirect");
    await shell.refresh();
    expect([...cache.kept]).toEqual(before);
  });

  it("is kept no more once something else answers at its address", async () => {
    serve("one", "main-1.js");
    await shell.refresh();
    served["/"] = "<title>Another program</title>";
    await shell.refresh();
    expect(await shell.keptPage()).toBeUndefined();
    serve("one", "main-1.js");
    await shell.refresh();
    expect(await (await shell.keptPage())?.text()).toBe(served["/"]);
  });

  it("is the last one of several that come at once, without a file too many", async () => {
    const pages: Response[] = [];
    for (const n of ["1", "2", "3"]) {
      serve(n, `main-${n}.js`);
      pages.push(await shell.fetchPage());
    }
    served["/assets/main-1.js"] = served["/assets/main-2.js"] = "of an older build";
    await Promise.all(pages.map(shell.keep));
    expect([...cache.kept.keys()].sort()).toEqual(["/", "/assets/main-2.js", "/assets/main-3.js"]);
  });
});

describe("a file of the build", () => {
  it("is asked for once", async () => {
    serve("one", "main-1.js");
    for (let n = 0; n < 2; n++) expect(await (await shell.file("/assets/main-1.js")).text()).toBe("main-1.js");
    expect(asked).toEqual(["/assets/main-1.js"]);
  });

  it("comes from the server where the browser has no room for it, or forbids to keep anything", async () => {
    serve("one", "main-1.js");
    cache.full.add("/assets/main-1.js");
    expect(await (await shell.file("/assets/main-1.js")).text()).toBe("main-1.js");
    vi.stubGlobal("caches", { open: () => Promise.reject(new DOMException("denied", "SecurityError")) });
    expect(await (await shell.file("/assets/main-1.js")).text()).toBe("main-1.js");
    expect(await shell.keptPage()).toBeUndefined();
  });

  it("is not kept if the server does not have it", async () => {
    expect((await shell.file("/assets/none.js")).status).toBe(404);
    expect([...cache.kept]).toEqual([]);
  });
});
