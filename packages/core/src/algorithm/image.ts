import { z } from "zod";
import { Deployment } from "../deployment/index.ts";
import { ParametersSchema } from "./parameters-schema.ts";

const BY_DIGEST = /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+@sha256:[0-9a-f]{64}$/;

/** An image that speaks the protocol of jobs. */
export const Image = z.strictObject({
  /** By digest: what a tag names may be something else tomorrow. */
  reference: z
    .string()
    .max(500)
    .regex(
      BY_DIGEST,
      "Name the image with its registry and by its digest, registry.example.org/name@sha256:…, and no tag; `docker inspect --format '{{index .RepoDigests 0}}' <image>` tells it",
    ),
  /** In the place of what the image does by itself. */
  command: z.array(z.string().max(1_000)).max(50).default([]),
  parameters: ParametersSchema.prefault({ type: "object" }),
});
export type Image = z.output<typeof Image>;

/** Why an image may not run here; null where it may. */
export async function refusalOf({ reference }: Pick<Image, "reference">): Promise<string | null> {
  const { imageRegistries } = await Deployment.read();
  if (imageRegistries.length === 0)
    return "No images of one's own are run here. An administrator names the registries that they may come from, in the settings of the deployment.";
  if (imageRegistries.some((allowed) => isBelow(reference, allowed))) return null;
  const [from] = reference.split("@");
  return `Images from ${from} are not run here. An administrator can add their registry to those that are allowed, in the settings of the deployment.`;
}

/** Of a registry, of a path in it, or that very repository: never of one whose name only begins the same. */
const isBelow = (reference: string, allowed: string): boolean => {
  const place = allowed.replace(/\/$/, "");
  return reference.startsWith(`${place}/`) || reference.startsWith(`${place}@`);
};
