/** What the browser shows of this page while others are in front: its title, its icon, and a badge where it is installed. */
import type { AppState } from "./state.ts";
import { titleOf } from "./sentences.ts";

/** Width and height of the drawn icon, in pixels. */
const SIZE = 64;

export class Attention {
  readonly #icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  readonly #plain = this.#icon?.href;
  #missed = 0;

  /** Say who calls, or how much the user has missed: calls, and what was said to them. */
  show({ call }: Pick<AppState, "call">, missed: number): void {
    const title = titleOf(call, missed);
    if (document.title !== title) document.title = title;
    if (missed === this.#missed) return;
    this.#missed = missed;
    void this.#badge(missed);
  }

  async #badge(missed: number): Promise<void> {
    const drawn = missed > 0 && this.#plain !== undefined ? await withCount(this.#plain, missed) : this.#plain;
    if (missed !== this.#missed) return;
    if (this.#icon && drawn !== undefined) this.#icon.href = drawn;
    try {
      await (missed > 0 ? navigator.setAppBadge?.(missed) : navigator.clearAppBadge?.());
    } catch {
      // Not installed, or not allowed: the title and the icon say it.
    }
  }
}

/** The icon with a number on it, as a data URL; the plain icon if it cannot be drawn. */
async function withCount(url: string, count: number): Promise<string> {
  const canvas = Object.assign(document.createElement("canvas"), { width: SIZE, height: SIZE });
  const context = canvas.getContext("2d");
  const image = Object.assign(new Image(SIZE, SIZE), { src: url });
  try {
    await image.decode();
  } catch {
    return url;
  }
  if (!context) return url;
  context.drawImage(image, 0, 0, SIZE, SIZE);
  const [x, y, radius] = [44, 20, 20];
  context.fillStyle = "#d32f37";
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fill();
  context.fillStyle = "#fff";
  context.font = "bold 30px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(count > 9 ? "9+" : String(count), x, y + 2, 2 * radius - 6);
  return canvas.toDataURL();
}
