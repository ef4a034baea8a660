/** The two pictures of the README: four people have met, and two of them talk. */
import { join } from "node:path";
import { root } from "../setup.mjs";
import { CAST } from "./cast.mjs";
import { frames, shoot } from "./stage.mjs";

const FOLDER = join(root, "docs/images");
const LOOK = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5 };

export async function readme(/** @type {import("./stage.mjs").Stage} */ stage) {
  const open = (/** @type {import("./cast.mjs").Person} */ person) =>
    stage.open(person, { joined: true, context: LOOK });
  const [maya, jonas, aiko, samira] = [
    await open(CAST.maya),
    await open(CAST.jonas),
    await open(CAST.aiko),
    await open(CAST.samira),
  ];
  await maya.getByRole("listitem").nth(2).waitFor();
  await shoot(maya, join(FOLDER, "directory.png"));
  await maya.getByRole("button", { name: "Call Jonas" }).click();
  await jonas.getByRole("button", { name: "Accept", exact: true }).click();
  await frames(maya, "Jonas");
  await frames(maya, "You");
  await maya.mouse.move(195, 300);
  await shoot(maya, join(FOLDER, "call.png"));
  for (const page of [maya, jonas, aiko, samira]) await page.context().close();
}
