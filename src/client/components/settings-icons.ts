/** The icons that only what opens over the directory needs: see icons.ts. */
import BellRing from "lucide/dist/esm/icons/bell-ring.mjs";
import Bell from "lucide/dist/esm/icons/bell.mjs";
import Check from "lucide/dist/esm/icons/check.mjs";
import Ellipsis from "lucide/dist/esm/icons/ellipsis.mjs";
import Moon from "lucide/dist/esm/icons/moon.mjs";
import SunMoon from "lucide/dist/esm/icons/sun-moon.mjs";
import Sun from "lucide/dist/esm/icons/sun.mjs";
import Volume2 from "lucide/dist/esm/icons/volume-2.mjs";
import { icon } from "./icons.ts";

export const bell = icon(Bell);
export const check = icon(Check);
export const dark = icon(Moon);
export const more = icon(Ellipsis);
export const light = icon(Sun);
export const ring = icon(BellRing);
export const speaker = icon(Volume2);
export const system = icon(SunMoon);
