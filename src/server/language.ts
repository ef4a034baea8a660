/** In which language somebody is answered who has not come to the app yet. Pure. */
import { isLanguage, type Language, languageFor } from "../joining/languages.ts";

/** The one that a link asks for by `?lang=`, or the best of those that the browser accepts; English if we speak none of them. */
export function languageOf(url: string, accepted: string | undefined): Language {
  const [, query = ""] = /\?([^#]*)/u.exec(url) ?? [];
  const wanted = new URLSearchParams(query).get("lang") ?? "";
  return isLanguage(wanted) ? wanted : languageFor(preferred(accepted));
}

/**
 * The language ranges of an `Accept-Language` header (RFC 9110, 12.5.4), the most wanted first and those of the same weight in their
 * order; without those of weight 0, and those whose weight is none.
 */
export function preferred(header = ""): string[] {
  return header
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith("q="));
      return { range, weight: q === undefined ? 1 : Number(q.slice(2)) };
    })
    .filter(({ range, weight }) => range !== "" && weight > 0 && weight <= 1)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}
