/** All pictures of one kind of device on one page, to be looked at together. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { list } from "../files.mjs";
import { DEVICES } from "./looks.mjs";
import { ALL } from "./stage.mjs";

/** How wide each picture is on it, in CSS pixels. */
const WIDTH = { phone: 180, computer: 400 };

export async function contactSheet(
  /** @type {import("playwright-core").Browser} */ browser,
  /** @type {import("./looks.mjs").Device} */ device,
) {
  const { width, height } = DEVICES[device].size;
  const pictures = list(ALL).filter((path) => path.includes(`-${width}x${height}-`));
  const figures = pictures.map((path) => `<figure><img src="${path}"><figcaption>${path}</figcaption></figure>`);
  const style = `body{display:flex;flex-wrap:wrap;gap:12px;font:10px sans-serif;background:#888}figure{margin:0;width:${WIDTH[device]}px}img{width:100%}`;
  const html = join(ALL, `sheet-${device}.html`);
  writeFileSync(html, `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join("")}`);
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(pathToFileURL(html).href);
  await page.screenshot({ path: join(ALL, `sheet-${device}.png`), fullPage: true });
  await page.close();
}
