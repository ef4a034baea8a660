import { html } from "lit";
import type { Guide, Step } from "../../joining/guide.ts";

/** What is to be done on a device, in order: labels stand out as they are on its screen, and files can be fetched. */
export function installation({ install }: Guide) {
  return html`<ol>
    ${install.map((step) => html`<li>${step.map(part)}</li>`)}
  </ol>`;
}

function part(piece: Step[number]) {
  if (typeof piece === "string") return piece;
  return "label" in piece ? html`<b>${piece.label}</b>` : html`<a href=${piece.path}>${piece.text}</a>`;
}
