/** Builds what the page without TLS holds: its script and its style, one file each, which the server puts into it. */
import { basename } from "node:path";
import { root } from "./setup.mjs";

/**
 * @returns {Promise<Map<string, Uint8Array>>} script.js and style.css
 * @throws {Error} esbuild has printed what is wrong
 */
export async function buildJoining() {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["src/joining/browser/script.ts", "src/joining/browser/style.css"],
    outdir: "dist/joining",
    tsconfig: "src/joining/browser/tsconfig.json",
    write: false,
    bundle: true,
    // A classic script: it stands in the page, and runs before anything is shown.
    format: "iife",
    minify: true,
    charset: "utf8",
    // As for the app itself, see page.mjs.
    target: ["chrome100", "safari15.4", "firefox100"],
    legalComments: "none",
    logLevel: "warning",
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}
