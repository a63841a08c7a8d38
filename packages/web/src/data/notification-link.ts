import { hrefOf } from "./kinds.ts";
import type { Notification } from "./types-collaboration.ts";

/** Where a notification leads; nowhere when what it is about cannot be seen any more. */
export function notificationHref({ entity, type, parameters }: Notification): string | undefined {
  if (parameters.groupId !== undefined) return `/groups/${parameters.groupId}`;
  if (parameters.runId !== undefined) return `/runs/${parameters.runId}`;
  if (type === "access.requested") return "/requests";
  const page = entity ? hrefOf(entity) : undefined;
  return page && parameters.commentId !== undefined ? `${page}#comments` : page;
}
