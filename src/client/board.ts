/** Puts notifications up, and takes them down again: by the service worker, whose ones have buttons; without one, by the page. */

/** What the system shows. */
export interface Notice {
  /** One at a time of each: another one takes its place. */
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  /** The call that it asks about. */
  readonly call?: string;
  /** Whose conversation it is about. */
  readonly peer?: string;
  /** Its buttons, where the system has some. */
  readonly actions?: readonly { readonly action: Choice; readonly title: string }[];
  /** It stays until somebody does something about it. */
  readonly insistent: boolean;
  readonly silent: boolean;
}

/** What the user does about a call that a notification asks about; `open`: look at it. */
export type Choice = "accept" | "decline" | "open";

/** What a notification is about. */
export type About = Pick<Notice, "call" | "peer">;

export interface Board {
  show(notice: Notice): void;
  close(tag: string): void;
}

/** As the browser wants it; its types know but some of that. */
type Options = NotificationOptions & {
  actions?: Notice["actions"];
  renotify: boolean;
  vibrate?: number[];
};

const ICON = "/icons/icon-192.png";
/** On and off, in milliseconds; a hidden page cannot shake a phone by itself. */
const VIBRATION = [400, 200, 400, 1_000, 400, 200, 400];

function optionsOf({ tag, body, actions, insistent, silent }: Notice): Options {
  return {
    tag,
    body,
    icon: ICON,
    ...(actions && { actions }),
    requireInteraction: insistent,
    renotify: true,
    silent,
    ...(insistent && !silent && { vibrate: VIBRATION }),
  };
}

/** The browser's own. The worker is told at once, so that a page which goes away takes its notifications with it. */
export class SystemBoard implements Board {
  readonly #own = new Map<string, Notification>();
  readonly #workers = (navigator as Partial<Navigator>).serviceWorker;

  readonly #chosen: (choice: Choice, about: About) => void;

  /** Called with what the user chose in a notification. */
  constructor(chosen: (choice: Choice, about: About) => void) {
    this.#chosen = chosen;
    this.#workers?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      const { chosen: choice, ...about } = (data ?? {}) as About & { chosen?: Choice };
      if (choice !== undefined) chosen(choice, about);
    });
    // Those of pages that are no more, and could not say so.
    this.#tell({ tidy: true });
  }

  show(notice: Notice): void {
    const { title, call, peer } = notice;
    const { actions, vibrate, ...plain } = optionsOf(notice);
    if (this.#tell({ show: { title, call, peer, options: { ...plain, actions, vibrate } } })) return;
    try {
      const own = new Notification(title, plain);
      own.onclick = () => {
        window.focus();
        own.close();
        this.#chosen("open", notice);
      };
      this.#own.set(notice.tag, own);
    } catch {
      // Phones show none without a worker. It rings all the same, and stands in the title.
    }
  }

  close(tag: string): void {
    this.#own.get(tag)?.close();
    this.#own.delete(tag);
    this.#tell({ close: tag });
  }

  #tell(message: object): boolean {
    const worker = this.#workers?.controller;
    // What is undefined could not be shown by every browser.
    worker?.postMessage(JSON.parse(JSON.stringify(message)), []);
    return worker !== undefined && worker !== null;
  }
}
