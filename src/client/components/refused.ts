import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { CERTIFICATE_PATH } from "../../joining/step.ts";
import type { Guide, Guides } from "../../joining/guide.ts";
import { guides } from "../../joining/steps.ts";
import { refusalOn } from "../refusal.ts";
import { earshot } from "./icons.ts";
import { installation } from "./steps.ts";
import { base, spinner } from "./styles.ts";

/** Pages come through, but no WebSocket: why that is on this device, and what to do. It is loaded only where it is needed. */
@customElement("earshot-refused")
export class EarshotRefused extends EarshotElement {
  @property({ attribute: false }) device: { readonly userAgent: string; readonly maxTouchPoints: number } = navigator;
  @property({ attribute: false }) guides: Guides = guides;
  /** The address of this page, as `location.host` has it. */
  @property() host = "";
  /** Whether the laptop has something to install: it has not where its operator has brought a certificate. */
  @state() private installable = true;

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

  override render() {
    const { userAgent, maxTouchPoints } = this.device;
    const { platform, halfway } = refusalOn(userAgent, maxTouchPoints);
    const guide = this.guides[platform];
    return html`<main>
      <p class="brand">${earshot} Earshot</p>
      ${
        halfway === undefined
          ? html`${this.#between()}
            ${
              this.installable
                ? html`<details>
                    <summary>Or let this device trust Earshot</summary>
                    ${installation(guide)}
                  </details>`
                : nothing
            }`
          : this.#halfway(halfway, guide)
      }
      <p class="waiting">This page goes on by itself as soon as it can.</p>
    </main>`;
  }

  async #ask(): Promise<void> {
    try {
      const { status } = await fetch(CERTIFICATE_PATH, { method: "HEAD", cache: "no-store" });
      this.installable = status !== 404;
    } catch {
      // Mostly there is.
    }
  }

  #halfway(device: string, guide: Guide) {
    return html`<div role="status">
        <h1>Your ${device} trusts Earshot only halfway</h1>
        <p>
          It shows this page, but refuses the live connection by which people see each other and calls ring.
          ${
            this.installable
              ? "That takes both: the profile installed, and full trust in it switched on. Do what is missing:"
              : `Ask whoever runs Earshot: they have brought a certificate of their own, which this ${device} has to trust. Without it, Earshot makes one, and shows here how to trust that.`
          }
        </p>
      </div>
      ${this.installable ? installation(guide) : nothing}`;
  }

  #between() {
    return html`<div role="status">
        <h1>Something lets this page through, but not calls</h1>
        <p>
          The laptop answers, but its live connection, by which people see each other and calls ring, is refused on the
          way. A VPN, a proxy or a virus scanner on this device does that.
        </p>
      </div>
      <ul>
        <li>Switch a VPN or proxy off, or let it leave addresses of this Wi-Fi alone.</li>
        <li>
          Let the virus scanner leave <b>${this.host}</b> alone. It may call this web protection or HTTPS scanning.
        </li>
        <li>Or try another browser, or another device.</li>
      </ul>`;
  }
}
