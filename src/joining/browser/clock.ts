import type { ScriptWords } from "../words/english.ts";
import { clockIsWrong } from "./decide.ts";

/**
 * Say so if this device's clock makes its browser refuse the certificate, with the laptop's time beside it; take it back
 * once the clock is right. `device`: what the clock says, in milliseconds since 1970.
 */
export function showClock(page: Document, words: ScriptWords, device: number): void {
  const notice = page.getElementById("clock");
  if (!notice) return;
  const { from, until, now } = page.documentElement.dataset;
  notice.hidden = !clockIsWrong(device, Number(from), Number(until));
  if (notice.hidden || notice.childElementCount > 0) return;
  // This device's own way to write a date is the one that its settings use.
  const write = (time: number) => new Date(time).toLocaleString([], { dateStyle: "long", timeStyle: "short" });
  notice.append(
    element("h2", words.clock),
    element(
      "p",
      words.clocks.replace("{device}", write(device)).replace("{laptop}", write(Number(now) + performance.now())),
    ),
    element("p", words.setClock),
  );
}

function element(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}
