/** Words and files: conversations, offers, and files on their way. What takes too long to come about, or goes by too quickly, is put into the page's state. */
import { CAST } from "./cast.mjs";
import { Extra } from "./extra.mjs";

/** @typedef {import("./stage.mjs").Page} Page */
/** @typedef {import("./stage.mjs").Stage} Stage */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @param {"me" | "them"} from @param {number} ago in milliseconds @param {string} text @param {object} [more] */
const line = (from, ago, text, more = {}) => ({
  kind: "text",
  mid: `${from}-${ago}`,
  from,
  at: Date.now() - ago,
  text,
  ...(from === "me" && { delivery: "delivered" }),
  ...more,
});

const FILES = [
  { name: "harbour at dawn.jpg", type: "image/jpeg", size: 2_400_000 },
  { name: "plan of the garden.pdf", type: "application/pdf", size: 340_000 },
  { name: "boat.mp4", type: "video/mp4", size: 812_000_000 },
  { name: "songs.zip", type: "application/zip", size: 96_000_000 },
  {
    name: "letter.docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    size: 48_000,
  },
];

/** @param {string} mid @param {string} peer an id @param {object} more */
function transfer(mid, peer, more) {
  const files = FILES.map((file) => ({ ...file, moved: 0, whole: false }));
  const total = FILES.reduce((sum, { size }) => sum + size, 0);
  const common = { direction: "incoming", phase: "offered", shown: true, moved: 0 };
  return { mid, peer: { id: peer, name: "Samira" }, files, total, ...common, ...more };
}

const SAID = [
  line("them", DAY + 60 * MINUTE, "Did you take the ladder back to the workshop?"),
  line("me", DAY + 58 * MINUTE, "Yes, it stands behind the door"),
  line("them", DAY + 57 * MINUTE, "👍"),
  line(
    "them",
    12 * MINUTE,
    "The boat is in. Pictures at http://192.168.1.9/boat, and the plan:\n– mast\n– sails\n– lunch",
  ),
  line("them", 12 * MINUTE - 1, "شكراً جزيلاً على كل شيء"),
  line("me", 9 * MINUTE, "Wonderful. I'll be there at three"),
  line("me", 9 * MINUTE - 1, "Shall I bring bread?"),
];

/** The page's state, as its parts would set it. @param {Page} page @param {object} change @param {[string, object][]} [transfers] */
function set(page, change, transfers) {
  return page.evaluate(
    async ({ change, transfers }) => {
      const app = /** @type {unknown} */ (document.querySelector("earshot-app"));
      const { store } = /** @type {{store: {set(change: object): void}}} */ (app);
      const draw = async (/** @type {string} */ colours) => {
        const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 420 });
        const context = canvas.getContext("2d");
        if (!context) throw new Error("nothing to draw with");
        const sky = context.createLinearGradient(0, 0, 0, 420);
        for (const [at, colour] of colours.split(" ").entries()) sky.addColorStop(at / 2, colour);
        context.fillStyle = sky;
        context.fillRect(0, 0, 640, 420);
        context.fillStyle = "#fff8e0";
        context.beginPath();
        context.arc(440, 170, 46, 0, 7);
        context.fill();
        context.fillStyle = "#12343b";
        context.fillRect(0, 280, 640, 140);
        const blob = await new Promise((resolve) => canvas.toBlob(resolve));
        return URL.createObjectURL(/** @type {Blob} */ (blob));
      };
      const picture = await draw("#29507a #e98a5b #f6c177");
      for (const [, { files, outcome }] of /** @type {any} */ (transfers ?? []))
        if (outcome === "done")
          for (const file of files)
            Object.assign(
              file,
              { whole: true, moved: file.size, url: picture },
              file.type === "image/jpeg" && { thumbnail: picture },
            );
      store.set({ ...change, ...(transfers && { transfers: new Map(transfers) }) });
    },
    { change, transfers },
  );
}

/** @param {string} id @param {readonly object[]} lines @param {object} [more] */
const talk = (id, lines, more = {}) => ({
  id,
  name: "Samira",
  lines,
  last: lines.at(-1),
  unread: 0,
  typing: false,
  trusted: true,
  ...more,
});

export async function talks(/** @type {Stage} */ stage) {
  const maya = await stage.open(CAST.maya, { joined: true });
  const samira = await Extra.join(stage.url, { name: "Samira", device: "tablet" });
  const jonas = await Extra.join(stage.url, { name: "Jonas" });
  const { id } = samira;
  const row = maya.getByRole("button", { name: "Write to Samira" });
  await row.waitFor();
  const files = (/** @type {string} */ mid, /** @type {object} */ more) =>
    /** @type {[string, object]} */ ([mid, transfer(mid, id, more)]);
  const filesLine = (/** @type {string} */ mid, /** @type {"me" | "them"} */ from) => ({
    kind: "files",
    mid,
    from,
    at: Date.now() - MINUTE,
    files: FILES,
  });
  const region = maya.getByRole("region", { name: "Conversation with Samira" });
  const open = async (
    /** @type {readonly object[]} */ lines,
    /** @type {object} */ more = {},
    /** @type {[string, object][]} */ going = [],
  ) => {
    await set(maya, { conversation: id, talks: [talk(id, lines, more)] }, going);
    await region.waitFor();
  };

  const earlier = [
    talk("grandma", [line("them", 3 * DAY, "Come for lunch on Sunday, I make dumplings")], {
      name: "Grandma",
      unread: 2,
    }),
    talk("tomasz", [line("me", 5 * DAY, "Thank you!")], { name: "Tomasz" }),
  ];
  await stage.view(
    maya,
    "talk-unread",
    async () => {
      await set(maya, { talks: [talk(id, SAID, { unread: 3 }), ...earlier] }, [
        files("t1", { phase: "moving", moved: 500_000_000, speed: 11_000_000, left: 60_000 }),
      ]);
      await maya.getByRole("heading", { name: "Earlier conversations" }).waitFor();
    },
    { extremes: true },
  );
  await stage.view(maya, "talk-empty", () => open([]));
  await stage.view(maya, "talk", () => open(SAID, { typing: true }), { extremes: true });
  await stage.view(maya, "talk-failed", () =>
    open([
      ...SAID,
      line("me", 2 * MINUTE, "Are you still there?", { delivery: "failed", why: "gone" }),
      line("me", 1_000, "I'll come over", { delivery: "sending" }),
    ]),
  );
  await stage.view(maya, "talk-more", () => maya.getByRole("button", { name: "More about Samira" }).click());
  await maya.getByRole("button", { name: "More about Samira" }).click();
  await stage.view(
    maya,
    "files-offered",
    () => open([...SAID, filesLine("t1", "them")], {}, [files("t1", { limit: 2_000_000_000 })]),
    { extremes: true },
  );
  await stage.view(maya, "files-moving", () =>
    open([...SAID, filesLine("t1", "me")], {}, [
      files("t1", { direction: "outgoing", phase: "moving", moved: 380_000_000, speed: 11_200_000, left: 47_000 }),
    ]),
  );
  await stage.view(maya, "files-done", () =>
    open([...SAID, filesLine("t1", "them")], {}, [files("t1", { phase: "over", outcome: "done", moved: 910_788_000 })]),
  );
  await stage.view(maya, "files-picture", async () => {
    await maya.getByRole("button", { name: "Show harbour at dawn.jpg large" }).first().click();
    await maya.getByRole("dialog").waitFor();
  });
  await maya.keyboard.press("Escape");
  await stage.view(maya, "files-ended", () =>
    open([...SAID, filesLine("t1", "me")], {}, [
      files("t1", { direction: "outgoing", phase: "over", outcome: "unreadable", moved: 38_000_000 }),
    ]),
  );
  await stage.view(maya, "talk-tray", async () => {
    await open(SAID);
    await maya.locator("input[type=file]#any").setInputFiles([
      { name: "shopping.txt", mimeType: "text/plain", buffer: Buffer.from("bread") },
      { name: "icon.png", mimeType: "image/png", buffer: await maya.screenshot() },
    ]);
    await maya.getByRole("button", { name: "Remove icon.png" }).waitFor();
  });
  await set(maya, { conversation: undefined, talks: [talk(id, SAID)] }, []);
  await stage.view(
    maya,
    "files-prompt",
    () =>
      set(maya, {}, [
        files("t1", {}),
        [
          "t2",
          {
            ...transfer("t2", jonas.id, {}),
            peer: { id: jonas.id, name: "Jonas" },
            files: [{ ...FILES[1], moved: 0, whole: false }],
            total: 340_000,
          },
        ],
      ]),
    { extremes: true },
  );
  await set(maya, {}, []);
  await stage.view(maya, "files-drop", () =>
    maya.locator(`li[data-peer="${id}"]`).evaluate((row) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x"], "x.txt"));
      row.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    }),
  );
  await maya.evaluate(() => dispatchEvent(new DragEvent("dragleave")));
  await samira.leave();
  await stage.view(maya, "talk-away", async () => {
    // What is really known of somebody who has left, nothing, comes first.
    await set(maya, { conversation: id, talks: [] }, []);
    await maya.getByRole("region", { name: "Conversation with Somebody" }).waitFor();
    await open(SAID);
    await maya.getByText("Samira is not here now").waitFor();
  });
  await maya.context().close();
  await jonas.leave();
}
