/** Builds what is served: the page with its scripts and styles under hashed names, precompressed. */
import { existsSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { hash, list } from "./files.mjs";
import { root } from "./setup.mjs";

/** What everything needed to show the directory may weigh over the wire, in bytes (brotli). */
export const BUDGET = 60 * 1024;

const COMPRESSIBLE = new Set([".html", ".js", ".css", ".svg", ".json", ".webmanifest"]);
/** Phones that get no updates any more still join. */
const TARGET = ["chrome100", "safari15.4", "firefox100"];

const publicFolder = join(root, "public");

/** Its address must stay the same from build to build, or browsers would keep the old one beside the new. */
const SERVICE_WORKER = "sw.js";
const MANIFEST = "earshot.webmanifest";

/** A reference from the page to one of its own files, such as src="main.js". */
const REFERENCE = /(?<=\s(?:src|href)=")[\w./-]+\.\w+(?=")/g;
/** A worker that the page starts when it needs one: named for the page's scripts, and loaded by no browser by itself. */
const WORKERS = /(?<=<link rel="worker" href=")[\w./-]+(?=")/g;

/**
 * @returns {Promise<{version: string, files: Map<string, string | Uint8Array>}>} the files by path, the page last
 * @throws {Error} esbuild has printed what is wrong, or public/index.html is not as it should be
 */
export async function buildPage() {
  const html = readFileSync(join(publicFolder, "index.html"), "utf8");
  const references = [...new Set(html.match(REFERENCE) ?? [])];
  const workers = html.match(WORKERS) ?? [];
  const [{ files, names, preload, later }, serviceWorker, ...built] = await Promise.all([
    bundle(references.filter((name) => /\.(js|css)$/.test(name) && !workers.includes(name))),
    bundleWorker("src/worker/sw.ts"),
    ...workers.map((name) => bundleWorker(source(name))),
  ]);
  files.set(SERVICE_WORKER, serviceWorker);
  for (const [at, contents] of built.entries()) {
    const worker = workers[at] ?? "";
    const name = hashedName(basename(worker), contents);
    names.set(worker, name);
    files.set(name, contents);
  }
  const icons = manifestIcons();

  for (const path of list(publicFolder)) {
    if (path === "index.html" || names.has(path)) continue;
    const contents = readFileSync(join(publicFolder, path));
    // Browsers know an installed page, and its icons, by these names.
    const named = path === MANIFEST || icons.includes(path) || path.startsWith("icons/");
    const hashed = references.includes(path) && !named;
    const name = hashed ? hashedName(path, contents) : path;
    names.set(path, name);
    files.set(name, contents);
  }

  const page = withLinks(html, preload, later).replace(REFERENCE, (name) => {
    const built = names.get(name) ?? (files.has(name) ? name : undefined);
    if (built === undefined) throw new Error(`public/index.html refers to ${name}, which is not in public`);
    return `/${built}`;
  });
  const version = hash([...files, ["index.html", page]]);
  files.set("index.html", withVersion(page, version));
  return { version, files: compressed(files) };
}

/** NAME.js is src/client/NAME.ts. */
function source(/** @type {string} */ name) {
  return name.endsWith(".css") ? `public/${name}` : `src/client/${name.replace(/\.js$/, ".ts")}`;
}

/**
 * Bundle the page's scripts and styles.
 * @param {string[]} references
 */
async function bundle(references) {
  const esbuild = await import("esbuild");
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: references.map(source),
    outdir: "dist/client",
    entryNames: "assets/[name]-[hash]",
    chunkNames: "assets/[name]-[hash]",
    assetNames: "assets/[name]-[hash]",
    tsconfig: "src/client/tsconfig.json",
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    target: TARGET,
    loader: { ".svg": "file", ".png": "file", ".woff2": "file", ".mp3": "file", ".wav": "file" },
    legalComments: "external",
    logLevel: "warning",
    plugins: references.filter((name) => name.endsWith(".js")).map((name) => inOnePiece(join(root, source(name)))),
  });

  /** @type {Map<string, string | Uint8Array>} */
  const files = new Map();
  const folder = join(root, "dist/client") + "/";
  for (const file of outputFiles) files.set(file.path.slice(folder.length).replaceAll("\\", "/"), file.contents);

  const outputs = metafile.outputs;
  /** @type {Map<string, string>} */
  const names = new Map();
  /** @type {Set<string>} */
  const preload = new Set();
  const followImports = (/** @type {string} */ path) => {
    for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
      if (kind !== "import-statement" || preload.has(imported)) continue;
      preload.add(imported);
      followImports(imported);
    }
  };
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    const reference = references.find((name) => source(name) === entryPoint);
    if (reference === undefined) continue;
    names.set(reference, path.slice("dist/client/".length));
    followImports(path);
  }
  const built = (/** @type {string} */ path) => path.slice("dist/client/".length);
  const at = new Set([...names.values(), ...[...preload].map(built)]);
  const later = [...files.keys()].filter((path) => path.endsWith(".js") && !at.has(path));
  return { files, names, preload: [...preload].map(built), later };
}

/**
 * Keeps the page in one piece: esbuild would put whatever a part that is loaded later shares with it into a file of its own, and many
 * small files weigh more than one. So each part is made to import all of the page, which is there already.
 * @param {string} page the script of the page
 * @returns {import("esbuild").Plugin}
 */
function inOnePiece(page) {
  return {
    name: "in-one-piece",
    setup({ onResolve, onLoad, resolve }) {
      /** @type {Set<string>} */
      const parts = new Set();
      onResolve({ filter: /.*/ }, async ({ path, kind, pluginData, ...from }) => {
        if (kind !== "dynamic-import" || pluginData === parts) return undefined;
        const resolved = await resolve(path, { ...from, kind, pluginData: parts });
        parts.add(resolved.path);
        return resolved;
      });
      onLoad({ filter: /\.(ts|mjs|js)$/ }, ({ path }) => {
        if (!parts.has(path)) return undefined;
        const contents = `${readFileSync(path, "utf8")}\nimport ${JSON.stringify(page)};\n`;
        return { contents, loader: path.endsWith(".ts") ? "ts" : "js" };
      });
    },
  };
}

/** A worker as one file: older browsers know no modules in workers. @returns {Promise<Uint8Array>} */
async function bundleWorker(/** @type {string} */ path) {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [path],
    tsconfig: path.replace(/^(src\/\w+)\/.*/, "$1/tsconfig.json"),
    write: false,
    bundle: true,
    format: "iife",
    minify: true,
    target: TARGET,
    logLevel: "warning",
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild has made no worker of ${path}`);
  return file.contents;
}

/** The paths of the icons that the manifest names. @returns {string[]} */
function manifestIcons() {
  /** @type {{icons: {src: string}[]}} */
  const { icons } = JSON.parse(readFileSync(join(publicFolder, MANIFEST), "utf8"));
  const paths = icons.map(({ src }) => src.replace(/^\//, ""));
  const missing = paths.find((path) => !existsSync(join(publicFolder, path)));
  if (missing !== undefined) throw new Error(`public/${MANIFEST} names ${missing}, which is not in public`);
  return paths;
}

/**
 * Let the browser ask for the script's own imports at once, not after it has read the script. Of the parts that come later only the
 * service worker takes note: it keeps them with the page.
 */
function withLinks(/** @type {string} */ html, /** @type {string[]} */ preload, /** @type {string[]} */ later) {
  const links = [
    ...preload.map((path) => `<link rel="modulepreload" href="${path}" />\n`),
    ...later.map((path) => `<link rel="part" href="${path}" />\n`),
  ];
  return html.replace("</head>", `${links.join("")}</head>`);
}

function withVersion(/** @type {string} */ html, /** @type {string} */ version) {
  const filled = html.replace('<meta name="version" content=""', `<meta name="version" content="${version}"`);
  if (filled === html) throw new Error('public/index.html lacks <meta name="version" content="">');
  return filled;
}

function hashedName(/** @type {string} */ path, /** @type {Uint8Array} */ contents) {
  const extension = extname(path);
  const sum = hash([[path, contents]])
    .slice(0, 8)
    .toUpperCase();
  return `assets/${path.slice(0, -extension.length)}-${sum}${extension}`;
}

/** The same files, each compressible one preceded by its `.br` and `.gz`. */
function compressed(/** @type {Map<string, string | Uint8Array>} */ files) {
  /** @type {Map<string, string | Uint8Array>} */
  const all = new Map();
  for (const [path, contents] of files) {
    if (COMPRESSIBLE.has(extname(path))) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length };
      all.set(`${path}.br`, brotliCompressSync(contents, { params }));
      all.set(`${path}.gz`, gzipSync(contents, { level: 9 }));
    }
    all.set(path, contents);
  }
  return all;
}

/** A built file, with its bytes over the wire (brotli where it is compressed), without headers. @typedef {{path: string, bytes: number}} Sent */

/**
 * The built files that a browser loads to show the directory: the page and what it refers to, its scripts' imports
 * among them, but not what it loads later, or only to be installed.
 * @returns {Sent[]}
 */
export function pageFiles(folder = join(root, "dist/client")) {
  const shown = builtPage(folder).replace(/<link rel="(manifest|apple-touch-icon|part|worker)"[^>]*>/g, "");
  return sent(folder, ["index.html", ...references(shown)]);
}

/**
 * The parts that are loaded when there is time, or when they are needed.
 * @returns {Sent[]} the largest first
 */
export function laterFiles(folder = join(root, "dist/client")) {
  const links = builtPage(folder).match(/<link rel="(?:part|worker)"[^>]*>/g) ?? [];
  return sent(folder, references(links.join())).sort((a, b) => b.bytes - a.bytes);
}

function builtPage(/** @type {string} */ folder) {
  return readFileSync(join(folder, "index.html"), "utf8");
}

function references(/** @type {string} */ html) {
  return (html.match(REFERENCE) ?? []).map((path) => path.replace(/^\//, ""));
}

/** @returns {Sent[]} */
function sent(/** @type {string} */ folder, /** @type {string[]} */ paths) {
  return [...new Set(paths)].map((path) => {
    const coded = existsSync(join(folder, `${path}.br`)) ? `${path}.br` : path;
    return { path, bytes: readFileSync(join(folder, coded)).length };
  });
}

/**
 * @returns {string} what the page weighs
 * @throws {Error} it weighs more than `BUDGET`
 */
export function checkPageSize(files = pageFiles()) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const each = files.map(({ path, bytes }) => `${path} ${bytes}`).join(", ");
  const sentence = `The page weighs ${total} of at most ${BUDGET} bytes (brotli): ${each}`;
  if (total > BUDGET) throw new Error(sentence);
  return sentence;
}
