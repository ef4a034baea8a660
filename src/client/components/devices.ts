import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { intend } from "../state.ts";
import type { Choice, MediaState } from "../state.ts";
import { words } from "../words/later.ts";
import { base } from "./styles.ts";

/** Which camera, microphone and speaker; where there are none to choose, nothing. */
@customElement("earshot-devices")
export class EarshotDevices extends EarshotElement {
  @property({ attribute: false }) media!: MediaState;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
        gap: var(--gap-3);
      }
      @media (max-width: 26rem) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override render() {
    const { cameras, microphones, speakers, cameraId, microphoneId, speakerId } = this.media;
    const { camera, microphone, speaker } = words.settings;
    return [
      this.#chooser(camera, cameras, cameraId, (id) => intend(this, { type: "choose", cameraId: id })),
      this.#chooser(microphone, microphones, microphoneId, (id) => intend(this, { type: "choose", microphoneId: id })),
      this.#chooser(speaker, speakers, speakerId, (id) => intend(this, { type: "choose", speakerId: id })),
    ];
  }

  #chooser(label: string, choices: readonly Choice[], chosen: string | undefined, choose: (id: string) => void) {
    if (choices.length === 0) return nothing;
    return html`<label
      >${label}
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${choices.map(
          (choice, index) =>
            html`<option value=${choice.id} ?selected=${choice.id === chosen}>
              ${choice.label || words.settings.numbered(label, index + 1)}
            </option>`,
        )}
      </select>
    </label>`;
  }
}
