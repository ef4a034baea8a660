import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { bundleTests, componentTests, serveBundle } from "./component-tests.mjs";
import { list } from "./files.mjs";
import { root } from "./setup.mjs";

describe("componentTests", () => {
  it("are all tests that are written for a browser, each once, and no others", () => {
    const tests = list(join(root, "src")).filter((path) => path.endsWith(".test.ts"));
    const forBrowsers = tests.filter((path) =>
      readFileSync(join(root, "src", path), "utf8").includes("@open-wc/testing"),
    );
    expect(componentTests().sort()).toEqual(forBrowsers.map((path) => `src/${path}`));
    expect(forBrowsers.length).toBeGreaterThan(30);
  });

  it("begin with those that mostly wait, the longest first", () => {
    const all = componentTests();
    expect(all[0]).toBe("src/client/transfers/transfers.browser.test.ts");
    const waiting = all.map((path) => path.endsWith(".browser.test.ts"));
    expect(waiting.lastIndexOf(true)).toBeLessThan(waiting.indexOf(false));
  });

  it("are those alone that are named", () => {
    expect(componentTests("a.test.ts, b.test.ts\nc.test.ts")).toEqual(["a.test.ts", "b.test.ts", "c.test.ts"]);
  });
});

const titled = (/** @type {string} */ title) => ({ fullTitle: () => title });

describe("a bundle of tests", async () => {
  const tests = ["src/client/components/leave.test.ts", "src/client/components/notify.test.ts"];
  const bundle = await bundleTests(tests);

  it("holds each test under its path, and all that it imports", () => {
    for (const test of tests) {
      const { contents } = bundle.get(`/${test}`) ?? { contents: "" };
      const imports = [...contents.matchAll(/ from "(\.[^"]+)"/g)].map(([, path = ""]) => path);
      expect(imports.length).toBeGreaterThan(0);
      for (const path of imports) expect([...bundle.keys()]).toContain(posix.join("/", dirname(test), path));
    }
  });

  it("holds the workers, which tests start by their paths", () => {
    expect([...bundle.keys()]).toContain("/src/client/transfers/keeping-worker.ts");
  });

  it("leads to the sources", () => {
    const [test = ""] = tests;
    const { contents } = bundle.get(`/${test}.map`) ?? { contents: "" };
    const sources = /** @type {string[]} */ (JSON.parse(contents).sources);
    expect(sources).toContain("leave.test.ts");
    for (const source of sources) expect(existsSync(join(root, dirname(test), source)), source).toBe(true);
  });

  /** The answer to a request for this path. */
  async function served(/** @type {string} */ path, pattern = "") {
    /** @type {Record<string, string>} */
    const headers = {};
    const set = (/** @type {string} */ name, /** @type {string} */ value) => void (headers[name] = value);
    const context = { path, type: "", body: "passed on", headers, set };
    await serveBundle(bundle, pattern)(/** @type {any} */ (context), () => Promise.resolve());
    return context;
  }

  it("is served as what it is, and nothing else is", async () => {
    expect(await served(`/${tests[0]}`)).toMatchObject({ type: "js", body: bundle.get(`/${tests[0]}`)?.contents });
    expect((await served(`/${tests[0]}.map`)).type).toBe("json");
    const shared =
      [...bundle.keys()].find((path) => path.startsWith("/shared-by-tests/") && path.endsWith(".ts")) ?? "";
    expect(await served(shared)).toMatchObject({ type: "js", body: bundle.get(shared)?.contents });
    // A test itself is never kept by the browser, and what it shares is.
    expect((await served(`/${tests[0]}`)).headers).toEqual({});
    expect((await served(shared)).headers["cache-control"]).toContain("immutable");
    expect(await served("/public/app.css")).toMatchObject({ type: "", body: "passed on" });
  });

  it("is cut down to the tests that are asked for", async () => {
    const { body } = await served(`/${tests[0]}`, "^(one|all two)$");
    const mocha = {
      suite: {
        tests: [titled("one"), titled("one more")],
        suites: [{ tests: [titled("all one"), titled("all two")], suites: [] }],
      },
    };
    runInNewContext(body.slice(bundle.get(`/${tests[0]}`)?.contents.length), { mocha });
    expect(mocha.suite.tests.map((test) => test.fullTitle())).toEqual(["one"]);
    expect(mocha.suite.suites[0]?.tests.map((test) => test.fullTitle())).toEqual(["all two"]);
    expect((await served("/src/client/transfers/keeping-worker.ts", "one")).body).not.toContain("mocha");
  });
});
