/** Views that are on the tour and not in the app yet; a name goes out as soon as its view is there. @type {ReadonlySet<string>} */
export const NOT_YET = new Set([]);
