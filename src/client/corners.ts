/** Where the small pictures of a call go: in one of the four corners, and never over what must be seen. Pure. */

export type Corner = "top-left" | "top-right" | "bottom-left" | "bottom-right";

/** In CSS pixels, from the upper left corner of the stage. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Size = Pick<Box, "width" | "height">;

/** What is kept free between two boxes, and around all. */
const GAP = 12;

/**
 * The upper left corners of tiles that share a corner of the stage, the first one nearest to it. Where something stands in the way, a
 * tile goes past it: up or down first, and to the side where there is no room for that. `inset` is what a notch takes of each side.
 */
export function place(
  corner: Corner,
  stage: Size,
  tiles: readonly Size[],
  obstacles: readonly Box[],
  inset = { top: 0, right: 0, bottom: 0, left: 0 },
): Pick<Box, "x" | "y">[] {
  const top = corner.startsWith("top");
  const left = corner.endsWith("left");
  const taken = [...obstacles];
  return tiles.map(({ width, height }) => {
    const start = {
      x: left ? inset.left + GAP : stage.width - inset.right - GAP - width,
      y: top ? inset.top + GAP : stage.height - inset.bottom - GAP - height,
      width,
      height,
    };
    const room = { from: inset.top, to: stage.height - inset.bottom };
    const fits = ({ y }: Box): boolean => y >= room.from && y + height <= room.to;
    let box = slide(start, taken, (box, past) => ({
      ...box,
      y: top ? past.y + past.height + GAP : past.y - GAP - height,
    }));
    if (!fits(box))
      box = slide(start, taken, (box, past) => ({
        ...box,
        x: left ? past.x + past.width + GAP : past.x - GAP - width,
      }));
    taken.push(box);
    return { x: box.x, y: box.y };
  });
}

/** Move a box past whatever it overlaps, until it overlaps nothing. */
function slide(start: Box, taken: readonly Box[], past: (box: Box, obstacle: Box) => Box): Box {
  let box = start;
  // Each obstacle is passed once at most, since the way is always the same.
  for (let n = 0; n < taken.length; n++) {
    const obstacle = taken.find((other) => overlap(box, other));
    if (!obstacle) break;
    box = past(box, obstacle);
  }
  return box;
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The corner that is nearest to a point, which is where the middle of a tile was let go. */
export function nearest({ x, y }: Pick<Box, "x" | "y">, stage: Size): Corner {
  return `${y < stage.height / 2 ? "top" : "bottom"}-${x < stage.width / 2 ? "left" : "right"}`;
}

/** The corner that an arrow key leads to; undefined for another key, or where there is none further on. */
export function towards(key: string, corner: Corner): Corner | undefined {
  const [row, column] = corner.split("-");
  const next = {
    ArrowUp: `top-${column}`,
    ArrowDown: `bottom-${column}`,
    ArrowLeft: `${row}-left`,
    ArrowRight: `${row}-right`,
  }[key] as Corner | undefined;
  return next === corner ? undefined : next;
}
