/** What has come since the user looked away, for the system to tell: one notification for each person, the latest of what they said. */
import type { Notice } from "../board.ts";
import type { FilesLine, TextLine } from "../talk-state.ts";
import { telling } from "../words/telling.ts";
import { snippetOf } from "./shown.ts";

/** How often it sounds at most, in milliseconds. */
const TONE = 2_000;

export interface NewsOptions {
  /** In milliseconds since 1970. */
  now(): number;
  away(): boolean;
  preferences(): { readonly silent: boolean; readonly doNotDisturb: boolean };
  tone(): void;
  /** Let the system show these, and no others. */
  tell(notices: readonly Notice[]): void;
}

export class News {
  readonly #options: NewsOptions;
  readonly #notices = new Map<string, Notice>();
  #toned = -Infinity;

  constructor(options: NewsOptions) {
    this.#options = options;
  }

  /** Something has come that is not on the screen. */
  add(peer: string, name: string, line: TextLine | FilesLine): void {
    const { now, away, preferences, tone } = this.#options;
    const { silent, doNotDisturb } = preferences();
    if (now() - this.#toned >= TONE) {
      this.#toned = now();
      tone();
    }
    if (!away() || doNotDisturb) return;
    this.#notices.delete(peer);
    this.#notices.set(peer, { tag: `talk ${peer}`, title: name, body: bodyOf(line), peer, insistent: false, silent });
    this.#tell();
  }

  /** They have been read. */
  read(peer: string): void {
    if (this.#notices.delete(peer)) this.#tell();
  }

  /** The user has turned to the page: they see there what has come. */
  seen(): void {
    if (this.#notices.size === 0 || this.#options.away()) return;
    this.#notices.clear();
    this.#tell();
  }

  #tell(): void {
    this.#options.tell([...this.#notices.values()]);
  }
}

function bodyOf(line: TextLine | FilesLine): string {
  return line.kind === "text" ? snippetOf(line.text) : telling().wantsToSend(line.files.length);
}
