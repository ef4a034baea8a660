import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { intend } from "../state.ts";
import { words } from "../words/current.ts";
import type { EarshotDirectory } from "./directory.ts";
import { bellOff, dimmed, earshot, moon, recent, settings } from "./icons.ts";

/** The line above the list: who one is to the others, the recent calls and the settings. */
export function top(directory: EarshotDirectory): TemplateResult {
  const { missed, reachable } = directory;
  const { recents: calls, settings: change, stayReachable, missed: many } = words.directory;
  const say = (what: string) => () => directory.dispatchEvent(new Event(what));
  return html`<header>
    <span class="brand">${earshot}</span>
    <h1>Earshot</h1>
    ${me(directory, say("settings"))}
    ${
      reachable?.told
        ? html`<button
            class="quiet"
            aria-label=${stayReachable}
            @click=${() => intend(directory, { type: "stay-reachable", on: true })}
          >
            ${dimmed}
          </button>`
        : nothing
    }
    <span class="recents">
      <button class="quiet" aria-label=${calls} aria-describedby="missed" @click=${say("recents")}>${recent}</button>
      ${missed > 0 ? html`<span class="count" aria-hidden="true">${Math.min(missed, 99)}</span>` : nothing}
      <span id="missed" class="unseen">${missed > 0 ? many(missed) : nothing}</span>
    </span>
    <button class="quiet" aria-label=${change} @click=${say("settings")}>${settings}</button>
  </header>`;
}

/** One's own name as the others see it, and whether it rings. */
function me({ name, connection, preferences }: EarshotDirectory, change: () => void): TemplateResult {
  const { you, available, silent, doNotDisturb, offline } = words.directory;
  const [kind, state, mark] = preferences?.doNotDisturb
    ? ["not", doNotDisturb, moon]
    : connection !== "online"
      ? ["off", offline, nothing]
      : preferences?.silent
        ? ["not", silent, bellOff]
        : ["on", available, nothing];
  return html`<button class="me ${kind}" aria-label=${you(name, state)} @click=${change}>
    ${mark}<span>${name}</span>
  </button>`;
}
