/** What a page is watched by: it counts what the page makes, and keeps its pictures small. */

/**
 * Runs in every page, before its scripts. Of connections, sockets and tracks it keeps only what is open: the soak counts what the page
 * itself keeps of calls that are over.
 */
export function instrument({ small }: { small: boolean }): void {
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
      const picture = video && small ? { ...(video !== true && video), width: 320, height: 240, frameRate: 15 } : video;
      const stream = await ask({ ...constraints, ...(picture !== undefined && { video: picture }) });
      probe.tracks.push(...stream.getTracks());
      return stream;
    };
  }
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
