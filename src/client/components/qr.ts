import { css, html, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { base } from "./styles.ts";
import { words } from "../words/current.ts";

/** The white around the code, in modules (ISO/IEC 18004, 5.3.8): without it cameras do not find the code. */
const QUIET = 4;

/** A QR code of an address: dark on white in either colour scheme, since many cameras read no other. */
@customElement("earshot-qr")
export class EarshotQr extends EarshotElement {
  @property() text = "";
  /** Row by row, whether a module is dark. Absent until it is drawn. */
  @state() private modules: readonly (readonly boolean[])[] | undefined;
  @state() private failed = false;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        aspect-ratio: 1;
        border-radius: var(--radius);
        overflow: hidden;
        background: #fff;
        color: #14181c;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
      }
      p {
        padding: var(--gap-4);
        font-size: var(--small);
      }
    `,
  ];

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("text") && this.text !== "") void this.#encode(this.text);
  }

  override render() {
    if (this.failed) return html`<p>${words.invite.notDrawn}</p>`;
    const { modules } = this;
    if (!modules) return nothing;
    return html`<svg
      role="img"
      aria-label=${words.invite.codeOf(this.text)}
      viewBox="0 0 ${modules.length} ${modules.length}"
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      ${svg`<path fill="#000" d=${pathOf(modules)} />`}
    </svg>`;
  }

  /** The library is fetched when the first code is shown. */
  async #encode(text: string): Promise<void> {
    try {
      const { encode } = await import("uqr");
      const { data } = encode(text, { ecc: "M", border: QUIET });
      if (text === this.text) [this.modules, this.failed] = [data, false];
    } catch {
      this.failed = true;
    }
  }
}

/** One rectangle for each run of dark modules in a row. */
function pathOf(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) =>
      row.map((dark, x) => {
        if (!dark || row[x - 1]) return "";
        const light = row.indexOf(false, x);
        const width = (light < 0 ? row.length : light) - x;
        return `M${x} ${y}h${width}v1h-${width}z`;
      }),
    )
    .join("");
}
