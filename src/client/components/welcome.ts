import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { PreviewController } from "../controllers/preview.ts";
import type { Preferences } from "../preferences.ts";
import { intend } from "../state.ts";
import type { MediaState } from "../state.ts";
import { words } from "../words/later.ts";
import "./devices.ts";
import { earshot } from "./icons.ts";
import "./language.ts";
import "./name-form.ts";
import "./self.ts";
import { base } from "./styles.ts";

/** The first visit: what this is, what the others will see, and the one question. */
@customElement("earshot-welcome")
export class EarshotWelcome extends EarshotElement {
  @property({ attribute: false }) media!: MediaState;
  @property({ attribute: false }) preferences!: Preferences;

  constructor() {
    super();
    // oxlint-disable-next-line no-new -- it adds itself
    new PreviewController(this);
  }

  static override styles = [
    base,
    css`
      /* Our sign, large and quiet: from a corner, as far as one is heard. */
      :host {
        display: block;
        min-height: 100vh;
        min-height: 100dvh;
        background: repeating-radial-gradient(
          circle at 0 100%,
          transparent 0 5.9rem,
          var(--line) 5.95rem 6rem,
          transparent 6.05rem
        );
      }
      main {
        display: grid;
        align-content: start;
        gap: var(--gap-4);
        max-width: 26rem;
        min-height: inherit;
        margin: 0 auto;
        padding: calc(var(--gap-3) + var(--top)) calc(var(--margin) + var(--right)) calc(var(--gap-6) + var(--bottom))
          calc(var(--margin) + var(--left));
      }
      .top {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--gap-4);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        color: var(--accent);
        font-family: var(--face);
        font-size: var(--large);
        font-weight: 700;
      }
      earshot-language {
        min-width: 0;
        max-width: 11rem;
        font-size: var(--small);
      }
      header {
        display: grid;
        gap: var(--gap-2);
      }
      h1 {
        font-size: var(--display);
        line-height: 1.1;
      }
      header p {
        color: var(--soft);
        text-wrap: pretty;
      }
      earshot-self {
        aspect-ratio: 3 / 2;
        width: 100%;
        max-height: 32vh;
        border-radius: var(--round);
        box-shadow: var(--raise);
      }
      summary {
        min-height: var(--target);
        padding: 0.625rem 0;
        color: var(--soft);
        font-size: var(--small);
        font-weight: 600;
        cursor: pointer;
      }
      details {
        margin-top: calc(-1 * var(--gap-2));
      }
      details[open] {
        padding-bottom: var(--gap-4);
      }
      /* With room beside it, the picture takes the left half, however high the right one grows. */
      @media (min-width: 52rem), (orientation: landscape) and (min-width: 40rem) {
        main {
          grid-template: auto auto auto auto 1fr / 1.1fr 1fr;
          gap: var(--gap-4) clamp(1.5rem, 4vw, 4rem);
          max-width: 64rem;
        }
        .top {
          grid-column: 1 / -1;
          margin-bottom: clamp(0rem, 9vh, 6rem);
        }
        earshot-self {
          grid-area: 2 / 1 / 6 / 2;
          align-self: start;
          aspect-ratio: 4 / 3;
          max-height: 70vh;
        }
      }
      @media (max-height: 40rem) and (max-width: 39.99rem) {
        main {
          gap: var(--gap-3);
        }
        earshot-self {
          max-height: 26vh;
        }
      }
      @media (max-height: 30rem) {
        h1 {
          font-size: var(--title);
        }
        .top {
          margin-bottom: 0;
        }
      }
      @media (forced-colors: active) {
        :host {
          background: none;
        }
      }
    `,
  ];

  override render() {
    const { local, problem, cameras, microphones, speakers } = this.media;
    const { title, about, join, seeYourself, devices } = words.welcome;
    const choice = cameras.length + microphones.length + speakers.length > 0;
    return html`<main>
      <div class="top">
        <p class="brand">${earshot} Earshot</p>
        <earshot-language quiet .preferences=${this.preferences}></earshot-language>
      </div>
      <header>
        <h1>${title}</h1>
        <p>${about}</p>
      </header>
      <earshot-self .stream=${local} note=${problem ?? ""} hint=${seeYourself}></earshot-self>
      <earshot-name-form
        .action=${join}
        @named=${(event: CustomEvent<string>) => intend(this, { type: "join", name: event.detail })}
      ></earshot-name-form>
      ${
        choice
          ? html`<details>
              <summary>${devices}</summary>
              <earshot-devices .media=${this.media}></earshot-devices>
            </details>`
          : nothing
      }
    </main>`;
  }
}
