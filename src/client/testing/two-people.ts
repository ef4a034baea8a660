/**
 * People in the page of one test, joined by a signaling that the test holds in its hands. Two of them call each other in a fraction of the
 * time that two browsers and a server take.
 */
import { Person, type PersonOptions } from "./person.ts";
import { ScriptedSignaling } from "./scripted-signaling.ts";

export { Person, type PersonOptions } from "./person.ts";
export { FACE, SCREEN, VOICE } from "./received.ts";
export { until } from "./until.ts";

/** What a test file needs: before each test a signaling that knows nobody; after it nothing of anybody's is left open. */
export function stage() {
  const people: Person[] = [];
  let signaling: ScriptedSignaling;

  beforeEach(() => {
    signaling = new ScriptedSignaling();
  });

  afterEach(async () => {
    const all = people.splice(0);
    for (const person of all) person.leave();
    await Promise.all(all.map((person) => person.isQuiet()));
    for (const person of all) person.forget();
  });

  const join = (name: string, options?: PersonOptions): Person => {
    const person = new Person(name, signaling, options);
    people.push(person);
    return person;
  };

  return {
    get signaling() {
      return signaling;
    },
    /** Somebody comes in. */
    join,
  };
}

/** `callee` takes the call of `caller`, and both are in it. */
export async function accept(callee: Person, caller: Person, video = true): Promise<void> {
  await callee.rings(caller);
  callee.want({ type: "accept", video });
  await areConnected(caller, callee);
}

/** Both wait until they are in a call with each other. */
export async function areConnected(one: Person, other: Person): Promise<void> {
  for (const [person, peer] of [
    [one, other],
    [other, one],
  ] as const)
    await person.until(
      `a call with ${peer.name}`,
      ({ call }) => call.phase === "connected" && call.peer.id === peer.id,
    );
}

/** One calls, the other accepts. */
export async function connect(caller: Person, callee: Person, video = true): Promise<void> {
  await caller.call(callee);
  await accept(callee, caller, video);
}
