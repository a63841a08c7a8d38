import { z } from "zod";

/** What a machine that has no containers runs in the place of an image. */
const ImageProgram = z.object({ folder: z.string(), command: z.array(z.string()).min(1) });
export type ImageProgram = z.infer<typeof ImageProgram>;

/** What this process is to run, if it is an image: the command that stands for it, and what the algorithm adds to that. */
export function imageProgramFrom(environment: NodeJS.ProcessEnv, added: string[]): ImageProgram | undefined {
  const { ATRIUM_IMAGE_PROGRAM: text } = environment;
  if (!text) return undefined;
  const { folder, command } = ImageProgram.parse(JSON.parse(text));
  return { folder, command: [...command, ...added] };
}
