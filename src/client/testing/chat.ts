/** How the chat of somebody in a test differs from that of a page: it sounds and notifies nowhere, and saves no file on the disk. */
import { BrowserHistory, type History } from "../talk/history.ts";
import type { TalkingOptions } from "../talk/talking.ts";
import { MemoryKeeping } from "../transfers/keeping-memory.ts";
import { Transfers, type TransfersOptions } from "../transfers/transfers.ts";

/** How much is kept of files that somebody is handed, in bytes. */
const ROOM = 1024 ** 3;

export interface QuietChatOptions {
  /** Where conversations are kept in IndexedDB; absent where they are forgotten with the page. */
  database: string | undefined;
  connect: TransfersOptions["connect"];
  save: TransfersOptions["save"];
}

type QuietChat = Pick<TalkingOptions, "tone" | "tell" | "page" | "history" | "transfers">;

/** The options of `Talking` that tests replace. */
export function quietChat({ database, connect, save }: QuietChatOptions): QuietChat {
  return {
    tone: () => undefined,
    tell: () => undefined,
    page: { visible: () => true, away: () => false, turned: () => undefined, guard: () => undefined },
    history: database === undefined ? unkept : new BrowserHistory(database),
    transfers: (options) =>
      new Transfers({
        ...options,
        connect,
        keeping: new MemoryKeeping(ROOM),
        save,
        thumbnail: () => Promise.resolve(undefined),
      }),
  };
}

const unkept: History = {
  load: () => Promise.resolve({ people: [], sending: [] }),
  lines: () => Promise.resolve([]),
  write: () => Promise.resolve(),
};
