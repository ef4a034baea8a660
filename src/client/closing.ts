/**
 * Closing a connection so that it can be thrown away. Chromium keeps one for good, with its tracks, if it is closed between a change
 * of its gathering state and the event that tells of it: what it has scheduled for the event holds the connection, and never runs.
 */

/** How soon gathering begins, and the longest wait for its end, which takes a tenth of that in a local network; in milliseconds. */
const BEGIN = 200;
const LONGEST = 2_000;

/**
 * Close it: at once if it gathers no candidates, else as soon as it has them. `renewing` settles when no description is being made or
 * taken any more; undefined if there was none but the first, so that nothing begins to be gathered anew.
 */
export function closeConnection(connection: RTCPeerConnection, renewing: Promise<unknown> | undefined): void {
  const gathered = connection.iceGatheringState === "complete" && renewing === undefined;
  if (gathered || !connection.localDescription) connection.close();
  else void closeLater(connection, renewing);
}

async function closeLater(connection: RTCPeerConnection, renewing: Promise<unknown> | undefined): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, LONGEST));
  await Promise.race([gathered(connection, renewing), late]);
  connection.close();
}

async function gathered(connection: RTCPeerConnection, renewing: Promise<unknown> | undefined): Promise<void> {
  await renewing;
  // It begins a moment after the description, and is told of another moment later.
  await new Promise((resolve) => setTimeout(resolve, BEGIN));
  if (connection.iceGatheringState === "complete") return;
  await new Promise<void>((resolve) => {
    connection.addEventListener("icegatheringstatechange", () => {
      // Not in the middle of what else is told with it.
      if (connection.iceGatheringState === "complete") setTimeout(resolve);
    });
  });
}
