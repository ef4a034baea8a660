/** JSON read so that nothing is lost: what is written twice is there twice. For text that JSON.parse has taken already. */

export type Scanned = string | number | boolean | null | readonly Scanned[] | Pairs;

export class Pairs {
  readonly all: (readonly [key: string, value: Scanned])[] = [];

  /** Every value of this key, in the order in which they stand there. */
  of(key: string): Scanned[] {
    return this.all.filter(([name]) => name === key).map(([, value]) => value);
  }
}

const STRING = /"(?:[^"\\]|\\.)*"/suy;
const SIMPLE = /[^\s,:[\]{}"]+/uy;

/** Throws a SyntaxError for some text that is no JSON. */
export function scan(text: string): Scanned {
  let at = 0;
  const value = read();
  return value;

  function skip(): string {
    while (/\s/u.test(text.charAt(at))) at++;
    return text.charAt(at);
  }

  function match(token: RegExp): string {
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    if (found === undefined) throw new SyntaxError(`Unexpected end or sign at ${at}`);
    at += found.length;
    return found;
  }

  function read(): Scanned {
    const sign = skip();
    if (sign === "{") return object();
    if (sign === "[") return array();
    return JSON.parse(match(sign === '"' ? STRING : SIMPLE)) as Scanned;
  }

  function object(): Pairs {
    const pairs = new Pairs();
    items("}", () => {
      skip();
      const key = JSON.parse(match(STRING)) as string;
      skip();
      at++;
      pairs.all.push([key, read()]);
    });
    return pairs;
  }

  function array(): Scanned[] {
    const values: Scanned[] = [];
    items("]", () => values.push(read()));
    return values;
  }

  function items(end: string, item: () => void): void {
    at++;
    if (skip() === end) return void at++;
    do {
      item();
      skip();
    } while (text.charAt(at++) === ",");
  }
}
