/** A path for files that is as wide as a test wants it, so that a transfer is as far as the test needs it, on any machine. */

type Sent = string | Uint8Array;

/** Carries so many bytes of files: what is beyond waits in the sender's buffer until the path is widened. */
export class NarrowPath {
  /** Bytes that the sender has handed to it. */
  handed = 0;
  #room: number;
  readonly #channels: (() => void)[] = [];

  constructor(room: number) {
    this.#room = room;
  }

  /** Lets so many more bytes through, by default all that come. */
  widen(bytes = Infinity): void {
    this.#room += bytes;
    for (const carry of this.#channels) carry();
  }

  /** Makes the sender's connections. */
  readonly connect = (configuration: RTCConfiguration): RTCPeerConnection => {
    const connection = new RTCPeerConnection(configuration);
    const create = connection.createDataChannel.bind(connection);
    connection.createDataChannel = (label, options) => {
      const channel = create(label, options);
      if (label === "files") this.#narrow(channel);
      return channel;
    };
    return connection;
  };

  #narrow(channel: RTCDataChannel): void {
    const waiting: Sent[] = [];
    const send = channel.send.bind(channel) as (data: Sent) => void;
    const carry = (): void => {
      if (channel.readyState !== "open" || waiting.length === 0) return;
      while (waiting[0] !== undefined && sizeOf(waiting[0]) <= this.#room) {
        this.#room -= sizeOf(waiting[0]);
        send(waiting[0]);
        waiting.shift();
      }
      if (waiting.length === 0) channel.dispatchEvent(new Event("bufferedamountlow"));
    };
    const { get } = Object.getOwnPropertyDescriptor(RTCDataChannel.prototype, "bufferedAmount")!;
    Object.defineProperty(channel, "bufferedAmount", {
      get: () => waiting.reduce((sum, data) => sum + sizeOf(data), get!.call(channel) as number),
    });
    channel.send = (data: unknown) => {
      this.handed += sizeOf(data as Sent);
      waiting.push(data as Sent);
      carry();
    };
    this.#channels.push(carry);
  }
}

function sizeOf(data: Sent): number {
  return typeof data === "string" ? 0 : data.byteLength;
}
