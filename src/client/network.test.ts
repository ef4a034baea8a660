import { afterEach, describe, expect, it, vi } from "vitest";
import { watchNetwork } from "./network.ts";

describe("watchNetwork", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  /** A browser's window and, where `type` is given, what it knows of the network. */
  function browser(type?: string) {
    const page = new EventTarget();
    const connection = type === undefined ? undefined : Object.assign(new EventTarget(), { type });
    vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
    vi.stubGlobal("navigator", { connection });
    const changed = vi.fn();
    watchNetwork(changed);
    return { page, connection, changed };
  }

  it("calls back when the device is online again", () => {
    const { page, changed } = browser();
    page.dispatchEvent(new Event("online"));
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it("calls back when the kind of network is another, and not for new estimates of the same", () => {
    const { connection, changed } = browser("wifi");
    connection?.dispatchEvent(new Event("change"));
    expect(changed).not.toHaveBeenCalled();
    Object.assign(connection ?? {}, { type: "cellular" });
    connection?.dispatchEvent(new Event("change"));
    connection?.dispatchEvent(new Event("change"));
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
