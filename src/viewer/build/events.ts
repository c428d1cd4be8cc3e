/** Build time: stands for the package events in the page; the part of Node's EventEmitter that sigma and graphology use. */

type Listener = (...values: unknown[]) => void;

export class EventEmitter {
  #listeners = new Map<string | symbol, Listener[]>();

  on(name: string | symbol, listener: Listener): this {
    this.#listeners.set(name, [...this.listeners(name), listener]);
    return this;
  }

  once(name: string | symbol, listener: Listener): this {
    const first: Listener = (...values) => {
      this.off(name, first);
      listener(...values);
    };
    return this.on(name, first);
  }

  off(name: string | symbol, listener: Listener): this {
    const left = this.listeners(name).filter((known) => known !== listener);
    this.#listeners.set(name, left);
    return this;
  }

  addListener(name: string | symbol, listener: Listener): this {
    return this.on(name, listener);
  }

  removeListener(name: string | symbol, listener: Listener): this {
    return this.off(name, listener);
  }

  /** Listeners are called on the list as it stood when the event came. */
  emit(name: string | symbol, ...values: unknown[]): boolean {
    const called = this.listeners(name);
    for (const listener of called) listener.apply(this, values);
    return called.length > 0;
  }

  listeners(name: string | symbol): readonly Listener[] {
    return this.#listeners.get(name) ?? [];
  }

  listenerCount(name: string | symbol): number {
    return this.listeners(name).length;
  }

  removeAllListeners(name?: string | symbol): this {
    if (name === undefined) this.#listeners.clear();
    else this.#listeners.delete(name);
    return this;
  }

  setMaxListeners(): this {
    return this;
  }
}
