/** The service worker: makes the page open at once, and at all while the server is away, so that it can say so; and shows notifications. */
import { clicked, guard, type Said, told } from "./notices.ts";
import { fetchPage, file, keep, keptPage, refresh } from "./shell.ts";
import { strategyFor } from "./strategy.ts";

const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener("install", (event) => {
  void worker.skipWaiting();
  event.waitUntil(refresh());
});

worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  switch (strategyFor(request, worker.location.origin)) {
    case "shell":
      return event.respondWith(shell(event));
    case "newest":
      return event.respondWith(newest(event));
    case "kept":
      return event.respondWith(file(new URL(request.url).pathname));
    case "pass":
      return;
  }
});

worker.addEventListener("notificationclick", (event) => event.waitUntil(clicked(event, worker)));

worker.addEventListener("message", (event) => {
  if (event.data !== "renew") {
    const { source } = event;
    // A page that says its last word is no more when that is heard.
    const client = source instanceof Client ? source.id : "";
    const said = (event.data ?? {}) as Said;
    return event.waitUntil(Promise.all([told(said, client, worker), guard(said, client, worker)]));
  }
  // The page is about to reload itself for a new version, and waits until that is kept.
  const answer = (): void => event.ports[0]?.postMessage("renewed");
  event.waitUntil(refresh().catch(unkept).then(answer));
});

/** What is kept, at once. A newer one is for the next time: the page finds out by itself that the server has another version. */
async function shell(event: FetchEvent): Promise<Response> {
  const kept = await keptPage();
  if (!kept) return newest(event);
  event.waitUntil(refresh().catch(unkept));
  return kept;
}

/** What the server has; what is kept only if that is not reached. */
async function newest(event: FetchEvent): Promise<Response> {
  try {
    const page = await fetchPage();
    event.waitUntil(keep(page.clone()).catch(unkept));
    return page;
  } catch (error) {
    const kept = await keptPage();
    if (kept) return kept;
    throw error;
  }
}

/** The server is away, or there is no room: what was kept before stays, whole. */
function unkept(): void {}
