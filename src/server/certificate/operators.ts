/** The operator's certificate: never touched, and read anew when its files change. */
import { statSync } from "node:fs";
import type { Pair } from "./authority.ts";
import type { CertificateOptions, Certificates } from "./certificates.ts";
import { loadCertificate } from "./load.ts";

export class Operators implements Certificates {
  readonly authority = undefined;
  readonly #options: CertificateOptions;
  #loaded: ReturnType<typeof loadCertificate> | undefined;
  #seen = "";

  constructor(options: CertificateOptions) {
    this.#options = options;
  }

  get pair(): Pair {
    if (!this.#loaded) throw new Error("no certificate has been loaded");
    return this.#loaded;
  }

  get warning(): string | undefined {
    return this.#loaded?.warning;
  }

  refresh(): Promise<boolean> {
    const { keyPath, certPath, now } = this.#options;
    const seen = [keyPath, certPath].map(stamp).join();
    if (seen === this.#seen) return Promise.resolve(false);
    // Also if it fails: what has not changed need not be read again.
    this.#seen = seen;
    return new Promise((resolve) => {
      const before = this.#loaded?.cert;
      this.#loaded = loadCertificate({ keyPath, certPath, now: now() });
      resolve(before !== this.#loaded.cert);
    });
  }
}

/** Changes whenever a file does. */
function stamp(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return [mtimeMs, size, ino].join(" ");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? ""; // In words, it is told when the file is read.
  }
}
