/** What would go out of date unseen: the files by which Earshot runs as a service, and their documentation. */
import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { list } from "./files.mjs";
import { checkNode, root } from "./setup.mjs";

const text = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");
const all = (/** @type {string} */ within, /** @type {RegExp} */ pattern) =>
  [...within.matchAll(pattern)].map(([, found = ""]) => found);
const sorted = (/** @type {Iterable<string>} */ names) => [...new Set(names)].sort();

const running = text("docs/running.md");
const dockerfile = text("deploy/Dockerfile");
const unit = text("deploy/earshot.service");
/** All that the server's source says. */
const server = list(join(root, "src/server"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .map((path) => text(`src/server/${path}`))
  .join("\n");

describe("the documentation", () => {
  /** The names in the first column of the table that begins with "variable". */
  const variables = (/** @type {string} */ page) => {
    const [, rows = ""] = /^\| variable .*\n\|[ -|]*\n((?:\|.*\n)+)/m.exec(page) ?? [];
    return rows.split("\n").flatMap((row) => all(row.split("|")[1] ?? "", /`([A-Z_]+)`/g));
  };
  const read = all(text("src/server/config.ts"), /\bget\("([A-Z_]+)"\)/g);

  it("has every variable that the server reads, and no other", () => {
    expect(read).toContain("METRICS_TOKEN");
    expect(sorted(variables(running))).toEqual(sorted(read));
    // The look of a terminal is the README's alone.
    expect(sorted(variables(text("README.md")))).toEqual(sorted([...read, "NO_COLOR"]));
  });

  it("has every metric that the server counts, and no other", () => {
    const counted = all(text("src/server/metrics.ts"), /"(earshot_[a-z_]+)"/g);
    expect(counted).toContain("earshot_people");
    expect(sorted(all(running, /`(earshot_[a-z_]+)/g))).toEqual(sorted(counted));
  });

  it("has every event of the server's life", () => {
    const events = all(server, /\blog\.info\(\s*"([^"]+)"/g);
    expect(events).toContain("server started");
    for (const event of events) expect(running).toContain(`\`${event}\``);
  });
});

describe("the container", () => {
  const copied = all(dockerfile, /^COPY (?!--from)(.*) \S+$/gm).flatMap((paths) => paths.split(" "));

  it("is built from files that are there, and that are not kept from it", () => {
    const allowed = all(text(".dockerignore"), /^!(.*)$/gm);
    expect(copied).toContain("src");
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(sorted(allowed)).toEqual(sorted(copied));
  });

  it("has all that a build reads", () => {
    const inputs = all(text("scripts/build.mjs"), /^ {4}"([^"]+)",$/gm);
    expect(inputs).toContain("tsconfig.base.json");
    expect(inputs.filter((path) => !copied.some((each) => `${path}/`.startsWith(`${each}/`)))).toEqual([]);
  });

  it("has the packages that the server imports, without those for development", async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ["src/server/main.ts"],
      outdir: "out",
      write: false,
      metafile: true,
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
    });
    const imports = Object.values(metafile.outputs).flatMap(({ imports }) => imports);
    const packages = sorted(
      imports
        .filter(({ external, path }) => external && !path.startsWith("node:") && !builtinModules.includes(path))
        .map(({ path }) =>
          path
            .split("/")
            .slice(0, path.startsWith("@") ? 2 : 1)
            .join("/"),
        ),
    );
    const { dependencies } = JSON.parse(text("package.json"));
    expect(packages).toContain("ws");
    expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
  });

  it("has a Node that is new enough", () => {
    const [major = ""] = all(dockerfile, /^ARG NODE=(\d+)$/gm);
    expect(() => checkNode(`${major}.20.0`)).not.toThrow();
  });
});

it("the container and the service start the server that is built, and keep its state in their one folder", () => {
  expect(text("scripts/build.mjs")).toContain('"src/server/main.ts"');
  const main = "dist/server/main.js";
  expect(all(dockerfile, /^CMD .*"\/earshot\/([^"]+)"\]$/gm)).toEqual([main]);
  expect(all(unit, /^ExecStart=\/usr\/bin\/node --enable-source-maps \/opt\/earshot\/(.*)$/gm)).toEqual([main]);
  expect(all(dockerfile, /^(?:ENV EARSHOT_HOME=|VOLUME |WORKDIR )(\/state)$/gm)).toEqual([
    "/state",
    "/state",
    "/state",
  ]);
  const [state] = all(unit, /^StateDirectory=(.*)$/gm);
  expect(all(unit, /^(?:WorkingDirectory|Environment=EARSHOT_HOME)=%S\/(.*)$/gm)).toEqual([state, state]);
});
