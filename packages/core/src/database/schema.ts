import type { Selectable } from "kysely";
import type { GrantTable, ScopeTable } from "../access/access.table.ts";
import type {
  AccessApproverTable,
  AccessOfferTable,
  AccessRequestTable,
} from "../access-request/access-request.table.ts";
import type { AlgorithmBatchTable, AlgorithmRunTable, AlgorithmTable } from "../algorithm/algorithm.table.ts";
import type { LocalizationTable, StateTable } from "../annotation/annotation.table.ts";
import type { AnnotationTypeTable } from "../annotation-type/annotation-type.table.ts";
import type { AnnouncementDismissalTable, AnnouncementTable } from "../announcement/announcement.table.ts";
import type { ApiKeyTable } from "../api-key/api-key.table.ts";
import type { AttributeTrashTable, AttributeTypeTable } from "../attribute/attribute.table.ts";
import type { EventTable } from "../audit/event.table.ts";
import type { CommentMentionTable, CommentReadTable, CommentTable } from "../comment/comment.table.ts";
import type { SettingTable } from "../deployment/setting.table.ts";
import type { EntityTable } from "../entity/entity.table.ts";
import type { FavoriteTable } from "../favorite/favorite.table.ts";
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
import type { AttemptTable } from "../identity/attempt.table.ts";
import type { AccountTable, InvitationTable, SessionTable, UserTable } from "../identity/identity.table.ts";
import type { JobTable } from "../job/job.table.ts";
import type { LayerTable } from "../layer/layer.table.ts";
import type { MediaPartTable, MediaRenditionTable, MediaTable } from "../media/media.table.ts";
import type { MediaTypeTable } from "../media-type/media-type.table.ts";
import type { ModelTable } from "../model/model.table.ts";
import type { NotebookTable, NotebookVersionTable } from "../notebook/notebook.table.ts";
import type { NotificationPreferenceTable, NotificationTable } from "../notification/notification.table.ts";
import type { OutboxTable } from "../outbox/outbox.table.ts";
import type { PlaylistItemTable, PlaylistTable } from "../playlist/playlist.table.ts";
import type { NamespaceTable, ProjectPathTable, ProjectTable } from "../project/project.table.ts";
import type { RateBucketTable } from "../rate/rate.table.ts";
import type { RelationTable, RunLogTable, RunStepTable, RunTable } from "../run/run.table.ts";
import type { SavedSearchTable } from "../saved-search/saved-search.table.ts";
import type { ScheduleTable } from "../schedule/schedule.table.ts";
import type { ScriptTable, ScriptVersionTable } from "../script/script.table.ts";
import type { RecoveryCodeTable, SecondFactorTable } from "../second-factor/second-factor.table.ts";
import type { ShareLinkTable } from "../share-link/share-link.table.ts";
import type { SocketSubscriptionTable, SocketTable, SocketTicketTable } from "../socket/socket.table.ts";
import type { TableTable, TableVersionTable } from "../table/table.table.ts";
import type { TriggerDueTable, TriggerTable } from "../trigger/trigger.table.ts";
import type { UploadTable } from "../upload/upload.table.ts";
import type { WebhookDeliveryTable, WebhookTable } from "../webhook/webhook.table.ts";

/** Every table the domain reads or writes. better-auth keeps `verification` and `rate_limit` to itself. */
export type Schema = {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  second_factor: SecondFactorTable;
  recovery_code: RecoveryCodeTable;
  invitation: InvitationTable;
  attempt: AttemptTable;
  setting: SettingTable;
  announcement: AnnouncementTable;
  announcement_dismissal: AnnouncementDismissalTable;
  api_key: ApiKeyTable;
  group: GroupTable;
  group_member: GroupMemberTable;
  group_child: GroupChildTable;
  group_closure: GroupClosureTable;
  group_request: GroupRequestTable;
  entity: EntityTable;
  scope: ScopeTable;
  grant: GrantTable;
  share_link: ShareLinkTable;
  access_offer: AccessOfferTable;
  access_approver: AccessApproverTable;
  access_request: AccessRequestTable;
  project: ProjectTable;
  namespace: NamespaceTable;
  project_path: ProjectPathTable;
  upload: UploadTable;
  file: FileTable;
  function: FunctionTable;
  run: RunTable;
  run_step: RunStepTable;
  run_log: RunLogTable;
  job: JobTable;
  schedule: ScheduleTable;
  relation: RelationTable;
  table_: TableTable;
  table_version: TableVersionTable;
  script: ScriptTable;
  script_version: ScriptVersionTable;
  model: ModelTable;
  media: MediaTable;
  media_part: MediaPartTable;
  media_rendition: MediaRenditionTable;
  media_type: MediaTypeTable;
  playlist: PlaylistTable;
  playlist_item: PlaylistItemTable;
  notebook: NotebookTable;
  notebook_version: NotebookVersionTable;
  idempotency: IdempotencyTable;
  event: EventTable;
  outbox: OutboxTable;
  notification: NotificationTable;
  notification_preference: NotificationPreferenceTable;
  socket_ticket: SocketTicketTable;
  socket: SocketTable;
  socket_subscription: SocketSubscriptionTable;
  attribute_type: AttributeTypeTable;
  attribute_trash: AttributeTrashTable;
  favorite: FavoriteTable;
  rate_bucket: RateBucketTable;
  saved_search: SavedSearchTable;
  comment: CommentTable;
  comment_mention: CommentMentionTable;
  comment_read: CommentReadTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  layer: LayerTable;
  algorithm: AlgorithmTable;
  algorithm_run: AlgorithmRunTable;
  algorithm_batch: AlgorithmBatchTable;
  algorithm_trigger: TriggerTable;
  trigger_due: TriggerDueTable;
  annotation_type: AnnotationTypeTable;
  localization: LocalizationTable;
  state: StateTable;
};

export type Row<Name extends keyof Schema> = Selectable<Schema[Name]>;
