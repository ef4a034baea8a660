/** Words and files between people: joins the parts of this folder and of transfers. Loaded after the page. */
import type { Arrival, Refused, TalkPart } from "../correspondence.ts";
import type { Memory } from "../memory.ts";
import type { AppState } from "../state.ts";
import type { Store } from "../store.ts";
import type { TalkIntent } from "../talk-state.ts";
import type { TalkMessage } from "../../protocol/talk.ts";

export interface TalkingOptions {
  store: Store<AppState>;
  memory: Memory;
  iceServers(): RTCIceServer[];
  /** By the channel of the call with this person; false if there is none that works at this moment. */
  byChannel(peer: string, message: { type: string }): boolean;
  /** By the server; false while there is no connection. */
  byServer(message: TalkMessage): boolean;
  /** Something has come that the user does not look at. */
  tone(): void;
}

export class Talking implements TalkPart {
  readonly #options: TalkingOptions;

  constructor(options: TalkingOptions) {
    this.#options = options;
  }

  arrived(_arrival: Arrival): void {
    void this.#options;
  }

  refused(_refused: Refused): void {}

  act(_intent: TalkIntent): boolean {
    return false;
  }

  relisted(): void {}

  leave(): void {}
}
