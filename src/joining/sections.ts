/** The parts of the page that is served without TLS. */
import { PLATFORMS, type Platform } from "./device.ts";
import { type Content, html, type Html } from "./html.ts";
import type { Guide, Step } from "./guide.ts";
import { type Language, LANGUAGES } from "./languages.ts";
import { step } from "./step.ts";
import { guidesOf, wifiHintsOf } from "./steps.ts";
import type { Vouching } from "./vouching.ts";
import { doorWords } from "./words/all.ts";
import type { DoorWords } from "./words/english.ts";

/** How each language's dates are written where no region is known. */
const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", de: "de", es: "es", fr: "fr", zh: "zh-CN" };

/** The page's parts in one language, for the device that is guessed. */
export class Sections {
  readonly #words: DoorWords;
  readonly #language: Language;
  readonly #guess: Platform;
  readonly #guides: Readonly<Record<Platform, Guide>>;

  constructor(language: Language, guess: Platform) {
    this.#words = doorWords[language];
    this.#language = language;
    this.#guess = guess;
    this.#guides = guidesOf(this.#words.guides);
  }

  /** Links to the same page in the other languages; each in its own, for those who cannot read this one. */
  languages(): Html {
    const links = Object.entries(LANGUAGES).map(
      ([tag, name]) =>
        html`<li>
          <a
            href="/?lang=${tag}"
            lang="${tag}"
            hreflang="${tag}"
            ${tag === this.#language ? html`aria-current="true"` : ""}
            >${name}</a
          >
        </li>`,
    );
    return html`<details class="languages">
      <summary><span class="unseen">${this.#words.page.language}: </span>${LANGUAGES[this.#language]}</summary>
      <ul>
        ${links}
      </ul>
    </details>`;
  }

  /** The two ways, side by side, before either is told at length. */
  choice(): Html {
    const { choice, install, warning } = this.#words;
    return html`<section class="choice">
      <h2>${choice.title}</h2>
      <p>${choice.about}</p>
      <a class="way primary" href="#install">
        <strong>${install.title}</strong>
        <span>${choice.install}</span>
      </a>
      <a class="way" href="#warning">
        <strong>${warning.title}</strong>
        <span>${choice.warning}</span>
      </a>
    </section>`;
  }

  install({ fingerprint, vouching }: { readonly fingerprint: string; readonly vouching: Vouching }): Html {
    const { install } = this.#words;
    return html`<section id="install">
      <h2>${install.title}</h2>
      <p>${install.about}</p>
      ${this.#devices(({ install }) => ordered(install))}
      <figure>
        <figcaption>${install.fingerprint}</figcaption>
        <code>${groups(fingerprint)}</code>
        <p class="soft">${install.compare}</p>
      </figure>
      <p class="soft">${this.#words.vouching[vouching]}</p>
    </section>`;
  }

  warning(url: string): Html {
    const { warning } = this.#words;
    return html`<section id="warning">
      <h2>${warning.title}</h2>
      <p>${warning.about}</p>
      ${link(url, warning.open)} ${this.#devices(this.#withWarning)}
    </section>`;
  }

  /** The only way, where there is nothing to install. */
  open(url: string): Html {
    const { open } = this.#words;
    return html`<section class="choice">
        <h2>${open.title}</h2>
        <p>${open.about}</p>
        ${link(url, open.open, "primary")}
      </section>
      <section id="warning">
        <details class="card">
          <summary>${open.ifWarned}</summary>
          <div class="inside">${this.#devices(this.#withWarning)}</div>
        </details>
      </section>`;
  }

  /** What else may stand in the way. */
  help(now: Date, installable: boolean): Html {
    const { guides, help } = this.#words;
    const time = now.toLocaleString(LOCALES[this.#language], { dateStyle: "full", timeStyle: "short" });
    const hints = [
      html`<p>${help.stay}</p>`,
      ...Object.values(wifiHintsOf(guides)).map(({ title, steps }) => titled(title, steps)),
    ];
    const removing = PLATFORMS.map((platform) => titled(this.#guides[platform].title, this.#guides[platform].remove));
    return html`<section id="help">
      <h2>${help.title}</h2>
      <div class="card">
        ${tucked(help.noInternet, hints)}
        ${tucked(help.clock, html`<p>${step(help.setClock(time), guides).map(part)}</p>`)}
        ${installable ? tucked(help.remove, removing) : undefined}
      </div>
    </section>`;
  }

  /** Every device, the guessed one first and open. */
  #devices(inside: (guide: Guide) => Content): Html {
    const others = PLATFORMS.filter((platform) => platform !== this.#guess);
    const device = (platform: Platform, attributes: Html) =>
      html`<details data-platform="${platform}" ${attributes}>
        <summary>${this.#guides[platform].title}</summary>
        <div class="inside">${inside(this.#guides[platform])}</div>
      </details>`;
    return html`<div class="card devices">
      ${device(this.#guess, html`open`)} ${others.map((platform) => device(platform, html``))}
    </div>`;
  }

  #withWarning = ({ warning, lacking }: Guide): Html =>
    html`${ordered(warning)}
      <h3>${this.#words.warning.lacking}</h3>
      <ul>
        ${lacking.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>`;
}

function tucked(title: string, inside: Content): Html {
  return html`<details>
    <summary>${title}</summary>
    <div class="inside">${inside}</div>
  </details>`;
}

function titled(title: string, steps: readonly Step[]): Html {
  return html`<h3>${title}</h3>
    ${ordered(steps)}`;
}

function ordered(steps: readonly Step[]): Html {
  const items = steps.map((step) => html`<li>${step.map(part)}</li>`);
  return steps.length > 1
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul class="single">
        ${items}
      </ul>`;
}

function part(each: Step[number]): Content {
  if (typeof each === "string") return each;
  // No `download`: an iPhone offers to install a profile only when it is opened.
  return "label" in each ? html`<b>${each.label}</b>` : html`<a class="download" href="${each.path}">${each.text}</a>`;
}

function link(url: string, text: string, kind = ""): Html {
  return html`<a class="button ${kind}" data-open href="${url}">${text}</a>`;
}

/** "AB:CD:…" in groups of four bytes, which are told apart at a glance. */
function groups(fingerprint: string): Html[] {
  const bytes = fingerprint.split(":");
  return bytes.flatMap((_, index) =>
    index % 4 === 0 ? [html`<span>${bytes.slice(index, index + 4).join(" ")}</span> `] : [],
  );
}
