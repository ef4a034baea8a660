/** What has the focus, however deep in shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Somebody is typing if a text field has the focus and holds something. */
export function typing(): boolean {
  const element = focused();
  return (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && element.value !== "";
}
