import type { Call } from "./call.ts";
import type { BucketContext, ObjectContext, ServiceContext } from "./context.ts";
import { S3Error } from "./errors.ts";
import { operationName, subresource } from "./operation-name.ts";
import { abortMultipartUpload } from "./operations/abort-multipart-upload.ts";
import { createBucket, getBucketLocation, headBucket, listBuckets } from "./operations/bucket.ts";
import { completeMultipartUpload } from "./operations/complete-multipart-upload.ts";
import { copyObject } from "./operations/copy-object.ts";
import { createMultipartUpload } from "./operations/create-multipart-upload.ts";
import { deleteObject, deleteObjects } from "./operations/delete-objects.ts";
import { getObject } from "./operations/get-object.ts";
import { getObjectAttributes } from "./operations/get-object-attributes.ts";
import { listMultipartUploads } from "./operations/list-multipart-uploads.ts";
import { listObjects, listObjectsV2 } from "./operations/list-objects.ts";
import { listParts } from "./operations/list-parts.ts";
import { putObject } from "./operations/put-object.ts";
import { uploadPart, uploadPartCopy } from "./operations/upload-part.ts";

type Run<C> = (context: C) => void | Promise<void>;

export type Operation =
  | { level: "service"; run: Run<ServiceContext> }
  | { level: "bucket"; run: Run<BucketContext> }
  | { level: "object"; run: Run<ObjectContext> };

const service = (run: Run<ServiceContext>): Operation => ({ level: "service", run });
const onBucket = (run: Run<BucketContext>): Operation => ({ level: "bucket", run });
const onObject = (run: Run<ObjectContext>): Operation => ({ level: "object", run });

/** Every operation there is, by the name AWS gives it. */
const operations: Record<string, Operation> = {
  ListBuckets: service(listBuckets),
  CreateBucket: service(createBucket),
  HeadBucket: onBucket(headBucket),
  GetBucketLocation: onBucket(getBucketLocation),
  ListObjects: onBucket(listObjects),
  ListObjectsV2: onBucket(listObjectsV2),
  ListMultipartUploads: onBucket(listMultipartUploads),
  DeleteObjects: onBucket(deleteObjects),
  PutObject: onObject(putObject),
  CopyObject: onObject(copyObject),
  GetObject: onObject(getObject),
  HeadObject: onObject(getObject),
  GetObjectAttributes: onObject(getObjectAttributes),
  DeleteObject: onObject(deleteObject),
  CreateMultipartUpload: onObject(createMultipartUpload),
  UploadPart: onObject(uploadPart),
  UploadPartCopy: onObject(uploadPartCopy),
  ListParts: onObject(listParts),
  CompleteMultipartUpload: onObject(completeMultipartUpload),
  AbortMultipartUpload: onObject(abortMultipartUpload),
};

export function findOperation(call: Call): Operation {
  const name = operationName(call);
  const operation = operations[name];
  if (!operation)
    throw new S3Error("NotImplemented", `The operation ${name} is not implemented.`, {
      details: {
        Operation: name,
        Method: call.method,
        ...(subresource(call) ? { Subresource: subresource(call) ?? "" } : {}),
      },
    });
  return operation;
}
