import { expect, it } from "vitest";
import type { Certificates } from "./certificates.ts";
import { Renewal } from "./renewal.ts";

const wanted = () => ({ hostname: "laptop", names: [], addresses: [] });

function renewal(outcomes: (boolean | Error)[]) {
  const [applied, said, logged]: [string[], string[], string[]] = [[], [], []];
  let looking = 0;
  const certificates: Certificates = {
    pair: { cert: "cert", key: "key" },
    authority: undefined,
    warning: undefined,
    async refresh() {
      expect(++looking).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      looking--;
      const outcome = outcomes.shift() ?? false;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  };
  const made = new Renewal({
    certificates,
    wanted,
    apply: ({ cert }) => applied.push(cert),
    say: (line) => said.push(line),
    log: { info: (event) => logged.push(event), warn: (event) => logged.push(event) },
  });
  return { made, applied, said, logged };
}

it("serves another certificate only when there is one, one look after the other", async () => {
  const { made, applied, said, logged } = renewal([false, true, false]);
  await Promise.all([made.look(), made.look(), made.look()]);
  expect(applied).toEqual(["cert"]);
  expect(said).toHaveLength(1);
  expect(logged).toEqual(["certificate renewed"]);
});

it("says once what went wrong, and goes on", async () => {
  const { made, applied, said, logged } = renewal([
    new Error("No room."),
    new Error("No room."),
    true,
    new Error("No room."),
  ]);
  for (let n = 0; n < 4; n++) await made.look();
  expect(applied).toEqual(["cert"]);
  expect(said.filter((line) => line.startsWith("No room."))).toHaveLength(2);
  expect(logged).toEqual(["certificate not renewed", "certificate renewed", "certificate not renewed"]);
});
