/**
 * Words and files between people come with a part of their own, after the page, like other things that the directory does without. What
 * arrives before it is there waits for it; and so does what the user wants.
 */
import type { TalkIntent } from "./talk-state.ts";

/** Something that somebody has said. */
export interface Arrival {
  /** Who, where it came by the channel of a call; by the server it is in the message. */
  readonly from?: { readonly id: string; readonly name: string; readonly legacy: boolean };
  /** As it came: JSON that nobody has looked at. */
  readonly message: unknown;
}

/** The server has not passed something on. */
export interface Refused {
  readonly code: string;
  readonly target: string;
  readonly mid: string;
}

/** What the part is to the page: see talk/talk.ts. */
export interface TalkPart {
  arrived(arrival: Arrival): void;
  refused(refused: Refused): void;
  /** Do what the user wants; false if it cannot be done. */
  act(intent: TalkIntent): boolean;
  /** The connection to the server is new, and the list of people whole: say again what may have been lost. */
  relisted(): void;
  /** The page goes away. */
  leave(): void;
}

/** How much waits for the part, at most. */
const MOST_WAITING = 200;

export class Correspondence {
  readonly #load: () => Promise<TalkPart>;
  readonly #missing: () => void;
  #part: TalkPart | undefined;
  #loading: Promise<boolean> | undefined;
  #waiting: ((part: TalkPart) => void)[] = [];

  /** `missing`: the user wants something of it, and it could not be loaded. */
  constructor(load: () => Promise<TalkPart>, missing: () => void) {
    this.#load = load;
    this.#missing = missing;
  }

  /** Load it now, once. False if that was not possible: the next need tries again. */
  need(): Promise<boolean> {
    this.#loading ??= this.#begin();
    return this.#loading;
  }

  arrived(arrival: Arrival): void {
    this.#tell((part) => part.arrived(arrival));
  }

  refused(refused: Refused): void {
    this.#tell((part) => part.refused(refused));
  }

  /** False if it could not be done (yet): what was written stays where it was. */
  act(intent: TalkIntent): boolean {
    if (this.#part) return this.#part.act(intent);
    void this.#later(intent);
    return intent.type !== "say";
  }

  relisted(): void {
    // Without the server it would be in vain.
    void this.need();
    this.#tell((part) => part.relisted());
  }

  leave(): void {
    this.#part?.leave();
  }

  async #later(intent: TalkIntent): Promise<void> {
    if (!(await this.need())) this.#missing();
    else if (intent.type !== "say") this.#part?.act(intent);
  }

  #tell(say: (part: TalkPart) => void): void {
    if (this.#part) return say(this.#part);
    if (this.#waiting.length < MOST_WAITING) this.#waiting.push(say);
    void this.need();
  }

  async #begin(): Promise<boolean> {
    try {
      const part = await this.#load();
      this.#part = part;
      for (const say of this.#waiting) say(part);
      this.#waiting = [];
      return true;
    } catch {
      // Not reachable at this moment; whoever needs it tries again.
      this.#loading = undefined;
      return false;
    }
  }
}
