/** A camera for pictures of the app: in place of a test pattern it shows somebody drawn. */

/**
 * Runs in the page, before its scripts.
 * @param {{colours: string[]}} person of wall, hair, skin and shirt
 */
export function portrait({ colours: [wall = "", hair = "", skin = "", shirt = ""] }) {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await ask(constraints);
    for (const track of stream.getVideoTracks()) {
      stream.removeTrack(track);
      track.stop();
      stream.addTrack(film());
    }
    return stream;
  };

  function film() {
    const canvas = document.createElement("canvas");
    const upright = innerHeight > innerWidth;
    [canvas.width, canvas.height] = upright ? [585, 1170] : [960, 540];
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const draw = () => picture(context, canvas.width, canvas.height);
    draw();
    const [track] = /** @type {[MediaStreamTrack]} */ (canvas.captureStream(20).getVideoTracks());
    // Sharp on a busy machine too, at the price of frames.
    track.contentHint = "detail";
    setInterval(draw, 50);
    return track;
  }

  function picture(
    /** @type {CanvasRenderingContext2D} */ context,
    /** @type {number} */ width,
    /** @type {number} */ height,
  ) {
    const fill = (/** @type {string} */ colour, /** @type {() => void} */ shape) => {
      context.fillStyle = colour;
      context.beginPath();
      shape();
      context.fill();
    };
    fill(wall, () => context.rect(0, 0, width, height));
    context.save();
    // Measured from the middle of the face, in heads.
    const head = Math.min(width, height) * 0.26;
    context.translate(width / 2, height * 0.44);
    context.scale(head, head);
    fill("#ffffff66", () => context.roundRect(-3.4, -2.4, 1.9, 2.6, 0.06));
    fill(hair, () => context.ellipse(0, -0.18, 0.86, 1.02, 0, 0, 7));
    fill(shirt, () => context.roundRect(-1.75, 1.2, 3.5, 9, 1.7));
    fill(skin, () => context.roundRect(-0.3, 0.5, 0.6, 1, 0.3));
    fill(skin, () => context.ellipse(0, 0.05, 0.68, 0.86, 0, 0, 7));
    fill(hair, () => context.ellipse(0.1, -0.62, 0.68, 0.36, -0.18, 0, 7));
    for (const side of [-1, 1]) fill("#2a2320", () => context.ellipse(side * 0.26, 0.08, 0.065, 0.085, 0, 0, 7));
    context.strokeStyle = "#2a232099";
    context.lineWidth = 0.06;
    context.lineCap = "round";
    context.beginPath();
    context.arc(0, 0.36, 0.26, 0.5, Math.PI - 0.5);
    context.stroke();
    context.restore();
  }
}
