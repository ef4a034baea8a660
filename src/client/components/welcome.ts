import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { PreviewController } from "../controllers/preview.ts";
import { intend } from "../state.ts";
import type { MediaState } from "../state.ts";
import "./devices.ts";
import { earshot } from "./icons.ts";
import "./name-form.ts";
import "./self.ts";
import { base } from "./styles.ts";

/** The first visit: what this is, what the others will see, and the one question. */
@customElement("earshot-welcome")
export class EarshotWelcome extends EarshotElement {
  @property({ attribute: false }) media!: MediaState;

  constructor() {
    super();
    this.addController(new PreviewController(this));
  }

  static override styles = [
    base,
    css`
      main {
        display: grid;
        align-content: start;
        gap: var(--gap-6);
        max-width: 26rem;
        margin: 0 auto;
        padding: calc(var(--gap-6) + var(--top)) calc(var(--gap-4) + var(--right)) calc(var(--gap-6) + var(--bottom))
          calc(var(--gap-4) + var(--left));
      }
      header {
        display: grid;
        gap: var(--gap-2);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        margin-bottom: var(--gap-2);
        color: var(--accent);
        font-weight: 700;
      }
      h1 {
        font-size: clamp(1.625rem, 7vw, 2rem);
      }
      header p:last-child {
        color: var(--soft);
        text-wrap: pretty;
      }
      earshot-self {
        aspect-ratio: 3 / 2;
        width: 100%;
        border-radius: var(--round);
      }
      /* With room beside it, the picture takes the left half, however high the right one grows. */
      @media (min-width: 52rem), (orientation: landscape) and (min-width: 40rem) {
        main {
          grid-template: auto auto 1fr / 1.1fr 1fr;
          column-gap: var(--gap-12);
          max-width: 60rem;
          padding-top: calc(clamp(1.5rem, 16vh, 10rem) + var(--top));
        }
        earshot-self {
          grid-area: 1 / 1 / -1 / 2;
          aspect-ratio: 4 / 3;
        }
      }
    `,
  ];

  override render() {
    const { local, problem } = this.media;
    return html`<main>
      <header>
        <p class="brand">${earshot} Earshot</p>
        <h1>Call anyone on this Wi-Fi</h1>
        <p>See who is here and talk, face to face. No account, and nothing leaves the building.</p>
      </header>
      <earshot-self .stream=${local} note=${problem ?? ""} hint="Allow the camera to see yourself here"></earshot-self>
      <earshot-name-form
        @named=${(event: CustomEvent<string>) => intend(this, { type: "join", name: event.detail })}
      ></earshot-name-form>
      <earshot-devices .media=${this.media}></earshot-devices>
    </main>`;
  }
}
