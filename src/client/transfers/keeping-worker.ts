/**
 * A worker of its own that writes received files into the browser's private folder (File System, 3), where alone that can be done at once
 * and in place; and reckons their digests. It imports nothing that is left in the built file,
 * since older browsers know no modules in workers.
 */
import type { Answer, Job, Request } from "./keeping-jobs.ts";

/** As it is called in workers; the promises are those of Safari before 16.4 and Chromium before 108. */
interface Access {
  write(bytes: ArrayBuffer | Uint8Array, options: { at: number }): number;
  truncate(size: number): void | Promise<void>;
  flush(): void | Promise<void>;
  close(): void | Promise<void>;
}
interface FileHandle {
  createSyncAccessHandle(): Promise<Access>;
  getFile(): Promise<File>;
}

/** One file. */
interface Open {
  readonly name: string;
  readonly handle: FileHandle;
  access: Access | undefined;
  /** As much as is kept, in bytes. */
  size: number;
  /** Something could not be appended: what comes behind it has no place until the file is truncated. */
  broken: boolean;
}

type Result = Answer["result"];

interface Scope {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(answer: Answer, transfer: Transferable[]): void;
  close(): void;
}

const scope = self as unknown as Scope;
const files = new Map<number, Open>();
/** One after the other for each file, since some browsers take their time. */
const queues = new Map<number, Promise<unknown>>();
/** The page's own folder, once it is made. */
let own: Promise<FileSystemDirectoryHandle> | undefined;
let path: readonly [string, string] = ["", ""];

scope.onmessage = ({ data: { job, id } }) => {
  const before = queues.get(job.file) ?? Promise.resolve();
  const done = before.then(() => perform(job));
  queues.set(
    job.file,
    done.catch(() => undefined),
  );
  // The next piece is written while the digest of this one is reckoned.
  const whole = done.then((result) => (typeof result === "function" ? result() : result));
  whole.then(
    (result) => scope.postMessage({ id, result }, result instanceof ArrayBuffer ? [result] : []),
    (error: unknown) => scope.postMessage({ id, error: named(error) }, []),
  );
};

function named(error: unknown): { name: string; message: string } {
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  return { name, message };
}

function perform(job: Job): Promise<Result | (() => Promise<Result>)> {
  switch (job.do) {
    case "begin":
      return begin(job);
    case "append":
      return append(opened(job.file), job.bytes);
    case "truncate":
      return truncate(opened(job.file), job.size);
    case "finish":
      return finish(opened(job.file));
    case "discard":
      return discard(job.file);
    case "close":
      return close();
  }
}

function opened(file: number): Open {
  const found = files.get(file);
  if (!found) throw new DOMException("this file is kept no more", "NotFoundError");
  return found;
}

async function begin({ file, folders }: Job & { do: "begin" }): Promise<undefined> {
  path = folders;
  own ??= makeFolder(folders);
  const name = String(file);
  const handle = (await (await own).getFileHandle(name, { create: true })) as unknown as FileHandle;
  files.set(file, { name, handle, access: await handle.createSyncAccessHandle(), size: 0, broken: false });
}

async function makeFolder([all, page]: readonly [string, string]): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(all, { create: true });
  return folder.getDirectoryHandle(page, { create: true });
}

/** What it resolves with gives the digest. */
async function append(open: Open, bytes: ArrayBuffer): Promise<() => Promise<ArrayBuffer>> {
  if (open.broken) throw new DOMException("what comes before this could not be kept", "InvalidStateError");
  const digest = crypto.subtle.digest("SHA-256", bytes);
  const access = await writable(open);
  try {
    const written = access.write(bytes, { at: open.size });
    if (written < bytes.byteLength) throw new DOMException("the disk is full", "QuotaExceededError");
  } catch (error) {
    open.broken = true;
    await access.truncate(open.size);
    throw error;
  }
  open.size += bytes.byteLength;
  return () => digest;
}

/** It is shut while a whole file is read; one that was not right is written anew. */
async function writable(open: Open): Promise<Access> {
  return (open.access ??= await open.handle.createSyncAccessHandle());
}

async function truncate(open: Open, size: number): Promise<undefined> {
  open.broken = false;
  if (size >= open.size) return;
  await (await writable(open)).truncate(size);
  open.size = size;
}

async function finish(open: Open): Promise<File> {
  await shut(open);
  return open.handle.getFile();
}

async function shut(open: Open): Promise<void> {
  const { access } = open;
  open.access = undefined;
  await access?.flush();
  await access?.close();
}

async function discard(file: number): Promise<undefined> {
  const open = files.get(file);
  if (!open) return;
  files.delete(file);
  queues.delete(file);
  await open.access?.close();
  await (await own)?.removeEntry(open.name);
}

/** The page goes away, and its folder with it; what is not done in time is left to the next page. */
async function close(): Promise<undefined> {
  for (const { access } of files.values()) await access?.close();
  files.clear();
  if (own) {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(path[0]);
    await folder.removeEntry(path[1], { recursive: true });
  }
  scope.close();
}
