import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Quality } from "../quality.ts";
import { duration } from "../sentences.ts";
import { intend } from "../state.ts";
import { words } from "../words/later.ts";
import { microphoneOff, shareScreen } from "./call-icons.ts";
import "./quality.ts";

export interface Top {
  readonly name: string;
  /** How long the call has lasted, in milliseconds. */
  readonly lasted: number;
  /** For how long the path has been looked for, in milliseconds. */
  readonly reconnecting?: number | undefined;
  readonly quality: Quality | undefined;
  /** The other is muted. */
  readonly muted: boolean;
  /** The user's screen is shared. */
  readonly sharing: boolean;
  /** Sentences on what is wrong. */
  readonly problems: readonly string[];
}

/** Who it is, for how long, how well it goes, and what is the matter; `host` says the intents. */
export function top(host: EventTarget, { name, lasted, reconnecting, quality, ...more }: Top): TemplateResult {
  return html`<div class="top">
    <div class="about">
      <h2>${name}</h2>
      <div class="line">
        <p role="timer">${duration(lasted)}</p>
        <earshot-quality class=${quality?.grade ?? ""} .quality=${quality}></earshot-quality>
      </div>
    </div>
    <div role="status">${reconnecting === undefined ? nothing : trouble(reconnecting)}</div>
    ${more.sharing ? sharing(host) : nothing}
    ${more.muted ? html`<p class="mark">${microphoneOff} ${words.call.isMuted(name)}</p>` : nothing}
    <div class="problems" aria-live="polite">
      ${more.problems.map((problem) => html`<p class="mark">${problem}</p>`)}
    </div>
  </div>`;
}

/** The seconds are for the eye: a screen reader would read every one of them. */
function trouble(reconnecting: number) {
  const seconds = words.call.seconds(Math.floor(reconnecting / 1000));
  return html`<p class="mark trouble">${words.call.reconnecting} <span aria-hidden="true">${seconds}</span></p>`;
}

function sharing(host: EventTarget) {
  const stop = () => intend(host, { type: "share-screen", on: false });
  return html`<p class="mark sharing">
    ${shareScreen} <span id="sharing">${words.call.youShare}</span>
    <button aria-describedby="sharing" @click=${stop}>${words.call.stop}</button>
  </p>`;
}
