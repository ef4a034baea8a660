/** Shows the page of a person of a test, as that person sees it. */
import { fixture, html } from "@open-wc/testing";
import { EarshotApp } from "../components/app.ts";
import { dress } from "../components/testing.ts";
import type { Intent } from "../state.ts";
import type { Person } from "./two-people.ts";

// A component that shows a preview wants it while the page is being drawn: its state changes then, here as in the real page.
EarshotApp.disableWarning?.("change-in-update");

/** Renders the state of this person; what the components want is done by the person. Show one person's page at a time. */
export async function pageOf(person: Person): Promise<EarshotApp> {
  await dress();
  const app = await fixture<EarshotApp>(html`<earshot-app .store=${person.client.store}></earshot-app>`);
  app.addEventListener("intent", (event) => {
    if (!person.want((event as CustomEvent<Intent>).detail)) event.preventDefault();
  });
  return app;
}
