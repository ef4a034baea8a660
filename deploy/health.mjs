/** Asks the server on this computer how it is, by PORT and HOST as it has them itself: exits with 0 if it is well. For health checks. */
import { get } from "node:https";
import { isIP } from "node:net";

/** In milliseconds. */
const PATIENCE = 4_000;

// Asked at 0.0.0.0 or ::, a system asks itself.
const host = (process.env["HOST"] ?? "").trim().replace(/^\[(.*)\]$/, "$1") || "127.0.0.1";
/** Only programs that come from a loopback address are answered, also where HOST is another one. */
const from = new Map([
  [4, "127.0.0.1"],
  [6, "::1"],
]).get(isIP(host));

const request = get(
  {
    host,
    port: process.env["PORT"]?.trim() || 3000,
    path: "/health",
    ...(from !== undefined && { localAddress: from }),
    // Its certificate need not be made for this address, and nothing secret is said.
    rejectUnauthorized: false,
    timeout: PATIENCE,
  },
  (response) => {
    response.setEncoding("utf8").on("data", (text) => process.stdout.write(text));
    process.exitCode = response.statusCode === 200 ? 0 : 1;
  },
);
request.on("timeout", () => request.destroy(new Error(`no answer within ${PATIENCE / 1000} s`)));
request.on("error", (error) => {
  console.error(`Earshot at ${host} is not well: ${error.message}`);
  process.exitCode = 1;
});
