/** Who is in the pictures. */

/** Their name, whether they hold a phone, and the colours of their wall, hair, skin and shirt. @typedef {{name: string, device: string, colours: string[]}} Person */

/** The two who talk, and the two beside them: see portrait.mjs. @satisfies {Record<string, Person>} */
export const CAST = {
  maya: { name: "Maya", device: "iPhone 14", colours: ["#e9dfd0", "#2f2320", "#c98f68", "#2f7f79"] },
  jonas: { name: "Jonas", device: "Pixel 7", colours: ["#cfdde6", "#8a5a2b", "#efc3a0", "#b4533c"] },
  aiko: { name: "Aiko", device: "Desktop Chrome", colours: ["#dfe5d3", "#1d1b20", "#f0cda8", "#5b5f97"] },
  samira: { name: "Samira", device: "iPad Mini", colours: ["#e8d6d6", "#3b2a23", "#a86f4b", "#d59f3c"] },
};

const DEVICES = /** @type {const} */ (["phone", "phone", "computer", "tablet"]);
const STATUSES = /** @type {const} */ (["available", "available", "available", "busy", "available", "do-not-disturb"]);

/** A ship's crew, or a school's staff room; names of many lengths and scripts, two of them the same. */
export const CROWD = [
  "Aiko",
  "Ahmed Khalil",
  "Amélie",
  "Bo",
  "Carlos Ruiz",
  "Chiara",
  "Dr. Eva-Maria Schmidt-Rottluff",
  "Emeka",
  "Fatima",
  "Grandma",
  "Hassan",
  "Ingrid",
  "Jonas",
  "Jonas",
  "Kitchen",
  "Li Wei",
  "Marta",
  "Nadia",
  "Óscar",
  "Priya",
  "Quentin",
  "Rosa",
  "Samira",
  "Siobhán",
  "Tomasz",
  "Uma",
  "Workshop, upstairs",
  "王小明",
  "Øyvind",
  "علي",
].map((name, at) => ({ name, device: DEVICES[at % DEVICES.length], status: STATUSES[at % STATUSES.length] }));
