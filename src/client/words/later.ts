/** The words of the moment, for the parts that come after the page: whoever imports them from here has all of them. */
import "./english-later.ts";

export * from "./current.ts";
