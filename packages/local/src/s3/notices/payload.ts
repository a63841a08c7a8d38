import type { Call } from "../call.ts";
import type { Happening, NoticeRule } from "./rule.ts";

type Context = { rule: NoticeRule; bucket: string; region: string; call: Call; sequencer: string; at: Date };

/** What functions and queues are given. */
export function recordsOf(happening: Happening, { rule, bucket, region, call, sequencer, at }: Context) {
  const { name, key, size, etag } = happening;
  return {
    Records: [
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: region,
        eventTime: at.toISOString(),
        eventName: name,
        userIdentity: { principalId: "local" },
        requestParameters: { sourceIPAddress: addressOf(call) },
        responseElements: { "x-amz-request-id": call.id, "x-amz-id-2": "atrium" },
        s3: {
          s3SchemaVersion: "1.0",
          configurationId: rule.id,
          bucket: { name: bucket, ownerIdentity: { principalId: "local" }, arn: `arn:aws:s3:::${bucket}` },
          // The key is encoded as a form's field, as S3 does it.
          object: { key: new URLSearchParams({ key }).toString().slice("key=".length), size, eTag: etag, sequencer },
        },
      },
    ],
  };
}

const REASONS: Record<Happening["name"], string> = {
  "ObjectCreated:Put": "PutObject",
  "ObjectCreated:Copy": "CopyObject",
  "ObjectCreated:CompleteMultipartUpload": "CompleteMultipartUpload",
  "ObjectRemoved:Delete": "DeleteObject",
};

/** What the default event bus is given. */
export const eventOf = ({ name, key, size, etag }: Happening, { bucket, call, sequencer }: Context) => ({
  detailType: name.startsWith("ObjectCreated") ? "Object Created" : "Object Deleted",
  resources: [`arn:aws:s3:::${bucket}`],
  detail: {
    version: "0",
    bucket: { name: bucket },
    object: { key, size, etag, sequencer },
    "request-id": call.id,
    requester: "local",
    "source-ip-address": addressOf(call),
    reason: REASONS[name],
  },
});

const addressOf = (call: Call): string => call.request.socket?.remoteAddress ?? "127.0.0.1";
