/** The icons that only a call needs; they are loaded with it. */
import EllipsisVertical from "lucide/dist/esm/icons/ellipsis-vertical.mjs";
import Expand from "lucide/dist/esm/icons/expand.mjs";
import Maximize from "lucide/dist/esm/icons/maximize.mjs";
import MessageSquare from "lucide/dist/esm/icons/message-square.mjs";
import MicOff from "lucide/dist/esm/icons/mic-off.mjs";
import Mic from "lucide/dist/esm/icons/mic.mjs";
import Minimize from "lucide/dist/esm/icons/minimize.mjs";
import PictureInPicture from "lucide/dist/esm/icons/picture-in-picture-2.mjs";
import ScreenShareOff from "lucide/dist/esm/icons/screen-share-off.mjs";
import ScreenShare from "lucide/dist/esm/icons/screen-share.mjs";
import Shrink from "lucide/dist/esm/icons/shrink.mjs";
import SignalLow from "lucide/dist/esm/icons/signal-low.mjs";
import SignalMedium from "lucide/dist/esm/icons/signal-medium.mjs";
import Signal from "lucide/dist/esm/icons/signal.mjs";
import SwitchCamera from "lucide/dist/esm/icons/switch-camera.mjs";
import { icon } from "./icons.ts";

export { hangUp, speaker } from "./icons.ts";

export const enterFullScreen = icon(Maximize);
export const exitFullScreen = icon(Minimize);
export const fill = icon(Expand);
export const fit = icon(Shrink);
export const flip = icon(SwitchCamera);
export const message = icon(MessageSquare);
export const microphone = icon(Mic);
export const microphoneOff = icon(MicOff);
export const more = icon(EllipsisVertical);
export const pictureInPicture = icon(PictureInPicture);
export const shareScreen = icon(ScreenShare);
export const stopSharing = icon(ScreenShareOff);

/** How good the connection is. */
export const signal = { good: icon(Signal), fair: icon(SignalMedium), poor: icon(SignalLow) };
