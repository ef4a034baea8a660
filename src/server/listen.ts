/** Binding the port, with failures in words. */
import type { Server } from "node:net";
import type { AddressInfo } from "node:net";
import type { Config } from "./config.ts";
import { ConfigError } from "./config-error.ts";

/** Listen, and return the address and port that were bound. Throws a `ConfigError` that names HOST or PORT. */
export async function listen(server: Server, { host, port }: Pick<Config, "host" | "port">): Promise<AddressInfo> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host, port }, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    throw new ConfigError(refusal(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
  return server.address() as AddressInfo;
}

function refusal({ code, message }: NodeJS.ErrnoException, host: string | undefined, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `PORT ${port} is in use, perhaps by Earshot itself; stop that program, or set PORT to another port, or to 0 to have one picked.`;
    case "EACCES":
    case "EPERM":
      return `PORT ${port} needs more permission than this user has; set PORT to 1024 or above, such as 3000.`;
    case "EADDRNOTAVAIL":
      return `HOST ${host} is not an address of this computer; set HOST to one that is, or leave it out to serve on all.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST ${host} is a name without an address; set HOST to an address of this computer, or leave it out to serve on all.`;
    default:
      return `Cannot listen on HOST ${host ?? "(all addresses)"}, PORT ${port}: ${message}.`;
  }
}
