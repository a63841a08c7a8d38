import { createHash } from "node:crypto";
import { AwsError } from "../router/error.ts";

/** As the SDK sends and wants it; binary values are base64. */
export type Attribute = { DataType: string; StringValue?: string; BinaryValue?: string };
export type Attributes = Record<string, Attribute>;

const MOST_ATTRIBUTES = 10;
/** What XML 1.0 allows; anything else is refused by SQS too. */
const TEXT = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]+$/u;

const invalid = (message: string) => new AwsError("InvalidParameterValue", message);

/** Checks what is to be sent; gives its size as SQS counts it. */
export function sizeOf(body: string, attributes: Attributes): number {
  if (!TEXT.test(body))
    throw new AwsError("InvalidMessageContents", "The message contains characters outside the set.");
  const entries = Object.entries(attributes);
  if (entries.length > MOST_ATTRIBUTES)
    throw invalid(`Number of message attributes exceeds the limit ${MOST_ATTRIBUTES}`);
  return entries.reduce((sum, [name, attribute]) => sum + attributeBytes(name, attribute), Buffer.byteLength(body));
}

function attributeBytes(name: string, { DataType, StringValue, BinaryValue }: Attribute): number {
  const known = /^(String|Number|Binary)(\.[\w.-]+)?$/.test(DataType);
  const value = DataType.startsWith("Binary") ? BinaryValue : StringValue;
  if (!known || !value) throw invalid(`The message attribute '${name}' must contain a valid type and a value.`);
  return Buffer.byteLength(name) + Buffer.byteLength(DataType) + bytesOf({ StringValue, BinaryValue }).length;
}

const bytesOf = ({ StringValue, BinaryValue }: Pick<Attribute, "StringValue" | "BinaryValue">): Buffer =>
  BinaryValue === undefined ? Buffer.from(StringValue ?? "") : Buffer.from(BinaryValue, "base64");

export const md5 = (data: string | Buffer): string => createHash("md5").update(data).digest("hex");

/** SQS's digest of attributes, which clients compare: every piece behind its length, in the order of the names. */
export function attributesMd5(attributes: Attributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const pieces = names.flatMap((name) => {
    const { DataType, ...value } = attributes[name] as Attribute;
    const kind = DataType.startsWith("Binary") ? 2 : 1;
    return [sized(Buffer.from(name)), sized(Buffer.from(DataType)), Buffer.from([kind]), sized(bytesOf(value))];
  });
  return md5(Buffer.concat(pieces));
}

function sized(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
