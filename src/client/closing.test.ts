import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closeConnection } from "./closing.ts";

let connection: { close: ReturnType<typeof vi.fn> };
/** Tasks that were posted and have not run. */
let posted: { run: () => void; priority: string | undefined }[];
const close = () => closeConnection(connection as unknown as RTCPeerConnection);

beforeEach(() => {
  vi.useFakeTimers();
  connection = { close: vi.fn() };
  posted = [];
  vi.stubGlobal("scheduler", {
    postTask: (run: () => void, { priority }: { priority?: string } = {}) => {
      posted.push({ run, priority });
      return Promise.resolve();
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a connection is closed", () => {
  it("by a task less urgent than its events", () => {
    close();
    expect(connection.close).not.toHaveBeenCalled();
    expect(posted.map(({ priority }) => priority)).toEqual(["background"]);
    posted[0]?.run();
    expect(connection.close).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("after 2 s, if the page has always more urgent things to do", () => {
    close();
    vi.advanceTimersByTime(1_999);
    expect(connection.close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(connection.close).toHaveBeenCalledOnce();
  });

  it("at once in a browser without a scheduler", () => {
    vi.unstubAllGlobals();
    close();
    expect(connection.close).toHaveBeenCalledOnce();
  });
});
