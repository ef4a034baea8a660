/**
 * Closes connections so that the browser can throw them away.
 *
 * Chromium (seen in 150) changes `connectionState` and `iceGatheringState` in a task that it schedules, and which tells
 * of the change by an event. If `close()` comes before that task, the task does nothing (`suppress_events_` in its
 * RTCPeerConnection::DispatchScheduledEvents), and what it was to do goes on referring to the connection: that is held,
 * with its tracks, until the page is left. A script cannot see that such a task is scheduled.
 *
 * Of bare connections closed at random moments of their making, or of an ICE restart, 8 to 24 of 100 were held. Some
 * still were when closed by a timer, a message or an animation frame, or after `getStats`, after all that was pending,
 * or after the end of gathering. None of 2,400 was when closed by a task that is less urgent than those of events.
 */

/** How long a page may have more urgent things to do, in milliseconds. */
const LONGEST = 2_000;

/**
 * Closes the connection when the page has nothing more urgent to do, which takes milliseconds. Browsers without
 * `scheduler.postTask`, such as Safari, close it at once.
 */
export function closeConnection(connection: RTCPeerConnection): void {
  if (!("scheduler" in globalThis)) return connection.close();
  const late = setTimeout(() => connection.close(), LONGEST);
  const close = (): void => {
    clearTimeout(late);
    connection.close();
  };
  void scheduler.postTask(close, { priority: "background" });
}
