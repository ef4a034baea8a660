import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { PreviewController } from "../controllers/preview.ts";
import type { Preferences } from "../preferences.ts";
import { intend } from "../state.ts";
import type { MediaState } from "../state.ts";
import { words } from "../words/later.ts";
import "./devices.ts";
import { EarshotElement } from "./element.ts";
import { fields, toggle } from "./fields.ts";
import "./meter.ts";
import "./self.ts";
import { speaker } from "./settings-icons.ts";
import { base } from "./styles.ts";

/** Camera, microphone and speaker: what the others will see and hear, and what of it can be chosen. */
@customElement("earshot-device-settings")
export class EarshotDeviceSettings extends EarshotElement {
  @property({ attribute: false }) media!: MediaState;
  @property({ attribute: false }) preferences!: Preferences;
  @query("earshot-self") private picture!: Element | null;

  constructor() {
    super();
    // oxlint-disable-next-line no-new -- it adds itself
    new PreviewController(this, () => this.picture);
  }

  static override styles = [
    base,
    fields,
    css`
      earshot-self {
        aspect-ratio: 16 / 9;
        border-radius: var(--radius);
      }
      .level {
        display: grid;
        gap: var(--gap-2);
      }
      .second {
        justify-self: start;
      }
    `,
  ];

  override render() {
    const { local, problem, speakers } = this.media;
    const { devices, level, testSpeaker } = words.settings;
    return html`<h3>${devices}</h3>
      <earshot-self .stream=${local} note=${problem ?? ""} hint=${words.welcome.seeYourself}></earshot-self>
      ${
        local?.getAudioTracks().length !== 0
          ? html`<div class="level">
              <earshot-meter .stream=${local}></earshot-meter>
              <p class="hint">${level}</p>
            </div>`
          : nothing
      }
      <earshot-devices .media=${this.media}></earshot-devices>
      ${
        speakers.length > 0
          ? html`<button class="second" @click=${() => intend(this, { type: "test-speaker" })}>
              ${speaker} ${testSpeaker}
            </button>`
          : nothing
      }
      ${this.#processing()}`;
  }

  #processing() {
    const { processing, ...rest } = words.settings;
    const kinds = ["echoCancellation", "noiseSuppression", "autoGainControl"] as const;
    return html`<div role="group" aria-label=${processing} class="lines">
      ${kinds.map((kind) =>
        toggle({
          id: kind,
          label: rest[kind],
          hint: rest[`${kind}Hint`],
          on: this.preferences[kind],
          change: (on) => intend(this, { type: "prefer", wish: { [kind]: on } }),
        }),
      )}
    </div>`;
  }
}
