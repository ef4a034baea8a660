/** Stands in for a user who turns to the page of the test, or away from it: a browser under test is always, or never, looked at. */

/** Lets the page be seen and have the focus, or neither. */
export function look(here: boolean): void {
  Object.defineProperty(document, "visibilityState", { configurable: true, value: here ? "visible" : "hidden" });
  Object.defineProperty(document, "hasFocus", { configurable: true, value: () => here });
  document.dispatchEvent(new Event("visibilitychange"));
}

/** Lets the browser itself say again whether the page is looked at. */
export function lookForReal(): void {
  for (const name of ["visibilityState", "hasFocus"]) Reflect.deleteProperty(document, name);
}
