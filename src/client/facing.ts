/** Which camera looks at the user, and which at what the user sees. Pure. */
import type { Choice } from "./state.ts";

export type Facing = "front" | "back";

export interface Camera extends Choice {
  readonly facing?: Facing;
}

/** In the labels of cameras, as phones of several languages have them. */
const FRONT = /front|user|face|vorder|frontal|avant|selfie|前/iu;
const BACK = /back|rear|environment|world|rück|haupt|trasera|posterior|arri[eè]re|dos|[后後背]/iu;

/** Where a camera looks: by what it can do, where the browser tells that, else by its label; nothing if neither says it. */
export function facingOf(device: Pick<MediaDeviceInfo, "label"> & Partial<InputDeviceInfo>): { facing?: Facing } {
  const modes: readonly string[] = device.getCapabilities?.().facingMode ?? [];
  if (modes.includes("environment")) return { facing: "back" };
  if (modes.includes("user")) return { facing: "front" };
  if (BACK.test(device.label)) return { facing: "back" };
  return FRONT.test(device.label) ? { facing: "front" } : {};
}

/**
 * The camera to change to from the one that is open, or would be: one that looks the other way, the first of them, which on phones is the main
 * one. Where no camera says where it looks, phones (`handheld`) have one on each side. Undefined where there are not two.
 */
export function otherWay(
  cameras: readonly Camera[],
  current: string | undefined,
  handheld: boolean,
): Camera | undefined {
  const open =
    cameras.find(({ id }) => id === current) ?? cameras.find(({ facing }) => facing === "front") ?? cameras[0];
  if (!open) return undefined;
  if (cameras.some(({ facing }) => facing !== undefined)) {
    const wanted = open.facing === "back" ? "front" : "back";
    return cameras.find(({ id, facing }) => facing === wanted && id !== open.id);
  }
  return handheld ? cameras.find(({ id }) => id !== open.id) : undefined;
}
