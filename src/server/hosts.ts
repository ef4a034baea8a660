/**
 * Which names this server answers to. A page elsewhere can give its own name this computer's address, and would be of the same origin
 * as what it finds there (DNS rebinding); it cannot do so with an address, nor with a name that only this network knows.
 */
import type { IncomingMessage, RequestListener } from "node:http";
import { isIP } from "node:net";

/** Whether a `Host` header (RFC 9110, 7.2) names this server: by an address, or by one of `names`, at any port. */
export function isOwnHost(host: string | undefined, names: ReadonlySet<string>): boolean {
  if (host === undefined) return false;
  const name = host.replace(/:\d{0,5}$/, "").toLowerCase();
  const address = /^\[(.*)\]$/.exec(name)?.[1] ?? name;
  return isIP(address) !== 0 || names.has(name.replace(/\.$/, ""));
}

/** Answer requests for other hosts with 421 (RFC 9110, 15.5.20) and where to go instead; `next` gets the rest. */
export function guardHost(
  { names, addresses }: { names: () => ReadonlySet<string>; addresses: () => readonly string[] },
  next: RequestListener,
): RequestListener {
  return (request: IncomingMessage, response) => {
    if (isOwnHost(request.headers.host, names())) return next(request, response);
    const text = [
      "Earshot does not go by this name. Open it here:",
      ...addresses(),
      "",
      "Whoever runs it can add a name: NAMES=this.name npm start",
      "",
    ].join("\n");
    response.writeHead(421, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
    response.end(text);
  };
}
