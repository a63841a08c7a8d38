import * as Config from "../config/index.ts";

const TIMEOUT_MS = 3_000;
/** SQS holds nothing back for longer. */
const LONGEST_DELAY_SECONDS = 900;

/** Wakes the relay. A poke may be lost: the sweeper pokes again for whatever is due. */
export async function poke(delaySeconds = 0): Promise<void> {
  const queueURL = Config.relayQueueURL();
  if (queueURL === undefined) return;
  const { client, SendMessageCommand } = await import("./sdk.ts");
  const DelaySeconds = Math.min(LONGEST_DELAY_SECONDS, delaySeconds);
  await client.send(new SendMessageCommand({ QueueUrl: queueURL, MessageBody: "{}", DelaySeconds }), {
    abortSignal: AbortSignal.timeout(TIMEOUT_MS),
  });
}
