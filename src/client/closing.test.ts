import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closeConnection } from "./closing.ts";

/** A connection whose gathering the test drives. */
class FakeConnection extends EventTarget {
  localDescription: object | null = {};
  iceGatheringState: RTCIceGatheringState = "complete";
  readonly close = vi.fn();

  tell(state: RTCIceGatheringState): void {
    this.iceGatheringState = state;
    this.dispatchEvent(new Event("icegatheringstatechange"));
  }
}

let connection: FakeConnection;
const end = (renewing?: Promise<unknown>) => closeConnection(connection as unknown as RTCPeerConnection, renewing);

beforeEach(() => {
  vi.useFakeTimers();
  connection = new FakeConnection();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a connection is closed", () => {
  it("at once when it has gathered its candidates", () => {
    end();
    expect(connection.close).toHaveBeenCalledOnce();
  });

  it("at once when it was never described, as while it rings", () => {
    connection.localDescription = null;
    connection.iceGatheringState = "new";
    end();
    expect(connection.close).toHaveBeenCalledOnce();
  });

  it.each(["new", "gathering"] as const)("when it has them, while it is %s", async (state) => {
    connection.iceGatheringState = state;
    end();
    await vi.advanceTimersByTimeAsync(300);
    connection.tell("gathering");
    await vi.advanceTimersByTimeAsync(300);
    expect(connection.close).not.toHaveBeenCalled();
    connection.tell("complete");
    // What else is told in this moment is told before.
    expect(connection.close).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.close).toHaveBeenCalledOnce();
  });

  it("after what is being negotiated, whose candidates may be gathered then", async () => {
    let negotiated!: () => void;
    end(new Promise<void>((resolve) => (negotiated = resolve)));
    await vi.advanceTimersByTimeAsync(500);
    expect(connection.close).not.toHaveBeenCalled();
    negotiated();
    await vi.advanceTimersByTimeAsync(100);
    connection.tell("gathering");
    await vi.advanceTimersByTimeAsync(300);
    expect(connection.close).not.toHaveBeenCalled();
    connection.tell("complete");
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.close).toHaveBeenCalledOnce();
  });

  it("in the end, whatever it waits for", async () => {
    end(new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(1_999);
    expect(connection.close).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(connection.close).toHaveBeenCalledOnce();
  });
});
