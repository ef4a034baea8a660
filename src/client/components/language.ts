import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type Preferences, type Wish } from "../preferences.ts";
import { intend } from "../state.ts";
import { words } from "../words/later.ts";
import { languageFor, LANGUAGES } from "../words/languages.ts";
import { EarshotElement } from "./element.ts";
import { globe } from "./icons.ts";
import { base } from "./styles.ts";

/** Which language Earshot speaks: the browser's, or one that is chosen. Each is called as its own speakers call it. */
@customElement("earshot-language")
export class EarshotLanguage extends EarshotElement {
  @property({ attribute: false }) preferences!: Pick<Preferences, "language" | "languageChosen">;
  /** A small one, for those who cannot read what is there: only the languages, and no frame. */
  @property({ type: Boolean, reflect: true }) quiet = false;

  static override styles = [
    base,
    css`
      :host {
        position: relative;
        display: block;
      }
      .icon {
        position: absolute;
        top: calc(50% - 0.625rem);
        left: var(--gap-3);
        width: 1.25rem;
        height: 1.25rem;
        color: var(--soft);
        pointer-events: none;
      }
      select {
        padding-left: 2.5rem;
      }
      :host([quiet]) select {
        min-height: var(--target);
        border-color: transparent;
        background-color: transparent;
        color: var(--soft);
      }
      @media (hover: hover) {
        :host([quiet]) select:hover {
          background-color: var(--hover);
        }
      }
    `,
  ];

  override render() {
    const { language, languageChosen } = this.preferences;
    const browser = LANGUAGES[languageFor(navigator.languages)];
    const chosen = this.quiet || languageChosen;
    return html`${globe}
      <select aria-label=${words.settings.language} @change=${this.#choose}>
        ${
          this.quiet
            ? nothing
            : html`<option value="system" ?selected=${!chosen}>${words.settings.asBrowser(browser)}</option>`
        }
        ${Object.entries(LANGUAGES).map(
          ([tag, name]) =>
            html`<option value=${tag} lang=${tag} ?selected=${chosen && tag === language}>${name}</option>`,
        )}
      </select>`;
  }

  #choose = ({ target }: Event): void => {
    const language = (target as HTMLSelectElement).value as NonNullable<Wish["language"]>;
    intend(this, { type: "prefer", wish: { language } });
  };
}
