/** Setup file of the stages with browsers: measures the processor time of each test, hooks included. */
import { afterEach, beforeEach } from "vitest";
import { processorTime } from "../../scripts/processor-time.mjs";

declare module "vitest" {
  interface TaskMeta {
    /** Seconds of processor time of this test, its browsers and its server together. */
    processor?: number;
  }
}

let before: number | undefined;
beforeEach(() => {
  before = processorTime();
});
// Registered first, and so the last one to run.
afterEach(({ task }) => {
  const after = processorTime();
  if (before !== undefined && after !== undefined) task.meta.processor = Math.max(0, after - before);
});
