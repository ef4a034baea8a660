/** What ends this process, and what does not. */
import { factsOf, type Log } from "./log.ts";

/** How long everybody gets for goodbyes, in milliseconds: the process is to be gone within 2 s, also on a busy computer. */
const GOODBYE = 1_200;

export interface EndingOptions {
  /** Take nobody in any more, and say goodbye; settles when everybody has heard it. */
  goodbye(): Promise<unknown>;
  /** How many connections are open. */
  connections(): number;
  readonly log: Pick<Log, "info" | "error">;
}

/** End on a signal, with code 0, as soon as all goodbyes are said, or when there is no more time for them. */
export function endOnSignals({ goodbye, connections, log }: EndingOptions): void {
  let ending = false;
  const end = () => {
    log.info("stopped", { connections: connections() });
    process.exit(0);
  };
  const stop = (signal: NodeJS.Signals) => {
    // Signals after the first do nothing: by then it is ending.
    if (ending) return;
    ending = true;
    log.info("stopping", { signal, connections: connections() });
    setTimeout(end, GOODBYE);
    void goodbye().then(end);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

/**
 * Go on after errors that nobody has caught, from now on. Node advises to end, for something may be half done: here that is one
 * person's entry. An end would take the directory from everybody, with nobody there to start it again, and whoever in the
 * network knew what leads to it could do so for ever.
 */
export function outliveErrors({ failed, log }: { failed(): void; log: Pick<Log, "error"> }): void {
  for (const kind of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(kind, (error: unknown) => {
      failed();
      log.error("unexpected error", { kind, ...factsOf(error) });
    });
  }
}
