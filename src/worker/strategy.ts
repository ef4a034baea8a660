/** What the service worker does about a request. Pure. */

/**
 * `shell`: the page as it was kept, at once, and a newer one fetched beside it. `newest`: the page from the server, the kept one only if
 * the server cannot be reached. `kept`: a file that never changes. `pass`: none of its business, as if there were no worker.
 */
export type Strategy = "shell" | "newest" | "kept" | "pass";

/** What is asked for, as the Fetch standard's `Request` has it. */
export interface Asked {
  method: string;
  mode: string;
  url: string;
  /** In a navigation: `default` for a link or an address, `force-cache` for Back, `no-cache` or `reload` for a reload. */
  cache: string;
  /** Whether the browser says that it is a reload; not all do. */
  isReloadNavigation?: boolean;
}

const RELOADS = new Set(["no-cache", "reload", "no-store"]);

/**
 * Only the page itself, and the build's files, whose names change with their contents (`/assets/`). So the authority, its profile and the
 * file by which a page finds out whether the server answers always come from the server, or not at all.
 * @param origin the worker's own
 */
export function strategyFor({ method, mode, url, cache, isReloadNavigation = false }: Asked, origin: string): Strategy {
  const { origin: theirs, pathname } = new URL(url);
  if (method !== "GET" || theirs !== origin) return "pass";
  if (mode === "navigate") {
    if (pathname !== "/") return "pass";
    return isReloadNavigation || RELOADS.has(cache) ? "newest" : "shell";
  }
  return pathname.startsWith("/assets/") ? "kept" : "pass";
}
