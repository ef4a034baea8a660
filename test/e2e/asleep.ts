/** Phones that go to sleep. */
import type { Person } from "./person.ts";

/** In the page: `asleep()` is what a phone does that is put into a pocket. Its socket dies without a goodbye; a reload wakes it. */
export function canSleep(): void {
  const sockets: WebSocket[] = [];
  const Native = WebSocket;
  const open = class extends Native {
    constructor(url: string | URL) {
      super(url);
      sockets.push(this);
    }
  };
  const asleep = (): void => {
    // Where nobody answers.
    window.WebSocket = class extends Native {
      constructor() {
        super(`wss://${location.host}/nowhere`);
      }
    };
    for (const socket of sockets) socket.close(4000);
  };
  Object.assign(window, { WebSocket: open, asleep });
}

/** The phone goes into the pocket. */
export async function putAway(person: Person): Promise<void> {
  await person.page.evaluate(() => (window as unknown as { asleep(): void }).asleep());
}
