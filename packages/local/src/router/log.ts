export type LogFields = Record<string, unknown>;

/** Where the parts of this endpoint say what they could not tell a caller. */
export type Log = (level: "warn" | "error", message: string, fields: LogFields) => void;

/** One JSON object a line on standard error. */
export const logToStderr: Log = (level, message, fields) => {
  const line = { at: new Date().toISOString(), level, message, ...fields };
  process.stderr.write(`${JSON.stringify(line, (_, value) => (value instanceof Error ? describe(value) : value))}\n`);
};

const describe = ({ name, message, stack, cause }: Error) => ({
  name,
  message,
  stack,
  ...(cause !== undefined && { cause }),
});
