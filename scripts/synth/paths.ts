import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");
export const graphFile = path.join(root, "stacks/graph.json");

/** SST keeps its platform here, and so does everything that synthesis makes. Ignored by git. */
export const work = path.join(root, ".sst");
export const platform = path.join(work, "platform");
export const synthesis = path.join(work, "synth");

export const shown = (file: string) => path.relative(root, file);
