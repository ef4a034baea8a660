import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { intend } from "../state.ts";
import { words } from "../words/current.ts";
import { EarshotElement } from "./element.ts";
import { earshot } from "./icons.ts";
import { base, spinner } from "./styles.ts";

/** How long an attempt is seen to be one, in milliseconds: its answer comes sooner. */
const ATTEMPT = 2_000;

/** The server has no room for another person. The page tries again by itself, and at once if the user wants that. */
@customElement("earshot-full")
export class EarshotFull extends EarshotElement {
  @state() private trying = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    spinner,
    css`
      main {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: var(--gap-4);
        max-width: 30rem;
        min-height: 100vh;
        min-height: 100dvh;
        margin: 0 auto;
        padding: calc(var(--gap-6) + var(--top)) calc(var(--gap-6) + var(--right)) calc(var(--gap-6) + var(--bottom))
          calc(var(--gap-6) + var(--left));
        text-align: center;
      }
      .sign {
        display: grid;
        place-items: center;
        width: 6rem;
        height: 6rem;
        border: 1px solid transparent;
        border-radius: 50%;
        background: var(--tint);
        color: var(--accent);
      }
      .sign .icon {
        width: 2.75rem;
        height: 2.75rem;
        stroke-width: 1.5;
      }
      div {
        display: grid;
        gap: var(--gap-3);
      }
      p {
        color: var(--soft);
        text-wrap: pretty;
      }
      button {
        min-width: 12rem;
      }
      .waiting::before {
        border-color: var(--on-accent) transparent var(--on-accent) var(--on-accent);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const { title, about, tryNow, trying } = words.full;
    return html`<main>
      <span class="sign">${earshot}</span>
      <div role="status">
        <h1>${title}</h1>
        <p>${about}</p>
      </div>
      <button class="primary ${this.trying ? "waiting" : ""}" aria-disabled=${this.trying} @click=${this.#try}>
        ${this.trying ? trying : tryNow}
      </button>
    </main>`;
  }

  #try = (): void => {
    if (this.trying) return;
    intend(this, { type: "try-now" });
    this.trying = true;
    this.#timer = setTimeout(() => (this.trying = false), ATTEMPT);
  };
}
