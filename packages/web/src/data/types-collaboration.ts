import type { Kind, Person } from "./types.ts";

export type Notification = {
  id: string;
  type: string;
  text: string;
  actor: Person | null;
  entity: { id: string; kind: Kind; name: string } | null;
  parameters: Record<string, string | number>;
  createdAt: string;
  readAt: string | null;
};

export type MailMode = "off" | "now" | "digest";
export type NotificationPreference = { type: string; label: string; inApp: boolean; mail: MailMode };

export type Mentionable = { principalId: string; name: string; kind: "personal" | "team" };

export type Reply = {
  id: string;
  entityId: string;
  parentId: string | null;
  author: Person;
  body: string;
  mentions: Mentionable[];
  createdAt: string;
  editedAt: string | null;
  deleted: boolean;
  mine: boolean;
};
export type Comment = Reply & { replies: Reply[] };

export type Dtype = "bool" | "int" | "float" | "enum" | "string" | "blob" | "datetime" | "geopos" | "float_array";
export type AttributeValue = string | number | boolean | (number | string)[];

export type NewAttributeType = {
  name: string;
  dtype: Dtype;
  description?: string;
  required?: boolean;
  visible?: boolean;
  order?: number;
  section?: string;
  style?: string;
  kinds?: Kind[];
  default?: AttributeValue;
  minimum?: number;
  maximum?: number;
  choices?: string[];
  labels?: string[];
  size?: number;
  useCurrent?: boolean;
  autocomplete?: string[];
};
export type AttributeType = Required<
  Pick<
    NewAttributeType,
    "name" | "dtype" | "description" | "required" | "visible" | "order" | "section" | "style" | "kinds"
  >
> &
  NewAttributeType & { id: string; projectId: string; revision: number };
export type Attributes = { types: AttributeType[]; values: Record<string, AttributeValue> };

export type Webhook = {
  id: string;
  projectId: string;
  url: string;
  types: string[];
  active: boolean;
  createdAt: string;
  revision: number;
};
export type NewWebhook = Webhook & { secret: string };
export type WebhookDelivery = {
  id: string;
  type: string;
  eventId: string;
  state: "waiting" | "succeeded" | "failed";
  attempts: number;
  status: number | null;
  error: string | null;
  milliseconds: number | null;
  createdAt: string;
  endedAt: string | null;
  body: Record<string, unknown>;
};

export type OutboxMessage = {
  id: string;
  channel: "mail" | "webhook" | "socket" | "notification";
  state: "waiting" | "dead";
  attempts: number;
  error: string | null;
  createdAt: string;
  dueAt: string;
};
