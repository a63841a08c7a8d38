import { AppError } from "../error/index.ts";

const WAKING_SECONDS = 5;

/** Constraints a caller can run into, by name; any other violation is our bug. */
const constraints: Record<string, () => AppError> = {
  user_email_unique: () =>
    new AppError("conflict", "user.email_taken", "Somebody already has an account with this address."),
  algorithm_name: () =>
    new AppError("conflict", "algorithm.name_taken", "This project has an algorithm of this name.", {
      fields: [{ path: "/name", message: "Is taken" }],
    }),
  localization_mark: () => annotated(),
  localization_latest: () => annotated(),
  state_mark: () => annotated(),
  state_latest: () => annotated(),
  announcement_ends_after_start: () =>
    new AppError("unprocessable", "announcement.ends_first", "It would be over before it begins.", {
      fields: [{ path: "/until", message: "Lies before the beginning" }],
    }),
};

/** Two at once, or an elemental id that is there already. */
const annotated = () =>
  new AppError(
    "conflict",
    "annotation.taken",
    "Somebody else wrote this annotation first, or one with its elemental id is on the layer. Read it again and repeat the change.",
  );

const wakingStates = new Set(["57P03", "57P01", "57P02", "08000", "08001", "08003", "08004", "08006"]);
const wakingErrnos = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE"]);
const wakingMessages = ["timeout exceeded when trying to connect", "Connection terminated"];

/** Turns what PostgreSQL and its driver throw into the domain's errors; what it does not know it returns untouched. */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const { code, constraint } = error as { code?: string; constraint?: string };
  const known = constraint === undefined ? undefined : constraints[constraint];
  if (known) return known();
  if (code === "53300" || code === "53400") return busy(error);
  if (code === "40001" || code === "40P01" || code === "55P03") return busy(error);
  // A NUL in an id or another short text that nobody validated: PostgreSQL's text has no place for it.
  if (code === "22021" || code === "22P05") {
    return new AppError("input", "input.not_text", "The request contains a character that is no text.", {
      cause: error,
    });
  }
  if (code === "57014")
    return new AppError("unavailable", "database.timeout", "This took too long. Ask for less, or try again.", {
      cause: error,
    });
  if (isWaking(code, error)) return waking(error);
  return error;
}

const isWaking = (code: string | undefined, error: Error): boolean =>
  (code !== undefined && (wakingStates.has(code) || wakingErrnos.has(code))) ||
  wakingMessages.some((message) => error.message.includes(message)) ||
  (error instanceof AggregateError &&
    error.errors.some((one) => wakingErrnos.has((one as { code?: string }).code ?? "")));

const waking = (cause: unknown) =>
  new AppError("unavailable", "database.waking", "The database is waking up. Try again in a few seconds.", {
    cause,
    retryAfterSeconds: WAKING_SECONDS,
  });

const busy = (cause: unknown) =>
  new AppError("limit", "database.busy", "Too many requests at once. Try again in a moment.", {
    cause,
    retryAfterSeconds: 1,
  });
