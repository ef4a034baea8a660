import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";

type Kind = "plain" | "on" | "yes" | "no";

interface More {
  /** Whether what it toggles is shown. */
  open?: boolean;
  badge?: string;
  describedBy?: string;
  /** It opens a dialog. */
  dialog?: boolean;
  /** The keys that do the same, as `aria-keyshortcuts` has them (WAI-ARIA 1.2). */
  keys?: string;
}

/** One of the round buttons of a call, with its name below it. */
export function control(
  icon: TemplateResult,
  name: string,
  kind: Kind,
  press: () => void,
  more: More = {},
): TemplateResult {
  return html`<button
    class="control ${kind}"
    aria-expanded=${more.open ?? nothing}
    aria-haspopup=${more.dialog ? "dialog" : nothing}
    aria-describedby=${more.describedBy ?? nothing}
    aria-keyshortcuts=${more.keys ?? nothing}
    @click=${press}
  >
    <span class="disc"
      >${icon}${more.badge ? html`<span class="badge" aria-hidden="true">${more.badge}</span>` : nothing}</span
    >
    <span>${name}</span>
  </button>`;
}

export const controls = css`
  .controls {
    display: flex;
    justify-content: center;
    align-items: flex-start;
    gap: var(--gap-2);
  }
  .control {
    flex-direction: column;
    justify-content: flex-start;
    gap: var(--gap-1);
    width: 4.5rem;
    padding: var(--gap-1) 0;
    border-radius: var(--radius);
    color: var(--on-stage);
    font-size: 0.8125rem;
    line-height: 1.2;
  }
  .disc {
    position: relative;
    display: grid;
    place-items: center;
    width: 3.25rem;
    height: 3.25rem;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--disc);
    transition: background-color var(--quick);
  }
  .control:hover .disc {
    filter: brightness(1.15);
  }
  .on .disc {
    background: var(--on-stage);
    color: var(--stage);
  }
  .yes .disc {
    background: var(--yes);
  }
  .no .disc {
    background: var(--no);
  }
  .badge {
    position: absolute;
    top: -0.25rem;
    right: -0.25rem;
    min-width: 1.375rem;
    padding: 0 0.25rem;
    border-radius: 99rem;
    background: #4fd1c0;
    color: #04211d;
    font-size: 0.8125rem;
    font-weight: 700;
    line-height: 1.375rem;
  }
`;
