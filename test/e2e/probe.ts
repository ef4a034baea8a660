/**
 * What a page is watched by: it counts what the page makes, and keeps its pictures small, since encoding them is most
 * of what a test costs.
 */

/**
 * Runs in every page, before its scripts. Of connections, sockets and tracks it keeps only what is open: the soak counts what the page
 * itself keeps of calls that are over.
 */
export function instrument(): void {
  const probe = {
    connections: [] as RTCPeerConnection[],
    tracks: [] as MediaStreamTrack[],
    sockets: [] as WebSocket[],
    violations: [] as string[],
    sounds: 0,
    sounding: 0,
  };
  Object.assign(window, { probe });
  const Native = RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      probe.connections.push(this);
    }
    override close(): void {
      super.close();
      probe.connections = probe.connections.filter((connection) => connection !== this);
    }
  };
  const NativeSocket = WebSocket;
  window.WebSocket = class extends NativeSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      probe.sockets = [...probe.sockets.filter(({ readyState }) => readyState < NativeSocket.CLOSING), this];
    }
  };
  // Absent where the page is not secure, such as about:blank.
  const { mediaDevices } = navigator as Partial<Navigator>;
  if (mediaDevices) {
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const { video } = constraints ?? {};
      const picture = video ? { ...(video !== true && video), width: 160, height: 120, frameRate: 5 } : video;
      const stream = await ask({ ...constraints, ...(picture !== undefined && { video: picture }) });
      probe.tracks.push(...stream.getTracks());
      return stream;
    };
  }
  const clone = MediaStreamTrack.prototype.clone;
  MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
    const track = clone.call(this);
    probe.tracks.push(track);
    return track;
  };
  const audible = (node: AudioScheduledSourceNode): void => {
    probe.sounds++;
    probe.sounding++;
    node.addEventListener("ended", () => probe.sounding--);
  };
  for (const { prototype } of [OscillatorNode, AudioBufferSourceNode]) {
    const start: (...when: number[]) => void = prototype.start;
    prototype.start = function (this: AudioScheduledSourceNode, ...when: number[]) {
      const { context } = this;
      // Not those that are only rendered; and others sound when they are let.
      if (context instanceof AudioContext) {
        if (context.state === "running") audible(this);
        else context.addEventListener("statechange", () => audible(this), { once: true });
      }
      start.call(this, ...when);
    };
  }
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    probe.violations.push(`${violatedDirective}: ${blockedURI}`),
  );
}

/** What was received in a page's live connection. */
export interface Received {
  /** Frames of the other's camera that were decoded so far. */
  readonly video: number;
  /** Audio packets so far. */
  readonly audio: number;
  /** By how many streams anything came. */
  readonly streams: number;
}

/** Runs in the page. */
export async function countReceived(): Promise<Received> {
  const live = window.probe.connections.filter(({ connectionState }) => connectionState !== "closed").at(-1);
  const counts = { video: 0, audio: 0, streams: 0 };
  (await live?.getStats())?.forEach((report) => {
    if (report.type !== "inbound-rtp") return;
    if (report.packetsReceived > 0) counts.streams++;
    if (report.kind === "video") counts.video += report.framesDecoded ?? 0;
    else counts.audio += report.packetsReceived ?? 0;
  });
  return counts;
}

/** Runs in the page, before its scripts: in place of a screen, that nobody is there to pick, something that moves is shared. */
export function pretendScreen(): void {
  navigator.mediaDevices.getDisplayMedia = () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
    const context = canvas.getContext("2d");
    let hue = 0;
    const draw = (): void => {
      if (!context) return;
      context.fillStyle = `hsl(${(hue += 20)} 60% 50%)`;
      context.fillRect(0, 0, 640, 360);
    };
    draw();
    setInterval(draw, 100);
    return Promise.resolve(canvas.captureStream(10));
  };
}

/** What the page itself knows, and where it is told what its user wants. */
interface App extends EventTarget {
  readonly store: { readonly value: { readonly media: { readonly theirScreen?: MediaStream } } };
}

/** Runs in the page: its user begins to share the screen, or stops. */
export function share(on: boolean): void {
  const app = document.querySelector("earshot-app");
  app?.dispatchEvent(new CustomEvent("intent", { detail: { type: "share-screen", on } }));
}

/** Runs in the page. Frames of the other's screen that were decoded so far; none while it is not shared. */
export async function countScreen(): Promise<number | undefined> {
  const app = document.querySelector("earshot-app") as unknown as App;
  const [track] = app.store.value.media.theirScreen?.getVideoTracks() ?? [];
  if (!track) return undefined;
  const live = window.probe.connections.at(-1);
  let frames = 0;
  (await live?.getStats(track))?.forEach((report) => {
    if (report.type === "inbound-rtp" && report.kind === "video") frames += report.framesDecoded ?? 0;
  });
  return frames;
}

/** Runs in the page. The name that ICE gave the path that is used, or being found (RFC 8839, 5.4). */
export function pathName(): string | undefined {
  return /a=ice-ufrag:(\S+)/u.exec(window.probe.connections.at(-1)?.localDescription?.sdp ?? "")?.[1];
}

declare global {
  interface Window {
    probe: {
      connections: RTCPeerConnection[];
      tracks: MediaStreamTrack[];
      sockets: WebSocket[];
      violations: string[];
      sounds: number;
      sounding: number;
    };
  }
}
