import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Box, type Corner, nearest, place, towards } from "../corners.ts";

/** How far a finger may slip in a tap, in CSS pixels. */
const SLIP = 8;

export interface TilesOptions {
  stage(): HTMLElement | null;
  /** The small pictures, the one nearest to the corner first. */
  tiles(): Iterable<HTMLElement>;
  /** What they must not cover. */
  obstacles(): Iterable<HTMLElement>;
}

interface Grip {
  readonly tile: HTMLElement;
  readonly pointer: number;
  /** Where it was taken, and where the tile was then. */
  readonly x: number;
  readonly y: number;
  readonly from: Box;
}

/** Keeps the small pictures in a corner, as `--x` and `--y` of each, and lets them be moved to another one. */
export class TilesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: TilesOptions;
  readonly #resized = new ResizeObserver(() => this.arrange());
  #watched: HTMLElement | null = null;
  #grip: Grip | undefined;
  corner: Corner = "top-right";
  /** What the pointer did last was to drag, so that the click that follows is none. */
  dragged = false;

  constructor(host: ReactiveControllerHost, options: TilesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // Back on the page, it has to look again.
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const stage = this.#options.stage();
    if (stage !== this.#watched) {
      this.#resized.disconnect();
      if (stage) this.#resized.observe(stage);
      this.#watched = stage;
    }
    this.arrange();
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#watched = null;
    this.#grip = undefined;
  }

  /** For `pointerdown` of a tile. */
  readonly grab = (event: PointerEvent): void => {
    const stage = this.#options.stage();
    this.dragged = false;
    if (event.button !== 0 || !event.isPrimary || !stage) return;
    const tile = event.currentTarget as HTMLElement;
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    this.#grip = { tile, pointer, x, y, from: boxOf(tile, stage) };
  };

  /** For `pointermove` of a tile. */
  readonly drag = (event: PointerEvent): void => {
    const grip = this.#grip;
    if (!grip || event.pointerId !== grip.pointer) return;
    const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
    if (!this.dragged) {
      if (Math.hypot(dx, dy) < SLIP) return;
      this.dragged = true;
      // Only now: a mere tap is to reach the button.
      grip.tile.setPointerCapture(grip.pointer);
      grip.tile.classList.add("dragged");
    }
    move(grip.tile, { x: grip.from.x + dx, y: grip.from.y + dy });
  };

  /** For `pointerup` and `pointercancel` of a tile. */
  readonly drop = (event: PointerEvent): void => {
    const [grip, stage] = [this.#grip, this.#options.stage()];
    if (!grip || event.pointerId !== grip.pointer) return;
    this.#grip = undefined;
    if (!this.dragged || !stage) return;
    const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y];
    const { x, y, width, height } = grip.from;
    if (event.type === "pointerup")
      this.corner = nearest({ x: x + dx + width / 2, y: y + dy + height / 2 }, boxOf(stage, stage));
    grip.tile.classList.remove("dragged");
    this.arrange();
  };

  /** For `keydown` on a tile. */
  readonly key = (event: KeyboardEvent): void => {
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    this.corner = towards(event.key, this.corner) ?? this.corner;
    this.#host.requestUpdate();
  };

  /** Put them where they cover nothing. */
  arrange(): void {
    const stage = this.#options.stage();
    if (!stage) return;
    const tiles = [...this.#options.tiles()];
    const sizes = tiles.map(({ offsetWidth: width, offsetHeight: height }) => ({ width, height }));
    const obstacles = [...this.#options.obstacles()].map((element) => boxOf(element, stage));
    const places = place(this.corner, boxOf(stage, stage), sizes, obstacles, insetOf(stage));
    for (const [n, tile] of tiles.entries()) {
      const at = places[n];
      if (at && tile !== this.#grip?.tile) move(tile, at);
      // It moves visibly from its first place on, not to it.
      if (!tile.classList.contains("placed")) requestAnimationFrame(() => tile.classList.add("placed"));
    }
  }
}

function move(tile: HTMLElement, { x, y }: Pick<Box, "x" | "y">): void {
  tile.style.setProperty("--x", `${x}px`);
  tile.style.setProperty("--y", `${y}px`);
}

function boxOf(element: HTMLElement, stage: HTMLElement): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  const origin = stage.getBoundingClientRect();
  return { x: x - origin.x, y: y - origin.y, width, height };
}

/** What a notch or a rounded corner takes of the screen; of the stage it is as much, or less. */
function insetOf(stage: HTMLElement): { top: number; right: number; bottom: number; left: number } {
  const style = getComputedStyle(stage);
  const side = (name: string): number => parseFloat(style.getPropertyValue(name)) || 0;
  return { top: side("--top"), right: side("--right"), bottom: side("--bottom"), left: side("--left") };
}
