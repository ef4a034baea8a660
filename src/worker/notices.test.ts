import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clicked, guard, type Surroundings, told } from "./notices.ts";

interface Shown {
  title: string;
  tag: string;
  data: unknown;
  actions?: unknown;
  close(): void;
}

let shown: Shown[];
/** What became of the pages: what they were told, and which came to the front. */
let events: string[];
let open: string[];
/** Lets a notification be shown that takes its time. */
let delay: Promise<void>;
let around: Surroundings;

beforeEach(() => {
  [shown, events, open, delay] = [[], [], ["page", "other"], Promise.resolve()];
  const page = (id: string) => ({
    id,
    postMessage: (message: unknown) => events.push(`${id}: ${JSON.stringify(message)}`),
    focus: () => {
      events.push(`${id} in front`);
      return Promise.reject(new DOMException("not now", "InvalidAccessError"));
    },
  });
  let last: Promise<unknown> = Promise.resolve();
  /** Somebody has asked which there are, while the last one was being shown. */
  let disturbed = false;
  around = {
    navigator: {
      locks: {
        request<T>(_name: string, held: () => T) {
          const done = last.then(held, held) as Promise<Awaited<T>>;
          last = done;
          return done;
        },
      },
    },
    registration: {
      async showNotification(title: string, { tag = "", data, ...more }: NotificationOptions = {}) {
        disturbed = false;
        await delay;
        // As Chromium does it.
        if (disturbed) return;
        const notification: Shown = {
          title,
          tag,
          data,
          ...more,
          close: () => void (shown = shown.filter((each) => each !== notification)),
        };
        shown = [...shown.filter((each) => each.tag !== tag), notification];
      },
      getNotifications() {
        disturbed = true;
        return Promise.resolve(shown);
      },
    },
    clients: {
      get: (id: string) => Promise.resolve(open.includes(id) ? page(id) : undefined),
      matchAll: () => Promise.resolve(open.map(page)),
      openWindow: (url: string) => Promise.resolve(void events.push(`opened ${url}`)),
    },
  };
});

const ring = (call = "c1", client = "page") =>
  told({ show: { title: "Ada is calling", call, options: { tag: `ring ${call}` } } }, client, around);
const touch = (action = "") => clicked({ notification: shown[0], action }, around);

describe("a notification that a page wants", () => {
  it("is shown, and remembers its page and call", async () => {
    await ring();
    expect(shown).toMatchObject([{ title: "Ada is calling", tag: "ring c1", data: { client: "page", call: "c1" } }]);
  });

  it("does not stay if it is closed before it has been shown", async () => {
    let show = (): void => undefined;
    delay = new Promise((resolve) => (show = resolve));
    const shows = ring();
    const closes = told({ close: "ring c1" }, "page", around);
    show();
    await Promise.all([shows, closes]);
    expect(shown).toEqual([]);
  });

  it("is closed alone, and with its page", async () => {
    await ring("c1");
    await ring("c2", "gone");
    await told({ close: "ring c3" }, "page", around);
    expect(shown).toHaveLength(2);
    await told({ tidy: true }, "page", around);
    expect(shown.map(({ tag }) => tag)).toEqual(["ring c1"]);
    await told({ close: "ring c1" }, "page", around);
    expect(shown).toEqual([]);
  });

  it("that cannot be shown keeps none of the next from being shown", async () => {
    delay = Promise.reject(new TypeError("not allowed"));
    await ring();
    expect(shown).toEqual([]);
    delay = Promise.resolve();
    await ring();
    expect(shown).toHaveLength(1);
    await told({}, "page", around);
  });
});

describe("the notification of a call", () => {
  const said = { show: { title: "Ada is calling", call: "c1", options: { tag: "ring c1" } } };
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is closed soon after its page is gone without a word", async () => {
    await ring();
    const guarded = guard(said, "page", around);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shown).toHaveLength(1);
    open = ["other"];
    await vi.advanceTimersByTimeAsync(1_000);
    await guarded;
    expect(shown).toEqual([]);
  });

  it("is watched without that another, which is shown meanwhile, is lost", async () => {
    await ring();
    const guarded = guard(said, "page", around);
    let show = (): void => undefined;
    delay = new Promise((resolve) => (show = resolve));
    const shows = told({ show: { title: "Ben", options: { tag: "talk ben" } } }, "page", around);
    await vi.advanceTimersByTimeAsync(1_000);
    show();
    await shows;
    expect(shown.map(({ tag }) => tag)).toEqual(["ring c1", "talk ben"]);
    await told({ close: "ring c1" }, "page", around);
    await vi.advanceTimersByTimeAsync(1_000);
    await guarded;
  });

  it("is not watched any more when it is closed, nor is any other", async () => {
    await ring();
    const guarded = guard(said, "page", around);
    await told({ close: "ring c1" }, "page", around);
    await vi.advanceTimersByTimeAsync(1_000);
    await guarded;
    await guard({ show: { title: "Missed call from Ada", options: { tag: "missed" } } }, "gone", around);
    await guard({ close: "ring c1" }, "gone", around);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a notification that the user touches", () => {
  it("is closed; what was chosen goes to its page, which comes to the front", async () => {
    await ring();
    await touch("accept");
    expect(shown).toEqual([]);
    expect(events).toEqual(['page: {"chosen":"accept","call":"c1"}', "page in front"]);
  });

  it("leaves alone whoever declines", async () => {
    await ring();
    await touch("decline");
    expect(events).toEqual(['page: {"chosen":"decline","call":"c1"}']);
  });

  it("only shows the page if none of its buttons was meant", async () => {
    await ring();
    await touch();
    expect(events).toEqual(['page: {"chosen":"open","call":"c1"}', "page in front"]);
  });

  it("tells whose words it is about", async () => {
    await told({ show: { title: "Ada", peer: "ada", options: { tag: "talk ada" } } }, "page", around);
    await touch();
    expect(events).toEqual(['page: {"chosen":"open","peer":"ada"}', "page in front"]);
  });

  it("tells of nothing but shows the page, if it is about no call that rings", async () => {
    await told({ show: { title: "Missed call from Ada", options: { tag: "missed" } } }, "page", around);
    await touch();
    expect(events).toEqual(["page in front"]);
  });

  it("shows another page where its own is gone, and opens one where there is none", async () => {
    await ring("c1", "gone");
    await touch("accept");
    expect(events).toEqual(["page in front"]);
    [events, open] = [[], []];
    await ring("c1", "gone");
    await touch("decline");
    expect(events).toEqual(["opened /"]);
  });
});
