import { expect, it } from "vitest";
import { type Camera, type Facing, facingOf, otherWay } from "./facing.ts";

const device = (label: string, ...facingMode: string[]) => ({ label, getCapabilities: () => ({ facingMode }) });
const camera = (id: string, facing?: Facing): Camera => ({ id, label: id, ...(facing && { facing }) });

it.each([
  [device("camera2 0, facing back", "environment"), "back"],
  [device("camera2 1, facing front", "user"), "front"],
  [{ label: "Back Dual Wide Camera" }, "back"],
  [{ label: "Frontkamera" }, "front"],
  [{ label: "Rückkamera" }, "back"],
  [{ label: "Cámara trasera" }, "back"],
  [{ label: "Caméra arrière" }, "back"],
  [{ label: "后置相机" }, "back"],
  [{ label: "前置相机" }, "front"],
  [{ label: "FaceTime HD Camera" }, "front"],
  [device("Logitech C920"), undefined],
])("tells where a camera looks: %j", (device, facing) => {
  expect(facingOf(device).facing).toBe(facing);
});

it("goes from the front to the main camera at the back, and back again", () => {
  const phone = [camera("selfie", "front"), camera("main", "back"), camera("wide", "back")];
  expect(otherWay(phone, "selfie", true)?.id).toBe("main");
  expect(otherWay(phone, "wide", true)?.id).toBe("selfie");
  // Before the user has chosen, it is the one at the front.
  expect(otherWay(phone, undefined, true)?.id).toBe("main");
  expect(otherWay(phone, "gone", true)?.id).toBe("main");
});

it("is for two cameras that look two ways only", () => {
  expect(otherWay([], undefined, true)).toBeUndefined();
  expect(otherWay([camera("only", "front")], "only", true)).toBeUndefined();
  expect(otherWay([camera("one", "front"), camera("two", "front")], "one", true)).toBeUndefined();
  expect(otherWay([camera("one")], "one", true)).toBeUndefined();
  // Two webcams at a laptop are a choice, not a front and a back.
  expect(otherWay([camera("one"), camera("two")], "one", false)).toBeUndefined();
});

it("takes a phone's two cameras for one at each side where neither says so", () => {
  expect(otherWay([camera("one"), camera("two")], "one", true)?.id).toBe("two");
  expect(otherWay([camera("one"), camera("two")], "two", true)?.id).toBe("one");
  expect(otherWay([camera("one"), camera("two")], undefined, true)?.id).toBe("two");
});
