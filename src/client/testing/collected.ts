/**
 * Tells which connections the browser throws away once they are closed. It is started so that scripts may collect
 * garbage (web-test-runner.config.mjs). What must not be held is awaited by `reached`: the timer within `waitUntil`
 * holds what it looks at until its time is up.
 */
import { until } from "./until.ts";

/** How long garbage is collected at most, in milliseconds: some is thrown away only after what held it. */
const LONGEST = 5_000;

/** Settles when `good` holds: at once, or after an event of this type. */
export function reached(connection: RTCPeerConnection, type: string, good: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!good()) return;
      connection.removeEventListener(type, look);
      resolve();
    };
    connection.addEventListener(type, look);
    look();
  });
}

interface End {
  link: { close(): void };
  connection: RTCPeerConnection;
}

/** Closes these; gives their connections once they are closed. */
export async function closed(...ends: readonly End[]): Promise<WeakRef<RTCPeerConnection>[]> {
  const connections = ends.map(({ connection }) => new WeakRef(connection));
  for (const { link } of ends) link.close();
  const open = (connection: RTCPeerConnection | undefined) => connection && connection.connectionState !== "closed";
  await until("an end", () => !connections.some((connection) => open(connection.deref())));
  return connections;
}

/**
 * Collects garbage until none of these is held any more, for 5 s at most, and returns how many still are. A suspended
 * function holds what its variables refer to.
 */
export async function heldOf(objects: readonly WeakRef<object>[]): Promise<number> {
  const { gc } = globalThis;
  if (!gc) throw new Error("Start the browser with --js-flags=--expose-gc");
  const held = (): number => objects.filter((object) => object.deref()).length;
  const end = performance.now() + LONGEST;
  // In a task of its own, since until the end of this one it holds what a weak reference gave.
  while (held() > 0 && performance.now() < end) await gc({ execution: "async" });
  return held();
}
