/** Files of unit tests share a process, in which they take little more than half of the processor time: none may change the next one's world. */
import { afterAll, expect, vi } from "vitest";

afterAll(() => {
  const fake = vi.isFakeTimers();
  vi.useRealTimers();
  expect(fake, "this file leaves its fake timers to the next: call vi.useRealTimers() after each test").toBe(false);
});
