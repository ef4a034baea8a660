/** Phones that go to sleep, and connections that die without a word. */
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

/** In the page: after `deaf()` nothing passes through the sockets that there are, in either direction, and they stay open. */
export function canGoDeaf(): void {
  let sockets = 0;
  let deaf = 0;
  const Native = WebSocket;
  const Mortal = class extends Native {
    constructor(url: string | URL) {
      super(url);
      const number = ++sockets;
      const dead = (): boolean => number <= deaf;
      // It is there before any that the page adds.
      this.addEventListener("message", (event) => {
        if (dead()) event.stopImmediatePropagation();
      });
      const send = this.send.bind(this);
      this.send = (data) => {
        if (!dead()) send(data);
      };
    }
  };
  Object.assign(window, { WebSocket: Mortal, deaf: () => (deaf = sockets) });
}

/** The connection dies: the server does not know, and the page finds out, since it asks. */
export async function goDeaf(person: Person): Promise<void> {
  await person.page.evaluate(() => {
    (window as unknown as { deaf(): void }).deaf();
    dispatchEvent(new Event("online"));
  });
}
