import type { Readable } from "node:stream";

export type Answer = { status: number; headers: Record<string, string>; cookies: string[]; body: Buffer | Readable };

export const problem = (status: number, message: string): Answer => ({
  status,
  headers: { "content-type": "application/json" },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message })),
});

type Result = {
  statusCode?: number;
  headers?: Record<string, unknown>;
  cookies?: string[];
  body?: unknown;
  isBase64Encoded?: boolean;
};

/** What a function returned as an HTTP answer, by the rules of payload format 2.0; undefined when it breaks them. */
export function fromResult(payload: Buffer): Answer | undefined {
  const result: unknown = JSON.parse(payload.toString("utf8"));
  if (!isResult(result)) {
    // Format 2.0: a value without a status is the body of a 200.
    const text = typeof result === "string" ? result : JSON.stringify(result);
    return { status: 200, headers: { "content-type": "application/json" }, cookies: [], body: Buffer.from(text) };
  }
  const { statusCode, body = "", isBase64Encoded } = result;
  if (!isStatus(statusCode) || typeof body !== "string") return undefined;
  return { ...headOf(result, statusCode), body: Buffer.from(body, isBase64Encoded ? "base64" : "utf8") };
}

/** The head that a streaming function sent ahead of its body. */
export function fromPrelude(text: string): Omit<Answer, "body"> | undefined {
  const head = JSON.parse(text) as Result;
  const status = head.statusCode ?? 200;
  return isStatus(status) ? headOf(head, status) : undefined;
}

function headOf({ headers = {}, cookies = [] }: Result, status: number): Omit<Answer, "body"> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (value !== undefined && value !== null && !DROPPED.has(lower)) kept[lower] = String(value);
  }
  kept["content-type"] ??= "application/json";
  return { status, headers: kept, cookies };
}

/** Of the connection between the function and the front door, not of ours. */
const DROPPED = new Set(["connection", "content-length", "transfer-encoding", "keep-alive"]);

const isResult = (value: unknown): value is Result =>
  typeof value === "object" && value !== null && "statusCode" in value;
const isStatus = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 200 && value <= 599;
