import { type Kysely, sql } from "kysely";

/** What is told to others after a change: the outbox, notifications, and who is connected to hear of it at once. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- Written with the change it tells of, deleted when delivered. due_at is also the lease of whoever delivers it.
    create table outbox (
      id bigint generated always as identity primary key,
      channel text not null,
      payload jsonb not null,
      state text not null default 'waiting',
      attempts integer not null default 0,
      created_at timestamptz not null default now(),
      due_at timestamptz not null default now(),
      error text,
      constraint outbox_channel_known check (channel in ('mail', 'webhook', 'socket', 'notification')),
      constraint outbox_state_known check (state in ('waiting', 'dead'))
    );
    create index outbox_due on outbox (due_at, id) where state = 'waiting';
    create index outbox_dead on outbox (id) where state = 'dead';

    create table notification (
      id text collate "C" primary key,
      user_id text collate "C" not null references "user" on delete cascade,
      type text collate "C" not null,
      entity_id text collate "C" references entity on delete cascade,
      actor_id text collate "C" references "user" on delete set null,
      parameters jsonb not null default '{}',
      created_at timestamptz not null default now(),
      in_app boolean not null,
      read_at timestamptz,
      mail text not null,
      constraint notification_mail_known check (mail in ('off', 'now', 'digest', 'sent'))
    );
    create index notification_of_user on notification (user_id, id) where in_app;
    create index notification_unread on notification (user_id, id) where in_app and read_at is null;
    create index notification_digest on notification (created_at, user_id) where mail = 'digest';
    create index notification_old on notification (created_at);
    create index notification_entity on notification (entity_id) where entity_id is not null;
    create index notification_actor on notification (actor_id) where actor_id is not null;

    create table notification_preference (
      user_id text collate "C" not null references "user" on delete cascade,
      type text collate "C" not null,
      in_app boolean not null,
      mail text not null,
      primary key (user_id, type),
      constraint notification_preference_mail_known check (mail in ('off', 'now', 'digest'))
    );

    -- What opens a socket: one use, half a minute. The ticket itself is only with whoever asked for it.
    create table socket_ticket (
      hash bytea primary key,
      user_id text collate "C" not null references "user" on delete cascade,
      actor jsonb not null,
      expires_at timestamptz not null
    );
    create index socket_ticket_user on socket_ticket (user_id);
    create index socket_ticket_expires on socket_ticket (expires_at);

    create table socket (
      id text collate "C" primary key,
      user_id text collate "C" not null references "user" on delete cascade,
      actor jsonb not null,
      connected_at timestamptz not null default now(),
      seen_at timestamptz not null default now()
    );
    create index socket_user on socket (user_id);
    create index socket_connected on socket (connected_at);

    create table socket_subscription (
      socket_id text collate "C" not null references socket on delete cascade,
      entity_id text collate "C" not null references entity on delete cascade,
      primary key (socket_id, entity_id)
    );
    create index socket_subscription_entity on socket_subscription (entity_id, socket_id);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table socket_subscription, socket, socket_ticket, notification_preference, notification, outbox;
  `.execute(db);
}
