/** The icons, of the Lucide set, as templates: only those that are named here come into the page. What a call needs is in call-icons.ts. */
import { html, svg } from "lit";
import type { SVGTemplateResult, TemplateResult } from "lit";
import ArrowUp from "lucide/dist/esm/icons/arrow-up.mjs";
import Ban from "lucide/dist/esm/icons/ban.mjs";
import BellOff from "lucide/dist/esm/icons/bell-off.mjs";
import Bell from "lucide/dist/esm/icons/bell.mjs";
import Clock from "lucide/dist/esm/icons/clock.mjs";
import Copy from "lucide/dist/esm/icons/copy.mjs";
import Globe from "lucide/dist/esm/icons/globe.mjs";
import MessageCircle from "lucide/dist/esm/icons/message-circle.mjs";
import Laptop from "lucide/dist/esm/icons/laptop.mjs";
import Moon from "lucide/dist/esm/icons/moon.mjs";
import PhoneIncoming from "lucide/dist/esm/icons/phone-incoming.mjs";
import PhoneOutgoing from "lucide/dist/esm/icons/phone-outgoing.mjs";
import PhoneOff from "lucide/dist/esm/icons/phone-off.mjs";
import Phone from "lucide/dist/esm/icons/phone.mjs";
import Search from "lucide/dist/esm/icons/search.mjs";
import Settings from "lucide/dist/esm/icons/settings.mjs";
import Share2 from "lucide/dist/esm/icons/share-2.mjs";
import Smartphone from "lucide/dist/esm/icons/smartphone.mjs";
import SunDim from "lucide/dist/esm/icons/sun-dim.mjs";
import Tablet from "lucide/dist/esm/icons/tablet.mjs";
import UserPlus from "lucide/dist/esm/icons/user-plus.mjs";
import Users from "lucide/dist/esm/icons/users.mjs";
import VideoOff from "lucide/dist/esm/icons/video-off.mjs";
import Video from "lucide/dist/esm/icons/video.mjs";
import Volume2 from "lucide/dist/esm/icons/volume-2.mjs";
import WifiOff from "lucide/dist/esm/icons/wifi-off.mjs";
import X from "lucide/dist/esm/icons/x.mjs";

/** A drawing of that set: its shapes, on a grid of 24 by 24. */
export type Shapes = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

/** Words beside it, or the label of its button, say what it means. */
export const icon = (shapes: Shapes): TemplateResult => drawn(shapes.map(shape));

const drawn = (drawing: SVGTemplateResult | SVGTemplateResult[]): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`;

function shape([tag, at]: Shapes[number]): SVGTemplateResult {
  switch (tag) {
    case "circle":
      return svg`<circle cx=${at["cx"]} cy=${at["cy"]} r=${at["r"]} />`;
    case "line":
      return svg`<line x1=${at["x1"]} y1=${at["y1"]} x2=${at["x2"]} y2=${at["y2"]} />`;
    case "rect":
      return svg`<rect x=${at["x"]} y=${at["y"]} width=${at["width"]} height=${at["height"]} rx=${at["rx"] ?? 0} />`;
    case "path":
      return svg`<path d=${at["d"]} />`;
    default:
      throw new Error(`The icons' shapes are paths, circles, lines and rectangles; teach this one: ${tag}`);
  }
}

export const bell = icon(Bell);
export const bellOff = icon(BellOff);
export const camera = icon(Video);
export const cameraOff = icon(VideoOff);
export const close = icon(X);
export const copy = icon(Copy);
export const hangUp = icon(PhoneOff);
/** A screen that stays on, dimmed. */
export const dimmed = icon(SunDim);
export const globe = icon(Globe);
export const incoming = icon(PhoneIncoming);
export const invite = icon(UserPlus);
export const moon = icon(Moon);
export const noNetwork = icon(WifiOff);
export const outgoing = icon(PhoneOutgoing);
export const phone = icon(Phone);
export const recent = icon(Clock);
export const send = icon(ArrowUp);
export const search = icon(Search);
export const settings = icon(Settings);
export const share = icon(Share2);
export const speaker = icon(Volume2);

/** Several of one name. */
export const alike = icon(Users);
export const block = icon(Ban);

/** What a list shows in each of its rows: drawn once, and used there by `<use href="#NAME" />`, since there may be a thousand. */
export const symbols = html`<svg hidden>
  ${Object.entries({
    alike: Users,
    block: Ban,
    camera: Video,
    computer: Laptop,
    phone: Smartphone,
    tablet: Tablet,
    voice: Phone,
    write: MessageCircle,
  } as Record<string, Shapes>).map(
    ([name, shapes]) => svg`<symbol id=${name} viewBox="0 0 24 24">${shapes.map(shape)}</symbol>`,
  )}
</svg>`;

/** Our own sign: somebody in the middle, and who can hear them. */
export const earshot = drawn(
  svg`<circle class="filled" cx="6" cy="18" r="2" /><path d="M6 11.5a6.5 6.5 0 0 1 6.5 6.5M6 5a13 13 0 0 1 13 13" />`,
);
