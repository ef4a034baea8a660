import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";
import { until } from "./wait.ts";

const { server, join: enter, pair } = stage();

async function names(person: Person): Promise<string[]> {
  return person.list
    .getByRole("button", { name: /^Call /u })
    .evaluateAll((buttons) =>
      buttons.map((button) =>
        (button.getAttribute("aria-label") ?? button.textContent ?? "").replace(/^Call /u, "").trim(),
      ),
    );
}

async function sees(person: Person, expected: string[]): Promise<void> {
  await until(
    `${expected.join(", ")} on ${person.name}'s list`,
    () => names(person),
    (seen) => seen.join() === expected.join(),
  );
}

/** What this browser keeps. */
async function identity(person: Person): Promise<{ id: string; token: string; name: string }> {
  return person.page.evaluate(() => JSON.parse(localStorage.getItem("earshot") ?? "{}"));
}

/** The label of the camera that is open. */
async function cameraInUse(person: Person): Promise<string | undefined> {
  return person.page.evaluate(
    () => window.probe.tracks.findLast(({ kind, readyState }) => kind === "video" && readyState === "live")?.label,
  );
}

describe("the directory", () => {
  it("lists three people, renames one, and loses one who leaves", { tags: "core" }, async () => {
    const ann = await enter("Ann");
    await ann.page.getByText("Nobody else is here yet").waitFor();
    const bob = await enter("Bob");
    const cem = await enter("Cem");
    await sees(ann, ["Bob", "Cem"]);
    await sees(bob, ["Ann", "Cem"]);
    await sees(cem, ["Ann", "Bob"]);

    await bob.button("Settings").click();
    await bob.page.getByRole("textbox", { name: "Your name" }).fill("  Zoë \u202e ");
    await bob.page.keyboard.press("Enter");
    await sees(ann, ["Cem", "Zoë"]);
    await sees(cem, ["Ann", "Zoë"]);

    await cem.page.close();
    await sees(ann, ["Zoë"]);
  });

  it("remembers which camera was chosen, and uses it", { tags: "core" }, async () => {
    // The headless shell gives its devices new ids with each load.
    const [ann, bob] = await pair({ whole: true });
    const camera = ann.page.getByRole("combobox", { name: "Camera" });
    await ann.button("Settings").click();
    await camera.selectOption({ label: "fake_device_1" });
    await until(
      "the other camera's picture",
      () => cameraInUse(ann),
      (label) => label === "fake_device_1",
    );
    await ann.page.keyboard.press("Escape");
    await until(
      "the camera's light off",
      () => ann.liveTracks(),
      (n) => n === 0,
    );
    await ann.page.reload();
    await ann.button("Settings").click();
    await until(
      "the choice in the settings",
      () => camera.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label),
      (label) => label === "fake_device_1",
    );
    await ann.page.keyboard.press("Escape");
    await ann.call("Bob");
    await bob.button("Accept").click();
    await ann.inCallWith("Bob").waitFor();
    expect(await cameraInUse(ann)).toBe("fake_device_1");
  });

  it("says so when the server is gone, and comes back by itself with the same people", { tags: "core" }, async () => {
    const [ann, bob] = await pair();
    await sees(ann, ["Bob"]);
    const before = await identity(bob);
    await server.stop("SIGKILL");
    await ann.status("Looking for the laptop").waitFor();
    await server.start();
    await ann.status("Looking for the laptop").waitFor({ state: "detached" });
    await sees(ann, ["Bob"]);
    await sees(bob, ["Ann"]);
    expect(await identity(bob)).toEqual(before);
  });
});

describe("a server that restarts in mid-call", () => {
  it(
    "does not disturb the call, nor reload a page in it; an idle page is reloaded once",
    { tags: "core" },
    async () => {
      const newer = mkdtempSync(join(tmpdir(), "earshot-newer-"));
      try {
        const [ann, bob] = await pair();
        const cem = await enter("Cem");
        const before = await Promise.all([ann, bob].map(identity));
        await ann.call("Bob");
        await bob.button("Accept").click();
        await ann.inCallWith("Bob").waitFor();
        await bob.inCallWith("Ann").waitFor();
        for (const { page } of [ann, bob, cem]) await page.evaluate(() => Object.assign(window, { unloaded: false }));
        const reloaded = (person: Person) => person.page.evaluate(() => !("unloaded" in window));

        await server.stop("SIGKILL");
        await framesGoOn(ann);
        await framesGoOn(bob);

        // The same app under another version.
        cpSync("dist", join(newer, "dist"), { recursive: true });
        symlinkSync(resolve("node_modules"), join(newer, "node_modules"));
        writeFileSync(join(newer, "dist/version.json"), JSON.stringify({ version: "newer" }));
        await server.start(join(newer, "dist"));

        await until("Cem's idle page reloaded", () => reloaded(cem).catch(() => false), Boolean);
        await sees(cem, ["Ann", "Bob"]);
        await framesGoOn(ann);
        await framesGoOn(bob);
        expect(await reloaded(ann)).toBe(false);
        expect(await reloaded(bob)).toBe(false);
        expect(await Promise.all([ann, bob].map(identity))).toEqual(before);

        await ann.button("Hang up").click();
        await until("Ann's page reloaded after the call", () => reloaded(ann).catch(() => false), Boolean);
        await until("Bob's page reloaded after the call", () => reloaded(bob).catch(() => false), Boolean);
        await sees(ann, ["Bob", "Cem"]);
        await sees(bob, ["Ann", "Cem"]);
        expect(await Promise.all([ann, bob].map(identity))).toEqual(before);

        // The version stays another one, since the page's own is what it was: once must do.
        await cem.page.evaluate(() => Object.assign(window, { unloaded: false }));
        await server.stop();
        await server.start(join(newer, "dist"));
        await sees(cem, ["Ann", "Bob"]);
        expect(await reloaded(cem)).toBe(false);
      } finally {
        rmSync(newer, { recursive: true, force: true });
      }
    },
  );
});
