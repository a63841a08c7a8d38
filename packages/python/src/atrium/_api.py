# Made from packages/functions/openapi.json by `npm run openapi`. Do not edit.
# ruff: noqa: E501
"""The API, call by call: typed answers, plain data in the API's own spelling as input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Literal, Mapping, Optional, Sequence, Union
from urllib.parse import quote

from ._decode import decode
from ._transport import Transport


@dataclass(frozen=True)
class ApiKey:
    id: str
    name: str
    prefix: str
    scopes: List[Literal["read", "write", "execute", "admin"]]
    expires_at: Optional[str]
    last_used_at: Optional[str]
    created_at: str


@dataclass(frozen=True)
class ApiKeyPage:
    items: List[ApiKey]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class AuditEvent:
    id: str
    at: str
    type: str
    actor: Optional[AuditEventActor]
    entity_id: Optional[str]
    parameters: Dict[str, Any]
    run_id: Optional[str]
    actor_type: Literal["public", "user", "run", "system"]
    session_id: Optional[str]
    key_id: Optional[str]
    request_id: Optional[str]
    address: Optional[str]


@dataclass(frozen=True)
class AuditEventActor:
    id: str
    name: str


@dataclass(frozen=True)
class AuditEventPage:
    items: List[AuditEvent]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class ColumnStatistics:
    version: int
    rows: int
    column: ColumnStatisticsColumn


@dataclass(frozen=True)
class ColumnStatisticsColumn:
    name: str
    type: Literal["int64", "float64", "decimal", "bool", "date", "time", "timestamp", "timestamptz", "text"]
    stats: ColumnStatisticsColumnStats
    precision: Optional[int] = None
    scale: Optional[int] = None
    source: Optional[ColumnStatisticsColumnSource] = None


@dataclass(frozen=True)
class ColumnStatisticsColumnSource:
    format: Optional[str] = None
    note: Optional[str] = None


@dataclass(frozen=True)
class ColumnStatisticsColumnStats:
    nulls: int
    distinct: int
    distinct_approximate: bool
    min: Any = None
    max: Any = None
    mean: Optional[float] = None
    stddev: Optional[float] = None
    quartiles: Optional[List[float]] = None
    histogram: Optional[ColumnStatisticsColumnStatsHistogram] = None
    top: Optional[List[ColumnStatisticsColumnStatsTop]] = None
    min_length: Optional[int] = None
    max_length: Optional[int] = None


@dataclass(frozen=True)
class ColumnStatisticsColumnStatsHistogram:
    edges: List[Union[float, str]]
    counts: List[int]


@dataclass(frozen=True)
class ColumnStatisticsColumnStatsTop:
    value: str
    count: int


@dataclass(frozen=True)
class CreateTableAnswer:
    table: Table
    run: Run


@dataclass(frozen=True)
class CreateUploadPartAnswer:
    parts: List[OpenedUploadPart]


@dataclass(frozen=True)
class Deployment:
    name: str
    version: str
    sign_up: Literal["open", "invitation"]
    accounts: bool


@dataclass(frozen=True)
class Event:
    id: str
    at: str
    type: str
    actor: Optional[AuditEventActor]
    entity_id: Optional[str]
    parameters: Dict[str, Any]
    run_id: Optional[str]


@dataclass(frozen=True)
class EventPage:
    items: List[Event]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class File:
    id: str
    kind: Literal["project", "file", "table"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    created_by: AuditEventActor
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    bytes: int
    content_type: str
    sha256: Optional[FileSha256]


@dataclass(frozen=True)
class FileSha256:
    value: str
    state: Literal["declared", "verified"]


@dataclass(frozen=True)
class Function:
    id: str
    name: str
    description: str
    revision: int
    signature: FunctionSignature
    created_at: str


@dataclass(frozen=True)
class FunctionPage:
    items: List[Function]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class FunctionSignature:
    inputs: List[FunctionSignatureInput]
    outputs: List[FunctionSignatureInput]


@dataclass(frozen=True)
class FunctionSignatureInput:
    name: str
    type: str
    optional: Optional[bool] = None


@dataclass(frozen=True)
class GetHealthAnswer:
    status: Literal["ok"]


@dataclass(frozen=True)
class Grant:
    principal_id: str
    kind: Literal["personal", "team", "builtin", "domain"]
    name: str
    bundle: Optional[Literal["viewer", "annotator", "contributor", "operator", "owner"]]
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    email: Optional[str] = None


@dataclass(frozen=True)
class GrantPage:
    items: List[Grant]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class Group:
    id: str
    name: str
    description: str
    listed: bool
    role: Optional[Literal["member", "admin"]]
    members: int
    created_at: str
    updated_at: str
    revision: int


@dataclass(frozen=True)
class GroupMember:
    id: str
    kind: Literal["user", "group"]
    name: str
    role: Literal["member", "admin"]
    since: str
    email: Optional[str] = None


@dataclass(frozen=True)
class GroupMemberPage:
    items: List[GroupMember]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class GroupPage:
    items: List[Group]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class GroupRequest:
    id: str
    group: AuditEventActor
    user: AuditEventActor
    message: str
    state: Literal["pending", "approved", "rejected", "withdrawn"]
    created_at: str
    decided_at: Optional[str]


@dataclass(frozen=True)
class GroupRequestPage:
    items: List[GroupRequest]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class Invitation:
    id: str
    email: str
    created_at: str
    expires_at: str


@dataclass(frozen=True)
class InvitationPage:
    items: List[Invitation]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class Item:
    id: str
    kind: Literal["project", "file", "table"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    created_by: AuditEventActor
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    bytes: Optional[int] = None
    content_type: Optional[str] = None
    state: Optional[Literal["importing", "ready", "failed"]] = None
    rows: Optional[int] = None
    version: Optional[int] = None


@dataclass(frozen=True)
class ItemPage:
    items: List[Item]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class Link:
    url: str
    expires_at: str


@dataclass(frozen=True)
class Me:
    user: MeUser
    key: Optional[MeKey] = None


@dataclass(frozen=True)
class MeKey:
    id: str
    name: str
    scopes: List[Literal["read", "write", "execute", "admin"]]
    expires_at: Optional[str]


@dataclass(frozen=True)
class MeUser:
    id: str
    name: str
    email: str
    admin: bool
    may_execute: bool


@dataclass(frozen=True)
class NewApiKey:
    id: str
    name: str
    prefix: str
    scopes: List[Literal["read", "write", "execute", "admin"]]
    expires_at: Optional[str]
    last_used_at: Optional[str]
    created_at: str
    key: str


@dataclass(frozen=True)
class NewInvitation:
    id: str
    email: str
    created_at: str
    expires_at: str
    url: str


@dataclass(frozen=True)
class OpenedUpload:
    id: str
    state: Literal["open", "completed", "aborted"]
    project_id: str
    file_id: str
    name: str
    bytes: int
    content_type: str
    part_bytes: int
    part_count: int
    created_at: str
    expires_at: str
    parts: List[OpenedUploadPart]


@dataclass(frozen=True)
class OpenedUploadPart:
    number: int
    bytes: int
    url: str


@dataclass(frozen=True)
class Preview:
    format: Literal["csv", "tsv", "ndjson", "json", "parquet", "arrow"]
    compression: Optional[Literal["gzip", "zstd"]]
    encoding: Literal["utf-8", "utf-16le", "utf-16be", "windows-1252"]
    columns: List[PreviewColumn]
    rows: List[List[Optional[str]]]
    complete: bool
    rejected: List[PreviewRejected]
    notes: List[str]
    delimiter: Optional[str] = None
    quote: Optional[str] = None
    header: Optional[bool] = None
    skip: Optional[int] = None


@dataclass(frozen=True)
class PreviewColumn:
    name: str
    type: str
    reason: str


@dataclass(frozen=True)
class PreviewRejected:
    line: int
    text: str
    reason: str


@dataclass(frozen=True)
class Principal:
    principal_id: str
    kind: Literal["personal", "team", "builtin", "domain"]
    name: str


@dataclass(frozen=True)
class PrincipalPage:
    items: List[Principal]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class Problem:
    type: str
    title: str
    status: int
    code: str
    detail: str
    request_id: str
    errors: Optional[List[ProblemError]] = None


@dataclass(frozen=True)
class ProblemError:
    path: str
    message: str


@dataclass(frozen=True)
class Project:
    id: str
    kind: Literal["project", "file", "table"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    created_by: AuditEventActor
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    visibility: Literal["private", "internal", "public"]
    items: int


@dataclass(frozen=True)
class ProjectPage:
    items: List[Project]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class Rows:
    items: List[Dict[str, Any]]
    next: Optional[str]
    version: int
    total: Optional[int] = None


@dataclass(frozen=True)
class Run:
    id: str
    function: AuditEventActor
    project_id: str
    state: Literal["queued", "running", "succeeded", "failed", "cancelled"]
    progress: RunProgress
    steps: List[RunStep]
    inputs: Dict[str, Any]
    outputs: Optional[Dict[str, Any]]
    error: Optional[RunError]
    attempt: int
    requested_by: AuditEventActor
    queued_at: str
    started_at: Optional[str]
    ended_at: Optional[str]
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]


@dataclass(frozen=True)
class RunError:
    code: str
    message: str


@dataclass(frozen=True)
class RunLogs:
    items: List[RunLogsItem]
    next: int


@dataclass(frozen=True)
class RunLogsItem:
    seq: int
    attempt: int
    at: str
    level: Literal["info", "warn", "error"]
    step: str
    message: str


@dataclass(frozen=True)
class RunPage:
    items: List[Run]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class RunProgress:
    fraction: float
    step: Optional[str]
    message: Optional[str]
    rows: Optional[int]
    bytes: Optional[int]
    total_bytes: Optional[int]


@dataclass(frozen=True)
class RunStep:
    name: str
    state: Literal["running", "succeeded", "failed", "cancelled"]
    engine: Optional[str]
    started_at: str
    ended_at: Optional[str]


@dataclass(frozen=True)
class Session:
    id: str
    current: bool
    user_agent: Optional[str]
    ip_address: Optional[str]
    created_at: str
    last_seen_at: str
    expires_at: str


@dataclass(frozen=True)
class SessionPage:
    items: List[Session]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class Table:
    id: str
    kind: Literal["project", "file", "table"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    created_by: AuditEventActor
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    state: Literal["importing", "ready", "failed"]
    version: Optional[int]
    rows: Optional[int]
    bytes: Optional[int]
    columns: List[ColumnStatisticsColumn]
    versions: List[TableVersion]
    source: Optional[TableSource]
    run: Optional[TableRun]
    report: Optional[TableReport]


@dataclass(frozen=True)
class TableAnswer:
    items: List[Dict[str, Any]]
    columns: List[TableAnswerColumn]
    version: int


@dataclass(frozen=True)
class TableAnswerColumn:
    name: str
    type: Literal["int64", "float64", "decimal", "bool", "date", "time", "timestamp", "timestamptz", "text"]


@dataclass(frozen=True)
class TableQuery:
    select: Optional[List[str]] = None
    where: Any = None
    group_by: Optional[List[Union[str, TableQueryGroupBy]]] = None
    aggregates: Optional[List[TableQueryAggregate]] = None
    sort: Optional[str] = None
    limit: Optional[int] = None
    version: Optional[int] = None


@dataclass(frozen=True)
class TableQueryAggregate:
    op: Literal["count", "countDistinct", "sum", "mean", "min", "max", "median", "stddev"]
    column: Optional[str] = None
    as_: Optional[str] = None


@dataclass(frozen=True)
class TableQueryGroupBy:
    column: str
    bin: Optional[TableQueryGroupByBin] = None
    as_: Optional[str] = None


@dataclass(frozen=True)
class TableQueryGroupByBin:
    unit: Literal["year", "month", "day", "hour"]


@dataclass(frozen=True)
class TableReport:
    format: str
    encoding: str
    rows: int
    rejected: int
    rejected_rows: List[PreviewRejected]
    decisions: List[TableReportDecision]
    delimiter: Optional[str] = None
    quote: Optional[str] = None
    header: Optional[bool] = None


@dataclass(frozen=True)
class TableReportDecision:
    column: str
    type: str
    reason: str


@dataclass(frozen=True)
class TableRun:
    id: str
    state: Literal["queued", "running", "succeeded", "failed", "cancelled"]


@dataclass(frozen=True)
class TableSource:
    file_id: str
    name: str


@dataclass(frozen=True)
class TableVersion:
    version: int
    rows: int
    bytes: int
    columns: List[ColumnStatisticsColumn]
    created_at: str
    created_by: Optional[AuditEventActor]
    run_id: str
    source: Optional[TableSource]
    report: TableReport
    diff: Optional[TableVersionDiff]


@dataclass(frozen=True)
class TableVersionDiff:
    against: int
    rows: int
    added: List[TableVersionDiffAdded]
    removed: List[TableVersionDiffAdded]
    changed: List[TableVersionDiffChanged]


@dataclass(frozen=True)
class TableVersionDiffAdded:
    name: str
    type: str


@dataclass(frozen=True)
class TableVersionDiffChanged:
    name: str
    from_: str
    to: str


@dataclass(frozen=True)
class TableVersionItem:
    version: int
    rows: int
    bytes: int
    columns: int
    created_at: str
    created_by: Optional[AuditEventActor]
    run_id: str
    source: Optional[TableSource]


@dataclass(frozen=True)
class TableVersionPage:
    items: List[TableVersionItem]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class Upload:
    id: str
    state: Literal["open", "completed", "aborted"]
    project_id: str
    file_id: str
    name: str
    bytes: int
    content_type: str
    part_bytes: int
    part_count: int
    created_at: str
    expires_at: str


@dataclass(frozen=True)
class UploadPage:
    items: List[Upload]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


@dataclass(frozen=True)
class UploadState:
    id: str
    state: Literal["open", "completed", "aborted"]
    project_id: str
    file_id: str
    name: str
    bytes: int
    content_type: str
    part_bytes: int
    part_count: int
    created_at: str
    expires_at: str
    parts: List[UploadStatePart]


@dataclass(frozen=True)
class UploadStatePart:
    number: int
    bytes: int
    etag: str
    crc64nvme: Optional[str] = None


@dataclass(frozen=True)
class User:
    id: str
    name: str
    email: str
    email_verified: bool
    admin: bool
    may_execute: bool
    state: Literal["active", "deactivated"]
    created_at: str
    last_seen_at: Optional[str]


@dataclass(frozen=True)
class UserPage:
    items: List[User]
    next: Optional[str]
    total: Optional[Union[int, Literal["10000+"]]] = None


def _quote(text: str) -> str:
    return quote(str(text), safe="")


class Api:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get_deployment(self) -> Deployment:
        """What this is, and who may sign up."""
        return decode(Deployment, self._transport.call("GET", "/api/v1/deployment"))

    def get_health(self) -> GetHealthAnswer:
        """Whether the API answers; asks no database."""
        return decode(GetHealthAnswer, self._transport.call("GET", "/api/v1/health"))

    def get_me(self) -> Me:
        """Who is asking."""
        return decode(Me, self._transport.call("GET", "/api/v1/me"))

    def search(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, kind: Optional[str] = None) -> ItemPage:
        """Everything you see, by words, pieces of names and #tags."""
        return decode(ItemPage, self._transport.call("GET", "/api/v1/search", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "kind": kind}))

    def list_groups(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, mine: Optional[Literal["0", "1", "true", "false"]] = None) -> GroupPage:
        """Groups you may know of."""
        return decode(GroupPage, self._transport.call("GET", "/api/v1/groups", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "mine": mine}))

    def create_group(self, *, name: str, description: Optional[str] = None, listed: Optional[bool] = None) -> Group:
        """Make a group; you are its admin."""
        return decode(Group, self._transport.call("POST", "/api/v1/groups", body={"name": name, "description": description, "listed": listed}))

    def get_group(self, id: str) -> Group:
        """A group."""
        return decode(Group, self._transport.call("GET", f"/api/v1/groups/{_quote(id)}"))

    def update_group(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, listed: Optional[bool] = None, if_match: str = "*") -> Group:
        """Change name, description, or whether others find it."""
        return decode(Group, self._transport.call("PATCH", f"/api/v1/groups/{_quote(id)}", body={"name": name, "description": description, "listed": listed}, headers={"if-match": if_match}))

    def delete_group(self, id: str, *, if_match: str = "*") -> None:
        """Put a group into the trash; what it was given stops counting."""
        self._transport.call("DELETE", f"/api/v1/groups/{_quote(id)}", headers={"if-match": if_match})

    def restore_group(self, id: str) -> Group:
        """Take a group back out of the trash."""
        return decode(Group, self._transport.call("POST", f"/api/v1/groups/{_quote(id)}/restore"))

    def list_principals(self, *, q: Optional[str] = None) -> PrincipalPage:
        """Whom you can share with: groups, people you know, and whoever has exactly this address."""
        return decode(PrincipalPage, self._transport.call("GET", "/api/v1/principals", query={"q": q}))

    def list_entity_activity(self, id: str, *, limit: Optional[int] = None, cursor: Optional[str] = None) -> EventPage:
        """What happened to something and to what lies in it, newest first."""
        return decode(EventPage, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/activity", query={"limit": limit, "cursor": cursor}))

    def list_audit(self, *, limit: Optional[int] = None, cursor: Optional[str] = None, type: Optional[str] = None, actor_id: Optional[str] = None, entity_id: Optional[str] = None, since: Optional[str] = None, until: Optional[str] = None) -> AuditEventPage:
        """Everything that happened, newest first."""
        return decode(AuditEventPage, self._transport.call("GET", "/api/v1/audit", query={"limit": limit, "cursor": cursor, "type": type, "actorId": actor_id, "entityId": entity_id, "since": since, "until": until}))

    def list_api_keys(self) -> ApiKeyPage:
        """Your API keys."""
        return decode(ApiKeyPage, self._transport.call("GET", "/api/v1/api-keys"))

    def create_api_key(self, *, name: str, scopes: Optional[Sequence[Literal["read", "write", "execute", "admin"]]] = None, expires_at: Optional[str] = None) -> NewApiKey:
        """Make an API key; its secret is shown this once."""
        return decode(NewApiKey, self._transport.call("POST", "/api/v1/api-keys", body={"name": name, "scopes": scopes, "expiresAt": expires_at}))

    def create_api_key_rotate(self, id: str, *, overlap_seconds: Optional[int] = None) -> NewApiKey:
        """Replace a key by one with a new secret, shown this once; the old one may overlap."""
        return decode(NewApiKey, self._transport.call("POST", f"/api/v1/api-keys/{_quote(id)}/rotate", body={"overlapSeconds": overlap_seconds}))

    def delete_api_key(self, id: str) -> None:
        """Delete an API key; it stops working at once."""
        self._transport.call("DELETE", f"/api/v1/api-keys/{_quote(id)}")

    def list_group_members(self, id: str, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None) -> GroupMemberPage:
        """Who lies in a group directly: people and groups."""
        return decode(GroupMemberPage, self._transport.call("GET", f"/api/v1/groups/{_quote(id)}/members", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor}))

    def create_group_member(self, id: str, *, email: Optional[str] = None, member_id: Optional[str] = None, role: Optional[Literal["member", "admin"]] = None) -> GroupMember:
        """Let a person or a whole group in, or change their role."""
        return decode(GroupMember, self._transport.call("POST", f"/api/v1/groups/{_quote(id)}/members", body={"email": email, "memberId": member_id, "role": role}))

    def delete_group_member(self, id: str, member_id: str) -> None:
        """Take somebody out, or leave."""
        self._transport.call("DELETE", f"/api/v1/groups/{_quote(id)}/members/{_quote(member_id)}")

    def list_group_requests(self, id: str, *, state: Optional[Literal["pending", "approved", "rejected", "withdrawn"]] = None) -> GroupRequestPage:
        """Requests to join: all of them for its admins, your own otherwise."""
        return decode(GroupRequestPage, self._transport.call("GET", f"/api/v1/groups/{_quote(id)}/requests", query={"state": state}))

    def create_group_request(self, id: str, *, message: Optional[str] = None) -> GroupRequest:
        """Ask to be let in."""
        return decode(GroupRequest, self._transport.call("POST", f"/api/v1/groups/{_quote(id)}/requests", body={"message": message}))

    def create_group_request_approve(self, id: str, request_id: str) -> GroupRequest:
        """Let them in."""
        return decode(GroupRequest, self._transport.call("POST", f"/api/v1/groups/{_quote(id)}/requests/{_quote(request_id)}/approve"))

    def create_group_request_reject(self, id: str, request_id: str) -> GroupRequest:
        """Do not let them in."""
        return decode(GroupRequest, self._transport.call("POST", f"/api/v1/groups/{_quote(id)}/requests/{_quote(request_id)}/reject"))

    def delete_group_request(self, id: str, request_id: str) -> None:
        """Take your request back."""
        self._transport.call("DELETE", f"/api/v1/groups/{_quote(id)}/requests/{_quote(request_id)}")

    def list_invitations(self) -> InvitationPage:
        """Invitations nobody has taken up."""
        return decode(InvitationPage, self._transport.call("GET", "/api/v1/invitations"))

    def create_invitation(self, *, email: str) -> NewInvitation:
        """Invite an address; its link is shown this once."""
        return decode(NewInvitation, self._transport.call("POST", "/api/v1/invitations", body={"email": email}))

    def delete_invitation(self, id: str) -> None:
        """Withdraw an invitation."""
        self._transport.call("DELETE", f"/api/v1/invitations/{_quote(id)}")

    def list_projects(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None) -> ProjectPage:
        """Projects you see."""
        return decode(ProjectPage, self._transport.call("GET", "/api/v1/projects", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count}))

    def create_project(self, *, name: str, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, visibility: Optional[Literal["private", "internal", "public"]] = None) -> Project:
        """Make a project; you are its owner."""
        return decode(Project, self._transport.call("POST", "/api/v1/projects", body={"name": name, "description": description, "tags": tags, "visibility": visibility}))

    def get_project(self, id: str) -> Project:
        """A project."""
        return decode(Project, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}"))

    def update_project(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, visibility: Optional[Literal["private", "internal", "public"]] = None, if_match: str = "*") -> Project:
        """Change name, description, tags or visibility."""
        return decode(Project, self._transport.call("PATCH", f"/api/v1/projects/{_quote(id)}", body={"name": name, "description": description, "tags": tags, "visibility": visibility}, headers={"if-match": if_match}))

    def delete_project(self, id: str, *, if_match: str = "*") -> None:
        """Put a project into the trash, with everything in it."""
        self._transport.call("DELETE", f"/api/v1/projects/{_quote(id)}", headers={"if-match": if_match})

    def restore_project(self, id: str) -> Project:
        """Take a project back out of the trash."""
        return decode(Project, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/restore"))

    def list_project_items(self, id: str, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, kind: Optional[str] = None) -> ItemPage:
        """What lies in a project."""
        return decode(ItemPage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/items", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "kind": kind}))

    def list_entity_grants(self, id: str) -> GrantPage:
        """Who has rights on something."""
        return decode(GrantPage, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/grants"))

    def create_entity_grant(self, id: str, *, bundle: Literal["viewer", "annotator", "contributor", "operator", "owner"], email: Optional[str] = None, principal_id: Optional[str] = None) -> Grant:
        """Give somebody rights, in place of those they were given here before."""
        return decode(Grant, self._transport.call("POST", f"/api/v1/entities/{_quote(id)}/grants", body={"email": email, "principalId": principal_id, "bundle": bundle}))

    def delete_entity_grant(self, id: str, principal_id: str) -> None:
        """Take somebody's rights back, or give up one's own."""
        self._transport.call("DELETE", f"/api/v1/entities/{_quote(id)}/grants/{_quote(principal_id)}")

    def list_sessions(self) -> SessionPage:
        """Browsers you are signed in with."""
        return decode(SessionPage, self._transport.call("GET", "/api/v1/sessions"))

    def delete_session(self) -> None:
        """Sign every other browser out."""
        self._transport.call("DELETE", "/api/v1/sessions")

    def delete_session(self, id: str) -> None:
        """Sign one browser out."""
        self._transport.call("DELETE", f"/api/v1/sessions/{_quote(id)}")

    def list_users(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, state: Optional[Literal["active", "deactivated"]] = None) -> UserPage:
        """Everybody with an account."""
        return decode(UserPage, self._transport.call("GET", "/api/v1/users", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "state": state}))

    def get_user(self, id: str) -> User:
        """Somebody with an account."""
        return decode(User, self._transport.call("GET", f"/api/v1/users/{_quote(id)}"))

    def update_user(self, id: str, *, admin: Optional[bool] = None, may_execute: Optional[bool] = None) -> User:
        """Give or take the rights to administer and to run functions."""
        return decode(User, self._transport.call("PATCH", f"/api/v1/users/{_quote(id)}", body={"admin": admin, "mayExecute": may_execute}))

    def create_user_deactivate(self, id: str) -> User:
        """Shut somebody out at once; what they made stays."""
        return decode(User, self._transport.call("POST", f"/api/v1/users/{_quote(id)}/deactivate"))

    def create_user_reactivate(self, id: str) -> User:
        """Let somebody in again."""
        return decode(User, self._transport.call("POST", f"/api/v1/users/{_quote(id)}/reactivate"))

    def create_upload(self, *, project_id: str, name: str, bytes: int, content_type: Optional[str] = None, sha256: Optional[str] = None) -> OpenedUpload:
        """Begin an upload: PUT each part to its URL, then complete."""
        return decode(OpenedUpload, self._transport.call("POST", "/api/v1/uploads", body={"projectId": project_id, "name": name, "bytes": bytes, "contentType": content_type, "sha256": sha256}))

    def list_uploads(self, *, project_id: str, limit: Optional[int] = None, cursor: Optional[str] = None) -> UploadPage:
        """Your uploads to a project that wait for parts."""
        return decode(UploadPage, self._transport.call("GET", "/api/v1/uploads", query={"projectId": project_id, "limit": limit, "cursor": cursor}))

    def get_upload(self, id: str) -> UploadState:
        """Which parts have arrived, to go on after a break."""
        return decode(UploadState, self._transport.call("GET", f"/api/v1/uploads/{_quote(id)}"))

    def delete_upload(self, id: str) -> None:
        """Give an upload up."""
        self._transport.call("DELETE", f"/api/v1/uploads/{_quote(id)}")

    def create_upload_part(self, id: str, *, numbers: Sequence[int], crc64nvme: Optional[Sequence[str]] = None) -> CreateUploadPartAnswer:
        """Fresh URLs for some parts; each lasts an hour."""
        return decode(CreateUploadPartAnswer, self._transport.call("POST", f"/api/v1/uploads/{_quote(id)}/parts", body={"numbers": numbers, "crc64nvme": crc64nvme}))

    def complete_upload(self, id: str, *, parts: Sequence[Mapping[str, Any]], crc64nvme: Optional[str] = None, sha256: Optional[str] = None) -> File:
        """Make a file of the parts; repeating it answers the same file."""
        return decode(File, self._transport.call("POST", f"/api/v1/uploads/{_quote(id)}/complete", body={"parts": parts, "crc64nvme": crc64nvme, "sha256": sha256}))

    def get_file(self, id: str) -> File:
        """A file."""
        return decode(File, self._transport.call("GET", f"/api/v1/files/{_quote(id)}"))

    def update_file(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, if_match: str = "*") -> File:
        """Change name, description or tags."""
        return decode(File, self._transport.call("PATCH", f"/api/v1/files/{_quote(id)}", body={"name": name, "description": description, "tags": tags}, headers={"if-match": if_match}))

    def delete_file(self, id: str, *, if_match: str = "*") -> None:
        """Put a file into the trash."""
        self._transport.call("DELETE", f"/api/v1/files/{_quote(id)}", headers={"if-match": if_match})

    def restore_file(self, id: str) -> File:
        """Take a file back out of the trash."""
        return decode(File, self._transport.call("POST", f"/api/v1/files/{_quote(id)}/restore"))

    def get_file_download(self, id: str, *, redirect: Optional[Literal["0", "1", "true", "false"]] = None) -> Link:
        """A URL for the bytes, for five minutes."""
        return decode(Link, self._transport.call("GET", f"/api/v1/files/{_quote(id)}/download", query={"redirect": redirect}))

    def get_file_preview(self, id: str, *, format: Optional[Literal["csv", "tsv", "ndjson", "json", "parquet", "arrow"]] = None, encoding: Optional[Literal["utf-8", "utf-16le", "utf-16be", "windows-1252"]] = None, delimiter: Optional[str] = None, quote: Optional[str] = None, header: Optional[Literal["0", "1", "true", "false"]] = None, skip: Optional[int] = None) -> Preview:
        """How the beginning of a file reads as a table."""
        return decode(Preview, self._transport.call("GET", f"/api/v1/files/{_quote(id)}/preview", query={"format": format, "encoding": encoding, "delimiter": delimiter, "quote": quote, "header": header, "skip": skip}))

    def create_table(self, *, project_id: str, name: str, file_id: str, options: Optional[Mapping[str, Any]] = None) -> CreateTableAnswer:
        """Make a table of a file."""
        return decode(CreateTableAnswer, self._transport.call("POST", "/api/v1/tables", body={"projectId": project_id, "name": name, "fileId": file_id, "options": options}))

    def list_tables(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, project_id: Optional[str] = None) -> ItemPage:
        """Tables you see, of one project or all."""
        return decode(ItemPage, self._transport.call("GET", "/api/v1/tables", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "projectId": project_id}))

    def get_table(self, id: str) -> Table:
        """A table: columns, statistics, versions, how it was imported."""
        return decode(Table, self._transport.call("GET", f"/api/v1/tables/{_quote(id)}"))

    def update_table(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, if_match: str = "*") -> Table:
        """Change name, description or tags."""
        return decode(Table, self._transport.call("PATCH", f"/api/v1/tables/{_quote(id)}", body={"name": name, "description": description, "tags": tags}, headers={"if-match": if_match}))

    def delete_table(self, id: str, *, if_match: str = "*") -> None:
        """Put a table into the trash; an import under way is stopped."""
        self._transport.call("DELETE", f"/api/v1/tables/{_quote(id)}", headers={"if-match": if_match})

    def restore_table(self, id: str) -> Table:
        """Take a table back out of the trash."""
        return decode(Table, self._transport.call("POST", f"/api/v1/tables/{_quote(id)}/restore"))

    def get_table_download(self, id: str, *, format: Optional[Literal["parquet"]] = None, version: Optional[int] = None) -> Link:
        """A URL for a version, the current one by default, for five minutes."""
        return decode(Link, self._transport.call("GET", f"/api/v1/tables/{_quote(id)}/download", query={"format": format, "version": version}))

    def get_table_rows(self, id: str, *, select: Optional[str] = None, where: Optional[str] = None, sort: Optional[str] = None, limit: Any = None, offset: Optional[int] = None, cursor: Optional[str] = None, version: Optional[int] = None, count: Optional[Literal["0", "1", "true", "false"]] = None) -> Rows:
        """Rows of a table."""
        return decode(Rows, self._transport.call("GET", f"/api/v1/tables/{_quote(id)}/rows", query={"select": select, "where": where, "sort": sort, "limit": limit, "offset": offset, "cursor": cursor, "version": version, "count": count}))

    def query_table(self, id: str, *, select: Optional[Sequence[str]] = None, where: Any = None, group_by: Optional[Sequence[Any]] = None, aggregates: Optional[Sequence[Mapping[str, Any]]] = None, sort: Optional[str] = None, limit: Optional[int] = None, version: Optional[int] = None) -> TableAnswer:
        """Groups and aggregates of a table's rows."""
        return decode(TableAnswer, self._transport.call("POST", f"/api/v1/tables/{_quote(id)}/query", body={"select": select, "where": where, "groupBy": group_by, "aggregates": aggregates, "sort": sort, "limit": limit, "version": version}))

    def get_table_column_statistics(self, id: str, name: str, *, version: Optional[int] = None, where: Optional[str] = None) -> ColumnStatistics:
        """Statistics of a column, of any version and over filtered rows."""
        return decode(ColumnStatistics, self._transport.call("GET", f"/api/v1/tables/{_quote(id)}/columns/{_quote(name)}/statistics", query={"version": version, "where": where}))

    def create_table_version(self, id: str, *, file_id: str, options: Optional[Mapping[str, Any]] = None) -> CreateTableAnswer:
        """Import a file as the table's next version."""
        return decode(CreateTableAnswer, self._transport.call("POST", f"/api/v1/tables/{_quote(id)}/versions", body={"fileId": file_id, "options": options}))

    def list_table_versions(self, id: str, *, limit: Optional[int] = None, cursor: Optional[str] = None) -> TableVersionPage:
        """A table's versions, newest first."""
        return decode(TableVersionPage, self._transport.call("GET", f"/api/v1/tables/{_quote(id)}/versions", query={"limit": limit, "cursor": cursor}))

    def get_table_version(self, id: str, version: str) -> TableVersion:
        """A version: columns, report, and what differs from the one before."""
        return decode(TableVersion, self._transport.call("GET", f"/api/v1/tables/{_quote(id)}/versions/{_quote(version)}"))

    def list_functions(self) -> FunctionPage:
        """Functions you may run."""
        return decode(FunctionPage, self._transport.call("GET", "/api/v1/functions"))

    def get_function(self, id: str) -> Function:
        """A function and its signature."""
        return decode(Function, self._transport.call("GET", f"/api/v1/functions/{_quote(id)}"))

    def create_function_run(self, id: str, *, inputs: Mapping[str, Any]) -> Run:
        """Run a function."""
        return decode(Run, self._transport.call("POST", f"/api/v1/functions/{_quote(id)}/runs", body={"inputs": inputs}))

    def list_runs(self, *, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, project_id: Optional[str] = None, subject_id: Optional[str] = None, state: Optional[Literal["queued", "running", "succeeded", "failed", "cancelled"]] = None) -> RunPage:
        """Runs you see, newest first."""
        return decode(RunPage, self._transport.call("GET", "/api/v1/runs", query={"sort": sort, "limit": limit, "cursor": cursor, "count": count, "projectId": project_id, "subjectId": subject_id, "state": state}))

    def get_run(self, id: str) -> Run:
        """A run."""
        return decode(Run, self._transport.call("GET", f"/api/v1/runs/{_quote(id)}"))

    def get_run_logs(self, id: str, *, after: Optional[int] = None) -> RunLogs:
        """Lines of a run's log after a number."""
        return decode(RunLogs, self._transport.call("GET", f"/api/v1/runs/{_quote(id)}/logs", query={"after": after}))

    def cancel_run(self, id: str) -> Run:
        """Stop a run."""
        return decode(Run, self._transport.call("POST", f"/api/v1/runs/{_quote(id)}/cancel"))

    def retry_run(self, id: str) -> Run:
        """Try a run again that failed or was cancelled."""
        return decode(Run, self._transport.call("POST", f"/api/v1/runs/{_quote(id)}/retry"))
