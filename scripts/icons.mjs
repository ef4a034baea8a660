/** `node scripts/icons.mjs`: the icons of the installed page, drawn from public/icon.svg into public/icons. Needed only when that changes. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, ensureBrowser } from "./browser.mjs";
import { command, ensureInstalled, root } from "./setup.mjs";

/** The ground of the drawing, which fills an icon that the system cuts to a shape of its own. */
const GROUND = "#0b6e66";

/**
 * One that is `cut` to the system's own shape has no shape itself: the ground fills it, and what it shows stays in the safe zone, a
 * circle of 80 % (W3C appmanifest, 2.4), as the drawing does.
 */
const ICONS = [
  { name: "icon-192", size: 192, cut: false },
  { name: "icon-512", size: 512, cut: false },
  { name: "maskable-512", size: 512, cut: true },
  { name: "apple-touch-180", size: 180, cut: true },
];

await command(import.meta.url, async () => {
  ensureInstalled();
  const drawing = readFileSync(join(root, "public/icon.svg"), "utf8");
  const folder = join(root, "public/icons");
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  try {
    for (const { name, size, cut } of ICONS) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const style = `body{margin:0;background:${cut ? GROUND : "none"}}svg{display:block;width:${size}px;height:${size}px}`;
      await page.setContent(`<style>${style}</style>${drawing}`);
      const { length } = await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
      console.log(`public/icons/${name}.png  ${length} bytes`);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});
