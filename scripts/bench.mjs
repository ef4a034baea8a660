/** `npm run bench`: what Earshot costs. */
import { ensureBuilt } from "./build.mjs";
import { BUDGET, pageFiles } from "./page.mjs";
import { command, ensureInstalled } from "./setup.mjs";

await command(import.meta.url, async () => {
  ensureInstalled();
  await ensureBuilt();
  const files = pageFiles();
  console.log("Page, bytes over the wire (brotli) to show the directory:");
  for (const { path, bytes } of files) console.log(`${String(bytes).padStart(8)}  ${path}`);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${String(total).padStart(8)}  in all, of at most ${BUDGET}`);
});
