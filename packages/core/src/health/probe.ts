import { log } from "../log/index.ts";

export type Finding = { status: "ok" | "failed" | "timeout" | "off"; ms: number; detail: string | null };

/** What a probe says beyond having answered: why it is not well, or that there is nothing to look at. */
export type Said = { status: "failed" | "off"; detail: string };

/** Asks one component, which has so long to answer. Why it failed is for the log: it may name what nobody outside should know. */
export async function probe(name: string, timeoutMs: number, ask: () => Promise<Said | undefined>): Promise<Finding> {
  const begun = performance.now();
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), timeoutMs);
  const ms = () => Math.round(performance.now() - begun);
  try {
    const said = await Promise.race([ask(), late.promise]);
    if (said === "late") return { status: "timeout", ms: ms(), detail: `No answer within ${timeoutMs} ms` };
    return { status: said?.status ?? "ok", ms: ms(), detail: said?.detail ?? null };
  } catch (error) {
    log.error("component is not healthy", { component: name, error });
    return { status: "failed", ms: ms(), detail: "It answered with an error; the log says which" };
  } finally {
    clearTimeout(timer);
  }
}
