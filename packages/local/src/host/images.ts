import { isAbsolute, join } from "node:path";
import { readJson } from "../home/index.ts";

/** What this machine runs in the place of an image, which it has nothing to run with. */
export type ImageProgram = {
  /** Holds the program, and is all of this machine that it is shown. */
  folder: string;
  /** What is run in it; `node` is there, and what the system has. */
  command: string[];
};

/** The example of `packages/containers/image-example`; there is no such registry. */
export const EXAMPLE =
  "localhost/atrium/fragments@sha256:7b1fbf1d3e1f6f6c5f3c0f0c7a2f9a4be5b0c7a6a3f2d1908f7e6d5c4b3a2910";

/** Of the file in the home folder that says so for the images of whoever runs this machine; read each time, so that it can be changed. */
export async function imageProgram(
  image: string,
  { path, root }: { path: string; root: string },
): Promise<ImageProgram> {
  const example = { folder: join(root, "packages", "containers", "image-example"), command: ["node", "main.mjs"] };
  const known: Record<string, unknown> = { [EXAMPLE]: example, ...(await readJson<Record<string, unknown>>(path)) };
  const found = Object.hasOwn(known, image) ? known[image] : undefined;
  if (found === undefined)
    throw new Error(
      `CannotPullContainerError: this machine runs no containers, and has no command in the place of ${image}. Whoever runs it names one in ${path}.`,
    );
  if (isProgram(found)) return found;
  throw new Error(`CannotStartContainerError: ${path} needs { "folder": "/…", "command": ["…"] } for ${image}`);
}

function isProgram(value: unknown): value is ImageProgram {
  const { folder, command } = (value ?? {}) as Partial<ImageProgram>;
  const isCommand = Array.isArray(command) && command.length > 0 && command.every((part) => typeof part === "string");
  return typeof folder === "string" && isAbsolute(folder) && isCommand;
}
