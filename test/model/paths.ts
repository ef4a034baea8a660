/** What peer connections do between pages: find a path, connect, fall silent, say goodbye. */
import type { Reason } from "../../src/call/call.ts";
import type { Page } from "./page.ts";
import type { World } from "./world.ts";

/** One end of a peer connection. */
export interface End {
  readonly page: Page;
  readonly call: string;
  readonly peer: string;
  /** The other end, once each has the other's description. */
  other?: End;
  local?: string;
  remote?: string;
  connected: boolean;
  silent: boolean;
  closed: boolean;
}

/** Silence that a link takes for trouble, and how long it waits for a word when the other end has closed; in milliseconds. */
const SILENCE = 2_000;
const NO_WORD = 1_000;

export class Paths {
  readonly #world: World;
  /** Pairs of people between whom there is no path, as `pairOf` writes them. */
  readonly #blocked = new Set<string>();
  /** Ends that are open. */
  readonly open = new Set<End>();

  constructor(world: World) {
    this.#world = world;
  }

  make(page: Page, call: string, peer: string): End {
    const end: End = { page, call, peer, connected: false, silent: false, closed: false };
    this.open.add(end);
    return end;
  }

  /** Between two people no path can be found, or it can again. */
  block(a: string, b: string, blocked: boolean): void {
    const pair = pairOf(a, b);
    if (blocked) this.#blocked.add(pair);
    else this.#blocked.delete(pair);
    for (const end of this.open) if (end.connected && pairOf(end.page.person.id, end.peer) === pair) this.#listen(end);
  }

  mend(): void {
    this.#blocked.clear();
    for (const end of this.open) if (end.connected) this.#listen(end);
  }

  /** If both descriptions of one call are where they belong, media flows, should there be a path. */
  seek(end: End): void {
    const other = this.#world.person(end.peer).pages.find(({ link }) => link && fit(end, link))?.link;
    if (!other) return;
    end.other = other;
    other.other = end;
    const { clock, random } = this.#world;
    for (const each of [end, other]) {
      clock.after(random.between(10, 300), () => {
        if (each.closed || each.connected || !this.#passable(each)) return;
        each.connected = true;
        each.page.dispatch({ type: "connected", call: each.call, at: clock.now });
        this.#listen(each);
      });
    }
  }

  /** An end is closed, with a word by the channel; or without one, which the other notices, unless the device died. */
  close(end: End, tell: Reason | undefined, died = false): void {
    end.closed = true;
    this.open.delete(end);
    const { other } = end;
    if (!other?.connected || other.closed) return;
    this.#listen(other);
    if (died || !end.connected || !this.#passable(end)) return;
    const { clock, random } = this.#world;
    clock.after(random.between(1, 100) + (tell === undefined ? NO_WORD : 0), () => {
      if (other.closed || !this.#passable(other)) return;
      other.page.dispatch(
        tell === undefined
          ? { type: "link-failed", call: other.call }
          : { type: "farewell", call: other.call, reason: tell },
      );
    });
  }

  /** Nothing is heard for a while: say so; heard again: say so too. */
  #listen(end: End): void {
    const { clock } = this.#world;
    const lastHeard = clock.now;
    clock.after(SILENCE, () => {
      if (end.closed) return;
      const heard = end.other?.closed === false && this.#passable(end);
      if (heard === !end.silent) return;
      end.silent = !heard;
      end.page.dispatch(heard ? { type: "alive", call: end.call } : { type: "silent", call: end.call, at: lastHeard });
    });
  }

  #passable({ page, peer }: End): boolean {
    return !this.#blocked.has(pairOf(page.person.id, peer));
  }
}

function fit(a: End, b: End): boolean {
  if (a.call !== b.call || b.closed || a.local === undefined || b.local === undefined) return false;
  return a.remote === b.local && b.remote === a.local;
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
