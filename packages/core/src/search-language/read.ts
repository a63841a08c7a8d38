export type Reader = ReturnType<typeof read>;

/** Reads a text from left to right, over the white space between pieces. */
export function read(text: string) {
  let position = 0;
  const skip = () => {
    while (/\s/.test(text[position] ?? "")) position++;
  };
  const look = (pattern: RegExp): RegExpExecArray | null => {
    skip();
    pattern.lastIndex = position;
    return pattern.exec(text);
  };

  const reader = {
    /** Of brackets. */
    depth: 0,
    /** Where the next piece begins, or where the last one ended when white space follows. */
    at: () => position,
    back: (to: number) => {
      position = to;
    },
    done: () => {
      skip();
      return position >= text.length;
    },
    sees: (pattern: RegExp) => look(pattern) !== null,
    take(pattern: RegExp): RegExpExecArray | null {
      const found = look(pattern);
      if (found) position += found[0].length;
      return found;
    },
    /** Text in quotes, in which a backslash keeps a quote; without its end it goes on to the end. */
    string(): string | undefined {
      const found = reader.take(/"((?:[^"\\]|\\.)*)(?:"|\\?$)/sy);
      return found?.[1]?.replace(/\\(["\\])/g, "$1");
    },
    /** `(a, "b c")` */
    list(): string[] | undefined {
      if (!reader.take(/\(/y)) return undefined;
      const values: string[] = [];
      while (!reader.done() && !reader.take(/\)/y)) {
        const value = reader.string() ?? reader.take(/[^,()"]+/y)?.[0].trimEnd();
        if (value !== undefined) values.push(value);
        else if (!reader.take(/,/y)) break;
      }
      return values;
    },
  };
  return reader;
}
