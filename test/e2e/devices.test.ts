import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";
import { until } from "./wait.ts";

const { join } = stage();

/** Ann calls Bob; her browser's list of microphones is in the test's hands. */
async function inCall(): Promise<[Person, Person]> {
  const ann = await join("Ann", {
    prepare: () => {
      const { mediaDevices } = navigator as Partial<Navigator>;
      if (!mediaDevices) return;
      const list = mediaDevices.enumerateDevices.bind(mediaDevices);
      mediaDevices.enumerateDevices = async () => {
        const hidden = sessionStorage.getItem("unplugged");
        return (await list()).filter(({ label, deviceId }) => deviceId !== "default" && label !== hidden);
      };
    },
  });
  const bob = await join("Bob");
  await unplug(ann, "Fake Audio Input 2");
  await ann.call("Bob");
  await bob.accept(ann);
  await framesGoOn(bob);
  return [ann, bob];
}

/** From now on this device is not there; what of it is open ends, as the browser has it. */
async function unplug(person: Person, label: string): Promise<void> {
  await person.page.evaluate((label) => {
    sessionStorage.setItem("unplugged", label);
    for (const track of window.probe.tracks) {
      if (track.label !== label || track.readyState !== "live") continue;
      track.stop();
      track.dispatchEvent(new Event("ended"));
    }
    navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
  }, label);
}

async function plugIn(person: Person): Promise<void> {
  await person.page.evaluate(() => {
    sessionStorage.removeItem("unplugged");
    navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
  });
}

/** The microphone that is open. */
async function microphone(person: Person): Promise<string | undefined> {
  return person.page.evaluate(
    () => window.probe.tracks.findLast(({ kind, readyState }) => kind === "audio" && readyState === "live")?.label,
  );
}

describe("a call", () => {
  it("goes on when the camera is taken away, and says so", async () => {
    const [ann, bob] = await inCall();
    await ann.page.evaluate(() => {
      const camera = window.probe.tracks.find(({ kind, readyState }) => kind === "video" && readyState === "live");
      camera?.stop();
      camera?.dispatchEvent(new Event("ended"));
    });
    await ann.page.getByText("Your camera stopped").waitFor();
    await bob.inCallWith("Ann").getByText("Camera is off").waitFor();
    await framesGoOn(bob, ["audio"]);
    await ann.button("Camera on").click();
    await framesGoOn(bob);
  });

  it("takes a headset that is plugged in, and the microphone behind it when that is pulled out, and says so", async () => {
    const [ann, bob] = await inCall();
    const first = await microphone(ann);
    await plugIn(ann);
    await ann.status("Now using Fake Audio Input 2").waitFor();
    await framesGoOn(bob, ["audio"]);
    await unplug(ann, "Fake Audio Input 2");
    await until(
      "another microphone",
      () => microphone(ann),
      (label) => label !== undefined && label !== "Fake Audio Input 2",
    );
    expect(await microphone(ann)).toBe(first);
    await ann.status("Now using").waitFor();
    await framesGoOn(bob, ["audio"]);
    expect(await ann.page.getByText("You are not heard").count()).toBe(0);
  });

  it("goes on while the system holds the camera back, and says so on both sides", async () => {
    const [ann, bob] = await inCall();
    const hold = (held: boolean): Promise<void> =>
      ann.page.evaluate((held) => {
        const camera = window.probe.tracks.find(({ kind, readyState }) => kind === "video" && readyState === "live");
        if (!camera) throw new Error("no camera is open");
        Object.defineProperty(camera, "muted", { value: held, configurable: true });
        camera.dispatchEvent(new Event(held ? "mute" : "unmute"));
      }, held);
    await hold(true);
    await ann.page.getByText("Your camera is paused").waitFor();
    await bob.inCallWith("Ann").getByText("Camera is off").waitFor();
    await framesGoOn(bob, ["audio"]);
    await hold(false);
    await ann.page.getByText("Your camera is paused").waitFor({ state: "detached" });
    await bob.inCallWith("Ann").getByText("Camera is off").waitFor({ state: "detached" });
  });
});
