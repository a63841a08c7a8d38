import { AwsError } from "./error.ts";

/** Parsed JSON body of a call. */
export type Input = Record<string, unknown>;

/** A verb of a service. */
export type Action = (input: Input) => Promise<object>;
export type Actions = Record<string, Action>;

const invalid = (message: string) => new AwsError("ValidationException", message);

export function optionalText(input: Input, field: string): string | undefined {
  const value = input[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw invalid(`${field} must be a string`);
}

export function text(input: Input, field: string): string {
  const value = optionalText(input, field);
  if (value) return value;
  throw invalid(
    `1 validation error detected: Value at '${field}' failed to satisfy constraint: Member must not be null`,
  );
}

/** The page asked for by maxResults and nextToken, which is an offset in disguise. */
export function page(input: Input, { size, largest }: { size: number; largest: number }) {
  const asked = input.maxResults ?? input.MaxResults;
  const limit = typeof asked === "number" && asked > 0 ? Math.min(asked, largest) : size;
  const token = optionalText(input, "nextToken") ?? optionalText(input, "NextToken");
  const offset = token === undefined ? 0 : Number(Buffer.from(token, "base64url").toString("utf8"));
  if (!Number.isSafeInteger(offset) || offset < 0) throw new AwsError("InvalidToken", "Invalid nextToken");
  return { limit, offset, next: Buffer.from(String(offset + limit)).toString("base64url") };
}

/** A whole number within bounds; SQS's old clients send it as text. */
export function integer(input: Input, field: string, { least, most }: { least: number; most: number }) {
  const value = input[field];
  if (value === undefined || value === null) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new AwsError(
    "InvalidParameterValue",
    `Value ${value} for parameter ${field} must be between ${least} and ${most}`,
  );
}
