import type { Room } from "./room.ts";

/** What colours can be by: the class, the layer, or what any class says of its own. */
export function colorings({ session }: Room): { value: string; label: string }[] {
  const names = new Set(
    session
      .allTypes()
      .filter(({ shape }) => shape !== "frame" && shape !== "media")
      .flatMap(({ attributes }) => attributes.map(({ name }) => name)),
  );
  return [
    { value: "type", label: "Class" },
    { value: "layer", label: "Layer" },
    ...[...names].sort().map((name) => ({ value: name, label: name })),
  ];
}
