/** A screen to be shared in pictures of the app: a plan, drawn, since there is no screen where they are made. */

/** Runs in the page, before its scripts. */
export function screen() {
  navigator.mediaDevices.getDisplayMedia = async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1600, 900];
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const fill = (/** @type {string} */ colour, /** @type {[number, number, number, number]} */ box) => {
      context.fillStyle = colour;
      context.fillRect(...box);
    };
    const draw = () => {
      fill("#fbfaf6", [0, 0, 1600, 900]);
      fill("#2f4a46", [0, 0, 1600, 90]);
      fill("#ffffff", [40, 34, 420, 22]);
      for (let row = 0; row < 9; row++) fill("#d9d5ca", [60, 150 + row * 76, 420 + ((row * 137) % 240), 20]);
      for (let bar = 0; bar < 7; bar++)
        fill(bar === 4 ? "#b4533c" : "#2f7f79", [
          860 + bar * 96,
          760 - ((bar * 83) % 420) - 90,
          60,
          ((bar * 83) % 420) + 90,
        ]);
      fill("#8a8578", [830, 762, 690, 4]);
    };
    draw();
    // A picture only comes when something is drawn.
    const timer = setInterval(draw, 100);
    const stream = canvas.captureStream(10);
    stream.getVideoTracks()[0]?.addEventListener("ended", () => clearInterval(timer));
    return stream;
  };
}
