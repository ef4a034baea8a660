import { Html } from "./html.ts";

/** public/icon.svg, which the page cannot ask for: nothing but itself is served without TLS. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">' +
  '<rect width="64" height="64" rx="16" fill="#0b6e66"/>' +
  '<g fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round">' +
  '<path d="M19 31a14 14 0 0 1 14 14"/><path d="M19 18a27 27 0 0 1 27 27"/></g>' +
  '<circle cx="20" cy="44" r="5.5" fill="#fff"/></svg>';

/** The icon beside the name, which says it all to those who do not see it. */
export const icon = new Html(ICON.replace("<svg ", '<svg class="icon" aria-hidden="true" '));

/** For `<link rel="icon">`. */
export const iconUrl = `data:image/svg+xml,${encodeURIComponent(ICON)}`;
