/** The icons that only words and files need; they are loaded with them. */
import ArrowDown from "lucide/dist/esm/icons/arrow-down.mjs";
import ArrowLeft from "lucide/dist/esm/icons/arrow-left.mjs";
import Camera from "lucide/dist/esm/icons/camera.mjs";
import CheckCheck from "lucide/dist/esm/icons/check-check.mjs";
import Check from "lucide/dist/esm/icons/check.mjs";
import CircleAlert from "lucide/dist/esm/icons/circle-alert.mjs";
import Clock from "lucide/dist/esm/icons/clock.mjs";
import Download from "lucide/dist/esm/icons/download.mjs";
import Ellipsis from "lucide/dist/esm/icons/ellipsis.mjs";
import FileArchive from "lucide/dist/esm/icons/file-archive.mjs";
import FileMusic from "lucide/dist/esm/icons/file-music.mjs";
import FileText from "lucide/dist/esm/icons/file-text.mjs";
import File from "lucide/dist/esm/icons/file.mjs";
import Film from "lucide/dist/esm/icons/film.mjs";
import Image from "lucide/dist/esm/icons/image.mjs";
import Images from "lucide/dist/esm/icons/images.mjs";
import Paperclip from "lucide/dist/esm/icons/paperclip.mjs";
import Pause from "lucide/dist/esm/icons/pause.mjs";
import Phone from "lucide/dist/esm/icons/phone.mjs";
import Play from "lucide/dist/esm/icons/play.mjs";
import Video from "lucide/dist/esm/icons/video.mjs";
import type { TemplateResult } from "lit";
import { icon } from "./icons.ts";

export const arrowDown = icon(ArrowDown);
export const arrowLeft = icon(ArrowLeft);
export const attach = icon(Paperclip);
export const audio = icon(FileMusic);
export const alert = icon(CircleAlert);
export const archive = icon(FileArchive);
export const delivered = icon(CheckCheck);
export const done = icon(Check);
export const download = icon(Download);
export const file = icon(File);
export const image = icon(Image);
export const images = icon(Images);
export const more = icon(Ellipsis);
export const pause = icon(Pause);
export const resume = icon(Play);
export const sending = icon(Clock);
export const takePhoto = icon(Camera);
export const text = icon(FileText);
export const video = icon(Film);
export const videoCall = icon(Video);
export const voiceCall = icon(Phone);

const ARCHIVES = /zip|tar|rar|7z|compressed|archive/;
const TEXTS = /^text\/|pdf|word|document|sheet|presentation|rtf|json|xml/;

/** What stands for a file, by its media type. */
export function iconOf(type: string): TemplateResult {
  if (type.startsWith("image/")) return image;
  if (type.startsWith("video/")) return video;
  if (type.startsWith("audio/")) return audio;
  if (ARCHIVES.test(type)) return archive;
  return TEXTS.test(type) ? text : file;
}
