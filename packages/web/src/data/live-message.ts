/** What the socket says. Anything else is from a newer server and is let go. */
export type LiveMessage =
  | { type: "notification.new" }
  | { type: "comment.changed"; entityId: string }
  | { type: "run.changed"; id: string; projectId: string }
  | { type: "subscribed" | "unsubscribed"; entityIds: string[] };

export function parseMessage(text: string): LiveMessage | undefined {
  const said: unknown = JSON.parse(text);
  if (typeof said !== "object" || said === null || !("type" in said)) return undefined;
  const { type, id, entityId, entityIds, projectId } = said as Record<string, unknown>;
  if (type === "notification.new") return { type };
  if (type === "comment.changed" && typeof entityId === "string") return { type, entityId };
  if (type === "run.changed" && typeof id === "string" && typeof projectId === "string") return { type, id, projectId };
  if (type !== "subscribed" && type !== "unsubscribed") return undefined;
  const ids = Array.isArray(entityIds) ? entityIds : [entityId];
  return { type, entityIds: ids.filter((one) => typeof one === "string") };
}

/** The keys of the queries that a message makes stale. */
export function staleBy(message: LiveMessage): string[][] {
  switch (message.type) {
    case "notification.new":
      return [["notifications"], ["access-requests"]];
    case "comment.changed":
      return [["comments", message.entityId]];
    case "run.changed":
      return [
        ["run", message.id],
        ["runs"],
        ["items", message.projectId],
        ["table"],
        ["media"],
        ["library", "under-way"],
      ];
    case "unsubscribed":
      return message.entityIds.flatMap((id) => [
        ["project", id],
        ["file", id],
        ["table", id],
        ["script", id],
        ["comments", id],
      ]);
    case "subscribed":
      return [];
  }
}
