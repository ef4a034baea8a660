/** A short code for an id, the same on every device, by which people can tell two of a similar name apart. Pure. */
import { hashOf } from "./hash.ts";

/** No vowels, which would make words, and nothing that is taken for something else when it is read out or written down: 28 signs. */
const SIGNS = "23456789BCDFGHJKLMNPQRSTVWXZ";
const LENGTH = 4;

export function codeOf(id: string): string {
  let rest = hashOf(id);
  let code = "";
  for (let place = 0; place < LENGTH; place++) {
    code += SIGNS.charAt(rest % SIGNS.length);
    rest = Math.floor(rest / SIGNS.length);
  }
  return code;
}
