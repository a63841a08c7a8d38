import type { Permission } from "./util/lambda.ts";

const ABANDONED_UPLOAD_DAYS = 7;
const FRAME_DAYS = 30;

/** Every byte that Atrium keeps: `files/`, `tables/`, `notebooks/`, `media/`, `frames/`, `runs/`; in `uploads/` what is not taken yet. Its CORS rule is in `web.ts`, which knows the site. */
export const objects = new sst.aws.Bucket("Objects", {
  cors: false,
  transform: { bucket: { forceDestroy: $app.removal === "remove" } },
});

encrypt("ObjectsEncryption", objects.name);

new aws.s3.BucketLifecycleConfiguration("ObjectsLifecycle", {
  bucket: objects.name,
  rules: [
    {
      id: "abandoned-uploads",
      status: "Enabled",
      filter: { prefix: "" },
      abortIncompleteMultipartUpload: { daysAfterInitiation: ABANDONED_UPLOAD_DAYS },
    },
    // Pictures of frames are made again when somebody wants them again.
    { id: "made-again", status: "Enabled", filter: { prefix: "frames/" }, expiration: { days: FRAME_DAYS } },
    // What was taken was copied from there.
    { id: "never-taken", status: "Enabled", filter: { prefix: "uploads/" }, expiration: { days: 1 } },
  ],
});

type Area = "files" | "tables" | "notebooks" | "media" | "frames" | "runs" | "uploads";

/** The right to do some things to some of the objects. */
export const mayObjects = (actions: `s3:${string}`[], ...areas: Area[]): Permission => ({
  actions,
  resources: areas.map((area) => $interpolate`${objects.arn}/${area}/*`),
});

/** Without it S3 answers 403, not 404, to a HEAD of what is not there. */
export const mayListObjects: Permission = { actions: ["s3:ListBucket"], resources: [objects.arn] };

export const READ: `s3:${string}`[] = ["s3:GetObject"];
export const WRITE: `s3:${string}`[] = ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"];
export const REMOVE: `s3:${string}`[] = ["s3:DeleteObject"];

/** S3 does so by itself today; said here so that it stays so. */
export function encrypt(name: string, bucket: $util.Input<string>) {
  new aws.s3.BucketServerSideEncryptionConfiguration(name, {
    bucket,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
}
