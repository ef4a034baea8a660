import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Preferences } from "../preferences.ts";
import { intend } from "../state.ts";
import { talkWords } from "../words/talk/current.ts";
import { EarshotElement } from "./element.ts";
import { fields, toggle } from "./fields.ts";
import { base } from "./styles.ts";

/** What happens to words and files by itself, and how all of them are erased. */
@customElement("earshot-talk-settings")
export class EarshotTalkSettings extends EarshotElement {
  @property({ attribute: false }) preferences!: Preferences;
  /** Asked to delete them, and not yet whether that was meant. */
  @state() private sure = false;
  @state() private cleared = false;

  static override styles = [
    base,
    fields,
    css`
      .sure {
        border-color: var(--wrong);
        color: var(--wrong);
      }
      .clear {
        justify-self: start;
      }
    `,
  ];

  override render() {
    const { title, autoImages, autoImagesHint, clear, clearHint, clearSure, cleared } = talkWords.settings;
    return html`<h3>${title}</h3>
      <div class="lines">
        ${toggle({
          id: "auto-images",
          label: autoImages,
          hint: autoImagesHint,
          on: this.preferences.autoImages,
          change: (on) => intend(this, { type: "prefer", wish: { autoImages: on } }),
        })}
      </div>
      <button
        class="second clear ${this.sure ? "sure" : ""}"
        aria-describedby="clear"
        @click=${this.#clear}
        @blur=${() => (this.sure = false)}
      >
        ${this.sure ? clearSure : clear}
      </button>
      <p id="clear" class="hint">${clearHint}</p>
      <p aria-live="polite" class="hint">${this.cleared ? cleared : nothing}</p>`;
  }

  /** Two taps, since nothing brings them back. */
  #clear = (): void => {
    if (this.sure) {
      intend(this, { type: "clear-conversations" });
      this.cleared = true;
    }
    this.sure = !this.sure;
  };
}
