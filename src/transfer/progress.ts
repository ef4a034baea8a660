/** How fast files move, and how long that will take. Pure; times are in milliseconds on any clock, sizes in bytes. */

/** How much had moved at which time, oldest first. */
export type Course = readonly { readonly at: number; readonly moved: number }[];

/** Speed is that of the last so many milliseconds, */
const OVER = 3_000;
/** and cannot be told before it was measured for so long. */
const LEAST = 1_000;

/** The course after one more look; what went back, as after a lost path, begins anew. */
export function looked(course: Course, at: number, moved: number): Course {
  if (moved < (course.at(-1)?.moved ?? 0)) return [{ at, moved }];
  // One that is older than needed stays, so that the whole of the time is measured.
  const kept = course.filter((_, index) => at - (course[index + 1]?.at ?? at) < OVER);
  return [...kept, { at, moved }];
}

/** In bytes a second; nothing while it cannot be told. */
export function speedOf(course: Course): number | undefined {
  const [first, last] = [course[0], course.at(-1)];
  if (!first || !last || last.at - first.at < LEAST) return undefined;
  return ((last.moved - first.moved) * 1_000) / (last.at - first.at);
}

/** In milliseconds; nothing while it cannot be told. */
export function leftOf(course: Course, total: number): number | undefined {
  const speed = speedOf(course);
  const last = course.at(-1);
  return speed && last ? ((total - last.moved) * 1_000) / speed : undefined;
}
