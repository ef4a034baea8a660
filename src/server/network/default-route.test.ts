import { spawnSync } from "node:child_process";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultRoute } from "./default-route.ts";

let script: string;

beforeAll(async () => {
  const entry = JSON.stringify(join(import.meta.dirname, "default-route.ts"));
  const { outputFiles } = await build({
    stdin: {
      contents: `import { defaultRoute } from ${entry}; console.log(JSON.stringify([await defaultRoute()]));`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  script = outputFiles[0]!.text;
});

/** What it gives on a computer of its own, whose network `setUp` makes; undefined if none can be made here. */
function elsewhere(setUp: string): unknown {
  if (spawnSync("unshare", ["-n", "true"]).status !== 0) return undefined;
  const node = `${setUp}; exec "$0" --input-type=module`;
  const { stdout, stderr } = spawnSync("unshare", ["-n", "sh", "-ec", node, process.execPath], {
    input: script,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout.replaceAll("null", '"none"'));
}

describe("defaultRoute", () => {
  it("is an address of this computer, or nothing", async () => {
    const own = Object.values(networkInterfaces()).flatMap((infos = []) => infos.map(({ address }) => address));
    expect([...own, undefined]).toContain(await defaultRoute());
  });

  const link = "ip link add wan0 type veth peer name far0; ip link set wan0 up; ip link set far0 up";
  it.for([
    ["no network", "true", "none"],
    ["a network without a way out", `${link}; ip addr add 192.168.1.20/24 dev wan0`, "none"],
    [
      "several networks",
      `${link}; ip addr add 10.9.9.9/24 dev far0; ip addr add 192.168.1.20/24 dev wan0; ip route add default via 192.168.1.1`,
      "192.168.1.20",
    ],
    [
      "IPv6 alone",
      `${link}; ip addr add fd00::20/64 dev wan0 nodad; ip -6 route add default via fd00::1 dev wan0`,
      "fd00::20",
    ],
  ] as const)("with %s", ([, setUp, address], { skip }) => {
    expect(elsewhere(setUp) ?? skip("No network namespace can be made here.")).toEqual([address]);
  });
});
