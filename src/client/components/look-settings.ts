import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Preferences } from "../preferences.ts";
import { intend } from "../state.ts";
import { words } from "../words/later.ts";
import { EarshotElement } from "./element.ts";
import { fields } from "./fields.ts";
import "./language.ts";
import { dark, light, system } from "./settings-icons.ts";
import { base } from "./styles.ts";

const LOOKS = { system, light, dark };

/** How Earshot looks, and which language it speaks. */
@customElement("earshot-look-settings")
export class EarshotLookSettings extends EarshotElement {
  @property({ attribute: false }) preferences!: Preferences;

  static override styles = [base, fields];

  override render() {
    const { appearance, language } = words.settings;
    return html`<fieldset>
        <legend>${appearance}</legend>
        <div class="segments">
          ${(Object.keys(LOOKS) as (keyof typeof LOOKS)[]).map(
            (look) =>
              html`<label>
                <input
                  type="radio"
                  name="appearance"
                  value=${look}
                  .checked=${this.preferences.appearance === look}
                  @change=${() => intend(this, { type: "prefer", wish: { appearance: look } })}
                />
                <span>${LOOKS[look]} ${words.settings[look]}</span>
              </label>`,
          )}
        </div>
      </fieldset>
      <h3 aria-hidden="true">${language}</h3>
      <earshot-language .preferences=${this.preferences}></earshot-language>`;
  }
}
