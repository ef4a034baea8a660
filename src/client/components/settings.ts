import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import type { Peer } from "../../protocol/messages.ts";
import type { Preferences } from "../preferences.ts";
import { intend } from "../state.ts";
import type { BlockedPerson, MediaState } from "../state.ts";
import { words } from "../words/later.ts";
import "./about-settings.ts";
import "./block-settings.ts";
import "./device-settings.ts";
import { close } from "./icons.ts";
import "./look-settings.ts";
import "./name-form.ts";
import "./ring-settings.ts";
import { check } from "./settings-icons.ts";
import { sheet } from "./sheet.ts";
import { base } from "./styles.ts";
import "./talk-settings.ts";

/** All that can be set. It acts at once, but for the name, which is saved; says `close` when it is done with. */
@customElement("earshot-settings")
export class EarshotSettings extends EarshotElement {
  @property() name = "";
  @property({ attribute: false }) media!: MediaState;
  @property({ attribute: false }) preferences!: Preferences;
  /** Whether the system may tell of calls; absent where it cannot. */
  @property({ attribute: false }) notifications: NotificationPermission | undefined;
  @property({ attribute: false }) people: readonly Peer[] = [];
  @property({ attribute: false }) blocked: readonly BlockedPerson[] = [];
  /** By which others tell this person from somebody of a similar name. */
  @property() code: string | undefined;
  @state() private saved = false;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    sheet,
    css`
      .parts {
        display: grid;
        gap: var(--gap-8);
        grid-template-columns: minmax(0, 1fr);
        padding-bottom: var(--gap-4);
      }
      .column {
        display: grid;
        align-content: start;
        gap: var(--gap-8);
        min-width: 0;
      }
      .saved {
        display: flex;
        align-items: center;
        gap: var(--gap-1);
        min-height: 1.5rem;
        margin-bottom: calc(-1 * var(--gap-6));
        color: var(--here);
        font-size: var(--small);
        font-weight: 600;
      }
      .code {
        margin-top: var(--gap-6);
        color: var(--soft);
        font-size: var(--small);
        text-wrap: pretty;
      }
      .code b {
        color: var(--text);
      }
      .saved:not(:empty) + .code {
        margin-top: var(--gap-8);
      }
      .saved .icon {
        width: 1.125rem;
        height: 1.125rem;
      }
      /* With room: what one is seen and heard by on the left, all else on the right. */
      @media (min-width: 52rem), (orientation: landscape) and (min-width: 40rem) {
        dialog {
          width: min(60rem, calc(100% - 2 * var(--gap-4)));
          padding-right: var(--gap-6);
          padding-left: var(--gap-6);
        }
        header {
          margin-right: calc(-1 * var(--gap-6));
          margin-left: calc(-1 * var(--gap-6));
          padding-left: var(--gap-6);
        }
        .parts {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: clamp(1.5rem, 4vw, 3rem);
        }
      }
    `,
  ];

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    const { preferences, media } = this;
    const { title, save, saved } = words.settings;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event("close"))}>
      <header>
        <h2 id="title">${title}</h2>
        <button class="quiet" aria-label=${words.common.close} @click=${() => this.dialog.close()}>${close}</button>
      </header>
      <div class="parts">
        <div class="column">
          <div>
            <earshot-name-form
              inline
              .action=${save}
              .name=${this.name}
              @named=${this.#save}
              @input=${() => (this.saved = false)}
            ></earshot-name-form>
            <p role="status" class="saved">${this.saved ? html`${check} ${saved}` : ""}</p>
            ${this.#code()}
          </div>
          <earshot-device-settings .media=${media} .preferences=${preferences}></earshot-device-settings>
        </div>
        <div class="column">
          <earshot-look-settings .preferences=${preferences}></earshot-look-settings>
          <earshot-ring-settings
            .preferences=${preferences}
            .notifications=${this.notifications}
          ></earshot-ring-settings>
          <earshot-talk-settings .preferences=${preferences}></earshot-talk-settings>
          <earshot-block-settings .people=${this.people} .blocked=${this.blocked}></earshot-block-settings>
          <earshot-about-settings></earshot-about-settings>
        </div>
      </div>
    </dialog>`;
  }

  #code() {
    if (this.code === undefined) return nothing;
    const { yours, yoursHint } = words.alike;
    return html`<p class="code"><b>${yours(this.code)}</b> ${yoursHint}</p>`;
  }

  #save = ({ detail: name }: CustomEvent<string>): void => {
    if (name !== this.name) intend(this, { type: "rename", name });
    this.saved = true;
  };
}
