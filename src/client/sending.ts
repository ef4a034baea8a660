/**
 * How everything is sent: the one place that changes senders' parameters. No pictures are sent into silence: those that waited for the path
 * would come late and hold up the ones that follow them, and one that misses earlier ones cannot be shown. What is switched on again
 * begins with a whole picture.
 */
import { type Encoding, encodingFor, type Fit, type Role, USUAL } from "./encoding.ts";

/** A change that has not been made after so long is asked for again, in milliseconds. */
const AGAIN = 500;

export interface Outgoing {
  readonly sender: RTCRtpSender;
  readonly role: Role;
}

interface Change {
  readonly sender: RTCRtpSender;
  readonly encoding: Encoding;
}

export class Sending {
  readonly #outgoing: () => readonly Outgoing[];
  readonly #again: number;
  /** What each sender was last set to. */
  readonly #made = new WeakMap<RTCRtpSender, string>();
  #flowing = true;
  #fit: Fit = USUAL;
  #due = false;
  #working = false;
  #stopped = false;

  /** `outgoing` are those that send now. */
  constructor(outgoing: () => readonly Outgoing[], again = AGAIN) {
    this.#outgoing = outgoing;
    this.#again = again;
  }

  /** Whether pictures are sent. */
  flow(on: boolean): void {
    this.#flowing = on;
    this.update();
  }

  /** The most lines of a face that are sent. */
  fit(lines: Fit): void {
    this.#fit = lines;
    this.update();
  }

  /** There are other senders, or other tracks; or it was negotiated, which may undo what was set. */
  update(): void {
    this.#due = true;
    if (!this.#working) void this.#work();
  }

  stop(): void {
    this.#stopped = true;
  }

  /** One change at a time, until all is as wanted: one that is asked for while another is being made may be lost. */
  async #work(): Promise<void> {
    this.#working = true;
    while (this.#due && !this.#stopped) {
      this.#due = false;
      const changes = this.#changes();
      // In Chromium, the promise of a change never settles if an offer is rolled back meanwhile.
      const done = await Promise.race([make(changes, this.#again), pause(this.#again, false)]);
      if (done || changes.every(isMade)) this.#note(changes);
      else this.#due = true;
    }
    this.#working = false;
  }

  #changes(): Change[] {
    return this.#outgoing()
      .map(({ sender, role }) => ({ sender, encoding: encodingFor(role, linesOf(sender), this.#fit, this.#flowing) }))
      .filter((change) => this.#made.get(change.sender) !== JSON.stringify(change.encoding) || !isMade(change));
  }

  #note(changes: readonly Change[]): void {
    for (const { sender, encoding } of changes) this.#made.set(sender, JSON.stringify(encoding));
  }
}

/** Of the picture that is sent: its shorter side, as phones are held upright. */
function linesOf({ track }: RTCRtpSender): number | undefined {
  const { width = 0, height = 0 } = track?.getSettings() ?? {};
  return Math.min(width, height) || undefined;
}

/**
 * False, a while later, if it could not be done now, since a sender is being changed otherwise. What waits here holds
 * nothing: a change that never settles is never let go of by the browser, and would keep the whole connection.
 */
function make(changes: readonly Change[], again: number): Promise<boolean> {
  try {
    return Promise.all(changes.map((change) => set(change))).then(
      () => true,
      () => pause(again, false),
    );
  } catch {
    // A browser that refuses at once: likewise.
    return pause(again, false);
  }
}

/** Read, modify, write: browsers refuse what was not read just before. */
function set({ sender, encoding }: Change): Promise<void> {
  const { degradationPreference, ...each } = encoding;
  const parameters = sender.getParameters();
  // Firefoxes before 110 name none until they are set; elsewhere, none means that nothing is sent.
  if (!parameters.transactionId && !parameters.encodings?.length) parameters.encodings = [{}];
  for (const one of parameters.encodings) Object.assign(one, each);
  if (degradationPreference) parameters.degradationPreference = degradationPreference;
  return sender.setParameters(parameters);
}

/** As far as every browser tells. */
function isMade({ sender, encoding }: Change): boolean {
  return sender
    .getParameters()
    .encodings?.every(
      ({ active, maxBitrate }) =>
        maxBitrate === encoding.maxBitrate && (encoding.active === undefined || active === encoding.active),
    );
}

const pause = <T>(ms: number, then: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, ms, then));
