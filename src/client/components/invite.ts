import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { plain, spoken } from "../addresses.ts";
import { invitation } from "../sentences.ts";
import { close, copy, share } from "./icons.ts";
import "./qr.ts";
import { sheet } from "./sheet.ts";
import { base } from "./styles.ts";
import { words } from "../words/current.ts";

/** How others come in: the code to scan, the address to read out, share and copy. Says `close` when it is done with. */
@customElement("earshot-invite")
export class EarshotInvite extends EarshotElement {
  /** Those that others can open, the best first: see `invitations`. */
  @property({ attribute: false }) addresses: readonly string[] = [];
  /** The one that is shown, where it is not the best. */
  @state() private chosen: string | undefined;
  /** What became of sharing or copying a link. */
  @state() private said: { readonly link: string; readonly text: string } | undefined;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    sheet,
    css`
      .way {
        display: grid;
        justify-items: center;
        gap: var(--gap-3);
        text-align: center;
      }
      .way p {
        color: var(--soft);
        text-wrap: balance;
      }
      earshot-qr {
        width: min(15rem, 100%);
        border: 1px solid var(--line);
      }
      .way .address {
        max-width: 100%;
        color: var(--text);
        font-size: var(--large);
        font-weight: 600;
        overflow-wrap: anywhere;
        user-select: all;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--gap-2);
        width: 100%;
      }
      .actions button {
        flex: 1;
        gap: var(--gap-2);
        max-width: 12rem;
        min-height: 3rem;
        border-radius: var(--radius);
      }
      .second {
        border-color: var(--edge);
        font-weight: 600;
      }
      .second:hover {
        background: var(--hover);
      }
      .way .said {
        min-height: 1.45em;
        font-size: var(--small);
      }
      summary {
        display: flex;
        align-items: center;
        justify-content: center;
        min-height: 2.75rem;
        border-radius: var(--radius);
        color: var(--accent);
        font-size: var(--small);
        font-weight: 600;
        cursor: pointer;
      }
      summary:hover,
      li button:hover {
        background: var(--hover);
      }
      ul {
        list-style: none;
      }
      li button {
        justify-content: start;
        width: 100%;
        padding: 0 var(--gap-3);
        border-radius: var(--radius);
        overflow-wrap: anywhere;
        text-align: start;
      }
      li [aria-pressed="true"] {
        background: var(--tint);
        color: var(--accent);
        font-weight: 600;
      }
    `,
  ];

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event("close"))}>
      <header>
        <h2 id="title">${words.invite.title}</h2>
        <button class="quiet" aria-label=${words.common.close} @click=${() => this.dialog.close()}>${close}</button>
      </header>
      ${this.#shown === undefined ? html`<p>${words.invite.none}</p>` : this.#way(this.#shown)}
    </dialog>`;
  }

  /** One that the server has left meanwhile is not shown any more. */
  get #shown(): string | undefined {
    const { addresses, chosen } = this;
    return chosen !== undefined && addresses.includes(chosen) ? chosen : addresses[0];
  }

  #way(address: string) {
    const link = plain(address);
    // Absent in browsers that cannot, and on pages that are not secure.
    const { clipboard } = navigator as Partial<Navigator>;
    return html`<div class="way">
        <p>${words.invite.how}</p>
        <earshot-qr .text=${link}></earshot-qr>
        <p class="address">${spoken(address)}</p>
        <div class="actions">
          ${
            sharable(invitation(link))
              ? html`<button class="primary" @click=${() => this.#share(link)}>${share} ${words.invite.share}</button>`
              : nothing
          }
          ${
            clipboard
              ? html`<button class="second" @click=${() => this.#copy(clipboard, link)}>
                  ${copy} ${words.invite.copy}
                </button>`
              : nothing
          }
        </div>
        <p role="status" class="said">${this.said?.link === link ? this.said.text : ""}</p>
      </div>
      ${this.addresses.length > 1 ? this.#others(address) : nothing}`;
  }

  #others(shown: string) {
    return html`<details>
      <summary>${words.invite.others}</summary>
      <ul role="list" aria-label=${words.invite.addresses}>
        ${this.addresses.map(
          (address) =>
            html`<li>
              <button aria-pressed=${address === shown} @click=${() => (this.chosen = address)}>
                ${spoken(address)}
              </button>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  async #share(link: string): Promise<void> {
    this.said = undefined;
    try {
      await navigator.share(invitation(link));
    } catch (error) {
      // The user thought better of it, or tapped twice.
      if (error instanceof DOMException && ["AbortError", "InvalidStateError"].includes(error.name)) return;
      this.said = { link, text: words.invite.notShared };
    }
  }

  async #copy(clipboard: Clipboard, link: string): Promise<void> {
    const text = await clipboard.writeText(link).then(
      () => words.invite.copied,
      () => words.invite.notCopied,
    );
    this.said = { link, text };
  }
}

/** Some browsers share without being able to say what; others have neither. */
function sharable(data: ShareData): boolean {
  const { share, canShare } = navigator as Partial<Navigator>;
  return share !== undefined && (canShare?.call(navigator, data) ?? true);
}
