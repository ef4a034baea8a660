import { expect, it } from "vitest";
import type { LanAddress } from "../network/addresses.ts";
import { movedLines } from "./moved.ts";

const home: LanAddress = { address: "192.168.1.20", family: "IPv4", interface: "wlan0" };
const work: LanAddress = { address: "10.0.0.7", family: "IPv4", interface: "wlan0" };
const docker: LanAddress = { address: "fd00::1", family: "IPv6", interface: "docker0", label: "Docker" };
const port = 3000;

it("says what has come and what has gone", () => {
  expect(movedLines({ before: [home, docker], now: [work, docker], uncovered: [], port })).toEqual([
    "Gone: https://192.168.1.20:3000",
    "New address: https://10.0.0.7:3000  wlan0",
  ]);
  expect(movedLines({ before: [], now: [docker], uncovered: ["fd00::1"], port })).toEqual([
    "New address: https://[fd00::1]:3000  docker0 · Docker, with a warning",
  ]);
});

it("says that nothing is left", () => {
  expect(movedLines({ before: [home], now: [], uncovered: [], port })).toEqual([
    "Gone: https://192.168.1.20:3000",
    "No network is left: only this computer can open Earshot.",
  ]);
});
