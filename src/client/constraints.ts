/** What is asked of camera, microphone and screen (W3C mediacapture-streams and screen-capture). Pure. */

export type Kind = "audio" | "video";

/** The devices that the user chose, by their ids, and what the browser shall do to the voice; what is absent is as most want it. */
export interface Chosen {
  cameraId?: string | undefined;
  microphoneId?: string | undefined;
  echoCancellation?: boolean | undefined;
  noiseSuppression?: boolean | undefined;
  autoGainControl?: boolean | undefined;
}

/** The lines of a camera's picture: what is asked for first, and what a camera may give where the path allows it. */
export const LINES = { usual: 720, most: 1080 } as const;

const FRAME_RATE = 30;

/** A chosen device is asked for as `exact`: as a mere wish, its id would count no more than a picture's size. */
export function constraints(kinds: readonly Kind[], chosen: Chosen): MediaStreamConstraints {
  const { cameraId, microphoneId } = chosen;
  return {
    ...(kinds.includes("audio") && {
      audio: { ...processing(chosen), ...(microphoneId !== undefined && { deviceId: { exact: microphoneId } }) },
    }),
    ...(kinds.includes("video") && {
      video: {
        ...pictureOf(LINES.usual),
        ...(cameraId === undefined ? { facingMode: "user" } : { deviceId: { exact: cameraId } }),
      },
    }),
  };
}

/** What the browser is to do to the microphone's sound: all that it can, unless the user has switched it off. */
export function processing({ echoCancellation, noiseSuppression, autoGainControl }: Chosen) {
  return {
    echoCancellation: echoCancellation ?? true,
    noiseSuppression: noiseSuppression ?? true,
    autoGainControl: autoGainControl ?? true,
  };
}

/** A picture of so many lines, or what comes near to it. */
export function pictureOf(lines: number) {
  return {
    width: { ideal: Math.round((lines * 16) / 9) },
    height: { ideal: lines },
    frameRate: { ideal: FRAME_RATE },
  };
}

/** As of the screen-capture extensions that TypeScript does not know yet. */
interface ScreenOptions extends DisplayMediaStreamOptions {
  selfBrowserSurface: "include" | "exclude";
  surfaceSwitching: "include" | "exclude";
  systemAudio: "include" | "exclude";
}

/**
 * A screen as sharp as it is, up to what can be sent, and its sound as it is. `ownAudioLeftOut`: the browser can leave this page's own
 * sound out of the whole system's, without which the others would hear themselves.
 */
export function screenOptions(ownAudioLeftOut: boolean): ScreenOptions {
  const sound = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  return {
    video: { width: { max: 2560 }, height: { max: 1440 }, frameRate: { max: FRAME_RATE } },
    audio: { ...sound, ...(ownAudioLeftOut && { restrictOwnAudio: true }) },
    selfBrowserSurface: "exclude",
    surfaceSwitching: "include",
    systemAudio: ownAudioLeftOut ? "include" : "exclude",
  };
}
