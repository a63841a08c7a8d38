import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "../client.ts";

/** What the detector draws and says, as its own inputs name them. */
export const DETECTED = [
  { name: "Scene", shape: "frame", color: "#5fb49c", interpolation: "latest" },
  { name: "Motion", shape: "box", color: "#e4572e" },
  { name: "Moving", shape: "track", color: "#e4572e", interpolation: "linear" },
];

export const detector = (): Promise<string> => readFile(join(import.meta.dirname, "detect.js"), "utf8");

/** An algorithm to be run as it is: it finds scenes and what moves in them. */
export async function registerDetector(client: Client, projectId: string): Promise<void> {
  for (const type of DETECTED) await client.createAnnotationType(projectId, type);
  const script = await client.createScript(projectId, { source: await detector(), language: "javascript" });
  await client.registerAlgorithm(projectId, {
    name: "Scenes and motion",
    description: "Finds where scenes change, and draws a box around what moves.",
    categories: ["detection"],
    scriptId: script.id,
  });
}
