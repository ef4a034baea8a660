import { beforeAll, expect, it } from "vitest";
import { connect, lab } from "./lab.ts";
import type { Phone } from "./phone.ts";
const { phone } = lab();
let ann: Phone, bob: Phone;
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));
beforeAll(async () => {
  [ann, bob] = await Promise.all([phone("Ann"), phone("Bob")]);
});
async function diary(from: number) {
  for (const p of [ann, bob]) {
    const d = await p.person.page.evaluate((from) => (window as any).diary.filter((x: any) => x[0] > from), from);
    console.log(p.name + "\n" + d.map(([at, what]: any) => `  ${((at - from) / 1000).toFixed(2)} ${what}`).join("\n"));
  }
}
const cases: [string, () => Promise<number>][] = [
  ["cut 5", async () => { ann.host.cut(); await wait(5000); ann.host.mend(); return Date.now(); }],
  ["cut 12", async () => { ann.host.cut(); await wait(12000); ann.host.mend(); return Date.now(); }],
  ["cut 12 other", async () => { bob.host.cut(); await wait(12000); bob.host.mend(); return Date.now(); }],
  ["move", async () => { await ann.host.move(); return Date.now(); }],
  ["roam", async () => { await bob.host.move(1000); return Date.now(); }],
];
it.each(cases)("%s", async (name, act) => {
  if (!(await ann.person.inCallWith("Bob").isVisible())) await connect(ann, bob);
  for (const p of [ann, bob]) await p.person.page.evaluate(() => void ((window as any).verbose = !!1));
  const from = Date.now();
  const t0 = await act();
  const took = await Promise.all([ann.backAfter(t0).catch(String), bob.backAfter(t0).catch(String)]);
  console.log(name, took, "path back at", (t0 - from) / 1000);
  await diary(from);
  expect(1).toBe(1);
});
