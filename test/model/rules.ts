/** What must hold: at every moment for each page, and for everybody when all is quiet again. */
import type { Call, Ended, Reason } from "../../src/call/call.ts";
import { outranks } from "../../src/call/ending.ts";
import { wasMissed } from "../../src/client/sentences.ts";
import type { SignalMessage } from "../../src/protocol/messages.ts";
import type { Page } from "./page.ts";
import type { Person } from "./person.ts";
import type { World } from "./world.ts";

/** Something that must never be. */
export class Broken extends Error {}

/** Reasons that one side may have for itself: it could not hear the other. */
const ALONE: ReadonlySet<Reason> = new Set(["lost", "gone"]);

/** What one page is held to. */
export interface PageRules {
  /** The call has changed, or not. */
  moved(before: Call, next: Call): void;
  begins(call: string): void;
  ended(ended: Ended): void;
  said(message: SignalMessage): void;
  /** All effects have been performed. */
  settled(): void;
}

export function rulesOf(page: Page): PageRules {
  const { id } = page.person;
  const endings = new Map<string, Reason>();
  return {
    moved(before, next) {
      if (next.phase === "ringing" && page.person.undisturbed)
        throw new Broken(`${id} is not to be disturbed, and ${next.call} rings`);
      if (next.phase !== "ringing" || (before.phase !== "idle" && before.call === next.call)) return;
      page.world.prompts.push(next.call);
      if (before.phase !== "idle" && !mayAsk(page.world, before, next.call, next.peer.id))
        throw new Broken(`${id} is asked about ${next.call} in ${before.phase} with ${before.peer.id}`);
    },
    begins(call) {
      endings.delete(call);
    },
    ended({ call, reason }) {
      const known = endings.get(call);
      if (known !== undefined && !outranks(reason, known))
        throw new Broken(`${id} ends ${call} again: ${known}, then ${reason}`);
      endings.set(call, reason);
    },
    said({ type, data }) {
      const { call } = page;
      const reveals = type === "accept" || type === "icecandidate" || type === "description";
      if (reveals && call.phase === "ringing" && call.call === data.call)
        throw new Broken(`${id} says ${type} before it has accepted ${call.call}`);
    },
    settled() {
      const { call, link, mediaOpen } = page;
      const before = call.phase === "preparing" && call.direction === "outgoing";
      const due = call.phase === "idle" || before ? undefined : call.call;
      if (link?.call !== due) throw new Broken(`${id} is ${call.phase}, and has a link for ${link?.call}`);
      if (mediaOpen && (call.phase === "idle" || call.phase === "ringing"))
        throw new Broken(`${id} is ${call.phase} with camera and microphone open`);
    },
  };
}

/** In a call one is asked only by the same person, who is in it no more; and not if both dialled. */
function mayAsk(world: World, before: Exclude<Call, { phase: "idle" }>, call: string, caller: string): boolean {
  if (before.peer.id !== caller || before.direction === "outgoing") {
    const anew = before.phase === "connecting" || before.phase === "connected";
    if (before.peer.id !== caller || !anew) return false;
  }
  const { pages } = world.person(caller);
  const inIt = pages.find((page) => inCall(page.call, before.call));
  // A live call gives way to a live ring only, or to one of another page of theirs.
  return !inIt || before.phase === "ringing" || world.dialler.get(call) !== inIt || inCall(inIt.call, call);
}

function inCall(call: Call, id: string): boolean {
  return call.phase !== "idle" && call.call === id;
}

/** All is quiet: everybody is idle or connected, to each other, and agrees on how all the other calls ended. */
export function checkAll(world: World): void {
  for (const person of world.people) {
    for (const page of person.pages) checkPage(page);
    if (!person.lost) for (const { ended } of person.recents) checkEnded(person, ended);
  }
  for (const end of world.paths.open) {
    if (end.page.link !== end) throw new Broken(`${end.page.person.id} has left a link open for ${end.call}`);
  }
}

function checkPage({ call, person, world }: Page): void {
  if (call.phase === "idle") return;
  if (call.phase !== "connected") throw new Broken(`${person.id} is ${call.phase} for ever (${call.call})`);
  const others = world.person(call.peer.id).pages;
  if (!others.some((other) => other.call.phase === "connected" && other.call.call === call.call))
    throw new Broken(`${person.id} is in ${call.call} alone`);
}

function checkEnded({ id, world }: Person, ended: Ended): void {
  const other = world.person(ended.peer.id);
  // Nobody reads the screen of a device that is lost for good.
  if (other.lost) return;
  const { call, reason } = ended;
  const theirs = other.recents.find((recent) => recent.ended.call === call)?.ended;
  if (!theirs) return checkUnknown(world, other, ended);
  // What a page that crashed knew better is in no record; and of two pages that a call came to, one may have missed it.
  const known = !other.crashed && world.offeredTo.get(call) !== "two pages";
  if (ended.answered && wasMissed(theirs) && known) throw new Broken(`${call}: ${id} answered, ${other.id} missed it`);
  if (theirs.reason === reason || ALONE.has(reason) || ALONE.has(theirs.reason)) return;
  throw new Broken(`${call}: ${id} says ${reason}, ${other.id} says ${theirs.reason}`);
}

/** Whoever was called in vain knows it once they are back, if anybody was left who could remember it. */
function checkUnknown(world: World, callee: Person, { call, direction, answered, reason }: Ended): void {
  if (direction !== "outgoing" || answered || !world.offered.has(call) || world.crossed.has(call)) return;
  if (world.server.restarted || callee.crashed) return;
  throw new Broken(`${call}: ${callee.id} does not know that it was called (${reason})`);
}
