/** What measures a call and adapts to what it measures: loaded with the first call, see call-quality.ts. */
export { adapt } from "./adaptation.ts";
export { measure } from "./quality.ts";
export { sampleOf } from "./sample.ts";
