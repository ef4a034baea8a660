/**
 * Notifications, which the page has put up here: only a worker's have buttons, and outlive their page for long enough to be closed. The worker
 * knows which page asked, and passes on to it what the user chooses.
 */

/** What a page says, as src/client/board.ts has it. */
export interface Said {
  show?: { title: string; call?: string; peer?: string; options: NotificationOptions };
  /** The tag of one that is not to be shown any more. */
  close?: string;
  /** Close those whose pages are no more. */
  tidy?: boolean;
}

/** What a notification carries: the page that asked for it, and the call that it asks about, or whose conversation. */
interface Origin {
  client: string;
  call?: string;
  peer?: string;
}

/** What of the worker's own world is needed. */
export interface Surroundings extends Pick<ServiceWorkerGlobalScope, "registration" | "clients"> {
  readonly navigator: { readonly locks: { request<T>(name: string, held: () => T): Promise<Awaited<T>> } };
}

/**
 * The lock under which notifications are shown and looked at. Chromium forgets one that is being shown at the moment in which somebody asks
 * which there are; and one that is closed before it was shown must not stay.
 */
export const TURN = "notifications";

/** Do what a page says, one thing after the other. Never rejects. */
export async function told(said: Said, client: string, surroundings: Surroundings): Promise<void> {
  try {
    await surroundings.navigator.locks.request(TURN, () => perform(said, client, surroundings));
  } catch {
    // Not allowed any more, or the browser has none: the page rings by itself.
  }
}

async function perform(said: Said, client: string, { registration, clients }: Surroundings): Promise<void> {
  const { show, close, tidy } = said;
  if (show) {
    const { title, options, call, peer } = show;
    const data: Origin = { client, ...(call !== undefined && { call }), ...(peer !== undefined && { peer }) };
    await registration.showNotification(title, { ...options, data });
  }
  if (close !== undefined) await closeAll(registration, (_, { tag }) => tag === close);
  if (tidy) {
    const open = new Set((await clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id));
    await closeAll(registration, ({ client }) => !open.has(client));
  }
}

/** How often it is looked whether a page that rings is still there, and for how long it may ring, in milliseconds. */
const LOOK_EVERY = 1_000;
const RINGS = 60_000;

/**
 * Close the notification of a call if its page goes away while it rings: what a page says in its last moment is not always heard. Resolves
 * when it is not shown any more; never rejects.
 */
export async function guard(said: Said, client: string, surroundings: Surroundings): Promise<void> {
  const { call, options } = said.show ?? {};
  const tag = options?.tag;
  if (call === undefined || tag === undefined) return;
  const { registration, clients, navigator } = surroundings;
  for (let waited = 0; waited < RINGS; waited += LOOK_EVERY) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    const shown = await navigator.locks.request(TURN, () => registration.getNotifications());
    if (!shown.some((notification) => notification.tag === tag)) return;
    if (!(await clients.get(client))) return told({ close: tag }, client, surroundings);
  }
}

/** The user has touched one: what they chose goes to its page, and the page comes to the front unless they declined. */
export async function clicked(
  { notification, action }: Pick<NotificationEvent, "notification" | "action">,
  { clients }: Pick<Surroundings, "clients">,
): Promise<void> {
  notification.close();
  const { client: id, ...about } = originOf(notification);
  const page = await clients.get(id);
  const chosen = action === "accept" || action === "decline" ? action : "open";
  if (about.call !== undefined || about.peer !== undefined) page?.postMessage({ chosen, ...about }, []);
  if (chosen === "decline" && page) return;
  const [other] = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const front = page ?? other;
  // With nothing open, the call rings again there if it has not been given up.
  if (!front) return void (await clients.openWindow("/"));
  try {
    await (front as WindowClient).focus();
  } catch {
    // Not every browser lets a page come to the front. It has been told all the same.
  }
}

async function closeAll(
  registration: ServiceWorkerRegistration,
  which: (origin: Origin, notification: Notification) => boolean,
): Promise<void> {
  for (const notification of await registration.getNotifications())
    if (which(originOf(notification), notification)) notification.close();
}

function originOf({ data }: Notification): Origin {
  return (data ?? { client: "" }) as Origin;
}
