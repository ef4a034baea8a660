/** Views that are on the tour and not in the app yet. Take a name out as soon as its view is there. */
export const NOT_YET = new Set([
  // Voice calls from the directory.
  "calling-voice",
  "call-voice",
  // In a call.
  "call-menu",
  "call-quality",
  "call-their-screen",
  "call-own-screen",
  // The list of shortcuts, on "?".
  "shortcuts",
]);
