/** In what sizes and colours each view is taken. */

/** @typedef {{width: number, height: number}} Size */
/** @typedef {{size: Size, scheme: "light" | "dark"}} Look */

/** The kinds of device: the size of most pictures, and the extremes in which a few are taken, too. */
export const DEVICES = {
  phone: {
    size: { width: 360, height: 740 },
    more: [
      { width: 320, height: 568 },
      { width: 740, height: 360 },
    ],
  },
  computer: { size: { width: 1280, height: 800 }, more: [{ width: 3840, height: 2160 }] },
};

/** @typedef {keyof typeof DEVICES} Device */

/** @returns {Look[]} both schemes in the usual size; and in the light, the extremes */
export function looks(/** @type {Device} */ device, extremes = false) {
  const { size, more } = DEVICES[device];
  /** @type {Look[]} */
  const usual = [
    { size, scheme: "light" },
    { size, scheme: "dark" },
  ];
  return extremes ? [...usual, ...more.map((size) => ({ size, scheme: /** @type {const} */ ("light") }))] : usual;
}

/** @returns {string} such as directory-360x740-dark.png */
export function fileOf(/** @type {string} */ view, /** @type {Look} */ { size, scheme }) {
  return `${view}-${size.width}x${size.height}-${scheme}.png`;
}
