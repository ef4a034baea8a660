/** What stands on a page by role and name, for drivers that know neither. */

/** By role, how the elements that have it are marked up here. */
export const ROLES = {
  button: "button",
  combobox: "select",
  /** Those that are open. */
  details: "details[open]",
  dialog: "dialog[open]",
  heading: "h1, h2, h3",
  link: "a[href]",
  list: "ul",
  listitem: "li",
  log: "[role=log]",
  option: "option",
  radio: "input[type=radio]",
  region: "section[aria-label]",
  status: "[role=status]",
  textbox: "input:not([type]), input[type=text], input[type=search], textarea",
} as const;

export type Role = keyof typeof ROLES;

/** Something that is shown: how it is called, and all that it reads, on one line. */
export interface Shown<E> {
  readonly element: E;
  readonly label: string;
  readonly text: string;
}

/** Runs in the page, and needs nothing around it: the elements that are shown and match, shadow roots included. */
export function findShown(selector: string): Shown<HTMLElement>[] {
  const below = (root: ParentNode): Element[] =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      element,
      ...(element.shadowRoot ? below(element.shadowRoot) : []),
    ]);
  const read = (node: Node): string =>
    node instanceof Text
      ? node.data
      : node instanceof Element && !["STYLE", "SVG"].includes(node.tagName.toUpperCase())
        ? [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(read).join(" ")
        : "";
  const tidy = (text: string): string => text.replace(/\s+/gu, " ").trim();
  const labelOf = (element: HTMLElement): string => {
    const root = element.getRootNode() as Document | ShadowRoot;
    const by = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const labels = [...by.map((id) => root.getElementById(id)), ...((element as HTMLInputElement).labels ?? [])];
    const named = labels.map((label) => (label ? read(label) : "")).join(" ");
    return tidy(element.getAttribute("aria-label") ?? named) || tidy(read(element));
  };
  return below(document)
    .filter((element): element is HTMLElement => element instanceof HTMLElement && element.matches(selector))
    .filter((element) => (element.closest("select") ?? element).getClientRects().length > 0)
    .map((element) => ({ element, label: labelOf(element), text: tidy(read(element)) }));
}
