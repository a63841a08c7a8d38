/** Whom a bucket tells of what happens in it. `target` is an ARN, or `eventbridge`. */
export type NoticeRule = { id: string; target: string; events: string[]; prefix?: string; suffix?: string };

export type Happening = {
  /** As in the notification: `ObjectCreated:Put`. */
  name: "ObjectCreated:Put" | "ObjectCreated:Copy" | "ObjectCreated:CompleteMultipartUpload" | "ObjectRemoved:Delete";
  key: string;
  size?: number;
  etag?: string;
};

/** `s3:ObjectCreated:*` is all of them. */
export const applies = ({ events, prefix = "", suffix = "" }: NoticeRule, { name, key }: Happening): boolean =>
  key.startsWith(prefix) &&
  key.endsWith(suffix) &&
  events.some(
    (event) => event === `s3:${name}` || (event.endsWith("*") && `s3:${name}`.startsWith(event.slice(0, -1))),
  );
