import { expect, it } from "vitest";
import { type Box, type Corner, nearest, place, towards } from "./corners.ts";

const stage = { width: 360, height: 740 };
const tile = { width: 88, height: 117 };
const bar: Box = { x: 20, y: 640, width: 320, height: 88 };
const name: Box = { x: 16, y: 16, width: 120, height: 50 };
const corners: Corner[] = ["top-left", "top-right", "bottom-left", "bottom-right"];

it("is the corner itself where nothing is in the way", () => {
  expect(place("top-left", stage, [tile], [])).toEqual([{ x: 12, y: 12 }]);
  expect(place("top-right", stage, [tile], [bar, name])).toEqual([{ x: 260, y: 12 }]);
  expect(place("bottom-right", stage, [tile], [name])).toEqual([{ x: 260, y: 611 }]);
});

it("keeps off the name, the controls, the other tile, and a notch", () => {
  const inset = { top: 40, right: 0, bottom: 20, left: 0 };
  for (const corner of corners) {
    const places = place(corner, stage, [tile, tile], [bar, name], inset);
    const boxes = places.map((at) => ({ ...at, ...tile }));
    for (const [n, box] of boxes.entries()) {
      expect(box.y).toBeGreaterThanOrEqual(inset.top);
      expect(box.y + box.height).toBeLessThanOrEqual(stage.height - inset.bottom);
      for (const other of [bar, name, ...boxes.filter((_, m) => m !== n)])
        expect(
          box.x + box.width <= other.x ||
            other.x + other.width <= box.x ||
            box.y + box.height <= other.y ||
            other.y + other.height <= box.y,
          `${corner}: ${JSON.stringify([box, other])}`,
        ).toBe(true);
    }
  }
});

it("goes to the side where there is no room above: a phone on its side", () => {
  const low = { width: 740, height: 200 };
  const places = place("bottom-right", low, [tile, tile], []);
  expect(places).toEqual([
    { x: 640, y: 71 },
    { x: 540, y: 71 },
  ]);
});

it("is the nearest one to where it was let go", () => {
  expect(nearest({ x: 100, y: 100 }, stage)).toBe("top-left");
  expect(nearest({ x: 300, y: 700 }, stage)).toBe("bottom-right");
});

it("is reached by the arrow keys", () => {
  expect(towards("ArrowLeft", "top-right")).toBe("top-left");
  expect(towards("ArrowDown", "top-right")).toBe("bottom-right");
  expect(towards("ArrowUp", "top-right")).toBeUndefined();
  expect(towards("Enter", "top-right")).toBeUndefined();
});
