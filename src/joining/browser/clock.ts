import { clockIsWrong } from "./decide.ts";

/**
 * Say so if this device's clock makes its browser refuse the certificate, with the laptop's time beside it; take it back
 * once the clock is right.
 */
export function showClock({ from, until, now }: DOMStringMap): void {
  const notice = document.getElementById("clock");
  if (!notice) return;
  notice.hidden = !clockIsWrong(Date.now(), Number(from), Number(until));
  if (notice.hidden || notice.childElementCount > 0) return;
  // This device's own way to write a date is the one that its settings use.
  const write = (time: number) => new Date(time).toLocaleString([], { dateStyle: "long", timeStyle: "short" });
  notice.append(
    element("h2", "This device's clock is wrong"),
    element("p", `It says ${write(Date.now())}; the laptop's says ${write(Number(now) + performance.now())}.`),
    element(
      "p",
      "Browsers refuse every certificate at a wrong time. Set the right one in this device's Settings, under Date & Time; this page then goes on by itself. If it is the laptop's clock that is wrong, set that one, and start Earshot again.",
    ),
  );
}

function element(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { textContent: text });
}
