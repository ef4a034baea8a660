/** What the page without TLS makes of what it has found out; no DOM, no clock. */

/** Whether the browser has found this laptop to be one it may open. */
export type Finding = "trusted" | "untrusted" | "unreachable";

/** A way to the laptop, and whether it answered there with a certificate that this browser trusts. */
export interface Way {
  /** "https://192.168.1.20:3000" */
  readonly origin: string;
  readonly trusted: boolean;
}

/** Where to go: the first way that is trusted, in the order in which they are preferred. */
export function destination(ways: readonly Way[]): string | undefined {
  const way = ways.find(({ trusted }) => trusted);
  return way && `${way.origin}/`;
}

/** `answers`: the laptop does without TLS; of no matter where a way is trusted. */
export function judge(ways: readonly Way[], answers: boolean): Finding {
  if (ways.some(({ trusted }) => trusted)) return "trusted";
  return answers ? "untrusted" : "unreachable";
}

/** Whether a browser whose clock says `now` refuses the certificate for its dates; all in milliseconds since 1970. */
export function clockIsWrong(now: number, from: number, until: number): boolean {
  return now < from || now > until;
}
