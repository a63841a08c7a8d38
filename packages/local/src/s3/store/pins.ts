/** Keeps what a reader is reading: removal of a pinned thing waits for the last reader to let go. */
export class Pins {
  readonly #held = new Map<string, { readers: number; remove?: () => Promise<void> }>();

  pin(id: string): void {
    const held = this.#held.get(id) ?? { readers: 0 };
    held.readers += 1;
    this.#held.set(id, held);
  }

  async unpin(id: string): Promise<void> {
    const held = this.#held.get(id);
    if (!held || --held.readers > 0) return;
    this.#held.delete(id);
    await held.remove?.();
  }

  /** Removes now, or when the last reader unpins. */
  async retire(id: string, remove: () => Promise<void>): Promise<void> {
    const held = this.#held.get(id);
    if (held) held.remove = remove;
    else await remove();
  }
}
