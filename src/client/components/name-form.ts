import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { MAX_NAME, cleanName } from "../../protocol/name.ts";
import { words } from "../words/later.ts";
import { base } from "./styles.ts";

/** Asks for the user's name, and says `named` with it once it is one; what is slotted in stands above the button. */
@customElement("earshot-name-form")
export class EarshotNameForm extends EarshotElement {
  @property() name = "";
  /** What the button says. */
  @property() action = "";
  /** The button stands beside the field. */
  @property({ type: Boolean, reflect: true }) inline = false;
  @state() private wrong = false;
  @query("input") private input!: HTMLInputElement;

  static override styles = [
    base,
    css`
      form {
        display: grid;
        gap: var(--gap-4);
      }
      .field {
        display: grid;
        gap: var(--gap-1);
        min-width: 0;
      }
      :host([inline]) form {
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--gap-2);
      }
      :host([inline]) button {
        align-self: start;
        /* Beside the field, not its label. */
        margin-top: calc(var(--small) * 1.45 + var(--gap-1));
      }
      #wrong {
        color: var(--wrong);
        font-size: var(--small);
      }
      [aria-invalid="true"] {
        border-color: var(--wrong);
        box-shadow: 0 0 0 1px var(--wrong);
      }
    `,
  ];

  override render() {
    const { yourName, nameRule } = words.welcome;
    return html`<form novalidate @submit=${this.#submit}>
      <div class="field">
        <label for="name">${yourName}</label>
        <input
          id="name"
          name="name"
          .value=${this.name}
          maxlength=${2 * MAX_NAME}
          autocomplete="name"
          autocapitalize="words"
          spellcheck="false"
          enterkeyhint="done"
          aria-invalid=${this.wrong}
          aria-describedby=${this.wrong ? "wrong" : nothing}
          @input=${() => (this.wrong &&= cleanName(this.input.value) === undefined)}
        />
        ${this.wrong ? html`<p id="wrong">${nameRule(MAX_NAME)}</p>` : nothing}
      </div>
      <slot></slot>
      <button class=${this.inline ? "second" : "primary"}>${this.action}</button>
    </form>`;
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    const name = cleanName(this.input.value);
    this.wrong = name === undefined;
    if (name === undefined) this.input.focus();
    else this.dispatchEvent(new CustomEvent<string>("named", { detail: name }));
  };
}
