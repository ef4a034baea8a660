/** The page without TLS, by which a device gets in. */
import { CAST } from "./cast.mjs";

export async function doorstep(/** @type {import("./stage.mjs").Stage} */ stage) {
  const phone = stage.device === "phone";
  const plain = stage.url.replace("https:", "http:");
  // A browser that trusts nothing.
  const open = () => stage.blank(phone ? CAST.maya : CAST.aiko, { ignoreHTTPSErrors: false, reducedMotion: "reduce" });

  const page = await open();
  await page.goto(plain);
  await stage.view(page, "door", () => page.getByText("Once trusted").waitFor());
  // With reduced motion it is where it was sent to at once.
  await stage.view(page, "door-steps", () => page.getByRole("link", { name: "Install the certificate" }).click());
  await stage.view(page, "door-open", async () => {
    // As if the certificate had just been installed.
    await page.route("**/ready.txt", (route) => route.fulfill({ body: "ready" }));
    await page.getByText("This device trusts Earshot now").waitFor();
  });
  await page.context().close();

  const late = await open();
  await late.clock.install({ time: new Date("2021-03-04T10:00:00") });
  await late.goto(plain);
  await stage.view(late, "door-clock", () => late.getByRole("heading", { name: "clock is wrong" }).waitFor());
  await late.context().close();
}
