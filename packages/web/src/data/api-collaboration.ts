import { get, patch, post, type Query, remove, send } from "./http.ts";
import type { Item, Page } from "./types.ts";
import type {
  Attributes,
  AttributeType,
  Comment,
  Mentionable,
  NewAttributeType,
  NewWebhook,
  Notification,
  NotificationPreference,
  OutboxMessage,
  Webhook,
  WebhookDelivery,
} from "./types-collaboration.ts";

const V1 = "/api/v1";
type Signal = { signal?: AbortSignal };
const matching = (revision: number) => ({ headers: { "if-match": `"${revision}"` } });

/** What people say, star, note and hear of, as part of `api`. */
export const collaboration = {
  notifications: {
    list: (query: Query = {}, options?: Signal) =>
      get<Page<Notification>>(`${V1}/notifications`, { query, ...options }),
    unread: (options?: Signal) => get<{ unread: number }>(`${V1}/notifications/unread`, options),
    mark: (body: { ids?: string[]; read?: boolean }) => post<void>(`${V1}/notifications/read`, body),
    preferences: (options?: Signal) => get<Page<NotificationPreference>>(`${V1}/notifications/preferences`, options),
    choose: (preference: Omit<NotificationPreference, "label">) =>
      send("PATCH", `${V1}/notifications/preferences`, { body: { preferences: [preference] } }),
  },

  sockets: { open: () => post<{ url: string; ticket: string; expiresAt: string }>(`${V1}/sockets`) },

  favorites: {
    list: (query: Query = {}, options?: Signal) => get<Page<Item>>(`${V1}/favorites`, { query, ...options }),
    has: (entity: string, options?: Signal) => get<{ favorite: boolean }>(`${V1}/entities/${entity}/favorite`, options),
    add: (entity: string) => send("PUT", `${V1}/entities/${entity}/favorite`),
    remove: (entity: string) => remove(`${V1}/entities/${entity}/favorite`),
  },

  comments: {
    list: (entity: string, query: Query = {}, options?: Signal) =>
      get<Page<Comment>>(`${V1}/entities/${entity}/comments`, { query, ...options }),
    unread: (entity: string, options?: Signal) =>
      get<{ unread: number }>(`${V1}/entities/${entity}/comments/unread`, options),
    read: (entity: string) => post<void>(`${V1}/entities/${entity}/comments/read`),
    post: (entity: string, body: { body: string; parentId?: string; mentions?: string[] }) =>
      post<Comment>(`${V1}/entities/${entity}/comments`, body),
    edit: (entity: string, id: string, body: { body: string; mentions?: string[] }) =>
      send("PATCH", `${V1}/entities/${entity}/comments/${id}`, { body }),
    remove: (entity: string, id: string) => remove(`${V1}/entities/${entity}/comments/${id}`),
    restore: (entity: string, id: string) => post<Comment>(`${V1}/entities/${entity}/comments/${id}/restore`),
    mentionable: (entity: string, q: string, options?: Signal) =>
      get<Page<Mentionable>>(`${V1}/entities/${entity}/mentionable`, { query: { q }, ...options }),
  },

  attributes: {
    of: (entity: string, options?: Signal) => get<Attributes>(`${V1}/entities/${entity}/attributes`, options),
    types: (project: string, options?: Signal) =>
      get<Page<AttributeType>>(`${V1}/projects/${project}/attribute-types`, options),
    type: ({ projectId, id }: AttributeType) => get<AttributeType>(`${V1}/projects/${projectId}/attribute-types/${id}`),
    create: (project: string, type: NewAttributeType) =>
      post<AttributeType>(`${V1}/projects/${project}/attribute-types`, type),
    replace: ({ projectId, id, revision }: AttributeType, type: NewAttributeType) =>
      send("PUT", `${V1}/projects/${projectId}/attribute-types/${id}`, { body: type, ...matching(revision) }),
    remove: ({ projectId, id }: AttributeType) => remove(`${V1}/projects/${projectId}/attribute-types/${id}`),
    restore: ({ projectId, id }: AttributeType) =>
      post<AttributeType>(`${V1}/projects/${projectId}/attribute-types/${id}/restore`),
  },

  webhooks: {
    list: (project: string, options?: Signal) => get<Page<Webhook>>(`${V1}/projects/${project}/webhooks`, options),
    get: ({ projectId, id }: Webhook) => get<Webhook>(`${V1}/projects/${projectId}/webhooks/${id}`),
    create: (project: string, body: { url: string; types: string[] }) =>
      post<NewWebhook>(`${V1}/projects/${project}/webhooks`, body),
    update: ({ projectId, id, revision }: Webhook, body: { url?: string; types?: string[]; active?: boolean }) =>
      patch<Webhook>(`${V1}/projects/${projectId}/webhooks/${id}`, body, revision),
    remove: ({ projectId, id }: Webhook) => remove(`${V1}/projects/${projectId}/webhooks/${id}`),
    restore: ({ projectId, id }: Webhook) => post<Webhook>(`${V1}/projects/${projectId}/webhooks/${id}/restore`),
    rotate: ({ projectId, id }: Webhook) =>
      post<{ secret: string }>(`${V1}/projects/${projectId}/webhooks/${id}/rotate`),
    deliveries: ({ projectId, id }: Webhook, query: Query = {}, options?: Signal) =>
      get<Page<WebhookDelivery>>(`${V1}/projects/${projectId}/webhooks/${id}/deliveries`, { query, ...options }),
    replay: ({ projectId, id }: Webhook, delivery: string) =>
      post<void>(`${V1}/projects/${projectId}/webhooks/${id}/deliveries/${delivery}/replay`),
  },

  deliveries: {
    list: (query: Query = {}, options?: Signal) => get<Page<OutboxMessage>>(`${V1}/deliveries`, { query, ...options }),
    replay: (id?: string) => post<{ messages: number }>(`${V1}/deliveries/replay`, id === undefined ? {} : { id }),
  },
};
