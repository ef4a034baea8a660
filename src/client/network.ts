/** Calls `changed` when this device may be on another network now, as far as the browser tells. */
export function watchNetwork(changed: () => void): void {
  addEventListener("online", changed);
  // Where there is one, it tells of another kind of network, such as Wi-Fi, and of estimates, which mean nothing here.
  const { connection } = navigator as Navigator & { connection?: EventTarget & { type?: string } };
  let kind = connection?.type;
  connection?.addEventListener("change", () => {
    if (connection.type === kind) return;
    kind = connection.type;
    changed();
  });
}
