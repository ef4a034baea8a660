import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { intend } from "../state.ts";
import { words } from "../words/later.ts";
import { EarshotElement } from "./element.ts";
import { fields } from "./fields.ts";
import { base } from "./styles.ts";

/** So many of the version's characters tell it from others. */
const SHORT = 8;

/** Which Earshot this is, and how to be rid of all that it keeps here. */
@customElement("earshot-about-settings")
export class EarshotAboutSettings extends EarshotElement {
  /** Asked to clear everything, and not yet whether that was meant. */
  @state() private clearing = false;
  @query(".keep") private keep!: HTMLElement | null;
  @query(".clear") private clear!: HTMLElement | null;

  static override styles = [
    base,
    fields,
    css`
      .sure {
        display: grid;
        gap: var(--gap-3);
        padding: var(--gap-4);
        border: 1px solid var(--wrong);
        border-radius: var(--radius);
      }
      .clear {
        justify-self: start;
        color: var(--wrong);
      }
      code {
        font-family: ui-monospace, monospace;
      }
    `,
  ];

  override render() {
    const { about, aboutHint, version } = words.settings;
    const own = document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? "";
    return html`<h3>${about}</h3>
      <p class="hint">
        Earshot${own === "" ? nothing : html`, ${version} <code>${own.slice(0, SHORT)}</code>`}. ${aboutHint}
      </p>
      ${this.clearing ? this.#sure() : this.#ask()}`;
  }

  #ask() {
    return html`<button class="second clear" @click=${() => this.#turn(true)}>${words.settings.clear}</button>`;
  }

  /** Two taps, since nothing brings it back. */
  #sure() {
    const { clear, clearHint, clearSure, keep } = words.settings;
    return html`<div class="sure" role="group" aria-label=${clear}>
      <p id="what">${clearHint}</p>
      <div class="buttons">
        <button class="danger" aria-describedby="what" @click=${() => intend(this, { type: "clear-everything" })}>
          ${clearSure}
        </button>
        <button class="second keep" aria-describedby="what" @click=${() => this.#turn(false)}>${keep}</button>
      </div>
    </div>`;
  }

  async #turn(clearing: boolean): Promise<void> {
    this.clearing = clearing;
    await this.updateComplete;
    const next = clearing ? this.keep : this.clear;
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }
}
