import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";

/** How a part of the settings looks: a heading, and under it what can be set, in lines. */
export const fields = css`
  :host {
    display: grid;
    gap: var(--gap-3);
    align-content: start;
    min-width: 0;
  }
  h3,
  legend {
    padding: 0;
    font-family: var(--face);
    font-size: var(--large);
    font-weight: 700;
    line-height: 1.3;
  }
  * + h3 {
    margin-top: var(--gap-4);
  }
  .hint {
    color: var(--soft);
    font-size: var(--small);
    text-wrap: pretty;
  }
  .lines {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    overflow: hidden;
  }
  .lines > * + * {
    border-top: 1px solid var(--line);
  }
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gap-4);
    min-height: 3.25rem;
    padding: var(--gap-2) var(--gap-3);
    font-size: 1rem;
    font-weight: 400;
  }
  label.line {
    cursor: pointer;
  }
  @media (hover: hover) {
    label.line:hover {
      background: var(--hover);
    }
  }
  .line .hint {
    display: block;
  }
  [role="switch"] {
    position: relative;
    flex: none;
    width: 3.25rem;
    min-height: 2rem;
    height: 2rem;
    margin: 0;
    padding: 0;
    border: 2px solid var(--edge);
    border-radius: 99rem;
    -webkit-appearance: none;
    appearance: none;
    background: var(--well);
    cursor: pointer;
    transition:
      background-color var(--quick),
      border-color var(--quick);
  }
  [role="switch"]::before {
    content: "";
    position: absolute;
    top: 0.25rem;
    left: 0.25rem;
    width: calc(1.5rem - 4px);
    height: calc(1.5rem - 4px);
    border-radius: 50%;
    background: var(--edge);
    transition:
      transform var(--quick) var(--ease),
      background-color var(--quick);
  }
  [role="switch"]:checked {
    border-color: var(--accent);
    background: var(--accent);
  }
  [role="switch"]:checked::before {
    background: var(--on-accent);
    transform: translateX(1.25rem);
  }
  [role="switch"]:focus-visible,
  [type="range"]:focus-visible {
    outline-offset: 2px;
  }
  [type="range"] {
    min-height: var(--target);
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  legend {
    margin-bottom: var(--gap-3);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .segments {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    gap: var(--gap-1);
    padding: var(--gap-1);
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: var(--well);
  }
  .segments label {
    position: relative;
    display: grid;
    border-radius: calc(var(--radius) - var(--gap-1));
  }
  .segments span {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--gap-2);
    min-height: var(--target);
    padding: 0 var(--gap-1);
    border-radius: inherit;
    color: var(--soft);
    overflow-wrap: anywhere;
    text-align: center;
    transition: background-color var(--quick);
  }
  .segments .icon {
    width: 1.25rem;
    height: 1.25rem;
  }
  .segments input {
    position: absolute;
    inset: 0;
    width: 100%;
    min-height: 0;
    height: 100%;
    margin: 0;
    border: 0;
    opacity: 0;
    cursor: pointer;
  }
  .segments :checked + span {
    border-radius: inherit;
    background: var(--surface);
    box-shadow: var(--raise);
    color: var(--text);
  }
  .segments :focus-visible + span {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-2);
  }
  @media (max-width: 24rem) {
    .segments .icon {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .segments {
      border-color: CanvasText;
    }
    .segments :checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .segments :focus-visible + span {
      outline-color: CanvasText;
    }
    [role="switch"]::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
    [role="switch"]:checked {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
    }
    [role="switch"]:checked::before {
      background: HighlightText;
    }
  }
`;

export interface SwitchOptions {
  /** Unlike those of all others in its element. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  change(on: boolean): void;
}

/** A line that is a switch as a whole. */
export function toggle({ id, label, hint, on, change }: SwitchOptions): TemplateResult {
  return html`<label class="line">
    <span>
      <span id="${id}-label">${label}</span>
      ${hint === undefined ? nothing : html`<span class="hint" id="${id}-hint">${hint}</span>`}
    </span>
    <input
      type="checkbox"
      role="switch"
      aria-labelledby="${id}-label"
      aria-describedby=${hint === undefined ? nothing : `${id}-hint`}
      .checked=${on}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
  </label>`;
}
