import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SILENCE } from "../../transfer/silence.ts";
import { FilesLink } from "./files-link.ts";

/** A channel that is open until it is closed. */
class Channel extends EventTarget {
  readyState = "open";
  readonly sent: unknown[] = [];

  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }

  close(): void {
    this.readyState = "closed";
  }
}

class Connection extends EventTarget {
  readonly channels: Channel[] = [];
  readonly localDescription = null;
  closed = false;

  createDataChannel(): Channel {
    const channel = new Channel();
    this.channels.push(channel);
    return channel;
  }

  close(): void {
    this.closed = true;
  }
}

function linked(): { link: FilesLink; connection: Connection; control: Channel } {
  const connection = new Connection();
  const nothing = () => undefined;
  const link = new FilesLink({
    iceServers: [],
    offers: false,
    connect: () => connection as unknown as RTCPeerConnection,
    load: () => "free",
    on: {
      word: nothing,
      opened: nothing,
      lost: nothing,
      said: nothing,
      label: nothing,
      bytes: nothing,
      drained: nothing,
    },
  });
  return { link, connection, control: connection.channels[0]! };
}

describe("a connection that is closed with a last word", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("waits for the other, who closes it on hearing the word", () => {
    const { link, connection, control } = linked();
    link.close("cancelled");
    expect(control.sent).toEqual([{ type: "end", data: { reason: "cancelled" } }]);
    // A path on which the word takes so long is slow, and not lost yet.
    vi.advanceTimersByTime(SILENCE);
    expect([connection.closed, control.readyState]).toEqual([false, "open"]);
    control.dispatchEvent(new Event("close"));
    expect([connection.closed, control.readyState]).toEqual([true, "closed"]);
  });

  it("is closed all the same where the other is not there any more", () => {
    const { link, connection } = linked();
    link.close("cancelled");
    vi.advanceTimersByTime(2 * SILENCE);
    expect(connection.closed).toBe(true);
  });

  it("is closed at once without one", () => {
    const { link, connection, control } = linked();
    link.close();
    expect([connection.closed, control.sent]).toEqual([true, []]);
  });
});
