/** Request headers by lower-case name, as the signature sees them: repeated ones joined by a comma, in order. */
export class RequestHeaders {
  readonly #sent = new Map<string, string>();
  readonly #hoisted = new Map<string, string>();

  constructor(raw: readonly string[], query: readonly (readonly [string, string])[] = []) {
    for (let at = 0; at + 1 < raw.length; at += 2) {
      const name = String(raw[at]).toLowerCase();
      const before = this.#sent.get(name);
      this.#sent.set(name, before === undefined ? String(raw[at + 1]) : `${before},${raw[at + 1]}`);
    }
    // Presigners move x-amz-* headers into the query string, where they count as if they had been sent.
    if (!query.some(([name]) => name === "X-Amz-Signature")) return;
    for (const [name, value] of query)
      if (name.toLowerCase().startsWith("x-amz-")) this.#hoisted.set(name.toLowerCase(), value);
  }

  /** What a header means to an operation: as sent, else as presigned. */
  get(name: string): string | undefined {
    return this.#sent.get(name) ?? this.#hoisted.get(name);
  }

  /** Only what came over the wire as a header. */
  sent(name: string): string | undefined {
    return this.#sent.get(name);
  }

  sentNames(): string[] {
    return [...this.#sent.keys()];
  }

  entries(): [string, string][] {
    return [...new Map([...this.#hoisted, ...this.#sent])];
  }
}
