import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
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
export class EarshotWelcome extends LitElement {
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
        align-content: center;
        gap: var(--gap-6);
        max-width: 26rem;
        min-height: 100vh;
        min-height: 100dvh;
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
        color: var(--accent);
        font-weight: 700;
      }
      h1 {
        font-size: var(--display);
      }
      header p:last-child {
        color: var(--soft);
      }
      earshot-self {
        aspect-ratio: 4 / 3;
        max-height: 40vh;
        width: 100%;
        border-radius: var(--round);
      }
      @media (orientation: landscape) and (max-height: 40rem) {
        main {
          grid-template-columns: 1fr 1fr;
          max-width: 54rem;
        }
        header {
          grid-column: 1 / -1;
        }
        earshot-self {
          max-height: none;
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
      <earshot-self .stream=${local}
        >${problem ?? (local ? "No camera" : "Allow the camera to see yourself here")}</earshot-self
      >
      <earshot-name-form @named=${(event: CustomEvent<string>) => intend(this, { type: "join", name: event.detail })}>
        ${
          this.media.cameras.length + this.media.microphones.length > 0
            ? html`<earshot-devices .media=${this.media}></earshot-devices>`
            : nothing
        }
      </earshot-name-form>
    </main>`;
  }
}
