import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { words } from "../words/later.ts";
import { EarshotElement } from "./element.ts";
import "./panel.ts";
import { base } from "./styles.ts";

/** The list of the keys that do something. Says `close` when it is put away. */
@customElement("earshot-shortcuts")
export class EarshotShortcuts extends EarshotElement {
  static override styles = [
    base,
    css`
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: var(--gap-3) var(--gap-4);
        margin: 0 0 var(--gap-2);
      }
      dd {
        margin: 0;
        text-align: end;
      }
      kbd {
        display: inline-block;
        min-width: 2rem;
        padding: 0.125rem var(--gap-2);
        border: 1px solid var(--edge);
        border-radius: var(--gap-1);
        background: var(--ground);
        font: inherit;
        font-size: var(--small);
        text-align: center;
      }
    `,
  ];

  override render() {
    const { shortcuts } = words;
    const rows: [what: string, ...keys: string[]][] = [
      [shortcuts.mute, "M", shortcuts.space],
      [shortcuts.camera, "V"],
      [shortcuts.chat, "C"],
      [shortcuts.fullScreen, "F"],
      [shortcuts.move, shortcuts.arrows],
      [shortcuts.escape, shortcuts.esc],
      [shortcuts.search, "/"],
      [shortcuts.list, "?"],
    ];
    return html`<earshot-panel heading=${shortcuts.title} @close=${() => this.dispatchEvent(new Event("close"))}>
      <dl>
        ${rows.map(
          ([what, ...keys]) =>
            html`<dt>${what}</dt>
              <dd>${keys.map((key, n) => html`${n > 0 ? ` ${shortcuts.or} ` : ""}<kbd>${key}</kbd>`)}</dd>`,
        )}
      </dl>
    </earshot-panel>`;
  }
}
