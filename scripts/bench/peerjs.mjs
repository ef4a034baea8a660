/** The PeerJS server from npm, with our certificate. Arguments and answer as those of floor.mjs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PeerServer } from "peer";

const [folder = ".", port = "0"] = process.argv.slice(2);
const pem = (/** @type {string} */ name) => readFileSync(join(folder, name), "utf8");
const ssl = { key: pem("key.pem"), cert: pem("cert.pem"), minVersion: "TLSv1.2" };

// Nobody is to be sent away: the measurement is longer than its usual patience.
const limits = { concurrent_limit: 100_000, alive_timeout: 3_600_000 };
PeerServer({ host: "127.0.0.1", port: Number(port), ssl, ...limits }, (server) => {
  const address = server.address();
  if (typeof address === "object") process.send?.({ url: `https://127.0.0.1:${address?.port}` });
}).on("error", () => {
  // A socket that was reset says so here, and ends by itself.
});
