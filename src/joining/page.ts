/** The page that is served without TLS: what Earshot is, and the ways to it. Readable, and of use, without its script. */
import { platformOf } from "./device.ts";
import { html, verbatim } from "./html.ts";
import { icon, iconUrl } from "./icon.ts";
import type { Language } from "./languages.ts";
import type { Vouching } from "./vouching.ts";
import { Sections } from "./sections.ts";
import { doorWords } from "./words/all.ts";

export interface JoiningFacts {
  /** What its reader reads. */
  readonly language: Language;
  /** The request's `User-Agent`. */
  readonly userAgent: string;
  /** Where the browser has come to, with the port: "192.168.1.20:3000". The same answers with TLS. */
  readonly host: string;
  /** The same by names that the certificate covers, the best first: "laptop.local:3000". The browser may not know them. */
  readonly names: readonly string[];
  /** What there is to install; nothing where the operator has brought a certificate. */
  readonly authority?: {
    /** SHA-256, as in "AB:CD:…". */
    readonly fingerprint: string;
    readonly vouching: Vouching;
  };
  /** When the certificate that the browser is going to see is valid. */
  readonly certificate: { readonly from: Date; readonly until: Date };
  readonly now: Date;
  /** What dist/joining holds; put into the page, and allowed there by their hashes. */
  readonly script: string;
  readonly style: string;
}

/** The whole HTML. */
export function joiningPage(facts: JoiningFacts): string {
  const { language, host, authority, certificate, now } = facts;
  const { page, script } = doorWords[language];
  const sections = new Sections(language, platformOf(facts.userAgent));
  const url = `https://${host}/`;
  const ways = authority ? [sections.choice(), sections.install(authority), sections.warning(url)] : sections.open(url);
  const time = (date: Date) => String(date.getTime());

  return html`<!doctype html>
    <html
      lang="${language}"
      data-host="${host}"
      data-names="${facts.names.join(" ")}"
      data-from="${time(certificate.from)}"
      data-until="${time(certificate.until)}"
      data-now="${time(now)}"
      data-words="${JSON.stringify(script)}"
    >
      <head>
        <meta charset="utf-8" />
        <title>Earshot</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="description" content="${page.description}" />
        <meta name="theme-color" content="#f6f3ed" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#141210" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="${iconUrl}" />
        ${verbatim("style", facts.style)}
      </head>
      <body>
        <main>
          <header>
            <div class="top">
              <p class="brand">${icon} Earshot</p>
              ${sections.languages()}
            </div>
            <h1>${page.title}</h1>
            <p>${page.about}</p>
          </header>
          <section id="clock" class="notice" role="alert" hidden></section>
          <div class="ways">${ways} ${sections.help(now, authority !== undefined)}</div>
        </main>
        <p class="status" role="status"></p>
        ${verbatim("script", facts.script)}
      </body>
    </html> `.text;
}
