/** What the page and its worker that keeps files say to each other. Types only: nothing of it is left in the built worker. */

/** `file` is a number that the page gives; `folders` are the one of all pages and the page's own. */
export type Job =
  | { readonly do: "begin"; readonly file: number; readonly folders: readonly [string, string] }
  | { readonly do: "append"; readonly file: number; readonly bytes: ArrayBuffer }
  | { readonly do: "truncate"; readonly file: number; readonly size: number }
  | { readonly do: "finish"; readonly file: number }
  | { readonly do: "discard"; readonly file: number }
  | { readonly do: "close"; readonly file: number };

/** To the worker; `id` numbers what is asked. */
export interface Request {
  readonly id: number;
  readonly job: Job;
}

/** From the worker: of an append the digest, of a finish the file, or what went wrong. */
export interface Answer {
  readonly id: number;
  readonly result?: ArrayBuffer | File | undefined;
  readonly error?: { readonly name: string; readonly message: string };
}
