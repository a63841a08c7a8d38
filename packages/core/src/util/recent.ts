type Options<V> = {
  /** So many values; beyond that the one asked for longest ago goes. */
  kept: number;
  /** What is to be done with one that goes. Whoever still uses it has to be able to finish. */
  close?: (value: V) => void;
};

/** What was made for the keys asked for last. What failed is made again the next time. */
export class Recent<V> {
  readonly #values = new Map<string, Promise<V>>();
  readonly #options: Options<V>;

  constructor(options: Options<V>) {
    this.#options = options;
  }

  get(key: string, make: () => Promise<V>): Promise<V> {
    const known = this.#values.get(key);
    this.#values.delete(key);
    const value = known ?? make();
    this.#values.set(key, value);
    if (!known) value.catch(() => this.#values.get(key) === value && this.#values.delete(key));
    if (this.#values.size > this.#options.kept) this.#forgetOldest();
    return value;
  }

  #forgetOldest(): void {
    const [oldest] = this.#values.entries();
    if (!oldest) return;
    const [key, value] = oldest;
    this.#values.delete(key);
    value.then(this.#options.close, () => undefined); // it was never there
  }
}
