/** The page's end of the worker that keeps files: a question, and its answer. */
import type { Answer, Job, Request } from "./keeping-jobs.ts";

interface Asked {
  resolve(result: Answer["result"]): void;
  reject(error: Error): void;
}

export class Clerk {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #last = 0;
  /** Why it answers no more. */
  #ended: DOMException | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#answered(data);
    // It could not be loaded, or has broken down.
    worker.onerror = () => this.#end(new DOMException("the worker that keeps files has failed", "InvalidStateError"));
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** Rejects with what went wrong, under the name that the browser gives it. */
  ask(job: Job, transfer: Transferable[] = []): Promise<Answer["result"]> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#worker.postMessage({ id, job } satisfies Request, transfer);
    });
  }

  /** Let it clear up and end. What is still asked is answered no more, but rejects. */
  dismiss(): void {
    if (!this.#ended) this.#worker.postMessage({ id: 0, job: { do: "close", file: 0 } } satisfies Request, []);
    this.#end(new DOMException("nothing is kept any more", "AbortError"));
  }

  #answered({ id, result, error }: Answer): void {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (error) asked?.reject(new DOMException(error.message, error.name));
    else asked?.resolve(result);
  }

  #end(why: DOMException): void {
    this.#ended = why;
    for (const { reject } of this.#asked.values()) reject(why);
    this.#asked.clear();
  }
}
