/** The values asked for last, so many of them. One whose making failed is not kept. */
export class Recent<T extends Promise<unknown>> {
  readonly #values = new Map<string, T>();
  readonly #kept: number;

  constructor(kept: number) {
    this.#kept = kept;
  }

  get(key: string, make: () => T): T {
    const known = this.#values.get(key);
    this.#values.delete(key);
    const value = known ?? make();
    this.#values.set(key, value);
    if (!known) value.catch(() => this.#values.get(key) === value && this.#values.delete(key));
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#kept) break;
      this.#values.delete(oldest);
    }
    return value;
  }
}
