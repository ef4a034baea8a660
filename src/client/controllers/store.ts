import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Store } from "../store.ts";

/** Renders its host on every change of a store, which may be given later, or replaced. */
export class StoreController<T extends object> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => Store<T> | undefined;
  #followed: Store<T> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, source: () => Store<T> | undefined) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  get value(): T | undefined {
    return this.#source()?.value;
  }

  hostConnected(): void {
    this.#follow(this.#source());
  }

  hostUpdate(): void {
    this.#follow(this.#source());
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(store: Store<T> | undefined): void {
    if (store === this.#followed) return;
    this.#unsubscribe?.();
    this.#followed = store;
    this.#unsubscribe = store?.subscribe(() => this.#host.requestUpdate());
  }
}
