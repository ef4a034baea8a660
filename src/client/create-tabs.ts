/** Makes this tab one of its browser's, and joins that with the client and the connection. */
import type { Client } from "./create-client.ts";
import { isBusy } from "./reload.ts";
import type { Signaling } from "./signaling.ts";
import { Tabs } from "./tabs.ts";

export interface TabsParts extends Pick<Client, "store" | "session"> {
  signaling: Pick<Signaling, "start" | "handOver">;
  /** Absent in browsers that have none. */
  locks: LockManager | undefined;
}

/** Returns tabs that are not started yet; a tab that is looked at, or busy, is not taken over without asking. */
export function createTabs({ store, session, signaling, locks }: TabsParts): Tabs {
  const tabs = new Tabs({
    locks,
    taken: () => signaling.start(),
    yielded() {
      session.replaced();
      signaling.handOver();
      store.set({ connection: "replaced" });
    },
    elsewhere: () => store.set({ connection: "replaced" }),
  });
  const engage = (): void => tabs.engage(document.visibilityState === "visible" || isBusy(store.value));
  store.subscribe(engage);
  document.addEventListener("visibilitychange", engage);
  engage();
  return tabs;
}
