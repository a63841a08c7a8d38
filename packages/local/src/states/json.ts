/** Any value a state can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Bytes of the value as Step Functions counts them: UTF-8 of its JSON. */
export const bytesOf = (value: Json): number => Buffer.byteLength(JSON.stringify(value));
