import type { Call } from "./call.ts";

/** Query parameters that make another operation of a method, with the noun AWS names it by. */
const subresources: Record<string, string> = {
  accelerate: "AccelerateConfiguration",
  acl: "Acl",
  analytics: "AnalyticsConfiguration",
  cors: "Cors",
  encryption: "Encryption",
  "intelligent-tiering": "IntelligentTieringConfiguration",
  inventory: "InventoryConfiguration",
  "legal-hold": "LegalHold",
  lifecycle: "LifecycleConfiguration",
  location: "Location",
  logging: "Logging",
  metadataConfiguration: "MetadataConfiguration",
  metadataTable: "MetadataTableConfiguration",
  metrics: "MetricsConfiguration",
  notification: "NotificationConfiguration",
  "object-lock": "LockConfiguration",
  ownershipControls: "OwnershipControls",
  policy: "Policy",
  policyStatus: "PolicyStatus",
  publicAccessBlock: "PublicAccessBlock",
  replication: "Replication",
  requestPayment: "RequestPayment",
  retention: "Retention",
  tagging: "Tagging",
  torrent: "Torrent",
  versioning: "Versioning",
  website: "Website",
};

/** Those whose names follow no rule, by method, level and parameter. */
const irregular: Record<string, string> = {
  "GET object attributes": "GetObjectAttributes",
  "GET bucket session": "CreateSession",
  "GET bucket uploads": "ListMultipartUploads",
  "GET bucket versions": "ListObjectVersions",
  "GET object uploadId": "ListParts",
  "PUT object uploadId": "UploadPart",
  "PUT object renameObject": "RenameObject",
  "POST bucket delete": "DeleteObjects",
  "POST object uploads": "CreateMultipartUpload",
  "POST object uploadId": "CompleteMultipartUpload",
  "POST object restore": "RestoreObject",
  "POST object select": "SelectObjectContent",
  "DELETE object uploadId": "AbortMultipartUpload",
};

const plain: Record<string, string> = {
  "GET service": "ListBuckets",
  "GET bucket": "ListObjects",
  "HEAD bucket": "HeadBucket",
  "PUT bucket": "CreateBucket",
  "DELETE bucket": "DeleteBucket",
  "POST bucket": "PostObject",
  "GET object": "GetObject",
  "HEAD object": "HeadObject",
  "PUT object": "PutObject",
  "DELETE object": "DeleteObject",
};

const verbs: Record<string, string> = { GET: "Get", PUT: "Put", DELETE: "Delete", POST: "Post", HEAD: "Head" };

const irregularNames = new Set(Object.keys(irregular).map((route) => route.slice(route.lastIndexOf(" ") + 1)));

export const subresource = ({ query }: Call): string | undefined =>
  query.pairs.map(([name]) => name).find((name) => Object.hasOwn(subresources, name) || irregularNames.has(name));

/** AWS's name of what a request asks for, whether or not it is served here. */
export function operationName(call: Call): string {
  const { method, query, headers } = call;
  const level = call.key !== undefined ? "object" : call.bucket !== undefined ? "bucket" : "service";
  const name = baseName(method, level, subresource(call));
  if (name === "ListObjects" && query.get("list-type") === "2") return "ListObjectsV2";
  const copies = headers.get("x-amz-copy-source") !== undefined;
  if (name === "PutObject" && copies) return "CopyObject";
  if (name === "UploadPart" && copies) return "UploadPartCopy";
  return name;
}

function baseName(method: string, level: "service" | "bucket" | "object", sub: string | undefined): string {
  if (sub === undefined) return plain[`${method} ${level}`] ?? `${method} ${level}`;
  const known = irregular[`${method} ${level} ${sub}`];
  if (known) return known;
  return `${verbs[method] ?? method}${level === "object" ? "Object" : "Bucket"}${subresources[sub] ?? sub}`;
}
