/** `npm start`: install if needed, build if stale, serve in this process. */
import { ensureBuilt } from "./build.mjs";
import { command, ensureInstalled } from "./setup.mjs";

await command(import.meta.url, async () => {
  ensureInstalled();
  await ensureBuilt();
  process.setSourceMapsEnabled(true);
  const server = new URL("../dist/server/main.js", import.meta.url);
  await import(server.href);
});
