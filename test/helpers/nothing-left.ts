/** No file of unit tests may leave its fake timers behind. */
import { afterAll, expect, vi } from "vitest";

afterAll(() => {
  const fake = vi.isFakeTimers();
  vi.useRealTimers();
  expect(fake, "this file leaves its fake timers to the next: call vi.useRealTimers() after each test").toBe(false);
});
