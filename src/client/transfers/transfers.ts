/** Files on their way: one transfer for each offer, made and answered here. What is shown of them is said by `changed`. */
import type { FilesMessage } from "../../protocol/talk.ts";
import type { People } from "../people.ts";
import type { Transfer } from "../talk-state.ts";

export interface TransfersOptions {
  /** The others who are here. */
  people(): People;
  iceServers(): RTCIceServer[];
  /** Say this to somebody, by whichever way there is; false if there is none at this moment. */
  post(peer: string, message: FilesMessage): boolean;
  /** How the call of this page, if there is one, gets on beside the files. */
  load(): "free" | "call" | "suffering";
  /** These files may be taken without asking, as the user has set. */
  welcome(peer: string, files: Transfer["files"]): boolean;
  /** A transfer is new, or is now this. */
  changed(transfer: Transfer): void;
  /** A sentence about what went wrong before there was a transfer. */
  problem(sentence: string): void;
}

export class Transfers {
  readonly #options: TransfersOptions;

  constructor(options: TransfersOptions) {
    this.#options = options;
  }

  /** Offer files to somebody: one transfer for each hundred of them. */
  offer(_peer: { id: string; name: string }, _files: readonly File[]): void {
    void this.#options;
  }

  answer(_mid: string, _accept: boolean): void {}

  hold(_mid: string, _paused: boolean): void {}

  cancel(_mid: string): void {}

  again(_mid: string): void {}

  save(_mid: string, _file?: number): void {}

  /** Somebody has said something about files. */
  received(_from: { id: string; name: string }, _message: FilesMessage): void {}

  /** The other's page shows an offer of this one. */
  delivered(_from: string, _mid: string): void {}

  /** The server could not pass something on. */
  refused(_peer: string, _mid: string, _code: string): void {}

  /** The connection to the server is new, or somebody has come back: say again what may have been lost. */
  relisted(): void {}

  /** What is kept of these is not needed any more. */
  forget(_mids: readonly string[]): void {}

  /** The page goes away: tell the others, and let everything go. */
  leave(): void {}
}
