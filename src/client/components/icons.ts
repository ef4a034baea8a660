import { html, svg } from "lit";
import type { SVGTemplateResult, TemplateResult } from "lit";

// Drawn on a 24 by 24 grid with one stroke; words beside them, or the button's label, say what they mean.
const icon = (drawing: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`;

const mouthpiece = svg`<rect x="9" y="3" width="6" height="11" rx="3" /><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />`;
const lens = svg`<rect x="3" y="6.5" width="12.5" height="11" rx="2.5" /><path d="m15.5 11 5-3v8l-5-3" />`;
const handset = svg`<path d="M8.4 4 10 8 8 9.8a13 13 0 0 0 6.2 6.2l1.8-2 4 1.6v3a1.9 1.9 0 0 1-2.1 1.9A16.3 16.3 0 0 1 3.5 6.1 1.9 1.9 0 0 1 5.4 4z" />`;
const stroke = svg`<path d="m4 4 16 16" />`;

export const microphone = icon(mouthpiece);
export const microphoneOff = icon(svg`${mouthpiece}${stroke}`);
export const camera = icon(lens);
export const cameraOff = icon(svg`${lens}${stroke}`);
export const phone = icon(handset);
export const hangUp = icon(svg`<g transform="rotate(135 12 12)">${handset}</g>`);
export const message = icon(svg`<path d="M20 4.5H4v12h3.5V20l4.5-3.5h8z" />`);
export const settings = icon(
  svg`<path d="M3.5 8h8m6 0h3m-17 8h3m6 0h8" /><circle cx="14.5" cy="8" r="3" /><circle cx="9.5" cy="16" r="3" />`,
);
export const close = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
export const recent = icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5V12l3 2" />`);
export const outgoing = icon(svg`<path d="M6.5 17.5 17 7M9 6.5h8.5V15" />`);
export const incoming = icon(svg`<path d="M17.5 6.5 7 17M6.5 9v8.5H15" />`);
export const moon = icon(svg`<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z" />`);
export const send = icon(svg`<path d="M12 19.5v-15m-6.5 6.5L12 4.5l6.5 6.5" />`);
export const invite = icon(
  svg`<circle cx="10" cy="8.5" r="4" /><path d="M3 20a7 7 0 0 1 12.5-4.3M18.5 14v6m-3-3h6" />`,
);
export const share = icon(svg`<path d="M12 14.5V3.5M8 7l4-3.5L16 7M7 11H5v9.5h14V11h-2" />`);
export const copy = icon(
  svg`<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2" /><path d="M15.5 8.5V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5" />`,
);
export const person = icon(svg`<circle cx="12" cy="8.5" r="4" /><path d="M4.5 20a7.5 7.5 0 0 1 15 0" />`);
export const speaker = icon(
  svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />`,
);
/** Somebody in the middle, and who can hear them. */
export const earshot = icon(
  svg`<circle class="filled" cx="6" cy="18" r="2" /><path d="M6 11.5a6.5 6.5 0 0 1 6.5 6.5M6 5a13 13 0 0 1 13 13" />`,
);

export const devices = {
  phone: icon(svg`<rect x="7" y="3" width="10" height="18" rx="2.5" /><path d="M11 18h2" />`),
  tablet: icon(svg`<rect x="4.5" y="3" width="15" height="18" rx="2.5" /><path d="M11 18h2" />`),
  computer: icon(svg`<rect x="5" y="5" width="14" height="10" rx="1.5" /><path d="M2.5 18.5h19" />`),
};
