/**
 * What the component tests share: sample states, streams from a canvas, and finding elements as assistive technology does.
 * Compare elements with ===, not with chai, which would write out the whole page to tell how two differ.
 */
import { expect } from "@open-wc/testing";
import { executeServerCommand, setViewport } from "@web/test-runner-commands";
import "axe-core";
import type axeCore from "axe-core";
import type { Calling, Connected, RingingCall } from "../../call/call.ts";
import type { Peer } from "../../protocol/messages.ts";
import { preferencesOf } from "../preferences.ts";
import { noTalk, type Transfer } from "../talk-state.ts";
import { type AppState, type Intent, type MediaState, type RecentCall, nothingOpen, nothingSaid } from "../state.ts";

// It has no exports that a browser sees.
const { axe } = window as unknown as { axe: typeof axeCore };

const NOT_OF_COLOURS = axe
  .getRules()
  .filter(({ tags }) => !tags.includes("cat.color"))
  .map(({ ruleId }) => ruleId);

const leg = { call: "c1", peer: { id: "ada", name: "Ada", legacy: false } } as const;

export const calling: Calling = {
  ...leg,
  phase: "calling",
  direction: "outgoing",
  video: true,
  reach: "waiting",
  said: [],
};
export const ringing: RingingCall = { ...leg, phase: "ringing", direction: "incoming", sdp: "v=0", video: true };
export const connected: Connected = { ...leg, phase: "connected", direction: "outgoing", since: Date.now() };

export const people: readonly Peer[] = [
  { id: "ada", name: "Ada", device: "phone", status: "available", protocol: 1 },
  { id: "bo", name: "Bo", device: "computer", status: "busy", protocol: 1 },
  { id: "cy", name: "Cy", status: "away" },
];

export const media = nothingOpen;
export const choices: Partial<MediaState> = {
  cameras: [
    { id: "front", label: "Front camera" },
    { id: "back", label: "" },
  ],
  microphones: [{ id: "built-in", label: "Built-in microphone" }],
  cameraId: "front",
  microphoneId: "built-in",
};

export const online: AppState = {
  connection: "online",
  name: "Grace",
  id: "grace",
  people,
  alike: false,
  toldAlike: false,
  blocked: [],
  call: { phase: "idle" },
  ...noTalk,
  media,
  theirs: nothingSaid,
  preferences: preferencesOf({}, ["en"]),
  offerNotifications: false,
  soundLocked: false,
  recents: [],
  leaving: false,
  host: "192.168.1.23:3000",
  stranded: false,
  addresses: ["https://192.168.1.23:3000/", "https://10.0.0.5:3000/"],
};

/** A call that came in vain, `minutes` ago. */
export function missed(name: string, minutes = 1): RecentCall {
  const at = Date.now() - minutes * 60_000;
  const peer = { id: name.toLowerCase(), name, legacy: false };
  const ended = { call: name, peer, direction: "incoming", reason: "cancelled", by: "them", answered: false } as const;
  return { ended, at, until: at, seen: false };
}

/** Three files that Ada offers. */
export function transfer(more: Partial<Transfer> = {}): Transfer {
  const files = [
    { name: "harbour.jpg", type: "image/jpeg", size: 2_400_000, moved: 0, whole: false },
    { name: "plan.pdf", type: "application/pdf", size: 340_000, moved: 0, whole: false },
    { name: "boat.mp4", type: "video/mp4", size: 81_000_000, moved: 0, whole: false },
  ];
  return {
    mid: "t1",
    peer: { id: "ada", name: "Ada" },
    direction: "incoming",
    files,
    phase: "offered",
    shown: false,
    moved: 0,
    total: 83_740_000,
    ...more,
  };
}

/** Ends the streams of the last test: what goes on drawing and sounding slows the next ones down. */
const enders: (() => void)[] = [];
afterEach(() => {
  for (const end of enders.splice(0)) end();
});

/** A stream with a picture that moves, as a camera's does; until the end of the test. */
export function picture(width = 320, height = 240): MediaStream {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  let hue = 0;
  const timer = setInterval(() => {
    if (!context) return;
    context.fillStyle = `hsl(${(hue += 5)} 40% 40%)`;
    context.fillRect(0, 0, width, height);
  }, 50);
  const stream = canvas.captureStream(20);
  enders.push(() => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
  });
  return stream;
}

/** A stream with a sound in it, of a volume from 0 to 1; until the end of the test. */
export function sound(volume = 0.3): { stream: MediaStream; volume(to: number): void } {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: 300 });
  const gain = new GainNode(context, { gain: volume });
  const out = new MediaStreamAudioDestinationNode(context);
  tone.connect(gain).connect(out);
  tone.start();
  enders.push(() => void context.close());
  return { stream: out.stream, volume: (to) => (gain.gain.value = to) };
}

/** Everything that the page's elements say from now on, wherever they are. */
export function listen(): Intent[] {
  const said: Intent[] = [];
  document.addEventListener("intent", (event) => said.push((event as CustomEvent<Intent>).detail));
  return said;
}

/** The elements with this role and, if given, exactly this name, that a screen reader would find. */
export function all(role: string, name?: string): HTMLElement[] {
  const { aria, standards, text } = axe.commons as unknown as Commons;
  // What can have this role at all: the tree in which roles and names are told is not made for nothing.
  const candidates = everything(document.body).filter((element) => {
    const implicit = standards.implicitHtmlRoles[element.localName];
    const possible = implicit === role || typeof implicit === "function" || element.hasAttribute("role");
    return possible && element.checkVisibility({ visibilityProperty: true });
  });
  if (candidates.length === 0) return [];
  axe.setup(document.documentElement);
  try {
    return candidates.filter(
      (element) =>
        aria.getRole(element) === role && (name === undefined || text.accessibleText(element).trim() === name),
    );
  } finally {
    axe.teardown();
  }
}

/** The one element with this role and name, of this type; throws if there is none, or more. */
export function one<E extends HTMLElement = HTMLElement>(
  role: string,
  name?: string,
  type: abstract new () => E = HTMLElement as unknown as abstract new () => E,
): E {
  const [found, ...more] = all(role, name);
  if (more.length > 0) throw new Error(`more than one ${role} named ${name ?? "anything"}`);
  if (!(found instanceof type)) throw new Error(`no ${role} named ${name ?? "anything"}`);
  return found;
}

/** The text of an element and everything in it, shadow roots included, in the order of reading. */
export function textOf(element: Element): string {
  const nodes = [...(element.shadowRoot?.childNodes ?? []), ...element.childNodes];
  return nodes
    .map((node) => (node instanceof Text ? node.data.trim() : node instanceof HTMLElement ? textOf(node) : ""))
    .filter(Boolean)
    .join(" ")
    .replaceAll(" ,", ",");
}

/** The page's own stylesheet, without which there are no colours to judge. */
export async function dress(): Promise<void> {
  if (document.querySelector("link[href$='app.css']")) return;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/public/app.css" });
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error("/public/app.css did not load")));
  });
  document.head.append(link);
  await loaded;
}

/** What a device prefers, as CSS names it. */
interface Preferred {
  colorScheme?: "dark" | "light";
  reducedMotion?: "reduce" | "no-preference";
  forcedColors?: "active" | "none";
}

let preferred: string | undefined;

/**
 * Has the device prefer this until the end of the test. What is left out is as in every test: light, and nothing
 * moves.
 */
export async function prefer({
  colorScheme = "light",
  reducedMotion = "reduce",
  forcedColors = "none",
}: Preferred = {}): Promise<void> {
  const features = {
    "prefers-color-scheme": colorScheme,
    "prefers-reduced-motion": reducedMotion,
    "forced-colors": forcedColors,
  };
  if (preferred === JSON.stringify(features)) return;
  preferred = JSON.stringify(features);
  await executeServerCommand("media-features", features);
}
beforeEach(() => prefer());

/** Check something in the light and in the dark. */
export async function inBothSchemes(check: (scheme: "dark" | "light") => Promise<void>): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await prefer({ colorScheme });
    await check(colorScheme);
  }
}

/** Everybody can use it, in the dark and in the light: there, it is looked at the colours, since nothing else differs. */
export async function accessibleInBothSchemes(element: Element): Promise<void> {
  await inBothSchemes(async (scheme) => {
    await expect(element).to.be.accessible(scheme === "light" ? { ignoredRules: NOT_OF_COLOURS } : {});
  });
}

export const asPhone = (): Promise<void> => setViewport({ width: 360, height: 740 });
export const asLaptop = (): Promise<void> => setViewport({ width: 1280, height: 800 });

interface Commons {
  readonly aria: { getRole(element: Element): string | null };
  /** By the names of elements: a role, or a function that tells it from the rest of the element. */
  readonly standards: { readonly implicitHtmlRoles: Readonly<Record<string, string | object>> };
  readonly text: { accessibleText(element: Element): string };
}

function everything(root: Element, found: HTMLElement[] = []): HTMLElement[] {
  if (root instanceof HTMLElement) found.push(root);
  for (const child of root.shadowRoot?.children ?? []) everything(child, found);
  for (const child of root.children) everything(child, found);
  return found;
}
