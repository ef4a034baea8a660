/** When Accept was clicked, and when the first frame of the other was decoded. */

interface Speed {
  clicked?: number;
  firstFrame?: number;
}

declare global {
  interface Window {
    speed: Speed;
    firstFrame(connection: RTCPeerConnection): Promise<number>;
  }
}

/** In every page: the moments of the last click and of the first decoded frame, in milliseconds since 1970. */
export function watchFirstFrame(): void {
  window.speed = {};
  window.firstFrame = async (connection) => {
    for (;;) {
      let frames = 0;
      (await connection.getStats()).forEach((report) => {
        if (report.type === "inbound-rtp" && report.kind === "video") frames += report.framesDecoded ?? 0;
      });
      if (frames > 0) return performance.timeOrigin + performance.now();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const Native = RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connecting")
          void window.firstFrame(this).then((at) => (window.speed.firstFrame = at));
      });
    }
  };
  addEventListener("click", () => (window.speed.clicked = performance.timeOrigin + performance.now()), true);
}
