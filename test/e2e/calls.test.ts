import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";
import { pathName } from "./probe.ts";
import { paced, until } from "./wait.ts";

const { join } = stage();

async function pair(): Promise<[Person, Person]> {
  return [await join("Ann"), await join("Bob")];
}

async function connect(caller: Person, callee: Person, how = "Accept"): Promise<void> {
  await caller.call(callee.name);
  await callee.accept(caller, how);
}

/** After a call: the directory again, no camera open, no connection left. */
async function quiet(person: Person): Promise<void> {
  await person.button("Settings").waitFor();
  await until(
    "no live track",
    () => person.liveTracks(),
    (n) => n === 0,
  );
  expect(await person.openConnections()).toBe(0);
}

describe("a call", () => {
  it("is accepted: both see and hear each other, until one hangs up", async () => {
    const [ann, bob] = await pair();
    await until(
      "no camera in the directory",
      () => ann.liveTracks(),
      (n) => n === 0,
    );
    await connect(ann, bob);
    await framesGoOn(ann);
    await framesGoOn(bob);
    await bob.button("Hang up").click();
    await ann.status("Bob hung up").waitFor();
    await bob.status("You hung up").waitFor();
    await quiet(ann);
    await quiet(bob);
  });

  it("is hung up by the caller", async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    await ann.button("Hang up").click();
    await bob.status("Ann hung up").waitFor();
    await quiet(ann);
    await quiet(bob);
  });

  it("is accepted without video: the caller hears, and sees no camera", async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob, "Accept without video");
    await framesGoOn(bob);
    await framesGoOn(ann, ["audio"]);
    expect((await ann.received()).video).toBe(0);
    await bob.button("Camera on").click();
    await framesGoOn(ann);
    await bob.button("Camera off").click();
    await until(
      "one live track at Bob's",
      () => bob.liveTracks(),
      (n) => n === 1,
    );
  });

  it("is declined: the caller reads so, the callee reads nothing", async () => {
    const [ann, bob] = await pair();
    await ann.call("Bob");
    await bob.prompt("Ann").waitFor();
    await bob.button("Decline").click();
    await ann.status("Bob declined").waitFor();
    await quiet(ann);
    await quiet(bob);
    expect(await bob.page.getByRole("status").filter({ hasText: "Ann" }).count()).toBe(0);
  });

  it("is cancelled: the callee reads of a missed call", async () => {
    const [ann, bob] = await pair();
    await ann.call("Bob");
    await ann.page.getByRole("dialog", { name: "Calling Bob" }).getByText("Ringing…").waitFor();
    await bob.prompt("Ann").waitFor();
    await until(
      "Bob's ring",
      () => bob.sounds(),
      (n) => n > 0,
    );
    await until(
      "Ann's ringback",
      () => ann.sounds(),
      (n) => n > 0,
    );
    // Nothing is revealed before Accept.
    expect(await bob.liveTracks()).toBe(0);
    await ann.button("Cancel").click();
    await bob.status("Missed call from Ann").waitFor();
    await quiet(ann);
    await quiet(bob);
  });

  it("connects without a prompt when both dial at once", async () => {
    const [ann, bob] = await pair();
    await Promise.all([ann.button("Call Bob").waitFor(), bob.button("Call Ann").waitFor()]);
    // At one moment of the clock, not when the test's messages happen to reach the two pages.
    const moment = Date.now() + 500;
    const dialAt = (person: Person, name: string): Promise<void> =>
      person
        .button(`Call ${name}`)
        .evaluate((button: HTMLElement, at) => void setTimeout(() => button.click(), at - Date.now()), moment);
    await Promise.all([dialAt(ann, "Bob"), dialAt(bob, "Ann")]);
    await ann.inCallWith("Bob").waitFor();
    await bob.inCallWith("Ann").waitFor();
    await framesGoOn(ann);
    await framesGoOn(bob);
  });

  it("finds its callee busy in another one, which goes on", async () => {
    const [ann, bob] = await pair();
    const cem = await join("Cem");
    await connect(ann, bob);
    await cem.call("Ann");
    await cem.status("Ann is busy").waitFor();
    await framesGoOn(bob);
    await ann.button("Hang up").click();
  });

  it("carries text both ways, as text", async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    const markup = "<img src=x onerror=alert(1)>\nsecond line";
    for (const [from, to, text] of [
      [ann, bob, "Hello Bob"],
      [bob, ann, "Hello Ann"],
      [ann, bob, markup],
    ] as const) {
      await from.page.getByRole("textbox", { name: "Message" }).fill(text);
      await from.button("Send").click();
      await to.page.getByRole("log", { name: "Chat" }).getByText(text).waitFor();
      await from.page.getByRole("log", { name: "Chat" }).getByText(text).waitFor();
    }
    // The only image of the page is the sign that stands there until the app does.
    expect(await bob.page.locator("img:not(.opening)").count()).toBe(0);
  });

  it("tells the other who is muted, and sends silence meanwhile", async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    await ann.button("Mute").click();
    await bob.inCallWith("Ann").getByText("Ann is muted").waitFor();
    await ann.button("Unmute").click();
    await bob.inCallWith("Ann").getByText("Ann is muted").waitFor({ state: "detached" });
  });

  it("is not hung up by the second half of a double tap on Accept", async () => {
    const [ann, bob] = [await join("Ann"), await join("Bob", { size: { width: 375, height: 740 } })];
    await ann.call("Bob");
    await bob.prompt("Ann").waitFor();
    const { x, y, width, height } = (await bob.button("Accept").boundingBox())!;
    const [left, top] = [x + width / 2, y + height / 2];
    // Real fingers, which no test tool moves to where a button has gone.
    await bob.page.mouse.click(left, top);
    await bob.page.waitForTimeout(150);
    await bob.page.mouse.click(left, top);
    await ann.inCallWith("Bob").waitFor();
    await framesGoOn(ann);
    await framesGoOn(bob);
  });

  it("that is cancelled while the browser still asks for the camera does not stand in the way of the next", async () => {
    const [ann, bob] = await pair();
    await ann.page.evaluate(() => {
      const { mediaDevices } = navigator;
      const ask = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = () => {
        mediaDevices.getUserMedia = ask;
        return new Promise(() => undefined);
      };
    });
    await ann.call("Bob");
    await ann.page.getByText("Asking for camera and microphone…").waitFor();
    await ann.button("Cancel").click();
    await connect(bob, ann);
    await framesGoOn(ann);
    await framesGoOn(bob);
  });

  it("that others tried meanwhile is told after it, whoever they were", async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    for (const name of ["Cleo", "Dan"]) {
      const other = await join(name);
      await other.call("Ann");
      await other.status("Ann is busy").waitFor();
    }
    await bob.button("Hang up").click();
    await ann.status("Bob hung up").waitFor();
    await ann.status("2 missed calls from Cleo and Dan").waitFor();
  });

  it("looks for a new path at once when the network has changed, and goes on", async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    const path = (): Promise<string | undefined> => ann.page.evaluate(pathName);
    const before = await path();
    await ann.page.evaluate(() => dispatchEvent(new Event("online")));
    await until("another path", path, (now) => now !== undefined && now !== before);
    await framesGoOn(ann);
    await framesGoOn(bob);
  });

  it("fails, and says so, where the browser gives no connection", async () => {
    const ann = await join("Ann", {
      prepare: () => {
        window.RTCPeerConnection = function () {
          throw new DOMException("too many", "OperationError");
        } as unknown as typeof RTCPeerConnection;
      },
    });
    const bob = await join("Bob");
    await ann.call("Bob");
    await ann.status("Couldn't connect to Bob").waitFor();
    await quiet(ann);
    await bob.call("Ann");
    await bob.status("Couldn't connect to Ann").waitFor();
  });

  it("ends for the other within a second when a page is closed or reloaded", async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    // By the clock that both pages read, not by when the test's messages reach them.
    await bob.page.evaluate(() => addEventListener("pagehide", () => localStorage.setItem("left", String(Date.now()))));
    await ann.page.evaluate(() => {
      const app = document.querySelector("earshot-app") as unknown as {
        store: { subscribe(read: (state: { call: { phase: string } }) => void): void };
      };
      app.store.subscribe(({ call }) => {
        if (call.phase === "idle") document.documentElement.dataset["ended"] ??= String(Date.now());
      });
    });
    await bob.page.reload();
    await ann.status("The connection to Bob was lost").waitFor();
    const left = await bob.page.evaluate(() => Number(localStorage.getItem("left")));
    const ended = await ann.page.evaluate(() => Number(document.documentElement.dataset["ended"]));
    expect(ended - left).toBeLessThan(paced(1_000));
    await connect(ann, bob);
    await ann.page.close({ runBeforeUnload: false });
    await bob.status("The connection to Ann was lost").waitFor();
    await quiet(bob);
  });
});

describe("a caller without a camera", () => {
  it("calls, is told what is missing, and sees the other", async () => {
    const ann = await join("Ann", {
      prepare: () => {
        const { mediaDevices } = navigator;
        const devices = mediaDevices.enumerateDevices.bind(mediaDevices);
        mediaDevices.enumerateDevices = async () => (await devices()).filter(({ kind }) => kind !== "videoinput");
        const ask = mediaDevices.getUserMedia.bind(mediaDevices);
        mediaDevices.getUserMedia = async (constraints) => {
          if (constraints?.video) throw new DOMException("no camera", "NotFoundError");
          return ask(constraints);
        };
      },
    });
    const bob = await join("Bob");
    await connect(ann, bob);
    await ann.page.getByText("No camera was found").waitFor();
    await framesGoOn(ann);
    await framesGoOn(bob, ["audio"]);
  });

  it("who allows nothing at all can still be called, and see", async () => {
    const ann = await join("Ann", {
      prepare: () => {
        navigator.mediaDevices.getUserMedia = async () => {
          throw new DOMException("no", "NotAllowedError");
        };
      },
    });
    const bob = await join("Bob");
    await connect(bob, ann);
    await ann.page.getByText("may not use your camera").waitFor();
    await framesGoOn(ann);
  });
});
