import { css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { EarshotElement } from "./element.ts";
import { PreviewController } from "../controllers/preview.ts";
import { intend } from "../state.ts";
import type { MediaState } from "../state.ts";
import "./devices.ts";
import { close } from "./icons.ts";
import "./name-form.ts";
import "./self.ts";
import { base, sheet } from "./styles.ts";

/** Name, camera and microphone; says `close` when it is done with. */
@customElement("earshot-settings")
export class EarshotSettings extends EarshotElement {
  @property() name = "";
  @property({ attribute: false }) media!: MediaState;
  @query("dialog") private dialog!: HTMLDialogElement;

  constructor() {
    super();
    this.addController(new PreviewController(this));
  }

  static override styles = [
    base,
    sheet,
    css`
      earshot-self {
        aspect-ratio: 16 / 9;
        margin-bottom: var(--gap-4);
        border-radius: var(--radius);
      }
    `,
  ];

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    const { local, problem } = this.media;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event("close"))}>
      <header>
        <h2 id="title">Settings</h2>
        <button class="quiet" aria-label="Close" @click=${() => this.dialog.close()}>${close}</button>
      </header>
      <earshot-self .stream=${local} note=${problem ?? ""} hint="Allow the camera to see yourself here"></earshot-self>
      <earshot-name-form action="Save" .name=${this.name} @named=${this.#save}>
        <earshot-devices .media=${this.media}></earshot-devices>
      </earshot-name-form>
    </dialog>`;
  }

  #save = ({ detail: name }: CustomEvent<string>): void => {
    if (name !== this.name) intend(this, { type: "rename", name });
    this.dialog.close();
  };
}
