import { collaboration as api } from "./api-collaboration.ts";
import { isLive } from "./live-state.ts";
import type { Webhook } from "./types-collaboration.ts";

type Asking = { signal: AbortSignal };
/** News comes over the socket; without one the site looks for itself. */
const UNLIVE_MS = 30_000;
const unlessLive = () => (isLive() ? false : UNLIVE_MS);

/** A part of `queries`. */
export const collaborationQueries = {
  notifications: (unread: boolean) => ({
    queryKey: ["notifications", "list", unread],
    queryFn: ({ signal }: Asking) => api.notifications.list({ limit: 100, unread }, { signal }),
    refetchInterval: unlessLive,
  }),
  unread: () => ({
    queryKey: ["notifications", "unread"],
    queryFn: ({ signal }: Asking) => api.notifications.unread({ signal }),
    refetchInterval: unlessLive,
  }),
  preferences: () => ({
    queryKey: ["notifications", "preferences"],
    queryFn: ({ signal }: Asking) => api.notifications.preferences({ signal }),
  }),
  favorites: () => ({
    queryKey: ["favorites"],
    queryFn: ({ signal }: Asking) => api.favorites.list({ limit: 50 }, { signal }),
  }),
  favorite: (entity: string) => ({
    queryKey: ["favorite", entity],
    queryFn: ({ signal }: Asking) => api.favorites.has(entity, { signal }),
    staleTime: 60_000,
  }),
  comments: (entity: string) => ({
    queryKey: ["comments", entity, "list"],
    queryFn: ({ signal }: Asking) => api.comments.list(entity, { limit: 50 }, { signal }),
    refetchInterval: unlessLive,
  }),
  unreadComments: (entity: string) => ({
    queryKey: ["comments", entity, "unread"],
    queryFn: ({ signal }: Asking) => api.comments.unread(entity, { signal }),
    refetchInterval: unlessLive,
  }),
  mentionable: (entity: string, q: string) => ({
    queryKey: ["mentionable", entity, q],
    queryFn: ({ signal }: Asking) => api.comments.mentionable(entity, q, { signal }),
    staleTime: 60_000,
  }),
  attributes: (entity: string) => ({
    queryKey: ["attributes", entity],
    queryFn: ({ signal }: Asking) => api.attributes.of(entity, { signal }),
  }),
  attributeTypes: (project: string) => ({
    queryKey: ["attribute-types", project],
    queryFn: ({ signal }: Asking) => api.attributes.types(project, { signal }),
  }),
  webhooks: (project: string) => ({
    queryKey: ["webhooks", project],
    queryFn: ({ signal }: Asking) => api.webhooks.list(project, { signal }),
  }),
  webhookDeliveries: (webhook: Webhook) => ({
    queryKey: ["webhooks", webhook.projectId, webhook.id, "deliveries"],
    queryFn: ({ signal }: Asking) => api.webhooks.deliveries(webhook, { limit: 50 }, { signal }),
    refetchInterval: 5_000,
  }),
  deliveries: (state: "waiting" | "dead") => ({
    queryKey: ["deliveries", state],
    queryFn: ({ signal }: Asking) => api.deliveries.list({ state, limit: 100 }, { signal }),
    refetchInterval: 15_000,
  }),
};
