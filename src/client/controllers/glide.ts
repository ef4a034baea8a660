import type { ReactiveController, ReactiveControllerHost } from "lit";

const GLIDE: KeyframeAnimationOptions = { duration: 220, easing: "cubic-bezier(0.2, 0.8, 0.2, 1)" };
const APPEAR: KeyframeAnimationOptions = { duration: 220, easing: "ease-out" };

/** What was there before a rendering: all of it, and where those were that could be seen. */
interface Before {
  readonly known: ReadonlySet<Element>;
  readonly seen: ReadonlyMap<Element, DOMRect>;
}

/**
 * Lets the items of a list glide to where they are after a change, by transforms alone; new ones appear. What is looked at in a
 * list that was scrolled stays where it is, in browsers without scroll anchoring, too. Only what is on the screen is measured:
 * there may be a thousand more.
 */
export class GlideController implements ReactiveController {
  readonly #list: () => HTMLElement | null | undefined;
  #before: Before | undefined;

  constructor(host: ReactiveControllerHost, list: () => HTMLElement | null | undefined) {
    this.#list = list;
    host.addController(this);
  }

  /** To be called before a rendering that may move items. */
  measure(): void {
    const list = this.#list();
    // Not while it is hidden, and not at first: all of it would appear.
    if (!list?.firstElementChild || list.offsetParent === null) return;
    this.#before = { known: new Set(list.children), seen: onScreen(list) };
  }

  hostUpdated(): void {
    const [before, list] = [this.#before, this.#list()];
    this.#before = undefined;
    if (!before || !list) return;
    this.#anchor(before.seen);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const [item, to] of onScreen(list)) {
      const from = before.seen.get(item);
      if (!before.known.has(item)) item.animate({ opacity: [0, 1] }, APPEAR);
      else if (from && (from.left !== to.left || from.top !== to.top)) {
        const offset = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
        item.animate({ transform: [offset, "none"] }, GLIDE);
      }
    }
  }

  /** Scroll by as much as the first item that is seen was pushed. */
  #anchor(seen: Before["seen"]): void {
    if (scrollY === 0) return;
    for (const [item, { top }] of seen) {
      if (top < 0 || !item.isConnected) continue;
      scrollBy({ top: item.getBoundingClientRect().top - top, behavior: "instant" });
      return;
    }
  }
}

/** The items that can be seen, in their order, and where they are. Each lies below the one before it, or beside it. */
function onScreen({ children }: HTMLElement): Map<Element, DOMRect> {
  const seen = new Map<Element, DOMRect>();
  const rectOf = (index: number): DOMRect => (children[index] as Element).getBoundingClientRect();
  let [first, end] = [0, children.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (rectOf(middle).bottom < 0) first = middle + 1;
    else end = middle;
  }
  for (let index = first; index < children.length; index++) {
    const rect = rectOf(index);
    if (rect.top > innerHeight) break;
    seen.set(children[index] as Element, rect);
  }
  return seen;
}

/** Whether an item is on its way to another place: a tap on it was meant for what was there before. */
export function glides(item: Element | null | undefined): boolean {
  return item?.getAnimations().some(({ effect }) => effect instanceof KeyframeEffect && moves(effect)) ?? false;
}

const moves = (effect: KeyframeEffect): boolean =>
  effect.getKeyframes().some(({ transform }) => transform !== undefined);
