import type { Selectable } from "kysely";
import type { GrantTable, ScopeTable } from "../access/access.table.ts";
import type { ApiKeyTable } from "../api-key/api-key.table.ts";
import type { EventTable } from "../audit/event.table.ts";
import type { EntityTable } from "../entity/entity.table.ts";
import type { FileTable } from "../file/file.table.ts";
import type { FunctionTable } from "../function/function.table.ts";
import type {
  GroupChildTable,
  GroupClosureTable,
  GroupMemberTable,
  GroupRequestTable,
  GroupTable,
} from "../group/group.table.ts";
import type { IdempotencyTable } from "../idempotency/idempotency.table.ts";
import type { InvitationTable, SessionTable, UserTable } from "../identity/identity.table.ts";
import type { RelationTable, RunLogTable, RunStepTable, RunTable } from "../run/run.table.ts";
import type { TableTable, TableVersionTable } from "../table/table.table.ts";
import type { UploadTable } from "../upload/upload.table.ts";

/** Every table the domain reads or writes. better-auth keeps `account`, `verification` and `rate_limit` to itself. */
export type Schema = {
  user: UserTable;
  session: SessionTable;
  invitation: InvitationTable;
  api_key: ApiKeyTable;
  group: GroupTable;
  group_member: GroupMemberTable;
  group_child: GroupChildTable;
  group_closure: GroupClosureTable;
  group_request: GroupRequestTable;
  entity: EntityTable;
  scope: ScopeTable;
  grant: GrantTable;
  project: { id: string };
  upload: UploadTable;
  file: FileTable;
  function: FunctionTable;
  run: RunTable;
  run_step: RunStepTable;
  run_log: RunLogTable;
  relation: RelationTable;
  table_: TableTable;
  table_version: TableVersionTable;
  idempotency: IdempotencyTable;
  event: EventTable;
};

export type Row<Name extends keyof Schema> = Selectable<Schema[Name]>;
