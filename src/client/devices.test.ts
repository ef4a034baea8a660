import { beforeEach, describe, expect, it } from "vitest";
import type { CallMedia } from "./call-media.ts";
import { Devices } from "./devices.ts";
import type { Media } from "./media.ts";
import type { AppState, Choice } from "./state.ts";
import { Store } from "./store.ts";

const built = { id: "built-in", label: "Built-in microphone" };
const headset = { id: "headset", label: "Headset" };

let microphones: Choice[];
let plug: () => void;
let open: boolean;
let taken: Choice[];
let store: Store<AppState>;
let devices: Devices;

beforeEach(() => {
  microphones = [built];
  open = false;
  taken = [];
  store = new Store({ call: { phase: "idle" }, media: { microphones: [], cameras: [] } } as unknown as AppState);
  const media = {
    watch: (changed: () => void) => (plug = changed),
    choices: async () => ({ cameras: [], microphones }),
    open: async () => ((open = true), { stream: {} }),
    track: () => null,
    canShare: true,
    release: () => (open = false),
  } as unknown as Media;
  const inCall = { pluggedIn: async (microphone: Choice) => void taken.push(microphone) } as unknown as CallMedia;
  devices = new Devices({ store, media, inCall, handheld: true, settings: () => ({}), remember: () => undefined });
});

describe("the preview", () => {
  it("opens the camera, and gives it back, also while somebody rings", async () => {
    await devices.preview(true);
    expect([open, store.value.media.local]).toEqual([true, {}]);
    store.set({ call: { phase: "ringing" } as AppState["call"] });
    await devices.preview(false);
    expect([open, store.value.media.local]).toEqual([false, undefined]);
  });

  it("leaves alone what is a call's", async () => {
    await devices.preview(true);
    store.set({ call: { phase: "connecting" } as AppState["call"] });
    await devices.preview(false);
    expect(open).toBe(true);
  });
});

it("hands a microphone that is plugged in to the call, once", async () => {
  await devices.list();
  expect(taken).toEqual([]);
  microphones = [built, headset];
  plug();
  await expect.poll(() => taken).toEqual([headset]);
  plug();
  await expect.poll(() => store.value.media.microphones).toEqual([built, headset]);
  expect(taken).toEqual([headset]);
});
