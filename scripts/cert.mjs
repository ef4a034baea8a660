/** `npm run cert`: make a new certificate and key for this machine's names and addresses, in place of what is there. */
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { command, ensureInstalled, root } from "./setup.mjs";

await command(import.meta.url, async () => {
  ensureInstalled();
  await ensureBuilt();
  const server = new URL("../dist/server/certificate/make-certificate.js", import.meta.url);
  const { makeCertificate } = await import(server.href);
  const { covers } = await makeCertificate({ keyPath: join(root, "key.pem"), certPath: join(root, "cert.pem") });
  console.log(`Made cert.pem and key.pem, which cover ${covers.join(", ")}`);
});
