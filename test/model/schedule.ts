/** A random schedule: what people do, and what happens to their devices, their networks and the server. */
import type { Page } from "./page.ts";
import type { Person } from "./person.ts";
import { Random } from "./random.ts";
import { PAGE_GIVES_UP } from "./server.ts";
import { World } from "./world.ts";

const NAMES = ["ann", "bob", "cem", "dan", "eve"];
/** Something happens for this long; then all that was broken is mended, and everything may run out (milliseconds). */
const BUSY = 35_000;
const QUIET = 160_000;
/** The longest that a frame is under way. */
const SLOW = 5_000;

/** One schedule, from its seed to the time when all is quiet. */
export function run(seed: number): World {
  const random = new Random(seed);
  const dice = random.next();
  const world = new World(random, NAMES.slice(0, dice < 0.6 ? 3 : dice < 0.85 ? 4 : 5));
  for (const person of world.people) {
    const act = (): void => {
      if (world.clock.now >= BUSY || person.lost) return;
      live(world, person);
      world.clock.after(random.chance(0.3) ? random.between(0, 400) : random.between(400, 12_000), act);
    };
    world.clock.after(random.between(0, 3_000), act);
  }
  world.clock.runUntil(BUSY);
  world.paths.mend();
  comeBack(world);
  // A page may have heard only now that another one, which is no more, took its place.
  world.clock.runUntil(BUSY + PAGE_GIVES_UP + SLOW);
  comeBack(world);
  world.clock.runUntil(BUSY + QUIET);
  return world;
}

/** Whoever is not lost has a page that is the phone. */
function comeBack({ people }: World): void {
  for (const person of people) {
    const { lost, pages } = person;
    if (lost || pages.some(({ running }) => running)) continue;
    if (pages[0]) pages[0].start();
    else person.open();
  }
}

function live(world: World, person: Person): void {
  const { random } = world;
  const page = person.pages.find(({ running }) => running) ?? random.pick(person.pages);
  const other = random.pick(world.people.filter((each) => each !== person));
  // Between a page that was left and the next.
  if (!page) return;
  if (random.chance(0.04)) person.doNotDisturb(!person.undisturbed);
  else if (random.chance(0.18)) happen(world, page, other);
  else use(world, page, other);
}

/** What the user does in a page. */
function use(world: World, page: Page, other: Person): void {
  const { random } = world;
  const { call } = page;
  if (!page.running && random.chance(0.5)) return page.start();
  switch (call.phase) {
    case "idle":
      if (page.running && random.chance(0.6)) cross(world, page, other);
      return;
    case "ringing":
      return answer(world, page, world.person(call.peer.id));
    default:
      if (random.chance(0.2)) page.dispatch({ type: "hang-up" });
      // Two taps, or another page of this person.
      else if (random.chance(0.1)) world.dial(page, other);
  }
}

/** Somebody rings. */
function answer(world: World, page: Page, caller: Person): void {
  const dice = world.random.next();
  if (dice < 0.5) page.dispatch({ type: "accept", video: dice < 0.25 });
  else if (dice < 0.6) page.dispatch({ type: "hang-up" });
  // Whoever calls them now wants it, too.
  else if (dice < 0.7) world.dial(page, caller);
}

/** Dial somebody, who may have the same idea. */
function cross(world: World, page: Page, other: Person): void {
  world.dial(page, other);
  if (!world.random.chance(0.15)) return;
  world.clock.after(world.random.between(0, world.random.chance(0.5) ? 100 : 4_000), () => {
    const theirs = other.pages.find(({ running }) => running);
    if (theirs) world.dial(theirs, page.person);
  });
}

/** What befalls a page, its network or the server. */
function happen(world: World, page: Page, other: Person): void {
  const { random, clock, paths, server } = world;
  const { person } = page;
  const dice = random.next();
  if (dice < 0.15) {
    page.leave();
    clock.after(random.between(100, 3_000), () => void (person.pages.length === 0 && person.open()));
  } else if (dice < 0.25) {
    page.crash();
    clock.after(random.between(100, 3_000), () => void (person.pages.length === 0 && !person.lost && person.open()));
  } else if (dice < 0.45) page.cut();
  else if (dice < 0.53) person.goOffline(random.between(1_000, random.chance(0.2) ? 80_000 : 15_000));
  else if (dice < 0.58) server.restart();
  else if (dice < 0.76) paths.block(person.id, other.id, random.chance(0.6));
  else if (dice < 0.96) openElsewhere(world, person, page);
  else if (dice < 0.98) person.die();
}

/** Another page of the same person: a new one, with or without a word to the old one, or one that was the phone before. */
function openElsewhere(world: World, person: Person, page: Page): void {
  const { random } = world;
  if (random.chance(0.5)) page.handOver();
  const old = person.pages.find((each) => each !== page);
  if (old) old.start();
  else person.open();
}
