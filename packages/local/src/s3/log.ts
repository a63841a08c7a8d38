type Fields = Record<string, unknown>;

/** JSON lines on standard error: standard output carries the one line the parent waits for. */
function write(level: "info" | "error", message: string, fields: Fields): void {
  const line = { at: new Date().toISOString(), level, message, ...fields };
  process.stderr.write(`${JSON.stringify(line, (_, value) => (value instanceof Error ? describe(value) : value))}\n`);
}

const describe = ({ name, message, stack, cause }: Error): Fields => ({ name, message, stack, cause });

export const log = {
  info: (message: string, fields: Fields = {}) => write("info", message, fields),
  error: (message: string, fields: Fields = {}) => write("error", message, fields),
};
