/** The page's end of the service worker, which opens the page at once, and also while the laptop is not reachable. */

/** How long the worker may take to fetch a new page, in milliseconds. */
const WITHIN = 3_000;

/** Once the page is there, since the worker fetches all of it again. Without one everything works, only the page opens slower. */
export function registerWorker(): void {
  // Absent where the browser's settings forbid it.
  const workers = (navigator as Partial<Navigator>).serviceWorker;
  if (!workers) return;
  const register = (): void => {
    workers.register("/sw.js").catch(() => {
      // Browsers refuse it where the user has only passed the certificate's warning by: the page goes on without.
    });
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}

/**
 * Let the worker, if there is one, fetch the page anew before it is reloaded: not every browser tells it what a reload is. Never
 * rejects, and resolves in time even if nothing came of it.
 */
export function renewShell(): Promise<void> {
  const worker = (navigator as Partial<Navigator>).serviceWorker?.controller;
  if (!worker) return Promise.resolve();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    setTimeout(resolve, WITHIN);
    port1.onmessage = () => resolve();
    worker.postMessage("renew", [port2]);
  });
}
