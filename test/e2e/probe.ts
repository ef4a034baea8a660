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
  const clone = MediaStreamTrack.prototype.clone;
  MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
    const track = clone.call(this);
    probe.tracks.push(track);
    return track;
  };
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (this: OscillatorNode, when) {
    if (this.context.state === "running") probe.sounds++;
    start.call(this, when);
  };
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
    };
  }
}
