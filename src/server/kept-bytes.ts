/** What was made and may be asked for again, by key, while there is room: the least recently asked for goes first. */

export class KeptBytes<Made extends { readonly body: Uint8Array }> {
  readonly #room: number;
  readonly #kept = new Map<string, Made>();
  #bytes = 0;

  /** @param room bytes that are kept at most; nothing that takes more than a quarter of them is */
  constructor(room: number) {
    this.#room = room;
  }

  get(key: string): Made | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  put(key: string, made: Made): void {
    if (made.body.length > this.#room / 4) return;
    this.#bytes += made.body.length - (this.#kept.get(key)?.body.length ?? 0);
    this.#kept.delete(key);
    this.#kept.set(key, made);
    for (const [oldest, { body }] of this.#kept) {
      if (this.#bytes <= this.#room) break;
      this.#kept.delete(oldest);
      this.#bytes -= body.length;
    }
  }
}
