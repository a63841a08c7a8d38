import { type Kysely, sql } from "kysely";

/** Scripts, notebooks and models are entities, and each of them is a function with the same id. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table entity drop constraint entity_kind_known,
      add constraint entity_kind_known check (kind in ('project', 'file', 'table', 'script', 'notebook', 'model'));

    alter table function
      add column kind text not null default 'builtin',
      -- null for what comes with the program, and for what was deleted for good and still has runs
      add column entity_id text collate "C" references entity (id) on delete set null,
      add constraint function_kind_known check (kind in ('builtin', 'script', 'notebook', 'model')),
      drop constraint function_name_unique;
    alter table function alter column kind drop default;
    create unique index function_builtin_name on function (name) where kind = 'builtin';
    create index function_of_entity on function (entity_id);

    -- What exactly ran: revision of the function, hashes of source and environment, image.
    alter table run add column code jsonb;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    alter table run drop column code;
    delete from relation where run_id in (select r.id from run r join function f on f.id = r.function_id where f.kind <> 'builtin');
    delete from schedule where function_id in (select id from function where kind <> 'builtin');
    delete from run where function_id in (select id from function where kind <> 'builtin');
    drop index function_of_entity, function_builtin_name;
    delete from function where kind <> 'builtin';
    alter table function drop constraint function_kind_known, drop column entity_id, drop column kind,
      add constraint function_name_unique unique (name);
    delete from entity where kind in ('script', 'notebook', 'model');
    alter table entity drop constraint entity_kind_known,
      add constraint entity_kind_known check (kind in ('project', 'file', 'table'));
  `.execute(db);
}
