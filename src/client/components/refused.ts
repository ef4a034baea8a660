import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { CERTIFICATE_PATH } from "../../joining/step.ts";
import type { Guide } from "../../joining/guide.ts";
import { guidesOf } from "../../joining/steps.ts";
import type { DoorWords } from "../../joining/words/english.ts";
import { refusalOn } from "../refusal.ts";
import { marked } from "../words/compose.ts";
import { language } from "../words/current.ts";
import { doorIn } from "../words/door.ts";
import type { Language } from "../words/languages.ts";
import { earshot } from "./icons.ts";
import { installation } from "./steps.ts";
import { base, spinner } from "./styles.ts";

/**
 * Pages come through, but no WebSocket: why that is on this device, and what to do. It is loaded only where it is needed, and shows its
 * content until its own words have come.
 */
@customElement("earshot-refused")
export class EarshotRefused extends EarshotElement {
  @property({ attribute: false }) device: { readonly userAgent: string; readonly maxTouchPoints: number } = navigator;
  /** The address of this page, as `location.host` has it. */
  @property() host = "";
  /** Whether the laptop has something to install: it has not where its operator has brought a certificate. */
  @state() private installable = true;
  @state() private door: DoorWords | undefined;
  #wanted: Language | undefined;

  static override styles = [
    base,
    spinner,
    css`
      main {
        display: grid;
        align-content: start;
        gap: var(--gap-4);
        max-width: 34rem;
        min-height: 100vh;
        min-height: 100dvh;
        margin: 0 auto;
        padding: calc(clamp(1.5rem, 10vh, 6rem) + var(--top)) calc(var(--gap-4) + var(--right))
          calc(var(--gap-6) + var(--bottom)) calc(var(--gap-4) + var(--left));
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        color: var(--accent);
        font-weight: 700;
      }
      h1 {
        margin-bottom: var(--gap-2);
      }
      p {
        text-wrap: pretty;
      }
      ol,
      ul {
        display: grid;
        gap: var(--gap-3);
        margin: 0;
        padding: var(--gap-4) var(--gap-4) var(--gap-4) 2.5rem;
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--surface);
        list-style: revert;
      }
      li::marker {
        color: var(--accent);
        font-weight: 700;
      }
      a {
        color: var(--accent);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      summary {
        min-height: 2.75rem;
        padding: var(--gap-2) 0;
        color: var(--accent);
        font-weight: 600;
        cursor: pointer;
      }
      .waiting {
        display: flex;
        align-items: center;
        gap: var(--gap-3);
        color: var(--soft);
        font-size: var(--small);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  override willUpdate(): void {
    if (language !== this.#wanted) void this.#speak((this.#wanted = language));
  }

  override render() {
    const { door, device } = this;
    if (!door) return html`<slot></slot>`;
    const { platform, halfway } = refusalOn(device.userAgent, device.maxTouchPoints);
    const guide = guidesOf(door.guides)[platform];
    return html`<main>
      <p class="brand">${earshot} Earshot</p>
      ${halfway === undefined ? this.#between(door, guide) : this.#halfway(door, halfway, guide)}
      <p class="waiting">${door.refused.goesOn}</p>
    </main>`;
  }

  async #speak(wanted: Language): Promise<void> {
    const door = await doorIn(wanted);
    if (wanted === this.#wanted) this.door = door;
  }

  async #ask(): Promise<void> {
    try {
      const { status } = await fetch(CERTIFICATE_PATH, { method: "HEAD", cache: "no-store" });
      this.installable = status !== 404;
    } catch {
      // Mostly there is.
    }
  }

  #halfway({ refused }: DoorWords, device: string, guide: Guide) {
    return html`<div role="status">
        <h1>${refused.halfway(device)}</h1>
        <p>${refused.live} ${this.installable ? refused.missing : refused.operators(device)}</p>
      </div>
      ${this.installable ? installation(guide) : nothing}`;
  }

  #between({ refused }: DoorWords, guide: Guide) {
    return html`<div role="status">
        <h1>${refused.between}</h1>
        <p>${refused.onTheWay}</p>
      </div>
      <ul>
        <li>${refused.vpn}</li>
        <li>${marked(refused.scanner(this.host), (text) => html`<b>${text}</b>`)}</li>
        <li>${refused.another}</li>
      </ul>
      ${
        this.installable
          ? html`<details>
              <summary>${refused.trust}</summary>
              ${installation(guide)}
            </details>`
          : nothing
      }`;
  }
}
