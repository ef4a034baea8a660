/**
 * How long from Accept to the first frame of the other, on both sides, and beside it what the browser itself needs for two
 * connections in one page. Printed, not judged: machines differ, and a timed test would fail by chance.
 */
import { expect, it } from "vitest";
import { stage } from "./earshot.ts";
import type { Person } from "./person.ts";
import { watchFirstFrame } from "./first-frame.ts";

const RUNS = 5;
const { join } = stage();

/** Two connections in one page, the callee having set the offer: from the answer's making to the first frame on both sides. */
async function baseline(): Promise<number> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });
  const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
  caller.onicecandidate = ({ candidate }) => void (candidate && callee.addIceCandidate(candidate));
  const held: RTCIceCandidate[] = [];
  callee.onicecandidate = ({ candidate }) => {
    if (!candidate) return;
    if (caller.remoteDescription) void caller.addIceCandidate(candidate);
    else held.push(candidate);
  };
  for (const track of stream.getTracks()) caller.addTrack(track, stream);
  await caller.setLocalDescription();
  await callee.setRemoteDescription(caller.localDescription!);
  const start = performance.timeOrigin + performance.now();
  for (const track of stream.getTracks()) callee.addTrack(track, stream);
  await callee.setLocalDescription();
  await caller.setRemoteDescription(callee.localDescription!);
  for (const candidate of held) await caller.addIceCandidate(candidate);
  const both = await Promise.all([window.firstFrame(caller), window.firstFrame(callee)]);
  caller.close();
  callee.close();
  for (const track of stream.getTracks()) track.stop();
  return Math.max(...both) - start;
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

it("prints the time from Accept to the first remote frame", async () => {
  const ann = await join("Ann", { prepare: watchFirstFrame, fullSize: true });
  const bob = await join("Bob", { prepare: watchFirstFrame, fullSize: true });
  const times = { caller: [] as number[], callee: [] as number[], browser: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    times.browser.push(await bob.page.evaluate(baseline));
    for (const { page } of [ann, bob]) await page.evaluate(() => (window.speed = {}));
    await ann.call("Bob");
    await bob.prompt("Ann").waitFor();
    await ann.page.getByRole("dialog", { name: "Calling Bob" }).getByText("Ringing…").waitFor();
    await bob.button("Accept").click();
    await ann.inCallWith("Bob").waitFor();
    const frame = async (person: Person) =>
      (await person.page.waitForFunction(() => window.speed.firstFrame)).jsonValue() as Promise<number>;
    const [atCaller, atCallee] = await Promise.all([frame(ann), frame(bob)]);
    const clicked = (await bob.page.evaluate(() => window.speed.clicked)) as number;
    times.caller.push(atCaller - clicked);
    times.callee.push(atCallee - clicked);
    await bob.button("Hang up").click();
    await ann.button("Call Bob").waitFor();
    await bob.button("Call Ann").waitFor();
  }
  const [caller, callee, browser] = [times.caller, times.callee, times.browser].map(median) as [number, number, number];
  const ratio = (ms: number): string => `${ms.toFixed(0)} ms (${(ms / browser).toFixed(2)}x)`;
  console.log(
    `Accept to first remote frame, median of ${RUNS}: caller ${ratio(caller)}, callee ${ratio(callee)}; two connections in one page ${browser.toFixed(0)} ms`,
  );
  expect(Math.min(caller, callee, browser)).toBeGreaterThan(0);
});
