import type { Inputs } from "../graph/resources.ts";
import { EVENT_BRIDGE } from "../s3/notices/outbox.ts";
import type { NoticeRule } from "../s3/notices/rule.ts";

type Notification = Inputs["aws:s3/bucketNotification:BucketNotification"];

/** Whom a bucket of the program tells of what happens in it. */
export function noticeRules({ bucket, lambdaFunctions = [], queues = [], topics = [], eventbridge }: Notification) {
  if (topics.length > 0) throw new Error(`The bucket ${bucket} notifies a topic, which is not hosted here`);
  const targets = [
    ...lambdaFunctions.map(({ lambdaFunctionArn: target, ...rule }) => ({ ...rule, target })),
    ...queues.map(({ queueArn: target, ...rule }) => ({ ...rule, target })),
  ];
  const rules = targets.map(
    ({ id, target, events, filterPrefix, filterSuffix }, index): NoticeRule => ({
      ...{ id: id ?? `rule-${index}`, target, events },
      prefix: filterPrefix,
      suffix: filterSuffix,
    }),
  );
  const all: NoticeRule = { id: EVENT_BRIDGE, target: EVENT_BRIDGE, events: ["s3:Object*"] };
  return eventbridge ? [...rules, all] : rules;
}
