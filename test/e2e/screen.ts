/** A screen to be shared, and saying what a page's user wants. */
import type { Person } from "./person.ts";

/** Runs in a page: in place of the browser's picker, a small drawn screen with a tone. */
export function fakeScreen(): void {
  // Absent where the page is not secure, such as about:blank.
  const { mediaDevices } = navigator as Partial<Navigator>;
  if (!mediaDevices) return;
  mediaDevices.getDisplayMedia = async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
    const context = canvas.getContext("2d");
    const stream = canvas.captureStream(10);
    const audio = new AudioContext();
    const output = new MediaStreamAudioDestinationNode(audio);
    const tone = new OscillatorNode(audio);
    tone.connect(output);
    tone.start();
    for (const sound of output.stream.getAudioTracks()) stream.addTrack(sound);
    let n = 0;
    const timer = setInterval(() => {
      context?.fillRect(n++ % 320, 0, 1, 180);
      if (stream.getTracks().some(({ readyState }) => readyState === "live")) return;
      clearInterval(timer);
      void audio.close();
    }, 100);
    window.probe.tracks.push(...stream.getTracks());
    return stream;
  };
}

/** As a component says it. */
export async function intend(person: Person, intent: object): Promise<void> {
  await person.page.evaluate((detail) => {
    document.querySelector("earshot-app")?.dispatchEvent(new CustomEvent("intent", { detail, cancelable: true }));
  }, intent);
}

/** Share the screen, or do so no more. */
export const share = (person: Person, on: boolean): Promise<void> => intend(person, { type: "share-screen", on });
