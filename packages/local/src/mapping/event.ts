import { type Attributes, attributesMd5, md5 } from "../queue/message.ts";
import type { Message } from "../queue/store.ts";

/** A message as a function sees it. */
export const recordOf = (message: Message, queueArn: string) => ({
  messageId: message.id,
  receiptHandle: message.receipt,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: "local",
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  },
  messageAttributes: Object.fromEntries(
    Object.entries(message.attributes).map(([name, value]) => [name, lower(value)]),
  ),
  ...(attributesMd5(message.attributes) && { md5OfMessageAttributes: attributesMd5(message.attributes) }),
  md5OfBody: md5(message.body),
  eventSource: "aws:sqs",
  eventSourceARN: queueArn,
  awsRegion: queueArn.split(":")[3],
});

const lower = ({ StringValue, BinaryValue, DataType }: Attributes[string]) => ({
  ...(StringValue !== undefined && { stringValue: StringValue }),
  ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
  dataType: DataType,
});

/** What a filter of a mapping looks at: a body that is JSON is taken apart. */
export function filterable(record: ReturnType<typeof recordOf>): unknown {
  try {
    return { ...record, body: JSON.parse(record.body) };
  } catch {
    return record;
  }
}

/**
 * Ids of the messages that a function did not manage, by its answer; all of them when the answer names one it was not
 * given, as Lambda takes it.
 */
export function failuresIn(answer: unknown, given: string[]): string[] {
  const { batchItemFailures } = (answer ?? {}) as { batchItemFailures?: { itemIdentifier?: unknown }[] | null };
  if (batchItemFailures === undefined || batchItemFailures === null) return [];
  const named = Array.isArray(batchItemFailures) ? batchItemFailures.map((failure) => failure?.itemIdentifier) : [null];
  return named.every((id): id is string => typeof id === "string" && given.includes(id)) ? named : given;
}
