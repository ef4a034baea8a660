import type { ReactiveController, ReactiveControllerHost } from "lit";

const GLIDE: KeyframeAnimationOptions = { duration: 220, easing: "cubic-bezier(0.2, 0.8, 0.2, 1)" };
const APPEAR: KeyframeAnimationOptions = { duration: 220, easing: "ease-out" };

/**
 * Lets the items of a list glide to where they are after a change, by transforms alone; new ones appear. What is looked at in a
 * list that was scrolled stays where it is, in browsers without scroll anchoring, too.
 */
export class GlideController implements ReactiveController {
  readonly #list: () => HTMLElement | null | undefined;
  #before: ReadonlyMap<Element, DOMRect> | undefined;

  constructor(host: ReactiveControllerHost, list: () => HTMLElement | null | undefined) {
    this.#list = list;
    host.addController(this);
  }

  /** To be called before a rendering that may move items. */
  measure(): void {
    const list = this.#list();
    // Not while it is hidden, and not at first: all of it would appear.
    if (!list?.firstElementChild || list.offsetParent === null) return;
    this.#before = new Map([...list.children].map((item) => [item, item.getBoundingClientRect()]));
  }

  hostUpdated(): void {
    const [before, list] = [this.#before, this.#list()];
    this.#before = undefined;
    if (!before || !list) return;
    this.#anchor(before);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const moves = [...list.children].map((item) => ({
      item,
      from: before.get(item),
      to: item.getBoundingClientRect(),
    }));
    for (const { item, from, to } of moves) {
      if (to.bottom < 0 || to.top > innerHeight) continue;
      if (!from) item.animate({ opacity: [0, 1] }, APPEAR);
      else if (from.left !== to.left || from.top !== to.top) {
        const offset = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
        item.animate({ transform: [offset, "none"] }, GLIDE);
      }
    }
  }

  /** Scroll by as much as the first item that is seen was pushed. */
  #anchor(before: ReadonlyMap<Element, DOMRect>): void {
    if (scrollY === 0) return;
    for (const [item, { top }] of before) {
      if (top < 0 || !item.isConnected) continue;
      scrollBy({ top: item.getBoundingClientRect().top - top, behavior: "instant" });
      return;
    }
  }
}

/** Whether an item is on its way to another place: a tap on it was meant for what was there before. */
export function glides(item: Element | null | undefined): boolean {
  return item?.getAnimations().some(({ effect }) => effect instanceof KeyframeEffect && moves(effect)) ?? false;
}

const moves = (effect: KeyframeEffect): boolean =>
  effect.getKeyframes().some(({ transform }) => transform !== undefined);
