/**
 * The floor for files: a data channel between the same two pages that is kept full of the same bytes, which are counted at the other end
 * and thrown away. Nothing is read, reckoned or written.
 */

/** @typedef {import("playwright-core").Page} Page */
/** `message` is in bytes. @typedef {{channels: number, message: number}} Way */
/** `size` is in bytes. @typedef {Way & {size: number}} Loop */

/** How many bytes wait in a channel, at most, and when more are given to it. */
const MARKS = { high: 4 * 2 ** 20, low: 2 ** 20 };

/** @returns {Promise<number>} bytes a second @param {Page} from @param {Page} to @param {Loop} loop */
export async function bareLoop(from, to, loop) {
  const offer = await from.evaluate(openEnd, { ...loop, offer: undefined });
  const answer = await to.evaluate(openEnd, { ...loop, offer });
  await from.evaluate((answer) => window.bare.connection.setRemoteDescription(answer), answer);
  try {
    await Promise.all([from, to].map((page) => page.evaluate(() => window.bare.opened)));
    const [began, ended] = await Promise.all([
      from.evaluate(fill, { ...loop, ...MARKS }),
      to.evaluate(() => window.bare.counted),
    ]);
    return loop.size / ((ended - began) / 1000);
  } finally {
    for (const page of [from, to]) await page.evaluate(() => window.bare.connection.close());
  }
}

/** Runs in a page: one end of it, described once all its candidates are known. */
async function openEnd(/** @type {Loop & {offer: RTCSessionDescriptionInit | undefined}} */ { channels, size, offer }) {
  const connection = new RTCPeerConnection();
  const all = Array.from({ length: channels }, (_, id) => {
    const channel = connection.createDataChannel("bare", { negotiated: true, id });
    channel.binaryType = "arraybuffer";
    return channel;
  });
  let got = 0;
  const counted = new Promise((resolve) => {
    for (const channel of all)
      channel.onmessage = ({ data }) => {
        got += data.byteLength;
        // Both pages' clocks are this computer's.
        if (got >= size) resolve(performance.timeOrigin + performance.now());
      };
  });
  const opened = Promise.all(all.map((channel) => new Promise((resolve) => (channel.onopen = resolve))));
  window.bare = { connection, channels: all, counted, opened: opened.then(() => undefined) };
  if (offer) await connection.setRemoteDescription(offer);
  await connection.setLocalDescription();
  await new Promise((resolve) => {
    const look = () => connection.iceGatheringState === "complete" && resolve(undefined);
    connection.onicegatheringstatechange = look;
    look();
  });
  const { type, sdp } = /** @type {RTCSessionDescription} */ (connection.localDescription);
  return { type, sdp };
}

/** Runs in a page: all channels by turns. @returns {Promise<number>} when it began */
async function fill(/** @type {Loop & {high: number, low: number}} */ { message, size, high, low }) {
  const { channels } = window.bare;
  const bytes = new ArrayBuffer(message);
  for (const channel of channels) channel.bufferedAmountLowThreshold = low;
  const began = performance.timeOrigin + performance.now();
  for (let [sent, turn] = [0, 0]; sent < size; sent += message, turn++) {
    const channel = /** @type {RTCDataChannel} */ (channels[turn % channels.length]);
    if (channel.bufferedAmount + message > high)
      await new Promise((resolve) => (channel.onbufferedamountlow = resolve));
    channel.send(bytes);
  }
  return began;
}
