/**
 * Lets component tests choose what a device prefers: the test runner's own command for it takes no notice of forced
 * colours.
 */

/**
 * A command for pages, "media-features": the features that differ from the browser's own, by their names in CSS. Each
 * call replaces what an earlier one chose.
 * @returns {import("@web/test-runner").TestRunnerPlugin}
 */
export function mediaFeatures() {
  /** @type {WeakMap<object, Promise<import("puppeteer-core").CDPSession>>} by page, which serves many files of tests */
  const sessions = new WeakMap();
  return {
    name: "media-features",
    async executeCommand({ command, payload, session }) {
      if (command !== "media-features") return undefined;
      const browser = /** @type {import("@web/test-runner-chrome").ChromeLauncher} */ (session.browser);
      const page = browser.getPage(session.id);
      const connecting = sessions.get(page) ?? page.createCDPSession();
      sessions.set(page, connecting);
      const features = Object.entries(/** @type {Record<string, string>} */ (payload));
      const client = await connecting;
      await client.send("Emulation.setEmulatedMedia", { features: features.map(([name, value]) => ({ name, value })) });
      return true;
    },
  };
}
