/** The parts of the page that is served without TLS. */
import { PLATFORMS, type Platform } from "./device.ts";
import { type Content, html, type Html } from "./html.ts";
import type { Guide, Step } from "./guide.ts";
import { guides } from "./steps.ts";
import { VOUCHING, type Vouching } from "./vouching.ts";
import { stayOnWifi } from "./wifi.ts";

/** The two ways, side by side, before either is told at length. */
export const choice = html`<section class="choice">
  <h2>Your browser does not know this laptop yet</h2>
  <p>
    Earshot runs on a laptop near you. Camera and microphone need an encrypted connection, and for that the laptop has
    made a certificate of its own.
  </p>
  <a class="way primary" href="#install">
    <strong>Install the certificate</strong>
    <span>One minute, once. Everything works.</span>
  </a>
  <a class="way" href="#warning">
    <strong>Continue with a warning</strong>
    <span>Right away, but not everything works.</span>
  </a>
</section>`;

export function install(
  guess: Platform,
  { fingerprint, vouching }: { readonly fingerprint: string; readonly vouching: Vouching },
): Html {
  return html`<section id="install">
    <h2>Install the certificate</h2>
    <p>This device then trusts the laptop. These are the steps:</p>
    ${devices(guess, ({ install }) => ordered(install))}
    <figure>
      <figcaption>The laptop's SHA-256 fingerprint</figcaption>
      <code>${groups(fingerprint)}</code>
      <p class="soft">
        Compare what your device shows with the laptop's terminal itself: this page came without encryption, so somebody
        could have changed it on its way.
      </p>
    </figure>
    <p class="soft">${VOUCHING[vouching]}</p>
  </section>`;
}

export function warning(guess: Platform, url: string): Html {
  return html`<section id="warning">
    <h2>Continue with a warning</h2>
    <p>Your browser will say that the connection is not private. Here is what to tap then.</p>
    ${link(url, "Open Earshot with a warning")} ${devices(guess, withWarning)}
  </section>`;
}

/** The only way, where there is nothing to install. */
export function open(guess: Platform, url: string): Html {
  return html`<section class="choice">
      <h2>Come in</h2>
      <p>Earshot runs on a laptop near you, and opens over an encrypted connection.</p>
      ${link(url, "Open Earshot", "primary")}
    </section>
    <section id="warning">
      <details class="card">
        <summary>If your browser warns</summary>
        <div class="inside">${devices(guess, withWarning)}</div>
      </details>
    </section>`;
}

/** What else may stand in the way. */
export function help(now: Date, installable: boolean): Html {
  const removing = html`<details>
    <summary>Take the certificate off again</summary>
    <div class="inside">
      ${PLATFORMS.map(
        (platform) =>
          html`<h3>${guides[platform].title}</h3>
            ${ordered(guides[platform].remove)}`,
      )}
    </div>
  </details>`;
  return html`<section id="help">
    <h2>If something is in the way</h2>
    <div class="card">
      <details>
        <summary>This Wi-Fi has no internet</summary>
        <div class="inside">
          <p>Earshot needs none. But phones like to leave such a Wi-Fi for mobile data, and must be told to stay:</p>
          ${Object.values(stayOnWifi).map(
            ({ title, steps }) =>
              html`<h3>${title}</h3>
                ${ordered(steps)}`,
          )}
        </div>
      </details>
      <details>
        <summary>The clock is wrong</summary>
        <div class="inside">
          <p>
            Browsers refuse every certificate then. The laptop's clock says: ${when(now)}. Set this device's clock in
            its
            <b>Settings</b>, under <b>Date &amp; time</b>.
          </p>
        </div>
      </details>
      ${installable ? removing : undefined}
    </div>
  </section>`;
}

/** Every device, the guessed one first and open. */
function devices(guess: Platform, inside: (guide: Guide) => Content): Html {
  const others = PLATFORMS.filter((platform) => platform !== guess);
  const device = (platform: Platform, attributes: Html) =>
    html`<details data-platform="${platform}" ${attributes}>
      <summary>${guides[platform].title}</summary>
      <div class="inside">${inside(guides[platform])}</div>
    </details>`;
  return html`<div class="card devices">
    ${device(guess, html`open`)} ${others.map((platform) => device(platform, html``))}
  </div>`;
}

function withWarning({ warning, lacking }: Guide): Html {
  return html`${ordered(warning)}
    <h3>What will not work</h3>
    <ul>
      ${lacking.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;
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

function when(date: Date): string {
  return date.toLocaleString("en-GB", { dateStyle: "full", timeStyle: "short" });
}
