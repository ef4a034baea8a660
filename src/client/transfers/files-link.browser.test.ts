// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { closed, heldOf, reached } from "../testing/collected.ts";
import { FilesLink } from "./files-link.ts";

interface End {
  link: FilesLink;
  connection: RTCPeerConnection;
  opened: Promise<void>;
}

function end(offers: boolean, other: () => End): End {
  let connection!: RTCPeerConnection;
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const link = new FilesLink({
    iceServers: [],
    offers,
    connect: (configuration) => (connection = new RTCPeerConnection(configuration)),
    load: () => "free",
    on: {
      // As by the server: not at once.
      word: (word) => void setTimeout(() => other().link.signal(word)),
      opened: open,
      lost: () => undefined,
      said: () => undefined,
      label: () => undefined,
      bytes: () => undefined,
      drained: () => undefined,
    },
  });
  return { link, connection, opened };
}

function pair(): [End, End] {
  const sender: End = end(true, () => receiver);
  const receiver: End = end(false, () => sender);
  return [sender, receiver];
}

describe("a link for files, when it is closed, is let go of by the browser", () => {
  /** How often each is tried: whether events are on their way is a matter of a moment. */
  const TIMES = 6;

  it("while the events of its making are on their way", async () => {
    const connections: WeakRef<RTCPeerConnection>[] = [];
    const once = async (): Promise<void> => {
      const both = pair();
      const [{ link, connection }] = both;
      // Chromium tells of this state at once, and of the connection's own state by a task that follows.
      await reached(connection, "iceconnectionstatechange", () => {
        const looking = connection.iceConnectionState === "checking";
        if (looking) link.close();
        return looking;
      });
      connections.push(...(await closed(...both)));
    };
    for (let n = 0; n < TIMES; n++) await once();
    expect(await heldOf(connections)).to.equal(0);
  });

  it("when it is open, with a last word", async () => {
    const connections: WeakRef<RTCPeerConnection>[] = [];
    const once = async (): Promise<void> => {
      const both = pair();
      await Promise.all(both.map(({ opened }) => opened));
      both[0].link.close("done");
      connections.push(...(await closed(...both)));
    };
    for (let n = 0; n < TIMES; n++) await once();
    expect(await heldOf(connections)).to.equal(0);
  });
});
