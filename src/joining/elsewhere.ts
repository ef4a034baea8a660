/** The page for a browser that came by a name which is not this laptop's: by which ones it is opened. */
import { html, verbatim } from "./html.ts";
import { icon, iconUrl } from "./icon.ts";
import type { Language } from "./languages.ts";
import { doorWords } from "./words/all.ts";

export interface ElsewhereFacts {
  readonly language: Language;
  /** `https:` URLs, the best first. */
  readonly addresses: readonly string[];
  /** Put into the page, and allowed there by its hash. */
  readonly style: string;
}

/** The whole HTML. It says nothing of the name: that is whatever somebody made up. */
export function elsewherePage({ language, addresses, style }: ElsewhereFacts): string {
  const { title, about, operator } = doorWords[language].elsewhere;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>Earshot</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <link rel="icon" href="${iconUrl}" />
        ${verbatim("style", style)}
      </head>
      <body>
        <main>
          <header>
            <div class="top"><p class="brand">${icon} Earshot</p></div>
            <h1>${title}</h1>
            <p>${about}</p>
          </header>
          <div class="ways">
            ${addresses.map(
              (address) =>
                html`<a class="way" href="${address}"><strong>${address.replace(/^https:\/\//u, "")}</strong></a>`,
            )}
            <p>${operator} <code>NAMES=… npm start</code></p>
          </div>
        </main>
      </body>
    </html> `.text;
}
