import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Preferences } from "../preferences.ts";
import { intend } from "../state.ts";
import { language, words } from "../words/later.ts";
import { EarshotElement } from "./element.ts";
import { fields, toggle } from "./fields.ts";
import { bell, ring } from "./settings-icons.ts";
import { base } from "./styles.ts";

/** How an incoming call makes itself known. */
@customElement("earshot-ring-settings")
export class EarshotRingSettings extends EarshotElement {
  @property({ attribute: false }) preferences!: Preferences;
  /** Whether the system may tell of calls; absent where it cannot. */
  @property({ attribute: false }) notifications: NotificationPermission | undefined;
  /** Where the slider is while it is moved, from 0 to 1. */
  @state() private moved: number | undefined;

  static override styles = [
    base,
    fields,
    css`
      .volume {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        column-gap: var(--gap-3);
        padding: var(--gap-2) var(--gap-3);
      }
      .volume label {
        grid-column: 1 / -1;
        padding-top: var(--gap-1);
        font-size: 1rem;
        font-weight: 400;
      }
      .notifications {
        display: grid;
        justify-items: start;
        gap: var(--gap-3);
      }
    `,
  ];

  override render() {
    const { ringing, silent, silentHint, doNotDisturb, doNotDisturbHint } = words.settings;
    const { preferences } = this;
    return html`<h3>${ringing}</h3>
      <div class="lines">
        ${this.#volume()}
        ${toggle({
          id: "silent",
          label: silent,
          hint: silentHint,
          on: preferences.silent,
          change: (on) => intend(this, { type: "prefer", wish: { silent: on } }),
        })}
        ${toggle({
          id: "do-not-disturb",
          label: doNotDisturb,
          hint: doNotDisturbHint,
          on: preferences.doNotDisturb,
          change: (on) => intend(this, { type: "prefer", wish: { doNotDisturb: on } }),
        })}
      </div>
      <h3>${words.settings.notifications}</h3>
      <div class="notifications">${this.#notifications()}</div>`;
  }

  /** It rings as loud as it was let go at. */
  #volume() {
    const { ringVolume, testRing } = words.settings;
    const { preferences } = this;
    const volume = this.moved ?? preferences.ringVolume;
    const at = (event: Event) => Number((event.target as HTMLInputElement).value) / 100;
    return html`<div class="volume">
      <label for="volume">${ringVolume}</label>
      <input
        id="volume"
        type="range"
        min="0"
        max="100"
        step="5"
        .value=${String(Math.round(volume * 100))}
        aria-valuetext=${new Intl.NumberFormat(language, { style: "percent" }).format(volume)}
        ?disabled=${preferences.silent}
        @input=${(event: Event) => (this.moved = at(event))}
        @change=${(event: Event) => {
          this.moved = undefined;
          intend(this, { type: "prefer", wish: { ringVolume: at(event) } });
          intend(this, { type: "test-ring" });
        }}
      />
      <button
        class="quiet"
        aria-label=${testRing}
        title=${testRing}
        ?disabled=${preferences.silent}
        @click=${() => intend(this, { type: "test-ring" })}
      >
        ${ring}
      </button>
    </div>`;
  }

  #notifications() {
    const { notificationsOff, allowNotifications, notificationsOn, notificationsDenied, notificationsAbsent } =
      words.settings;
    switch (this.notifications) {
      case undefined:
        return html`<p class="hint">${notificationsAbsent}</p>`;
      case "granted":
        return html`<p class="hint">${notificationsOn}</p>`;
      case "denied":
        return html`<p class="hint">${notificationsDenied}</p>`;
      case "default":
        return html`<p class="hint">${notificationsOff}</p>
          <button class="second" @click=${() => intend(this, { type: "ask-notifications" })}>
            ${bell} ${allowNotifications}
          </button>`;
      default:
        return nothing;
    }
  }
}
