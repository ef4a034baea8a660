/** What is printed when this computer's addresses have changed. */
import { type LanAddress, urls } from "../network/addresses.ts";

export interface Moved {
  readonly now: readonly LanAddress[];
  readonly before: readonly LanAddress[];
  /** Those of `now` that the certificate does not cover. */
  readonly uncovered: readonly string[];
  readonly port: number;
}

/** A line for each address that has come or gone, and one if none is left. */
export function movedLines({ now, before, uncovered, port }: Moved): string[] {
  const without = (list: readonly LanAddress[], others: readonly LanAddress[]) =>
    list.filter(({ address }) => others.every((other) => other.address !== address));
  const come = without(now, before).map((each) => {
    const what = [each.label === undefined ? each.interface : `${each.interface} · ${each.label}`];
    if (uncovered.includes(each.address)) what.push("with a warning");
    return `New address: ${urls([each], port)[0]}  ${what.join(", ")}`;
  });
  const gone = without(before, now).map((each) => `Gone: ${urls([each], port)[0]}`);
  return [...gone, ...come, ...(now.length === 0 ? ["No network is left: only this computer can open Earshot."] : [])];
}
