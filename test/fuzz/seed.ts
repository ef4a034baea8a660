/** How many cases are tried, and from which seed: FUZZ_CASES in all, and FUZZ_SEED to see the same again. */
import * as fc from "fast-check";

export const CASES = Number(process.env["FUZZ_CASES"] ?? 20_000);
const SEED = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);

/** How many runs of a property make `share` of all cases, if each run tries `batch` of them. */
export function runs(share: number, batch = 1): number {
  return Math.max(1, Math.ceil((CASES * share) / batch));
}

/** What fast-check is told; the seed is printed, so that a failure can be seen again. */
export function parameters(what: string, numRuns: number, part = 0): fc.Parameters<unknown> {
  const seed = SEED + part;
  console.log(`${what}: ${numRuns} runs from seed ${seed}${part === 0 ? "" : ` (FUZZ_SEED=${SEED})`}`);
  return { seed, numRuns };
}

/** Try a property that takes a server: what fails is not made smaller, but said with the seed that shows it again. */
export async function holds<T>(what: string, property: fc.IAsyncProperty<T>, numRuns: number, part = 0): Promise<void> {
  const tried = await fc.check(property, {
    ...(parameters(what, numRuns, part) as fc.Parameters<T>),
    endOnFailure: true,
  });
  if (!tried.failed) return;
  throw new Error(
    `${what}, FUZZ_SEED=${SEED}, FUZZ_CASES=${CASES}, run ${tried.numRuns}: ${String(tried.errorInstance)}`,
    {
      cause: tried.errorInstance,
    },
  );
}
