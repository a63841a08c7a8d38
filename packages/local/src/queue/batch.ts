import { AwsError } from "../router/error.ts";
import { type Input, text } from "../router/input.ts";

const MOST_ENTRIES = 10;

/** Runs every entry of a batch for itself: some may succeed and others fail, and the answer names each. */
export async function inBatch(input: Input, run: (entry: Input) => Promise<object>, mostBytes?: number) {
  const entries = Array.isArray(input.Entries) ? (input.Entries as Input[]) : [];
  if (entries.length === 0)
    throw new AwsError("EmptyBatchRequest", "There should be at least one entry in the request.");
  if (entries.length > MOST_ENTRIES) {
    throw new AwsError("TooManyEntriesInBatchRequest", `Maximum number of entries per request are ${MOST_ENTRIES}.`);
  }
  const ids = entries.map((entry) => text(entry, "Id"));
  if (new Set(ids).size < ids.length) throw new AwsError("BatchEntryIdsNotDistinct", "Two entries have the same Id.");
  const bytes = entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(String(MessageBody ?? "")), 0);
  if (mostBytes !== undefined && bytes > mostBytes) {
    throw new AwsError("BatchRequestTooLong", `Batch requests cannot be longer than ${mostBytes} bytes.`);
  }
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const [index, entry] of entries.entries()) {
    const Id = ids[index];
    try {
      Successful.push({ Id, ...(await run(entry)) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      Failed.push({ Id, Code: error.code, Message: error.message, SenderFault: error.status < 500 });
    }
  }
  return { Successful, Failed };
}
