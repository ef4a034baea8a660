/**
 * Whether pictures are sent. None are into silence: those that waited for the path would come late and hold up the ones that follow
 * them, and one that misses earlier ones cannot be shown. What is switched on again begins with a whole picture.
 */

/** A change that has not been made after so long is asked for again, in milliseconds. */
const AGAIN = 500;

export class Flow {
  readonly #connection: RTCPeerConnection;
  readonly #again: number;
  #wanted = true;
  #working = false;
  #stopped = false;

  constructor(connection: RTCPeerConnection, again = AGAIN) {
    this.#connection = connection;
    this.#again = again;
  }

  set(on: boolean): void {
    this.#wanted = on;
    if (!this.#working) void this.#work();
  }

  stop(): void {
    this.#stopped = true;
  }

  /** One change at a time, until it is as wanted: one that is asked for while another is being made may be lost. */
  async #work(): Promise<void> {
    this.#working = true;
    for (let made = !this.#wanted; made !== this.#wanted && !this.#stopped;) {
      const on = this.#wanted;
      // In Chromium, the promise of a change never settles if an offer is rolled back meanwhile.
      const done = await Promise.race([change(this.#senders(), on, this.#again), pause(this.#again, false)]);
      if (done || this.#is(on)) made = on;
    }
    this.#working = false;
  }

  #is(on: boolean): boolean {
    return this.#senders().every((sender) => sender.getParameters().encodings.every(({ active }) => active === on));
  }

  /** Those of video, also while the camera is off. */
  #senders(): RTCRtpSender[] {
    return this.#connection
      .getTransceivers()
      .filter(({ receiver }) => receiver.track.kind === "video")
      .map(({ sender }) => sender);
  }
}

/**
 * False, a while later, if it could not be done now, since a sender is being changed otherwise. What waits here holds
 * nothing: a change that never settles is never let go of by the browser, and would keep the whole connection.
 */
function change(senders: readonly RTCRtpSender[], on: boolean, again: number): Promise<boolean> {
  return Promise.all(senders.map((sender) => activate(sender, on))).then(
    () => true,
    () => pause(again, false),
  );
}

function activate(sender: RTCRtpSender, on: boolean): Promise<void> {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) encoding.active = on;
  return sender.setParameters(parameters);
}

const pause = <T>(ms: number, then: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, ms, then));
