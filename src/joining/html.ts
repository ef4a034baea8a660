/** HTML in which whatever is put in is escaped, unless it is HTML already. */

/** HTML that may be put into a page as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: text, HTML, a list of either, or nothing. */
export type Content = string | Html | readonly Content[] | undefined;

/** A template; in its attributes, values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(strings.map((part, index) => part + render(values[index])).join(""));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? "");
}

function render(content: Content): string {
  if (content === undefined) return "";
  if (content instanceof Html) return content.text;
  return typeof content === "string" ? escape(content) : content.map(render).join("");
}

/**
 * An element whose text is no HTML and must stand exactly as it is, or its hash would not be the one that the policy allows.
 * Throws where the text would end it; esbuild takes care that it does not.
 */
export function verbatim(name: "script" | "style", text: string): Html {
  if (new RegExp(`</${name}|<!--`, "iu").test(text)) throw new Error(`The page's ${name} holds ${escape(`</${name}`)}`);
  return new Html(`<${name}>${text}</${name}>`);
}
