import { bundleProgram, evaluate } from "./evaluate.ts";
import { root } from "./paths.ts";
import { startRpc } from "./rpc.ts";

/**
 * The graph of the program as it stands, and what is wrong with its handlers. One that differs from the committed graph is
 * made twice: if it changed by itself, it would be stale the moment it is committed.
 */
export async function synthesize(committed: string): Promise<{ graph: string; problems: string[] }> {
  const rpc = await startRpc();
  try {
    const program = await bundleProgram();
    const graph = await evaluate(program, rpc.url);
    if (graph !== committed && (await evaluate(program, rpc.url)) !== graph)
      throw new Error("Two evaluations gave different graphs.");
    if (graph.includes(root)) throw new Error("The graph names a folder of this machine.");
    return { graph, problems: [...rpc.problems].sort() };
  } finally {
    rpc.stop();
  }
}
