import { get } from "./http.ts";
import type { EntityKind } from "./types.ts";

export type LineageNode =
  | { type: "entity"; id: string; kind: EntityKind; name: string }
  | { type: "run"; id: string; name: string; function: { id: string; kind: string }; endedAt: string | null };
export type LineageEdge = { from: string; to: string; role: string; version: number | null };
export type Lineage = { nodes: LineageNode[]; edges: LineageEdge[]; complete: boolean };

/** A part of `queries`. */
export const lineageQueries = {
  lineage: (id: string) => ({
    queryKey: ["lineage", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => get<Lineage>(`/api/v1/entities/${id}/lineage`, { signal }),
  }),
};

export type Origin = { node: LineageNode; role: string; version: number | null; from: Origin[] };

/** What a thing comes from, as a tree; what stands in it already is not unfolded again. */
export function originsOf({ nodes, edges }: Lineage, id: string, above: string[] = []): Origin[] {
  const byID = new Map(nodes.map((node) => [node.id, node]));
  return edges
    .filter(({ from }) => from === id)
    .flatMap(({ to, role, version }) => {
      const node = byID.get(to);
      if (!node) return [];
      const within = [...above, id];
      return [
        {
          node,
          role,
          version,
          from: within.includes(to) ? [] : originsOf({ nodes, edges, complete: true }, to, within),
        },
      ];
    });
}
