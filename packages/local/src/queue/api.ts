import { AwsError } from "../router/error.ts";
import { type Actions, type Input, integer, optionalText, text } from "../router/input.ts";
import { inBatch } from "./batch.ts";
import { type Attributes, attributesMd5, md5 } from "./message.ts";
import type { Entry, QueueSpec, Queues } from "./service.ts";
import type { Message } from "./store.ts";

const LONGEST_DELAY = 900;
const LONGEST_VISIBILITY = 12 * 60 * 60;
const LONGEST_WAIT = 20;
const MOST_AT_ONCE = 10;

/** The calls of `AmazonSQS` that this host answers: its queues come from the graph, not from calls. */
export function queueActions(queues: Queues, place: { url: string; accountId: string }) {
  const urlOf = ({ name }: QueueSpec) => `${place.url}/${place.accountId}/${name}`;
  const queueOf = (input: Input) => queues.find(text(input, "QueueUrl"));

  async function send(queue: QueueSpec, input: Input) {
    const { body, attributes, delaySeconds } = entryOf(input);
    const [MessageId] = await queues.send(queue.name, [{ body, attributes, delaySeconds }]);
    return { MessageId, MD5OfMessageBody: md5(body), MD5OfMessageAttributes: attributesMd5(attributes) };
  }

  async function hide(queue: QueueSpec, input: Input): Promise<object> {
    const seconds = integer(input, "VisibilityTimeout", { least: 0, most: LONGEST_VISIBILITY });
    if (seconds === undefined) throw new AwsError("MissingParameter", "VisibilityTimeout is missing");
    if (await queues.hide(queue.name, text(input, "ReceiptHandle"), seconds)) return {};
    throw new AwsError("MessageNotInflight", "The message referred to is not in flight.");
  }

  const remove = async (queue: QueueSpec, input: Input): Promise<object> => {
    await queues.store.remove(queue.name, [text(input, "ReceiptHandle")]);
    return {};
  };

  return {
    SendMessage: (input: Input) => send(queueOf(input), input),
    SendMessageBatch(input: Input) {
      const queue = queueOf(input);
      return inBatch(input, (entry) => send(queue, entry), queue.mostBytes);
    },

    async ReceiveMessage(input: Input) {
      const queue = queueOf(input);
      const messages = await queues.receive(queue.name, {
        most: integer(input, "MaxNumberOfMessages", { least: 1, most: MOST_AT_ONCE }) ?? 1,
        visibilitySeconds: integer(input, "VisibilityTimeout", { least: 0, most: LONGEST_VISIBILITY }),
        waitSeconds: integer(input, "WaitTimeSeconds", { least: 0, most: LONGEST_WAIT }),
      });
      const wanted = [...namesAt(input, "AttributeNames"), ...namesAt(input, "MessageSystemAttributeNames")];
      const named = namesAt(input, "MessageAttributeNames");
      // The answer has no list when there is nothing in it, as AWS's has not.
      return messages.length === 0
        ? {}
        : { Messages: messages.map((message) => received(queues, message, wanted, named)) };
    },

    DeleteMessage: (input: Input) => remove(queueOf(input), input),
    DeleteMessageBatch(input: Input) {
      const queue = queueOf(input);
      return inBatch(input, (entry) => remove(queue, entry));
    },
    ChangeMessageVisibility: (input: Input) => hide(queueOf(input), input),
    ChangeMessageVisibilityBatch(input: Input) {
      const queue = queueOf(input);
      return inBatch(input, (entry) => hide(queue, entry));
    },

    async PurgeQueue(input: Input) {
      await queues.store.purge(queueOf(input).name);
      return {};
    },

    async GetQueueUrl(input: Input) {
      return { QueueUrl: urlOf(queues.find(text(input, "QueueName"))) };
    },

    async ListQueues(input: Input) {
      const prefix = optionalText(input, "QueueNamePrefix") ?? "";
      const shown = queues.all().filter(({ name }) => name.startsWith(prefix));
      return { QueueUrls: shown.map(urlOf) };
    },

    async GetQueueAttributes(input: Input) {
      const queue = queueOf(input);
      const { visible, hidden, delayed } = await queues.store.count(queue.name, queues.clock.now());
      const all: Record<string, string> = {
        QueueArn: queue.arn,
        ApproximateNumberOfMessages: String(visible),
        ApproximateNumberOfMessagesNotVisible: String(hidden),
        ApproximateNumberOfMessagesDelayed: String(delayed),
        VisibilityTimeout: String(queue.visibilitySeconds),
        DelaySeconds: String(queue.delaySeconds),
        MessageRetentionPeriod: String(queue.retentionSeconds),
        ReceiveMessageWaitTimeSeconds: String(queue.waitSeconds),
        MaximumMessageSize: String(queue.mostBytes),
        ...(queue.deadLetters && {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: queue.deadLetters.arn,
            maxReceiveCount: queue.deadLetters.mostReceives,
          }),
        }),
      };
      const wanted = namesAt(input, "AttributeNames");
      const shown = Object.entries(all).filter(([name]) => wanted.includes("All") || wanted.includes(name));
      return { Attributes: Object.fromEntries(shown) };
    },

    /** Done when it is answered, where AWS takes its time. */
    async StartMessageMoveTask(input: Input) {
      const source = queues.find(text(input, "SourceArn"));
      await queues.revive(source.name, optionalText(input, "DestinationArn"));
      return { TaskHandle: Buffer.from(source.arn).toString("base64") };
    },
  } satisfies Actions;
}

function entryOf(input: Input): Entry & { attributes: Attributes } {
  for (const field of ["MessageGroupId", "MessageDeduplicationId", "MessageSystemAttributes"]) {
    if (input[field] !== undefined) throw new AwsError("NotImplemented", `SendMessage with ${field}`, 501);
  }
  return {
    body: text(input, "MessageBody"),
    attributes: (input.MessageAttributes ?? {}) as Attributes,
    delaySeconds: integer(input, "DelaySeconds", { least: 0, most: LONGEST_DELAY }),
  };
}

function received(queues: Queues, message: Message, wanted: string[], named: string[]) {
  const system: Record<string, string> = {
    SenderId: "local",
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receives),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    ...(message.origin !== null && { DeadLetterQueueSourceArn: queues.find(message.origin).arn }),
  };
  const systemShown = Object.entries(system).filter(([name]) => wanted.includes("All") || wanted.includes(name));
  const attributes = Object.fromEntries(
    Object.entries(message.attributes).filter(([name]) => named.some((pattern) => matches(pattern, name))),
  );
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(systemShown.length > 0 && { Attributes: Object.fromEntries(systemShown) }),
    ...(Object.keys(attributes).length > 0 && {
      MessageAttributes: attributes,
      MD5OfMessageAttributes: attributesMd5(attributes),
    }),
  };
}

/** `All`, a name, or the beginning of names before `.*`. */
const matches = (pattern: string, name: string): boolean =>
  pattern === "All" || pattern === name || (pattern.endsWith(".*") && name.startsWith(pattern.slice(0, -2)));

const namesAt = (input: Input, field: string): string[] => {
  const value = input[field];
  return Array.isArray(value) ? value.map(String) : [];
};
