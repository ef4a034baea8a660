/** Makes the parts that tell the user of calls beside the page, or keep a phone's screen on, and joins them with the client. */
import { Alerts } from "./alerts.ts";
import type { Client } from "./create-client.ts";
import { Reachability } from "./reachability.ts";

/** Returns both parts, and `start`, before which nothing sounds, is shown or keeps the screen on. */
export function createAlerts({ store, memory, session }: Pick<Client, "store" | "memory" | "session">) {
  const reachability = new Reachability({ store, told: () => memory.remember({ toldAsleep: true }) });
  const alerts = new Alerts({
    store,
    screenRefused: () => reachability.refused(),
    chosen(choice) {
      const { call } = store.value;
      if (choice === "decline") session.hangUp();
      else session.accept(call.phase === "ringing" && call.video);
    },
    opened: (conversation) => store.set({ conversation }),
  });
  return {
    alerts,
    reachability,
    start(): void {
      alerts.start();
      reachability.start();
    },
  };
}
