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
class AccessExplanation:
    principal: AccessExplanationPrincipal
    bundle: Optional[Literal["viewer", "annotator", "contributor", "operator", "owner"]]
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    execute_held_back: bool
    reasons: List[AccessExplanationReason]


@dataclass(frozen=True)
class AccessExplanationPrincipal:
    id: str
    name: str
    kind: Literal["personal", "team", "builtin", "domain"]


@dataclass(frozen=True)
class AccessExplanationReason:
    bundle: Optional[Literal["viewer", "annotator", "contributor", "operator", "owner"]]
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    through: List[Optional[AccessExplanationReasonThrough]]
    on: Optional[AccessExplanationReasonThrough]
    down: List[Optional[AccessExplanationReasonThrough]]
    given_by: Optional[str]
    given_at: str
    expires_at: Optional[str]


@dataclass(frozen=True)
class AccessExplanationReasonThrough:
    id: str
    name: str


@dataclass(frozen=True)
class AccessFacet:
    approximate: bool
    items: List[AccessFacetItem]


@dataclass(frozen=True)
class AccessFacetItem:
    value: Literal["mine", "direct", "project", "group", "public"]
    count: int


@dataclass(frozen=True)
class AccessOffer:
    question: str
    bundles: List[Literal["viewer", "annotator", "contributor", "operator", "owner"]]
    days: Optional[int]
    approvers: List[AccessOfferApprover]
    set: bool
    own: Optional[AccessOfferOwn]


@dataclass(frozen=True)
class AccessOfferApprover:
    principal_id: str
    name: str


@dataclass(frozen=True)
class AccessOfferOwn:
    id: str
    entity: AccessOfferOwnEntity
    user: AccessExplanationReasonThrough
    bundle: Literal["viewer", "annotator", "contributor", "operator", "owner"]
    answer: str
    days: Optional[int]
    state: Literal["pending", "approved", "rejected", "withdrawn"]
    note: str
    created_at: str
    decided_by: Optional[AccessExplanationReasonThrough]
    decided_at: Optional[str]
    granted_until: Optional[str]


@dataclass(frozen=True)
class AccessOfferOwnEntity:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str


@dataclass(frozen=True)
class AccessRequest:
    id: str
    entity: AccessOfferOwnEntity
    user: AccessExplanationReasonThrough
    bundle: Literal["viewer", "annotator", "contributor", "operator", "owner"]
    answer: str
    days: Optional[int]
    state: Literal["pending", "approved", "rejected", "withdrawn"]
    note: str
    created_at: str
    decided_by: Optional[AccessExplanationReasonThrough]
    decided_at: Optional[str]
    granted_until: Optional[str]


@dataclass(frozen=True)
class AccessRequestPage:
    items: List[AccessRequest]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Algorithm:
    id: str
    project_id: str
    name: str
    description: str
    script: Optional[AccessExplanationReasonThrough]
    image: Optional[AlgorithmImage]
    categories: List[str]
    batch_size: int
    limits: AlgorithmLimits
    layer_ids: Optional[List[str]]
    parameters: List[AlgorithmParameter]
    problem: Optional[str]
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    created_at: str
    updated_at: str


@dataclass(frozen=True)
class AlgorithmBatch:
    number: int
    state: Literal["waiting", "succeeded", "failed"]
    media_ids: List[str]
    annotations: int
    error: Optional[AlgorithmBatchError]


@dataclass(frozen=True)
class AlgorithmBatchError:
    code: str
    message: str


@dataclass(frozen=True)
class AlgorithmBatchPage:
    items: List[AlgorithmBatch]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class AlgorithmImage:
    reference: str
    command: Optional[List[str]] = None
    parameters: Optional[Dict[str, Any]] = None


@dataclass(frozen=True)
class AlgorithmLimits:
    seconds: Optional[int] = None
    memory_mi_b: Optional[int] = None
    cpus: Optional[int] = None


@dataclass(frozen=True)
class AlgorithmPage:
    items: List[Algorithm]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class AlgorithmParameter:
    name: str
    type: Literal["int", "double", "bool", "string", "datetime", "bigint", "num", "qnum", "list", "map", "dataframe", "column", "column_list", "cell", "row", "file", "blob", "graphics", "media", "viewer", "view", "user", "dynamic", "object", "funccall", "semantic_value", "widget", "project", "notebook"]
    options: AlgorithmParameterOptions
    item: Optional[Literal["int", "double", "bool", "string", "datetime", "bigint", "num", "qnum", "list", "map", "dataframe", "column", "column_list", "cell", "row", "file", "blob", "graphics", "media", "viewer", "view", "user", "dynamic", "object", "funccall", "semantic_value", "widget", "project", "notebook"]] = None
    default: Any = None
    description: Optional[str] = None


@dataclass(frozen=True)
class AlgorithmParameterOptions:
    caption: Optional[str] = None
    postfix: Optional[str] = None
    units: Optional[str] = None
    category: Optional[str] = None
    input_type: Optional[str] = None
    format: Optional[str] = None
    sem_type: Optional[str] = None
    nullable: Optional[bool] = None
    optional: Optional[bool] = None
    validators: Optional[List[str]] = None
    choices: Optional[AlgorithmParameterOptionsChoices] = None
    suggestions: Optional[str] = None
    min: Optional[float] = None
    max: Optional[float] = None
    step: Optional[float] = None
    pattern: Optional[str] = None
    separators: Optional[str] = None
    allow_nulls: Optional[bool] = None
    columns: Optional[Literal["numerical", "categorical"]] = None
    column_type: Optional[Literal["numerical", "categorical", "dateTime"]] = None
    table: Optional[str] = None
    action: Optional[AlgorithmParameterOptionsAction] = None
    visible: Optional[str] = None
    enabled: Optional[str] = None
    propagate_choice: Optional[Literal["all"]] = None
    editor: Optional[str] = None
    editor_param: Optional[str] = None
    other: Optional[Dict[str, str]] = None


@dataclass(frozen=True)
class AlgorithmParameterOptionsAction:
    verb: Literal["join", "replace"]
    table: str


@dataclass(frozen=True)
class AlgorithmParameterOptionsChoices:
    source: str


@dataclass(frozen=True)
class AlgorithmStart:
    media_ids: Optional[List[str]] = None
    query: Optional[AlgorithmStartQuery] = None
    count: Optional[int] = None
    parameters: Optional[Dict[str, Any]] = None
    project_id: Optional[str] = None
    layer: Optional[AlgorithmStartLayer] = None


@dataclass(frozen=True)
class AlgorithmStartLayer:
    name: str


@dataclass(frozen=True)
class AlgorithmStartQuery:
    project_id: Optional[str] = None
    recursive: Optional[bool] = None
    playlist_id: Optional[str] = None
    type_id: Optional[str] = None
    dtype: Optional[Literal["video", "image", "multi", "live"]] = None
    state: Optional[Literal["processing", "ready", "partial", "failed"]] = None
    q: Optional[str] = None


@dataclass(frozen=True)
class AlgorithmStarted:
    run: Run
    layer_id: str
    media: int
    batches: int


@dataclass(frozen=True)
class AnnotationChanged:
    id: str
    elemental_id: str
    mark: int


@dataclass(frozen=True)
class AnnotationExport:
    format: Literal["csv", "ndjson", "coco", "yolo", "yolo-segment", "voc", "mot"]
    media_ids: Optional[List[str]] = None
    layers: Optional[List[str]] = None
    types: Optional[List[str]] = None
    filter: Optional[Dict[str, Any]] = None
    name: Optional[str] = None
    compress: Optional[bool] = None
    archive: Optional[Literal["tar", "zip"]] = None


@dataclass(frozen=True)
class AnnotationImport:
    file_id: str
    format: Literal["csv", "ndjson", "coco", "yolo", "yolo-segment", "voc", "mot"]
    layer_id: Optional[str] = None
    new_layer: Optional[str] = None
    media_id: Optional[str] = None
    classes: Optional[Dict[str, Optional[str]]] = None
    attributes: Optional[Dict[str, Dict[str, Optional[str]]]] = None
    preview: Optional[bool] = None
    create_types: Optional[bool] = None
    keep_good: Optional[bool] = None


@dataclass(frozen=True)
class AnnotationType:
    name: str
    shape: Literal["box", "line", "dot", "polygon", "frame", "media", "track"]
    id: str
    project_id: str
    revision: int
    color: Optional[str] = None
    hotkey: Optional[str] = None
    attributes: Optional[List[AnnotationTypeAttribute]] = None
    interpolation: Optional[Literal["none", "latest", "linear"]] = None
    position: Optional[int] = None


@dataclass(frozen=True)
class AnnotationTypeAttribute:
    name: str
    dtype: Literal["bool", "int", "float", "enum", "string", "blob", "datetime", "geopos", "float_array"]
    description: Optional[str] = None
    required: Optional[bool] = None
    visible: Optional[bool] = None
    order: Optional[int] = None
    section: Optional[str] = None
    style: Optional[str] = None
    default: Optional[Union[str, float, bool, List[Union[float, str]]]] = None
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    choices: Optional[List[str]] = None
    labels: Optional[List[str]] = None
    size: Optional[int] = None
    use_current: Optional[bool] = None
    autocomplete: Optional[List[str]] = None


@dataclass(frozen=True)
class AnnotationTypeCount:
    type_id: str
    count: int


@dataclass(frozen=True)
class AnnotationTypePage:
    items: List[AnnotationType]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Announcement:
    id: str
    title: str
    body: str
    tone: Literal["info", "warning"]
    dismissible: bool
    from_: str
    until: Optional[str]


@dataclass(frozen=True)
class AnnouncementPage:
    items: List[Announcement]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class ApiKey:
    id: str
    name: str
    prefix: str
    scopes: List[Literal["read", "write", "execute", "admin"]]
    project_id: Optional[str]
    expires_at: Optional[str]
    last_used_at: Optional[str]
    created_at: str


@dataclass(frozen=True)
class ApiKeyPage:
    items: List[ApiKey]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class AttributeType:
    name: str
    dtype: Literal["bool", "int", "float", "enum", "string", "blob", "datetime", "geopos", "float_array"]
    id: str
    project_id: str
    revision: int
    description: Optional[str] = None
    required: Optional[bool] = None
    visible: Optional[bool] = None
    order: Optional[int] = None
    section: Optional[str] = None
    style: Optional[str] = None
    kinds: Optional[List[Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]]] = None
    default: Optional[Union[str, float, bool, List[Union[float, str]]]] = None
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    choices: Optional[List[str]] = None
    labels: Optional[List[str]] = None
    size: Optional[int] = None
    use_current: Optional[bool] = None
    autocomplete: Optional[List[str]] = None


@dataclass(frozen=True)
class AttributeTypePage:
    items: List[AttributeType]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Attributes:
    types: List[AttributeType]
    values: Dict[str, Any]


@dataclass(frozen=True)
class Audience:
    people: int
    most: int


@dataclass(frozen=True)
class AuditEvent:
    id: str
    at: str
    type: str
    actor: Optional[AccessExplanationReasonThrough]
    entity_id: Optional[str]
    parameters: Dict[str, Any]
    run_id: Optional[str]
    actor_type: Literal["public", "user", "run", "system"]
    session_id: Optional[str]
    key_id: Optional[str]
    link_id: Optional[str]
    request_id: Optional[str]
    address: Optional[str]


@dataclass(frozen=True)
class AuditEventPage:
    items: List[AuditEvent]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


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
class Comment:
    id: str
    entity_id: str
    parent_id: Optional[str]
    author: AccessExplanationReasonThrough
    body: str
    mentions: List[CommentMention]
    created_at: str
    edited_at: Optional[str]
    deleted: bool
    mine: bool
    replies: List[CommentReply]


@dataclass(frozen=True)
class CommentMention:
    principal_id: str
    name: str
    kind: Literal["personal", "team"]


@dataclass(frozen=True)
class CommentPage:
    items: List[Comment]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class CommentReply:
    id: str
    entity_id: str
    parent_id: Optional[str]
    author: AccessExplanationReasonThrough
    body: str
    mentions: List[CommentMention]
    created_at: str
    edited_at: Optional[str]
    deleted: bool
    mine: bool


@dataclass(frozen=True)
class CreateCropAnswer:
    items: List[Crop]


@dataclass(frozen=True)
class CreateDeliveryReplayAnswer:
    messages: int


@dataclass(frozen=True)
class CreateFunctionSignatureAnswer:
    items: List[CreateFunctionSignatureAnswerItem]


@dataclass(frozen=True)
class CreateFunctionSignatureAnswerItem:
    signature: CreateFunctionSignatureAnswerItemSignature
    schema: Dict[str, Any]
    problems: List[ScriptProblem]
    line: int


@dataclass(frozen=True)
class CreateFunctionSignatureAnswerItemSignature:
    tags: List[str]
    tests: List[str]
    meta: Dict[str, str]
    inputs: List[AlgorithmParameter]
    outputs: List[AlgorithmParameter]
    name: Optional[str] = None
    friendly_name: Optional[str] = None
    description: Optional[str] = None
    language: Optional[str] = None
    help_url: Optional[str] = None
    reference: Optional[str] = None
    top_menu: Optional[List[str]] = None
    sample: Optional[str] = None
    environment: Optional[str] = None
    condition: Optional[str] = None
    connection: Optional[str] = None
    schedule: Optional[ScriptHeaderSchedule] = None


@dataclass(frozen=True)
class CreateJobReportAnswer:
    cancelled: bool


@dataclass(frozen=True)
class CreateJobUploadAnswer:
    key: str
    headers: Dict[str, str]
    url: str


@dataclass(frozen=True)
class CreateLayerMergeAnswer:
    localizations: int
    states: int


@dataclass(frozen=True)
class CreateMediaAnswer:
    media: Media
    run: Run


@dataclass(frozen=True)
class CreateMediaCloneAnswer:
    ids: List[str]


@dataclass(frozen=True)
class CreateMediaImportAnswer:
    run: Run


@dataclass(frozen=True)
class CreateMediaLocalizationAnswer:
    items: List[AnnotationChanged]


@dataclass(frozen=True)
class CreateMediaUrlAnswer:
    items: List[MediaUrl]


@dataclass(frozen=True)
class CreateModelPredictAnswer:
    items: List[CreateModelPredictAnswerItem]


@dataclass(frozen=True)
class CreateModelPredictAnswerItem:
    prediction: Union[str, float, bool]
    probabilities: Optional[Dict[str, float]] = None


@dataclass(frozen=True)
class CreateNotebookContentAnswer:
    upload_id: str
    url: str
    headers: Dict[str, str]


@dataclass(frozen=True)
class CreateProjectLocalizationTypeAnswer:
    items: List[AnnotationTypeCount]


@dataclass(frozen=True)
class CreateTableAnswer:
    table: Table
    run: Run


@dataclass(frozen=True)
class CreateUploadPartAnswer:
    parts: List[OpenedUploadPart]


@dataclass(frozen=True)
class Crop:
    url: Optional[str]
    expires_at: Optional[str]
    problem: Optional[AlgorithmBatchError]


@dataclass(frozen=True)
class Deployment:
    name: str
    version: str
    sign_up: Literal["open", "domains", "invitation"]
    sign_up_domains: List[str]
    mail: bool
    providers: List[AccessExplanationReasonThrough]
    read_without_account: bool
    banner: str
    contact: str
    maintenance: Optional[DeploymentMaintenance]
    accounts: bool


@dataclass(frozen=True)
class DeploymentMaintenance:
    message: str
    until: Optional[str]


@dataclass(frozen=True)
class DeploymentSettings:
    name: str
    sign_up: Literal["open", "domains", "invitation"]
    sign_up_domains: List[str]
    second_factor: Literal["optional", "administrators", "everyone"]
    read_without_account: bool
    banner: str
    contact: Union[Literal[""], str]
    maintenance: DeploymentSettingsMaintenance
    image_registries: List[str]


@dataclass(frozen=True)
class DeploymentSettingsMaintenance:
    active: bool
    message: Optional[str] = None
    until: Optional[str] = None


@dataclass(frozen=True)
class Enrolment:
    secret: str
    uri: str


@dataclass(frozen=True)
class Event:
    id: str
    at: str
    type: str
    actor: Optional[AccessExplanationReasonThrough]
    entity_id: Optional[str]
    parameters: Dict[str, Any]
    run_id: Optional[str]


@dataclass(frozen=True)
class EventPage:
    items: List[Event]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Facets:
    approximate: bool
    kind: List[FacetsKind]
    project: List[FacetsKind]
    owner: List[FacetsKind]
    tag: List[FacetsKind]
    month: List[FacetsKind]


@dataclass(frozen=True)
class FacetsKind:
    value: str
    label: str
    count: int


@dataclass(frozen=True)
class File:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    attributes: Dict[str, Any]
    created_by: AccessExplanationReasonThrough
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
    kind: Literal["builtin", "script", "notebook", "model"]
    name: str
    description: str
    revision: int
    signature: FunctionSignature
    project_id: Optional[str]
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    created_at: str


@dataclass(frozen=True)
class FunctionPage:
    items: List[Function]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class FunctionSignature:
    inputs: List[AlgorithmParameter]
    outputs: List[AlgorithmParameter]


@dataclass(frozen=True)
class GetDeploymentImageRegistriesAnswer:
    items: List[str]


@dataclass(frozen=True)
class GetEntityFavoriteAnswer:
    favorite: bool


@dataclass(frozen=True)
class GetHealthAnswer:
    status: Literal["ok"]


@dataclass(frozen=True)
class GetLocalizationMarksAnswer:
    items: List[Localization]


@dataclass(frozen=True)
class GetMediaFoldersAnswer:
    items: List[MediaFolder]


@dataclass(frozen=True)
class GetModelOthersAnswer:
    items: List[ModelBrief]


@dataclass(frozen=True)
class GetNotificationUnreadAnswer:
    unread: int


@dataclass(frozen=True)
class GetSecondFactorAwaitedAnswer:
    awaits: Optional[Literal["code", "enrolment"]]


@dataclass(frozen=True)
class GetStateMarksAnswer:
    items: List[State]


@dataclass(frozen=True)
class GetTableModelsAnswer:
    items: List[ModelSuggestion]


@dataclass(frozen=True)
class Grant:
    principal_id: str
    kind: Literal["personal", "team", "builtin", "domain"]
    name: str
    members: Optional[int]
    bundle: Optional[Literal["viewer", "annotator", "contributor", "operator", "owner"]]
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    here: Optional[GrantHere]
    from_: List[AccessExplanationReasonThrough]
    email: Optional[str] = None


@dataclass(frozen=True)
class GrantHere:
    bundle: Optional[Literal["viewer", "annotator", "contributor", "operator", "owner"]]
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    expires_at: Optional[str]


@dataclass(frozen=True)
class GrantPage:
    items: List[Grant]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


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
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class GroupPage:
    items: List[Group]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class GroupRequest:
    id: str
    group: AccessExplanationReasonThrough
    user: AccessExplanationReasonThrough
    message: str
    state: Literal["pending", "approved", "rejected", "withdrawn"]
    created_at: str
    decided_at: Optional[str]


@dataclass(frozen=True)
class GroupRequestPage:
    items: List[GroupRequest]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class HealthReport:
    status: Literal["ok", "degraded"]
    components: List[HealthReportComponent]


@dataclass(frozen=True)
class HealthReportComponent:
    name: Literal["database", "objects", "workflows", "relay", "mail"]
    status: Literal["ok", "failed", "timeout", "off"]
    ms: int
    timeout_ms: int
    detail: Optional[str]


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
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Item:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    attributes: Dict[str, Any]
    created_by: AccessExplanationReasonThrough
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
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Job:
    run_id: str
    attempt: int
    task: Literal["script", "notebook", "train", "export", "image"]
    language: Optional[Literal["python", "javascript"]]
    source: Optional[JobSource]
    environment: Optional[JobEnvironment]
    limits: Dict[str, float]
    inputs: List[Dict[str, Any]]
    outputs: List[JobOutput]


@dataclass(frozen=True)
class JobEnvironment:
    name: str
    url: str
    sha256: str


@dataclass(frozen=True)
class JobOutput:
    name: str
    type: str
    item: Optional[str] = None


@dataclass(frozen=True)
class JobSource:
    file_name: str
    text: Optional[str] = None
    url: Optional[str] = None


@dataclass(frozen=True)
class LastChanges:
    items: List[Event]


@dataclass(frozen=True)
class Layer:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    attributes: Dict[str, Any]
    created_by: AccessExplanationReasonThrough
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    number: int
    base_ids: List[str]
    show_empty: bool


@dataclass(frozen=True)
class LayerDifference:
    kind: Literal["localization", "state"]
    elemental_id: str
    change: Literal["added", "changed", "deleted"]
    ours: Any
    theirs: Any


@dataclass(frozen=True)
class LayerDifferenceOurs:
    id: str
    elemental_id: str
    layer_id: str
    type_id: str
    attributes: Dict[str, Any]
    mark: int
    deleted: bool
    created_by: str
    created_at: str
    modified_by: str
    modified_at: str
    media_ids: List[str]
    frame: Optional[int]
    end_frame: Optional[int]
    color: Optional[str]
    localization_ids: List[str]
    segments: List[List[Any]]


@dataclass(frozen=True)
class LayerDifferencePage:
    items: List[LayerDifference]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class LayerPage:
    items: List[Layer]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Lineage:
    nodes: List[LineageNode]
    edges: List[LineageEdge]
    complete: bool


@dataclass(frozen=True)
class LineageEdge:
    from_: str
    to: str
    predicate: Literal["prov:wasGeneratedBy", "prov:used"]
    role: str
    version: Optional[int]
    content_hash: Optional[str]


@dataclass(frozen=True)
class LineageNode:
    type: Literal["run"]
    id: str
    name: str
    function: LineageNodeFunction
    ended_at: Optional[str]


@dataclass(frozen=True)
class LineageNodeFunction:
    id: str
    kind: Literal["builtin", "script", "notebook", "model"]


@dataclass(frozen=True)
class Link:
    url: str
    expires_at: str


@dataclass(frozen=True)
class Localization:
    id: str
    elemental_id: str
    layer_id: str
    type_id: str
    attributes: Dict[str, Any]
    mark: int
    deleted: bool
    created_by: str
    created_at: str
    modified_by: str
    modified_at: str
    media_id: str
    frame: int
    x: Optional[float]
    y: Optional[float]
    width: Optional[float]
    height: Optional[float]
    u: Optional[float]
    v: Optional[float]
    points: Optional[List[List[Any]]]
    key: bool
    track_ids: List[str]


@dataclass(frozen=True)
class LocalizationPage:
    items: List[LocalizationPageItem]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class LocalizationPageItem:
    id: Optional[str] = None
    elemental_id: Optional[str] = None
    layer_id: Optional[str] = None
    type_id: Optional[str] = None
    attributes: Optional[Dict[str, Any]] = None
    mark: Optional[int] = None
    deleted: Optional[bool] = None
    created_by: Optional[str] = None
    created_at: Optional[str] = None
    modified_by: Optional[str] = None
    modified_at: Optional[str] = None
    media_id: Optional[str] = None
    frame: Optional[int] = None
    x: Optional[float] = None
    y: Optional[float] = None
    width: Optional[float] = None
    height: Optional[float] = None
    u: Optional[float] = None
    v: Optional[float] = None
    points: Optional[List[List[Any]]] = None
    key: Optional[bool] = None
    track_ids: Optional[List[str]] = None


@dataclass(frozen=True)
class Me:
    user: MeUser
    key: Optional[MeKey] = None


@dataclass(frozen=True)
class MeKey:
    id: str
    name: str
    scopes: List[Literal["read", "write", "execute", "admin"]]
    project_id: Optional[str]
    expires_at: Optional[str]


@dataclass(frozen=True)
class MeUser:
    id: str
    name: str
    email: str
    admin: bool
    may_execute: bool


@dataclass(frozen=True)
class Media:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    attributes: Dict[str, Any]
    created_by: AccessExplanationReasonThrough
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    dtype: Literal["video", "image", "multi", "live"]
    type_id: Optional[str]
    state: Literal["processing", "ready", "partial", "failed"]
    problems: List[MediaProblem]
    file_id: Optional[str]
    source_url: Optional[str]
    run_id: Optional[str]
    video: Optional[MediaVideo]
    image: Optional[MediaImage]
    multi: Optional[MediaMulti]
    live: Optional[MediaLive]
    renditions: List[MediaRendition]


@dataclass(frozen=True)
class MediaAround:
    previous: Optional[AccessExplanationReasonThrough]
    next: Optional[AccessExplanationReasonThrough]
    at: Optional[int]
    total: Optional[int]


@dataclass(frozen=True)
class MediaBulkPatch:
    ids: List[str]
    count: int
    attributes: Optional[Dict[str, Any]] = None
    reset_attributes: Optional[List[str]] = None
    tags: Optional[List[str]] = None


@dataclass(frozen=True)
class MediaFolder:
    id: str
    parent_id: Optional[str]
    name: str
    count: Union[int, str]


@dataclass(frozen=True)
class MediaImage:
    width: int
    height: int


@dataclass(frozen=True)
class MediaItem:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    attributes: Dict[str, Any]
    created_by: AccessExplanationReasonThrough
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    dtype: Literal["video", "image", "multi", "live"]
    type_id: Optional[str]
    state: Literal["processing", "ready", "partial", "failed"]
    progress: float
    duration: Optional[float]
    width: Optional[int]
    height: Optional[int]
    frames: Optional[int]
    file_id: Optional[str]
    bytes: Optional[int]
    thumbnail_url: Optional[str]
    preview_url: Optional[str]


@dataclass(frozen=True)
class MediaLive:
    layout: MediaLiveLayout
    streams: List[MediaLiveStream]


@dataclass(frozen=True)
class MediaLiveLayout:
    rows: int
    columns: int


@dataclass(frozen=True)
class MediaLiveStream:
    url: str
    feeds: List[MediaLiveStreamFeed]


@dataclass(frozen=True)
class MediaLiveStreamFeed:
    name: str
    resolution: List[int]


@dataclass(frozen=True)
class MediaMulti:
    ids: List[str]
    rows: int
    columns: int
    offsets: List[int]


@dataclass(frozen=True)
class MediaPage:
    items: List[MediaItem]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class MediaProblem:
    rendition: str
    code: str
    message: str


@dataclass(frozen=True)
class MediaRendition:
    name: str
    role: Literal["streaming", "archival", "audio", "thumbnail", "preview", "sprite", "image", "tiles", "attachment"]
    width: Optional[int]
    height: Optional[int]
    frames: Optional[int]
    codec: Optional[str]
    mime: str
    bytes: int
    bit_rate: Optional[int]
    indexed: bool
    details: Dict[str, Any]


@dataclass(frozen=True)
class MediaType:
    id: str
    project_id: str
    name: str
    dtype: Literal["video", "image", "multi", "live"]
    description: str
    transcode: MediaTypeTranscode
    volume: float
    overlay: str
    visible: bool
    order: int
    revision: int


@dataclass(frozen=True)
class MediaTypePage:
    items: List[MediaType]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class MediaTypeTranscode:
    codec: Literal["h264", "hevc", "av1"]
    crf: int
    preset: str
    heights: List[int]
    archival: Literal["none", "copy", "hevc"]


@dataclass(frozen=True)
class MediaUrl:
    name: str
    role: str
    url: str
    index_url: Optional[str]
    expires_at: str


@dataclass(frozen=True)
class MediaVideo:
    width: int
    height: int
    frames: int
    fps: MediaVideoFps
    duration: float
    start_time: float
    variable: bool
    codec: str
    rotation: int


@dataclass(frozen=True)
class MediaVideoFps:
    num: int
    den: int


@dataclass(frozen=True)
class Mentionable:
    principal_id: str
    name: str
    kind: Literal["personal", "team"]


@dataclass(frozen=True)
class MentionablePage:
    items: List[Mentionable]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Model:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    attributes: Dict[str, Any]
    created_by: AccessExplanationReasonThrough
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    task: Literal["binary", "multiclass", "regression"]
    method: str
    outcome: ModelOutcome
    features: List[ModelFeature]
    parameters: Dict[str, Any]
    settings: Dict[str, Any]
    sample: ModelSample
    metrics: Dict[str, Optional[float]]
    plots: ModelPlots
    tries: List[ModelTry]
    difference: ModelDifference
    seconds: float
    onnx: ModelOnnx
    table: Optional[ModelTable]
    run_id: str
    code: Optional[ModelCode]


@dataclass(frozen=True)
class ModelBrief:
    id: str
    name: str
    task: Literal["binary", "multiclass", "regression"]
    method: str
    outcome: ModelOutcome
    metrics: Dict[str, Optional[float]]
    table_id: Optional[str]
    table_version: int
    created_at: str


@dataclass(frozen=True)
class ModelCode:
    function_revision: int
    source_hash: Optional[str] = None
    environment_hash: Optional[str] = None
    image: Optional[str] = None
    outputs: Optional[List[AlgorithmParameter]] = None


@dataclass(frozen=True)
class ModelDifference:
    rows: int
    largest: float
    other_class: int


@dataclass(frozen=True)
class ModelFeature:
    name: str
    kind: Literal["number", "boolean", "date", "category"]
    base: float
    categories: Optional[List[str]]


@dataclass(frozen=True)
class ModelOnnx:
    bytes: int
    sha256: str


@dataclass(frozen=True)
class ModelOutcome:
    name: str
    type: Literal["text", "boolean", "integer", "number"]
    classes: Optional[List[str]]


@dataclass(frozen=True)
class ModelPlots:
    importance: List[ModelPlotsImportance]
    roc: Optional[List[ModelPlotsRoc]] = None
    precision_recall: Optional[List[ModelPlotsRoc]] = None
    confusion: Optional[ModelPlotsConfusion] = None
    calibration: Optional[List[ModelPlotsCalibration]] = None
    predicted_actual: Optional[List[List[float]]] = None
    residuals: Optional[ModelPlotsResiduals] = None


@dataclass(frozen=True)
class ModelPlotsCalibration:
    predicted: float
    observed: float
    rows: int


@dataclass(frozen=True)
class ModelPlotsConfusion:
    labels: List[str]
    counts: List[List[int]]


@dataclass(frozen=True)
class ModelPlotsImportance:
    feature: str
    mean: float
    deviation: float


@dataclass(frozen=True)
class ModelPlotsResiduals:
    edges: List[float]
    counts: List[int]


@dataclass(frozen=True)
class ModelPlotsRoc:
    label: str
    area: float
    points: List[List[float]]


@dataclass(frozen=True)
class ModelSample:
    train: int
    test: int
    left: int


@dataclass(frozen=True)
class ModelSuggestion:
    id: str
    name: str
    task: Literal["binary", "multiclass", "regression"]
    method: str
    outcome: ModelOutcome
    metrics: Dict[str, Optional[float]]
    table_id: Optional[str]
    table_version: int
    created_at: str
    missing: List[ModelSuggestionMissing]


@dataclass(frozen=True)
class ModelSuggestionMissing:
    name: str
    reason: str


@dataclass(frozen=True)
class ModelTable:
    id: str
    name: str
    version: int
    current_version: Optional[int]


@dataclass(frozen=True)
class ModelTry:
    method: str
    parameters: Dict[str, Any]
    score: Optional[float]
    deviation: Optional[float]
    seconds: float
    chosen: bool


@dataclass(frozen=True)
class Namespace:
    id: str
    slug: str
    name: str
    kind: Literal["personal", "team"]


@dataclass(frozen=True)
class NamespacePage:
    items: List[Namespace]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class NewApiKey:
    id: str
    name: str
    prefix: str
    scopes: List[Literal["read", "write", "execute", "admin"]]
    project_id: Optional[str]
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
class NewShareLink:
    id: str
    entity_id: str
    label: str
    state: Literal["active", "expired", "idle"]
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    made_by: AccessExplanationReasonThrough
    created_at: str
    expires_at: Optional[str]
    opened: int
    opened_at: Optional[str]
    url: str


@dataclass(frozen=True)
class NewWebhook:
    id: str
    project_id: str
    url: str
    types: List[str]
    active: bool
    created_at: str
    revision: int
    secret: str


@dataclass(frozen=True)
class Notebook:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    attributes: Dict[str, Any]
    created_by: AccessExplanationReasonThrough
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    version: int
    bytes: int
    sha256: str
    kernel: Optional[str]
    language: str
    cells: int
    signature: FunctionSignature
    problems: List[NotebookProblem]


@dataclass(frozen=True)
class NotebookProblem:
    cell: int
    line: int
    message: str


@dataclass(frozen=True)
class NotebookVersionItem:
    version: int
    bytes: int
    sha256: str
    kernel: Optional[str]
    language: str
    cells: int
    restored_from: Optional[int]
    created_by: AccessExplanationReasonThrough
    created_at: str


@dataclass(frozen=True)
class NotebookVersionPage:
    items: List[NotebookVersionItem]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Notification:
    id: str
    type: str
    text: str
    actor: Optional[AccessExplanationReasonThrough]
    entity: Optional[NotificationEntity]
    parameters: Dict[str, Union[str, float]]
    created_at: str
    read_at: Optional[str]


@dataclass(frozen=True)
class NotificationEntity:
    id: str
    kind: str
    name: str


@dataclass(frozen=True)
class NotificationPage:
    items: List[Notification]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class NotificationPreference:
    type: Literal["access.requested", "access.decided", "access.given", "access.ending", "group.join_requested", "group.request_decided", "comment.mentioned", "comment.replied", "comment.posted", "run.failed", "run.succeeded"]
    label: str
    in_app: bool
    mail: Literal["off", "now", "digest"]


@dataclass(frozen=True)
class NotificationPreferencePage:
    items: List[NotificationPreference]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class OpenedShareLink:
    link_id: str
    entity: OpenedShareLinkEntity


@dataclass(frozen=True)
class OpenedShareLinkEntity:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]


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
class OutboxMessage:
    id: str
    channel: Literal["mail", "webhook", "socket", "notification"]
    state: Literal["waiting", "dead"]
    attempts: int
    error: Optional[str]
    created_at: str
    due_at: str


@dataclass(frozen=True)
class OutboxPage:
    items: List[OutboxMessage]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Playlist:
    id: str
    project_id: str
    name: str
    description: str
    count: int
    revision: int


@dataclass(frozen=True)
class PlaylistPage:
    items: List[Playlist]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


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
    total: Optional[Union[int, str]] = None


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
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    attributes: Dict[str, Any]
    created_by: AccessExplanationReasonThrough
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    visibility: Literal["private", "discoverable", "internal", "public"]
    items: int
    path: Optional[str]
    ancestors: List[AccessExplanationReasonThrough]
    copied_from: Optional[str]


@dataclass(frozen=True)
class ProjectPage:
    items: List[Project]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Readme:
    markdown: str
    revision: int


@dataclass(frozen=True)
class RecoveryCodes:
    recovery_codes: List[str]


@dataclass(frozen=True)
class Rows:
    items: List[Dict[str, Any]]
    next: Optional[str]
    version: int
    total: Optional[int] = None


@dataclass(frozen=True)
class Run:
    id: str
    function: RunFunction
    project_id: str
    state: Literal["queued", "running", "succeeded", "failed", "cancelled"]
    progress: RunProgress
    steps: List[RunStep]
    inputs: Dict[str, Any]
    outputs: Optional[Dict[str, Any]]
    error: Optional[RunError]
    code: Optional[ModelCode]
    attempt: int
    redrives: int
    continues_from: Optional[str]
    requested_by: AccessExplanationReasonThrough
    queued_at: str
    started_at: Optional[str]
    ended_at: Optional[str]
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]


@dataclass(frozen=True)
class RunError:
    code: str
    message: str
    line: Optional[int] = None


@dataclass(frozen=True)
class RunFunction:
    id: str
    kind: Literal["builtin", "script", "notebook", "model"]
    name: str


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
class RunOrigin:
    trigger_id: Optional[str]
    depth: int
    causes: List[RunOriginCause]
    led: List[RunOriginCause]


@dataclass(frozen=True)
class RunOriginCause:
    run_id: str
    name: str


@dataclass(frozen=True)
class RunPage:
    items: List[Run]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


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
    state: Literal["waiting", "running", "succeeded", "failed", "cancelled"]
    engine: Optional[str]
    started_at: str
    ended_at: Optional[str]
    tries: int
    kept: bool
    fraction: Optional[float] = None


@dataclass(frozen=True)
class SavedSearch:
    id: str
    name: str
    q: str
    subject: Literal["entities", "localizations"]
    project: Optional[AccessExplanationReasonThrough]
    shared: bool
    mine: bool
    created_by: AccessExplanationReasonThrough
    created_at: str
    updated_at: str


@dataclass(frozen=True)
class SavedSearchPage:
    items: List[SavedSearch]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Schedule:
    id: str
    project_id: str
    function: AccessExplanationReasonThrough
    name: str
    cron: str
    timezone: str
    inputs: Dict[str, Any]
    overlap: Literal["skip", "allow"]
    enabled: bool
    run_as: AccessExplanationReasonThrough
    created_by: AccessExplanationReasonThrough
    created_at: str
    updated_at: str
    revision: int
    upcoming: List[str]
    last_at: Optional[str]
    last_run_id: Optional[str]
    last_error: Optional[AlgorithmBatchError]


@dataclass(frozen=True)
class SchedulePage:
    items: List[Schedule]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Script:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    attributes: Dict[str, Any]
    created_by: AccessExplanationReasonThrough
    created_at: str
    updated_at: str
    revision: int
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    language: Literal["python", "javascript", "r", "julia", "octave", "sql", "grok"]
    version: int
    source: Optional[str]
    sha256: str
    signature: FunctionSignature
    header: ScriptHeader
    problems: List[ScriptProblem]


@dataclass(frozen=True)
class ScriptCheck:
    language: Literal["python", "javascript", "r", "julia", "octave", "sql", "grok"]
    signature: FunctionSignature
    header: ScriptHeader
    problems: List[ScriptProblem]


@dataclass(frozen=True)
class ScriptHeader:
    name: Optional[str] = None
    friendly_name: Optional[str] = None
    description: Optional[str] = None
    language: Optional[str] = None
    tags: Optional[List[str]] = None
    help_url: Optional[str] = None
    reference: Optional[str] = None
    top_menu: Optional[List[str]] = None
    sample: Optional[str] = None
    environment: Optional[str] = None
    condition: Optional[str] = None
    connection: Optional[str] = None
    schedule: Optional[ScriptHeaderSchedule] = None
    tests: Optional[List[str]] = None
    meta: Optional[Dict[str, str]] = None


@dataclass(frozen=True)
class ScriptHeaderSchedule:
    cron: str
    run_as: Optional[str] = None


@dataclass(frozen=True)
class ScriptProblem:
    line: int
    message: str


@dataclass(frozen=True)
class ScriptVersion:
    version: int
    language: Literal["python", "javascript", "r", "julia", "octave", "sql", "grok"]
    sha256: str
    bytes: int
    restored_from: Optional[int]
    created_by: AccessExplanationReasonThrough
    created_at: str
    source: str


@dataclass(frozen=True)
class ScriptVersionItem:
    version: int
    language: Literal["python", "javascript", "r", "julia", "octave", "sql", "grok"]
    sha256: str
    bytes: int
    restored_from: Optional[int]
    created_by: AccessExplanationReasonThrough
    created_at: str


@dataclass(frozen=True)
class ScriptVersionPage:
    items: List[ScriptVersionItem]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class SearchBody:
    q: Any = None
    kinds: Optional[List[Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]]] = None
    sort: Optional[str] = None
    limit: Optional[int] = None
    cursor: Optional[str] = None
    facets: Optional[bool] = None


@dataclass(frozen=True)
class SearchResults:
    items: List[Item]
    next: Optional[str]
    total: Optional[Union[int, str]] = None
    more: Optional[bool] = None
    facets: Optional[Facets] = None


@dataclass(frozen=True)
class SecondFactor:
    on: bool
    required: bool
    since: Optional[str]
    recovery_codes_left: int


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
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class ShareLink:
    id: str
    entity_id: str
    label: str
    state: Literal["active", "expired", "idle"]
    privileges: List[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]
    made_by: AccessExplanationReasonThrough
    created_at: str
    expires_at: Optional[str]
    opened: int
    opened_at: Optional[str]


@dataclass(frozen=True)
class ShareLinkPage:
    items: List[ShareLink]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class SignIn:
    id: str
    kind: Literal["password", "provider"]
    provider: Optional[AccessExplanationReasonThrough]
    issuer: Optional[str]
    email: Optional[str]
    works: bool
    linked_at: str
    last_used_at: Optional[str]


@dataclass(frozen=True)
class SignInPage:
    items: List[SignIn]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class SocketTicket:
    url: str
    ticket: str
    expires_at: str


@dataclass(frozen=True)
class State:
    id: str
    elemental_id: str
    layer_id: str
    type_id: str
    attributes: Dict[str, Any]
    mark: int
    deleted: bool
    created_by: str
    created_at: str
    modified_by: str
    modified_at: str
    media_ids: List[str]
    frame: Optional[int]
    end_frame: Optional[int]
    color: Optional[str]
    localization_ids: List[str]
    segments: List[List[Any]]


@dataclass(frozen=True)
class StatePage:
    items: List[StatePageItem]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class StatePageItem:
    id: Optional[str] = None
    elemental_id: Optional[str] = None
    layer_id: Optional[str] = None
    type_id: Optional[str] = None
    attributes: Optional[Dict[str, Any]] = None
    mark: Optional[int] = None
    deleted: Optional[bool] = None
    created_by: Optional[str] = None
    created_at: Optional[str] = None
    modified_by: Optional[str] = None
    modified_at: Optional[str] = None
    media_ids: Optional[List[str]] = None
    frame: Optional[int] = None
    end_frame: Optional[int] = None
    color: Optional[str] = None
    localization_ids: Optional[List[str]] = None
    segments: Optional[List[List[Any]]] = None


@dataclass(frozen=True)
class Suggestion:
    type: Literal["entity", "tag", "field", "value", "person"]
    label: str
    text: str
    from_: int
    entity: Optional[OpenedShareLinkEntity] = None


@dataclass(frozen=True)
class Suggestions:
    items: List[Suggestion]


@dataclass(frozen=True)
class Table:
    id: str
    kind: Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]
    name: str
    slug: str
    description: str
    project_id: Optional[str]
    tags: List[str]
    attributes: Dict[str, Any]
    created_by: AccessExplanationReasonThrough
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
    created_by: Optional[AccessExplanationReasonThrough]
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
    created_by: Optional[AccessExplanationReasonThrough]
    run_id: str
    source: Optional[TableSource]


@dataclass(frozen=True)
class TableVersionPage:
    items: List[TableVersionItem]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class TrackChanged:
    track: AnnotationChanged
    created: List[AnnotationChanged]
    deleted: List[str]


@dataclass(frozen=True)
class Trigger:
    event: Literal["media.ready", "annotations.changed"]
    type_ids: Optional[List[str]]
    layer_ids: Optional[List[str]]
    parameters: Dict[str, Any]
    layer_id: Optional[str]
    wait_seconds: int
    enabled: bool
    chain: bool
    id: str
    algorithm_id: str
    run_as: AccessExplanationReasonThrough
    waiting: int
    last_at: Optional[str]
    last_run_id: Optional[str]
    last_error: Optional[AlgorithmBatchError]
    revision: int


@dataclass(frozen=True)
class TriggerPage:
    items: List[Trigger]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class UpdateMediaAnswer:
    count: int


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
    total: Optional[Union[int, str]] = None


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
    kind: Literal["person", "service"]
    name: str
    email: str
    email_verified: bool
    admin: bool
    may_execute: bool
    second_factor: bool
    state: Literal["active", "deactivated"]
    created_at: str
    last_seen_at: Optional[str]


@dataclass(frozen=True)
class UserPage:
    items: List[User]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class Webhook:
    id: str
    project_id: str
    url: str
    types: List[str]
    active: bool
    created_at: str
    revision: int


@dataclass(frozen=True)
class WebhookDelivery:
    id: str
    type: str
    event_id: str
    state: Literal["waiting", "succeeded", "failed"]
    attempts: int
    status: Optional[int]
    error: Optional[str]
    milliseconds: Optional[int]
    created_at: str
    ended_at: Optional[str]
    body: Dict[str, Any]


@dataclass(frozen=True)
class WebhookDeliveryPage:
    items: List[WebhookDelivery]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class WebhookPage:
    items: List[Webhook]
    next: Optional[str]
    total: Optional[Union[int, str]] = None


@dataclass(frozen=True)
class WebhookSecret:
    secret: str


def _quote(text: str) -> str:
    return quote(str(text), safe="")


class Api:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get_project_readme(self, id: str) -> Readme:
        """What people wrote about a project, in Markdown; changed with the project."""
        return decode(Readme, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/readme"))

    def create_project_move(self, id: str, *, parent_id: Optional[str] = None, namespace: Optional[str] = None, attributes: Optional[Mapping[str, Any]] = None) -> Project:
        """Put a project into another one, or to the top of a namespace."""
        return decode(Project, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/move", body={"parentId": parent_id, "namespace": namespace, "attributes": attributes}))

    def create_project_copy(self, id: str, *, parent_id: Optional[str] = None, namespace: Optional[str] = None, name: Optional[str] = None, visibility: Optional[Literal["private", "discoverable", "internal", "public"]] = None) -> Project:
        """Make a project like this one, with the projects, files and tables in it."""
        return decode(Project, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/copies", body={"parentId": parent_id, "namespace": namespace, "name": name, "visibility": visibility}))

    def create_entity_move(self, id: str, *, project_id: str, attributes: Optional[Mapping[str, Any]] = None) -> None:
        """Put a file, a table or a project into another project."""
        self._transport.call("POST", f"/api/v1/entities/{_quote(id)}/move", body={"projectId": project_id, "attributes": attributes})

    def get_resolve(self, *, path: str) -> Project:
        """The project at an address such as /coastal-lab/kelp, also at one it had before; its `path` is the current one."""
        return decode(Project, self._transport.call("GET", "/api/v1/resolve", query={"path": path}))

    def list_namespaces(self) -> NamespacePage:
        """Where you can put projects: your own namespace and those of your groups."""
        return decode(NamespacePage, self._transport.call("GET", "/api/v1/namespaces"))

    def update_namespace(self, id: str, *, slug: str) -> Namespace:
        """Give your namespace, or that of a group you lead, another address; the old one still leads to it."""
        return decode(Namespace, self._transport.call("PATCH", f"/api/v1/namespaces/{_quote(id)}", body={"slug": slug}))

    def get_entity_access_offer(self, id: str) -> AccessOffer:
        """What you can ask for, the question to answer, and your own request."""
        return decode(AccessOffer, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/access/offer"))

    def replace_entity_access_offer(self, id: str, *, bundles: Sequence[Literal["viewer", "annotator", "contributor", "operator", "owner"]], question: Optional[str] = None, days: Optional[int] = None, approvers: Optional[Sequence[str]] = None) -> AccessOffer:
        """Say what people who want access are asked, what they can get, and who decides."""
        return decode(AccessOffer, self._transport.call("PUT", f"/api/v1/entities/{_quote(id)}/access/offer", body={"question": question, "bundles": bundles, "days": days, "approvers": approvers}))

    def delete_entity_access_offer(self, id: str) -> None:
        """Ask nothing any more; who may share it decides again."""
        self._transport.call("DELETE", f"/api/v1/entities/{_quote(id)}/access/offer")

    def create_entity_access_request(self, id: str, *, bundle: Literal["viewer", "annotator", "contributor", "operator", "owner"], answer: Optional[str] = None, days: Optional[int] = None) -> AccessRequest:
        """Ask for access."""
        return decode(AccessRequest, self._transport.call("POST", f"/api/v1/entities/{_quote(id)}/access/requests", body={"bundle": bundle, "answer": answer, "days": days}))

    def list_access_requests(self, *, as_: Optional[Literal["asker", "approver"]] = None, state: Optional[Literal["pending", "approved", "rejected", "withdrawn"]] = None, limit: Optional[int] = None, cursor: Optional[str] = None) -> AccessRequestPage:
        """Requests you made, or those you decide on."""
        return decode(AccessRequestPage, self._transport.call("GET", "/api/v1/access-requests", query={"as": as_, "state": state, "limit": limit, "cursor": cursor}))

    def get_access_request(self, id: str) -> AccessRequest:
        """A request, for who made it and who decides on it."""
        return decode(AccessRequest, self._transport.call("GET", f"/api/v1/access-requests/{_quote(id)}"))

    def delete_access_request(self, id: str) -> None:
        """Take your request back."""
        self._transport.call("DELETE", f"/api/v1/access-requests/{_quote(id)}")

    def create_access_request_approve(self, id: str, *, note: Optional[str] = None, days: Optional[int] = None) -> AccessRequest:
        """Give what was asked for."""
        return decode(AccessRequest, self._transport.call("POST", f"/api/v1/access-requests/{_quote(id)}/approve", body={"note": note, "days": days}))

    def create_access_request_reject(self, id: str, *, note: Optional[str] = None, days: Optional[int] = None) -> AccessRequest:
        """Do not give it, and say why."""
        return decode(AccessRequest, self._transport.call("POST", f"/api/v1/access-requests/{_quote(id)}/reject", body={"note": note, "days": days}))

    def get_deployment(self) -> Deployment:
        """What this is, who may sign up, and whether there is maintenance."""
        return decode(Deployment, self._transport.call("GET", "/api/v1/deployment"))

    def get_deployment_settings(self) -> DeploymentSettings:
        """What administrators decided for all of it."""
        return decode(DeploymentSettings, self._transport.call("GET", "/api/v1/deployment/settings"))

    def update_deployment_setting(self, *, name: Optional[str] = None, sign_up: Optional[Literal["open", "domains", "invitation"]] = None, sign_up_domains: Optional[Sequence[str]] = None, second_factor: Optional[Literal["optional", "administrators", "everyone"]] = None, read_without_account: Optional[bool] = None, banner: Optional[str] = None, contact: Any = None, maintenance: Optional[Mapping[str, Any]] = None, image_registries: Optional[Sequence[str]] = None) -> DeploymentSettings:
        """Change settings; everywhere within five seconds."""
        return decode(DeploymentSettings, self._transport.call("PATCH", "/api/v1/deployment/settings", body={"name": name, "signUp": sign_up, "signUpDomains": sign_up_domains, "secondFactor": second_factor, "readWithoutAccount": read_without_account, "banner": banner, "contact": contact, "maintenance": maintenance, "imageRegistries": image_registries}))

    def get_deployment_image_registries(self) -> GetDeploymentImageRegistriesAnswer:
        """Where images of algorithms may come from; nowhere, until an administrator says so."""
        return decode(GetDeploymentImageRegistriesAnswer, self._transport.call("GET", "/api/v1/deployment/image-registries"))

    def get_health(self, *, deep: Optional[Literal["0", "1", "true", "false"]] = None) -> Union[HealthReport, GetHealthAnswer]:
        """Whether the API answers; asks no database. With deep=1, for administrators, how each component stands."""
        return decode(Union[HealthReport, GetHealthAnswer], self._transport.call("GET", "/api/v1/health", query={"deep": deep}))

    def get_me(self) -> Me:
        """Who is asking."""
        return decode(Me, self._transport.call("GET", "/api/v1/me"))

    def search(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, kind: Optional[str] = None, facets: Optional[Literal["0", "1", "true", "false"]] = None) -> SearchResults:
        """Everything you see, by words, tags and fields."""
        return decode(SearchResults, self._transport.call("GET", "/api/v1/search", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "kind": kind, "facets": facets}))

    def search(self, *, q: Any = None, kinds: Optional[Sequence[Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]]] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, facets: Optional[bool] = None) -> SearchResults:
        """The same search, as a text or as the tree it is read into."""
        return decode(SearchResults, self._transport.call("POST", "/api/v1/search", body={"q": q, "kinds": kinds, "sort": sort, "limit": limit, "cursor": cursor, "facets": facets}))

    def get_search_access(self, *, q: Optional[str] = None, kind: Optional[str] = None) -> AccessFacet:
        """How what a search finds is spread by the ways you get at it."""
        return decode(AccessFacet, self._transport.call("GET", "/api/v1/search/access", query={"q": q, "kind": kind}))

    def get_search_suggestions(self, *, q: Optional[str] = None) -> Suggestions:
        """What a search may go on with: names, tags, fields, values, people."""
        return decode(Suggestions, self._transport.call("GET", "/api/v1/search/suggestions", query={"q": q}))

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

    def get_activity(self, *, entity_ids: str) -> LastChanges:
        """The last change of each of some things, of those that may be read, newest first."""
        return decode(LastChanges, self._transport.call("GET", "/api/v1/activity", query={"entityIds": entity_ids}))

    def list_audit(self, *, limit: Optional[int] = None, cursor: Optional[str] = None, type: Optional[str] = None, actor_id: Optional[str] = None, entity_id: Optional[str] = None, since: Optional[str] = None, until: Optional[str] = None) -> AuditEventPage:
        """Everything that happened, newest first."""
        return decode(AuditEventPage, self._transport.call("GET", "/api/v1/audit", query={"limit": limit, "cursor": cursor, "type": type, "actorId": actor_id, "entityId": entity_id, "since": since, "until": until}))

    def get_entity_attributes(self, id: str) -> Attributes:
        """The attributes that something can have, and those it has."""
        return decode(Attributes, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/attributes"))

    def list_project_attribute_types(self, id: str) -> AttributeTypePage:
        """The attributes of a project, its own and those of the projects around it."""
        return decode(AttributeTypePage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/attribute-types"))

    def create_project_attribute_type(self, id: str, *, name: str, dtype: Literal["bool", "int", "float", "enum", "string", "blob", "datetime", "geopos", "float_array"], description: Optional[str] = None, required: Optional[bool] = None, visible: Optional[bool] = None, order: Optional[int] = None, section: Optional[str] = None, style: Optional[str] = None, kinds: Optional[Sequence[Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]]] = None, default: Any = None, minimum: Optional[float] = None, maximum: Optional[float] = None, choices: Optional[Sequence[str]] = None, labels: Optional[Sequence[str]] = None, size: Optional[int] = None, use_current: Optional[bool] = None, autocomplete: Optional[Sequence[str]] = None) -> AttributeType:
        """Add an attribute; what exists gets its default."""
        return decode(AttributeType, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/attribute-types", body={"name": name, "dtype": dtype, "description": description, "required": required, "visible": visible, "order": order, "section": section, "style": style, "kinds": kinds, "default": default, "minimum": minimum, "maximum": maximum, "choices": choices, "labels": labels, "size": size, "useCurrent": use_current, "autocomplete": autocomplete}))

    def get_project_attribute_type(self, id: str, type_id: str) -> AttributeType:
        """An attribute of a project's own."""
        return decode(AttributeType, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/attribute-types/{_quote(type_id)}"))

    def update_project_attribute_type(self, id: str, type_id: str, *, name: Optional[str] = None, dtype: Optional[Literal["bool", "int", "float", "enum", "string", "blob", "datetime", "geopos", "float_array"]] = None, description: Optional[str] = None, required: Optional[bool] = None, visible: Optional[bool] = None, order: Optional[int] = None, section: Optional[str] = None, style: Optional[str] = None, kinds: Optional[Sequence[Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]]] = None, default: Any = None, minimum: Optional[float] = None, maximum: Optional[float] = None, choices: Optional[Sequence[str]] = None, labels: Optional[Sequence[str]] = None, size: Optional[int] = None, use_current: Optional[bool] = None, autocomplete: Optional[Sequence[str]] = None, if_match: str = "*") -> AttributeType:
        """Change an attribute; values follow a new name, and int and float, enum and string become one another."""
        return decode(AttributeType, self._transport.call("PATCH", f"/api/v1/projects/{_quote(id)}/attribute-types/{_quote(type_id)}", body={"name": name, "dtype": dtype, "description": description, "required": required, "visible": visible, "order": order, "section": section, "style": style, "kinds": kinds, "default": default, "minimum": minimum, "maximum": maximum, "choices": choices, "labels": labels, "size": size, "useCurrent": use_current, "autocomplete": autocomplete}, headers={"if-match": if_match}))

    def replace_project_attribute_type(self, id: str, type_id: str, *, name: str, dtype: Literal["bool", "int", "float", "enum", "string", "blob", "datetime", "geopos", "float_array"], description: Optional[str] = None, required: Optional[bool] = None, visible: Optional[bool] = None, order: Optional[int] = None, section: Optional[str] = None, style: Optional[str] = None, kinds: Optional[Sequence[Literal["project", "file", "table", "script", "notebook", "model", "media", "layer"]]] = None, default: Any = None, minimum: Optional[float] = None, maximum: Optional[float] = None, choices: Optional[Sequence[str]] = None, labels: Optional[Sequence[str]] = None, size: Optional[int] = None, use_current: Optional[bool] = None, autocomplete: Optional[Sequence[str]] = None, if_match: str = "*") -> AttributeType:
        """The same with a whole definition: what it leaves out goes."""
        return decode(AttributeType, self._transport.call("PUT", f"/api/v1/projects/{_quote(id)}/attribute-types/{_quote(type_id)}", body={"name": name, "dtype": dtype, "description": description, "required": required, "visible": visible, "order": order, "section": section, "style": style, "kinds": kinds, "default": default, "minimum": minimum, "maximum": maximum, "choices": choices, "labels": labels, "size": size, "useCurrent": use_current, "autocomplete": autocomplete}, headers={"if-match": if_match}))

    def delete_project_attribute_type(self, id: str, type_id: str, *, if_match: str = "*") -> None:
        """Take an attribute away, and its values."""
        self._transport.call("DELETE", f"/api/v1/projects/{_quote(id)}/attribute-types/{_quote(type_id)}", headers={"if-match": if_match})

    def restore_project_attribute_type(self, id: str, type_id: str) -> AttributeType:
        """Take a deletion back, with the values."""
        return decode(AttributeType, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/attribute-types/{_quote(type_id)}/restore"))

    def list_deliveries(self, *, limit: Optional[int] = None, cursor: Optional[str] = None, state: Optional[Literal["waiting", "dead"]] = None) -> OutboxPage:
        """Messages to others that wait, or were given up."""
        return decode(OutboxPage, self._transport.call("GET", "/api/v1/deliveries", query={"limit": limit, "cursor": cursor, "state": state}))

    def create_delivery_replay(self, *, id: Optional[str] = None) -> CreateDeliveryReplayAnswer:
        """Try again what was given up: one message, or all of them."""
        return decode(CreateDeliveryReplayAnswer, self._transport.call("POST", "/api/v1/deliveries/replay", body={"id": id}))

    def list_favorites(self, *, limit: Optional[int] = None, cursor: Optional[str] = None) -> ItemPage:
        """What you starred, newest first."""
        return decode(ItemPage, self._transport.call("GET", "/api/v1/favorites", query={"limit": limit, "cursor": cursor}))

    def get_entity_favorite(self, id: str) -> GetEntityFavoriteAnswer:
        """Whether you starred something."""
        return decode(GetEntityFavoriteAnswer, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/favorite"))

    def replace_entity_favorite(self, id: str) -> None:
        """Star something."""
        self._transport.call("PUT", f"/api/v1/entities/{_quote(id)}/favorite")

    def delete_entity_favorite(self, id: str) -> None:
        """Take your star away."""
        self._transport.call("DELETE", f"/api/v1/entities/{_quote(id)}/favorite")

    def list_saved_searches(self, *, limit: Optional[int] = None, cursor: Optional[str] = None, project_id: Optional[str] = None, subject: Optional[Literal["entities", "localizations"]] = None) -> SavedSearchPage:
        """Your saved searches, and those shared in projects you see, newest first."""
        return decode(SavedSearchPage, self._transport.call("GET", "/api/v1/saved-searches", query={"limit": limit, "cursor": cursor, "projectId": project_id, "subject": subject}))

    def create_saved_searche(self, *, name: str, q: str, subject: Optional[Literal["entities", "localizations"]] = None, project_id: Optional[str] = None, shared: Optional[bool] = None) -> SavedSearch:
        """Save a search."""
        return decode(SavedSearch, self._transport.call("POST", "/api/v1/saved-searches", body={"name": name, "q": q, "subject": subject, "projectId": project_id, "shared": shared}))

    def update_saved_searche(self, id: str, *, name: Optional[str] = None, q: Optional[str] = None, shared: Optional[bool] = None) -> SavedSearch:
        """Rename, change or share a saved search of yours."""
        return decode(SavedSearch, self._transport.call("PATCH", f"/api/v1/saved-searches/{_quote(id)}", body={"name": name, "q": q, "shared": shared}))

    def delete_saved_searche(self, id: str) -> None:
        """Delete a saved search of yours."""
        self._transport.call("DELETE", f"/api/v1/saved-searches/{_quote(id)}")

    def restore_saved_searche(self, id: str) -> SavedSearch:
        """Take the deletion of a saved search back."""
        return decode(SavedSearch, self._transport.call("POST", f"/api/v1/saved-searches/{_quote(id)}/restore"))

    def list_notifications(self, *, limit: Optional[int] = None, cursor: Optional[str] = None, unread: Optional[Literal["0", "1", "true", "false"]] = None) -> NotificationPage:
        """What you were told of, newest first."""
        return decode(NotificationPage, self._transport.call("GET", "/api/v1/notifications", query={"limit": limit, "cursor": cursor, "unread": unread}))

    def get_notification_unread(self) -> GetNotificationUnreadAnswer:
        """How many you have not read, up to 100."""
        return decode(GetNotificationUnreadAnswer, self._transport.call("GET", "/api/v1/notifications/unread"))

    def create_notification_read(self, *, ids: Optional[Sequence[str]] = None, read: Optional[bool] = None) -> None:
        """Mark some as read or unread, or all where none are named."""
        self._transport.call("POST", "/api/v1/notifications/read", body={"ids": ids, "read": read})

    def list_notification_preferences(self) -> NotificationPreferencePage:
        """What you hear of, and how."""
        return decode(NotificationPreferencePage, self._transport.call("GET", "/api/v1/notifications/preferences"))

    def update_notification_preference(self, *, preferences: Sequence[Mapping[str, Any]]) -> NotificationPreferencePage:
        """Choose what you hear of: on the site, by mail at once, by mail once a day, or not."""
        return decode(NotificationPreferencePage, self._transport.call("PATCH", "/api/v1/notifications/preferences", body={"preferences": preferences}))

    def list_entity_share_links(self, id: str) -> ShareLinkPage:
        """The links that open something to whoever has them, newest first."""
        return decode(ShareLinkPage, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/share-links"))

    def create_entity_share_link(self, id: str, *, label: Optional[str] = None, download: Optional[bool] = None, expires_at: Optional[str] = None) -> NewShareLink:
        """Make a link that lets whoever has it read something, without an account; it is shown this once."""
        return decode(NewShareLink, self._transport.call("POST", f"/api/v1/entities/{_quote(id)}/share-links", body={"label": label, "download": download, "expiresAt": expires_at}))

    def delete_entity_share_link(self, id: str, link_id: str) -> None:
        """Revoke a link; from the next request on it opens nothing."""
        self._transport.call("DELETE", f"/api/v1/entities/{_quote(id)}/share-links/{_quote(link_id)}")

    def restore_entity_share_link(self, id: str, link_id: str) -> ShareLink:
        """Take a revocation back."""
        return decode(ShareLink, self._transport.call("POST", f"/api/v1/entities/{_quote(id)}/share-links/{_quote(link_id)}/restore"))

    def create_share_link_open(self, *, secret: str) -> OpenedShareLink:
        """Open what a share link leads to."""
        return decode(OpenedShareLink, self._transport.call("POST", "/api/v1/share-links/open", body={"secret": secret}))

    def list_models(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, project_id: Optional[str] = None) -> ItemPage:
        """Models you see, of one project or all."""
        return decode(ItemPage, self._transport.call("GET", "/api/v1/models", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "projectId": project_id}))

    def get_model(self, id: str) -> Model:
        """A model: what it predicts from what, what it is worth, what it was made of."""
        return decode(Model, self._transport.call("GET", f"/api/v1/models/{_quote(id)}"))

    def update_model(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, if_match: str = "*") -> Model:
        """Change name, description or tags."""
        return decode(Model, self._transport.call("PATCH", f"/api/v1/models/{_quote(id)}", body={"name": name, "description": description, "tags": tags, "attributes": attributes, "resetAttributes": reset_attributes}, headers={"if-match": if_match}))

    def delete_model(self, id: str, *, if_match: str = "*") -> None:
        """Put a model into the trash."""
        self._transport.call("DELETE", f"/api/v1/models/{_quote(id)}", headers={"if-match": if_match})

    def restore_model(self, id: str) -> Model:
        """Take a model back out of the trash."""
        return decode(Model, self._transport.call("POST", f"/api/v1/models/{_quote(id)}/restore"))

    def get_model_download(self, id: str) -> Link:
        """A URL for the model's ONNX file, for five minutes."""
        return decode(Link, self._transport.call("GET", f"/api/v1/models/{_quote(id)}/download"))

    def get_model_others(self, id: str) -> GetModelOthersAnswer:
        """Models of the same table or the same outcome, to compare it with, newest first."""
        return decode(GetModelOthersAnswer, self._transport.call("GET", f"/api/v1/models/{_quote(id)}/others"))

    def get_table_models(self, id: str) -> GetTableModelsAnswer:
        """Models whose features are columns of the table, those that lack nothing first."""
        return decode(GetTableModelsAnswer, self._transport.call("GET", f"/api/v1/tables/{_quote(id)}/models"))

    def create_model_predict(self, id: str, *, rows: Sequence[Mapping[str, Any]]) -> CreateModelPredictAnswer:
        """What the model predicts for some rows, at once."""
        return decode(CreateModelPredictAnswer, self._transport.call("POST", f"/api/v1/models/{_quote(id)}/predict", body={"rows": rows}))

    def get_media_folders(self, *, project_id: Optional[str] = None) -> GetMediaFoldersAnswer:
        """The projects that media lie in, with how many lie in each itself."""
        return decode(GetMediaFoldersAnswer, self._transport.call("GET", "/api/v1/media/folders", query={"projectId": project_id}))

    def update_media(self, *, ids: Sequence[str], count: int, attributes: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, tags: Optional[Sequence[str]] = None) -> UpdateMediaAnswer:
        """Set attributes and tags of many media."""
        return decode(UpdateMediaAnswer, self._transport.call("PATCH", "/api/v1/media", body={"ids": ids, "count": count, "attributes": attributes, "resetAttributes": reset_attributes, "tags": tags}))

    def create_media(self, *, project_id: str, file_id: str, name: Optional[str] = None, type_id: Optional[str] = None, attributes: Optional[Mapping[str, Any]] = None) -> CreateMediaAnswer:
        """Make media of a file that is a video or a picture."""
        return decode(CreateMediaAnswer, self._transport.call("POST", "/api/v1/media", body={"projectId": project_id, "fileId": file_id, "name": name, "typeId": type_id, "attributes": attributes}))

    def list_media(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, project_id: Optional[str] = None, recursive: Optional[Literal["0", "1", "true", "false"]] = None, dtype: Optional[Literal["video", "image", "multi", "live"]] = None, state: Optional[Literal["processing", "ready", "partial", "failed"]] = None, type_id: Optional[str] = None, playlist_id: Optional[str] = None) -> MediaPage:
        """Media you see, of one project, of a playlist or all, with where their pictures are for five minutes."""
        return decode(MediaPage, self._transport.call("GET", "/api/v1/media", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "projectId": project_id, "recursive": recursive, "dtype": dtype, "state": state, "typeId": type_id, "playlistId": playlist_id}))

    def create_media_move(self, *, ids: Sequence[str], count: int, project_id: str, attributes: Optional[Mapping[str, Any]] = None) -> UpdateMediaAnswer:
        """Put many media into another project."""
        return decode(UpdateMediaAnswer, self._transport.call("POST", "/api/v1/media/move", body={"ids": ids, "count": count, "projectId": project_id, "attributes": attributes}))

    def create_media_trash(self, *, ids: Sequence[str], count: int) -> UpdateMediaAnswer:
        """Put many media into the trash."""
        return decode(UpdateMediaAnswer, self._transport.call("POST", "/api/v1/media/trash", body={"ids": ids, "count": count}))

    def restore_media(self, *, ids: Sequence[str], count: int) -> UpdateMediaAnswer:
        """Take many media back out of the trash."""
        return decode(UpdateMediaAnswer, self._transport.call("POST", "/api/v1/media/restore", body={"ids": ids, "count": count}))

    def create_media_clone(self, *, ids: Sequence[str], project_id: str) -> CreateMediaCloneAnswer:
        """The same media in another project, sharing their bytes."""
        return decode(CreateMediaCloneAnswer, self._transport.call("POST", "/api/v1/media/clone", body={"ids": ids, "projectId": project_id}))

    def create_media_import_(self, *, project_id: str, url: str, name: Optional[str] = None, attributes: Optional[Mapping[str, Any]] = None) -> CreateMediaImportAnswer:
        """Fetch a video or a picture from an address."""
        return decode(CreateMediaImportAnswer, self._transport.call("POST", "/api/v1/media/import", body={"projectId": project_id, "url": url, "name": name, "attributes": attributes}))

    def create_media_multi(self, *, ids: Sequence[str], rows: int, columns: int, project_id: str, name: str, offsets: Optional[Sequence[int]] = None, type_id: Optional[str] = None, attributes: Optional[Mapping[str, Any]] = None) -> Media:
        """Show several videos side by side, as one."""
        return decode(Media, self._transport.call("POST", "/api/v1/media/multi", body={"ids": ids, "rows": rows, "columns": columns, "offsets": offsets, "projectId": project_id, "name": name, "typeId": type_id, "attributes": attributes}))

    def create_media_live(self, *, layout: Mapping[str, Any], streams: Sequence[Mapping[str, Any]], project_id: str, name: str, type_id: Optional[str] = None, attributes: Optional[Mapping[str, Any]] = None) -> Media:
        """A place for cameras that send as long as somebody looks."""
        return decode(Media, self._transport.call("POST", "/api/v1/media/live", body={"layout": layout, "streams": streams, "projectId": project_id, "name": name, "typeId": type_id, "attributes": attributes}))

    def create_media_attachment(self, id: str, *, file_id: str, name: Optional[str] = None) -> Media:
        """Put a file beside media."""
        return decode(Media, self._transport.call("POST", f"/api/v1/media/{_quote(id)}/attachments", body={"fileId": file_id, "name": name}))

    def delete_media_attachment(self, id: str, name: str) -> None:
        """Take an attachment away; the file stays."""
        self._transport.call("DELETE", f"/api/v1/media/{_quote(id)}/attachments/{_quote(name)}")

    def list_project_media_types(self, id: str) -> MediaTypePage:
        """The types of media of a project, its own and those of the projects around it."""
        return decode(MediaTypePage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/media-types"))

    def create_project_media_type(self, id: str, *, name: str, dtype: Literal["video", "image", "multi", "live"], description: Optional[str] = None, transcode: Optional[Mapping[str, Any]] = None, volume: Optional[float] = None, overlay: Optional[str] = None, visible: Optional[bool] = None, order: Optional[int] = None) -> MediaType:
        """Add a type of media: how it is made playable, and how it begins to play."""
        return decode(MediaType, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/media-types", body={"name": name, "dtype": dtype, "description": description, "transcode": transcode, "volume": volume, "overlay": overlay, "visible": visible, "order": order}))

    def get_media_type(self, id: str) -> MediaType:
        """A type of media."""
        return decode(MediaType, self._transport.call("GET", f"/api/v1/media-types/{_quote(id)}"))

    def update_media_type(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, transcode: Optional[Mapping[str, Any]] = None, volume: Optional[float] = None, overlay: Optional[str] = None, visible: Optional[bool] = None, order: Optional[int] = None, if_match: str = "*") -> MediaType:
        """Change a type of media; what was made already stays as it is."""
        return decode(MediaType, self._transport.call("PATCH", f"/api/v1/media-types/{_quote(id)}", body={"name": name, "description": description, "transcode": transcode, "volume": volume, "overlay": overlay, "visible": visible, "order": order}, headers={"if-match": if_match}))

    def delete_media_type(self, id: str, *, if_match: str = "*") -> None:
        """Take a type of media away; its media stay, without a type."""
        self._transport.call("DELETE", f"/api/v1/media-types/{_quote(id)}", headers={"if-match": if_match})

    def list_project_playlists(self, id: str) -> PlaylistPage:
        """The playlists of a project, by name."""
        return decode(PlaylistPage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/playlists"))

    def create_project_playlist(self, id: str, *, name: str, description: Optional[str] = None, media_ids: Optional[Sequence[str]] = None) -> Playlist:
        """Add a playlist: media in an order that you give them."""
        return decode(Playlist, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/playlists", body={"name": name, "description": description, "mediaIds": media_ids}))

    def get_playlist(self, id: str) -> Playlist:
        """A playlist."""
        return decode(Playlist, self._transport.call("GET", f"/api/v1/playlists/{_quote(id)}"))

    def update_playlist(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, media_ids: Optional[Sequence[str]] = None, add_ids: Optional[Sequence[str]] = None, if_match: str = "*") -> Playlist:
        """Rename a playlist, put its media in another order, or add some at its end."""
        return decode(Playlist, self._transport.call("PATCH", f"/api/v1/playlists/{_quote(id)}", body={"name": name, "description": description, "mediaIds": media_ids, "addIds": add_ids}, headers={"if-match": if_match}))

    def delete_playlist(self, id: str, *, if_match: str = "*") -> None:
        """Take a playlist away; what is in it stays."""
        self._transport.call("DELETE", f"/api/v1/playlists/{_quote(id)}", headers={"if-match": if_match})

    def list_layer_compare(self, id: str, other_id: str, *, kind: Optional[Literal["localization", "state"]] = None, cursor: Optional[str] = None, limit: Optional[int] = None) -> LayerDifferencePage:
        """What a layer says otherwise than another: added, changed, deleted."""
        return decode(LayerDifferencePage, self._transport.call("GET", f"/api/v1/layers/{_quote(id)}/compare/{_quote(other_id)}", query={"kind": kind, "cursor": cursor, "limit": limit}))

    def create_layer_merge(self, id: str, other_id: str, *, elemental_ids: Optional[Sequence[str]] = None) -> CreateLayerMergeAnswer:
        """Write what a layer says otherwise onto another, all of it or what is named."""
        return decode(CreateLayerMergeAnswer, self._transport.call("POST", f"/api/v1/layers/{_quote(id)}/merge/{_quote(other_id)}", body={"elementalIds": elemental_ids}))

    def list_project_layers(self, id: str) -> LayerPage:
        """Layers that media of the project are annotated on, its own and those of the projects around it."""
        return decode(LayerPage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/layers"))

    def create_project_layer(self, id: str, *, name: str, description: Optional[str] = None, base_ids: Optional[Sequence[str]] = None, show_empty: Optional[bool] = None) -> Layer:
        """Add a layer, drawn over others if it is to correct them."""
        return decode(Layer, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/layers", body={"name": name, "description": description, "baseIds": base_ids, "showEmpty": show_empty}))

    def get_layer(self, id: str) -> Layer:
        """A layer."""
        return decode(Layer, self._transport.call("GET", f"/api/v1/layers/{_quote(id)}"))

    def update_layer(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, base_ids: Optional[Sequence[str]] = None, show_empty: Optional[bool] = None, if_match: str = "*") -> Layer:
        """Change its name, description, or what it lies over."""
        return decode(Layer, self._transport.call("PATCH", f"/api/v1/layers/{_quote(id)}", body={"name": name, "description": description, "baseIds": base_ids, "showEmpty": show_empty}, headers={"if-match": if_match}))

    def delete_layer(self, id: str, *, if_match: str = "*") -> None:
        """Put a layer that nothing lies on into the trash."""
        self._transport.call("DELETE", f"/api/v1/layers/{_quote(id)}", headers={"if-match": if_match})

    def restore_layer(self, id: str) -> Layer:
        """Take a layer back out of the trash."""
        return decode(Layer, self._transport.call("POST", f"/api/v1/layers/{_quote(id)}/restore"))

    def list_project_annotation_types(self, id: str) -> AnnotationTypePage:
        """What can be drawn in a project: its own types and those of the projects around it."""
        return decode(AnnotationTypePage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/annotation-types"))

    def create_project_annotation_type(self, id: str, *, name: str, shape: Literal["box", "line", "dot", "polygon", "frame", "media", "track"], color: Optional[str] = None, hotkey: Optional[str] = None, attributes: Optional[Sequence[Mapping[str, Any]]] = None, interpolation: Optional[Literal["none", "latest", "linear"]] = None, position: Optional[int] = None) -> AnnotationType:
        """Add a type: what is drawn, its color and key, and its attributes."""
        return decode(AnnotationType, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/annotation-types", body={"name": name, "shape": shape, "color": color, "hotkey": hotkey, "attributes": attributes, "interpolation": interpolation, "position": position}))

    def get_annotation_type(self, id: str) -> AnnotationType:
        """A type."""
        return decode(AnnotationType, self._transport.call("GET", f"/api/v1/annotation-types/{_quote(id)}"))

    def update_annotation_type(self, id: str, *, name: Optional[str] = None, color: Optional[str] = None, hotkey: Optional[str] = None, attributes: Optional[Sequence[Mapping[str, Any]]] = None, interpolation: Optional[Literal["none", "latest", "linear"]] = None, position: Optional[int] = None, renames: Optional[Mapping[str, Any]] = None, if_match: str = "*") -> AnnotationType:
        """Change a type; values of its attributes follow, or what they could not follow is refused."""
        return decode(AnnotationType, self._transport.call("PATCH", f"/api/v1/annotation-types/{_quote(id)}", body={"name": name, "color": color, "hotkey": hotkey, "attributes": attributes, "interpolation": interpolation, "position": position, "renames": renames}, headers={"if-match": if_match}))

    def delete_annotation_type(self, id: str, *, if_match: str = "*") -> None:
        """Take away a type that nothing is annotated with."""
        self._transport.call("DELETE", f"/api/v1/annotation-types/{_quote(id)}", headers={"if-match": if_match})

    def get_run_origin(self, id: str) -> RunOrigin:
        """What started a run of an algorithm by itself, after what runs, and what runs came of it."""
        return decode(RunOrigin, self._transport.call("GET", f"/api/v1/runs/{_quote(id)}/origin"))

    def list_algorithm_triggers(self, id: str) -> TriggerPage:
        """What runs an algorithm by itself, and how that went."""
        return decode(TriggerPage, self._transport.call("GET", f"/api/v1/algorithms/{_quote(id)}/triggers"))

    def create_algorithm_trigger(self, id: str, *, event: Literal["media.ready", "annotations.changed"], type_ids: Optional[Sequence[str]] = None, layer_ids: Optional[Sequence[str]] = None, parameters: Optional[Mapping[str, Any]] = None, layer_id: Optional[str] = None, wait_seconds: Optional[int] = None, enabled: Optional[bool] = None, chain: Optional[bool] = None) -> Trigger:
        """Run an algorithm by itself when media are ready, or annotated."""
        return decode(Trigger, self._transport.call("POST", f"/api/v1/algorithms/{_quote(id)}/triggers", body={"event": event, "typeIds": type_ids, "layerIds": layer_ids, "parameters": parameters, "layerId": layer_id, "waitSeconds": wait_seconds, "enabled": enabled, "chain": chain}))

    def update_trigger(self, id: str, *, event: Optional[Literal["media.ready", "annotations.changed"]] = None, type_ids: Optional[Sequence[str]] = None, layer_ids: Optional[Sequence[str]] = None, parameters: Optional[Mapping[str, Any]] = None, layer_id: Optional[str] = None, wait_seconds: Optional[int] = None, enabled: Optional[bool] = None, chain: Optional[bool] = None, if_match: str = "*") -> Trigger:
        """Change a trigger, or switch it off; from then on it runs as you."""
        return decode(Trigger, self._transport.call("PATCH", f"/api/v1/triggers/{_quote(id)}", body={"event": event, "typeIds": type_ids, "layerIds": layer_ids, "parameters": parameters, "layerId": layer_id, "waitSeconds": wait_seconds, "enabled": enabled, "chain": chain}, headers={"if-match": if_match}))

    def delete_trigger(self, id: str) -> None:
        """Take a trigger away."""
        self._transport.call("DELETE", f"/api/v1/triggers/{_quote(id)}")

    def list_project_algorithms(self, id: str) -> AlgorithmPage:
        """What can be run over media in a project: its own algorithms and those of the projects around it."""
        return decode(AlgorithmPage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/algorithms"))

    def create_project_algorithm(self, id: str, *, name: str, description: Optional[str] = None, script_id: Optional[str] = None, image: Optional[Mapping[str, Any]] = None, categories: Optional[Sequence[str]] = None, batch_size: Optional[int] = None, limits: Optional[Mapping[str, Any]] = None, layer_ids: Optional[Sequence[str]] = None) -> Algorithm:
        """Register a script as an algorithm: how many media a job gets, and what it may use."""
        return decode(Algorithm, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/algorithms", body={"name": name, "description": description, "scriptId": script_id, "image": image, "categories": categories, "batchSize": batch_size, "limits": limits, "layerIds": layer_ids}))

    def get_algorithm(self, id: str) -> Algorithm:
        """An algorithm, with what it is asked for."""
        return decode(Algorithm, self._transport.call("GET", f"/api/v1/algorithms/{_quote(id)}"))

    def update_algorithm(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, script_id: Optional[str] = None, image: Optional[Mapping[str, Any]] = None, categories: Optional[Sequence[str]] = None, batch_size: Optional[int] = None, limits: Optional[Mapping[str, Any]] = None, layer_ids: Optional[Sequence[str]] = None, if_match: str = "*") -> Algorithm:
        """Change an algorithm; runs that are under way keep what they began with."""
        return decode(Algorithm, self._transport.call("PATCH", f"/api/v1/algorithms/{_quote(id)}", body={"name": name, "description": description, "scriptId": script_id, "image": image, "categories": categories, "batchSize": batch_size, "limits": limits, "layerIds": layer_ids}, headers={"if-match": if_match}))

    def delete_algorithm(self, id: str, *, if_match: str = "*") -> None:
        """Take an algorithm away; its script and its runs stay."""
        self._transport.call("DELETE", f"/api/v1/algorithms/{_quote(id)}", headers={"if-match": if_match})

    def create_algorithm_run(self, id: str, *, media_ids: Optional[Sequence[str]] = None, query: Optional[Mapping[str, Any]] = None, count: Optional[int] = None, parameters: Optional[Mapping[str, Any]] = None, project_id: Optional[str] = None, layer: Any = None) -> AlgorithmStarted:
        """Run an algorithm over media, in batches."""
        return decode(AlgorithmStarted, self._transport.call("POST", f"/api/v1/algorithms/{_quote(id)}/runs", body={"mediaIds": media_ids, "query": query, "count": count, "parameters": parameters, "projectId": project_id, "layer": layer}))

    def list_algorithm_runs(self, id: str) -> RunPage:
        """The latest runs of an algorithm that you see, newest first."""
        return decode(RunPage, self._transport.call("GET", f"/api/v1/algorithms/{_quote(id)}/runs"))

    def list_run_batches(self, id: str) -> AlgorithmBatchPage:
        """The batches of a run of an algorithm: their media, what was written, or why not."""
        return decode(AlgorithmBatchPage, self._transport.call("GET", f"/api/v1/runs/{_quote(id)}/batches"))

    def create_media_localization(self, id: str, *, items: Sequence[Mapping[str, Any]]) -> CreateMediaLocalizationAnswer:
        """Add up to 5,000 localizations: all of them or none."""
        return decode(CreateMediaLocalizationAnswer, self._transport.call("POST", f"/api/v1/media/{_quote(id)}/localizations", body={"items": items}))

    def list_media_localizations(self, id: str, *, layer: Optional[str] = None, type: Optional[str] = None, frame: Optional[str] = None, elemental_id: Optional[str] = None, filter: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, fields: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None) -> LocalizationPage:
        """The localizations of a media that you see, of the layers named or all."""
        return decode(LocalizationPage, self._transport.call("GET", f"/api/v1/media/{_quote(id)}/localizations", query={"layer": layer, "type": type, "frame": frame, "elementalId": elemental_id, "filter": filter, "sort": sort, "limit": limit, "cursor": cursor, "fields": fields, "count": count}))

    def create_media_state(self, id: str, *, items: Sequence[Mapping[str, Any]]) -> CreateMediaLocalizationAnswer:
        """Add up to 5,000 states: all of them or none."""
        return decode(CreateMediaLocalizationAnswer, self._transport.call("POST", f"/api/v1/media/{_quote(id)}/states", body={"items": items}))

    def list_media_states(self, id: str, *, layer: Optional[str] = None, type: Optional[str] = None, frame: Optional[str] = None, elemental_id: Optional[str] = None, filter: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, fields: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None) -> StatePage:
        """The states of a media that you see, of the layers named or all."""
        return decode(StatePage, self._transport.call("GET", f"/api/v1/media/{_quote(id)}/states", query={"layer": layer, "type": type, "frame": frame, "elementalId": elemental_id, "filter": filter, "sort": sort, "limit": limit, "cursor": cursor, "fields": fields, "count": count}))

    def list_project_localizations(self, id: str, *, layer: Optional[str] = None, type: Optional[str] = None, frame: Optional[str] = None, elemental_id: Optional[str] = None, filter: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, fields: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None) -> LocalizationPage:
        """The localizations of all media in a project and below that you see."""
        return decode(LocalizationPage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/localizations", query={"layer": layer, "type": type, "frame": frame, "elementalId": elemental_id, "filter": filter, "sort": sort, "limit": limit, "cursor": cursor, "fields": fields, "count": count}))

    def update_project_localization(self, id: str, *, layer: Optional[Sequence[str]] = None, type: Optional[Sequence[str]] = None, media_id: Optional[str] = None, ids: Optional[Sequence[str]] = None, filter: Optional[Mapping[str, Any]] = None, count: Optional[int] = None, values: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, new_layer: Optional[str] = None) -> UpdateMediaAnswer:
        """Change many localizations at once; `count` guards against changing more than is meant."""
        return decode(UpdateMediaAnswer, self._transport.call("PATCH", f"/api/v1/projects/{_quote(id)}/localizations", body={"layer": layer, "type": type, "mediaId": media_id, "ids": ids, "filter": filter, "count": count, "values": values, "resetAttributes": reset_attributes, "newLayer": new_layer}))

    def delete_project_localization(self, id: str, *, layer: Optional[Sequence[str]] = None, type: Optional[Sequence[str]] = None, media_id: Optional[str] = None, ids: Optional[Sequence[str]] = None, filter: Optional[Mapping[str, Any]] = None, count: Optional[int] = None) -> UpdateMediaAnswer:
        """Delete many localizations at once; `count` guards against deleting more than is meant."""
        return decode(UpdateMediaAnswer, self._transport.call("DELETE", f"/api/v1/projects/{_quote(id)}/localizations", body={"layer": layer, "type": type, "mediaId": media_id, "ids": ids, "filter": filter, "count": count}))

    def search(self, id: str, *, layer: Optional[Sequence[str]] = None, type: Optional[Sequence[str]] = None, media_id: Optional[str] = None, ids: Optional[Sequence[str]] = None, filter: Optional[Mapping[str, Any]] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, fields: Optional[str] = None, count: Optional[bool] = None) -> LocalizationPage:
        """The same, with a filter in the body."""
        return decode(LocalizationPage, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/localizations/search", body={"layer": layer, "type": type, "mediaId": media_id, "ids": ids, "filter": filter, "sort": sort, "limit": limit, "cursor": cursor, "fields": fields, "count": count}))

    def create_project_localization_type(self, id: str, *, layer: Optional[Sequence[str]] = None, type: Optional[Sequence[str]] = None, media_id: Optional[str] = None, ids: Optional[Sequence[str]] = None, filter: Optional[Mapping[str, Any]] = None) -> CreateProjectLocalizationTypeAnswer:
        """How many localizations there are of each type, the most first."""
        return decode(CreateProjectLocalizationTypeAnswer, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/localizations/types", body={"layer": layer, "type": type, "mediaId": media_id, "ids": ids, "filter": filter}))

    def list_project_states(self, id: str, *, layer: Optional[str] = None, type: Optional[str] = None, frame: Optional[str] = None, elemental_id: Optional[str] = None, filter: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, fields: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None) -> StatePage:
        """The states of all media in a project and below that you see."""
        return decode(StatePage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/states", query={"layer": layer, "type": type, "frame": frame, "elementalId": elemental_id, "filter": filter, "sort": sort, "limit": limit, "cursor": cursor, "fields": fields, "count": count}))

    def update_project_state(self, id: str, *, layer: Optional[Sequence[str]] = None, type: Optional[Sequence[str]] = None, media_id: Optional[str] = None, ids: Optional[Sequence[str]] = None, filter: Optional[Mapping[str, Any]] = None, count: Optional[int] = None, values: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, new_layer: Optional[str] = None) -> UpdateMediaAnswer:
        """Change many states at once; `count` guards against changing more than is meant."""
        return decode(UpdateMediaAnswer, self._transport.call("PATCH", f"/api/v1/projects/{_quote(id)}/states", body={"layer": layer, "type": type, "mediaId": media_id, "ids": ids, "filter": filter, "count": count, "values": values, "resetAttributes": reset_attributes, "newLayer": new_layer}))

    def delete_project_state(self, id: str, *, layer: Optional[Sequence[str]] = None, type: Optional[Sequence[str]] = None, media_id: Optional[str] = None, ids: Optional[Sequence[str]] = None, filter: Optional[Mapping[str, Any]] = None, count: Optional[int] = None) -> UpdateMediaAnswer:
        """Delete many states at once; `count` guards against deleting more than is meant."""
        return decode(UpdateMediaAnswer, self._transport.call("DELETE", f"/api/v1/projects/{_quote(id)}/states", body={"layer": layer, "type": type, "mediaId": media_id, "ids": ids, "filter": filter, "count": count}))

    def search(self, id: str, *, layer: Optional[Sequence[str]] = None, type: Optional[Sequence[str]] = None, media_id: Optional[str] = None, ids: Optional[Sequence[str]] = None, filter: Optional[Mapping[str, Any]] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, fields: Optional[str] = None, count: Optional[bool] = None) -> StatePage:
        """The same, with a filter in the body."""
        return decode(StatePage, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/states/search", body={"layer": layer, "type": type, "mediaId": media_id, "ids": ids, "filter": filter, "sort": sort, "limit": limit, "cursor": cursor, "fields": fields, "count": count}))

    def create_project_state_type(self, id: str, *, layer: Optional[Sequence[str]] = None, type: Optional[Sequence[str]] = None, media_id: Optional[str] = None, ids: Optional[Sequence[str]] = None, filter: Optional[Mapping[str, Any]] = None) -> CreateProjectLocalizationTypeAnswer:
        """How many states there are of each type, the most first."""
        return decode(CreateProjectLocalizationTypeAnswer, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/states/types", body={"layer": layer, "type": type, "mediaId": media_id, "ids": ids, "filter": filter}))

    def get_media_annotations(self, id: str, *, layers: Optional[str] = None, frames: Optional[str] = None) -> None:
        """Everything drawn on a media and said of it, in one stream."""
        self._transport.call("GET", f"/api/v1/media/{_quote(id)}/annotations", query={"layers": layers, "frames": frames})

    def create_project_annotation_import_(self, id: str, *, file_id: str, format: Literal["csv", "ndjson", "coco", "yolo", "yolo-segment", "voc", "mot"], layer_id: Optional[str] = None, new_layer: Optional[str] = None, media_id: Optional[str] = None, classes: Optional[Mapping[str, Any]] = None, attributes: Optional[Mapping[str, Any]] = None, preview: Optional[bool] = None, create_types: Optional[bool] = None, keep_good: Optional[bool] = None) -> CreateMediaImportAnswer:
        """Make annotations of a file: CSV, NDJSON, COCO, YOLO, Pascal VOC or MOTChallenge."""
        return decode(CreateMediaImportAnswer, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/annotations/import", body={"fileId": file_id, "format": format, "layerId": layer_id, "newLayer": new_layer, "mediaId": media_id, "classes": classes, "attributes": attributes, "preview": preview, "createTypes": create_types, "keepGood": keep_good}))

    def create_project_annotation_export(self, id: str, *, format: Literal["csv", "ndjson", "coco", "yolo", "yolo-segment", "voc", "mot"], media_ids: Optional[Sequence[str]] = None, layers: Optional[Sequence[str]] = None, types: Optional[Sequence[str]] = None, filter: Optional[Mapping[str, Any]] = None, name: Optional[str] = None, compress: Optional[bool] = None, archive: Optional[Literal["tar", "zip"]] = None) -> CreateMediaImportAnswer:
        """Make a file of annotations: CSV, NDJSON, COCO, YOLO, Pascal VOC or MOTChallenge."""
        return decode(CreateMediaImportAnswer, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/annotations/export", body={"format": format, "mediaIds": media_ids, "layers": layers, "types": types, "filter": filter, "name": name, "compress": compress, "archive": archive}))

    def get_localization(self, id: str, *, layer: Optional[str] = None) -> Localization:
        """A localization."""
        return decode(Localization, self._transport.call("GET", f"/api/v1/localizations/{_quote(id)}", query={"layer": layer}))

    def update_localization(self, id: str, *, frame: Optional[int] = None, x: Optional[float] = None, y: Optional[float] = None, width: Optional[float] = None, height: Optional[float] = None, u: Optional[float] = None, v: Optional[float] = None, points: Optional[Sequence[Sequence[Any]]] = None, key: Optional[bool] = None, attributes: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, type_id: Optional[str] = None, layer: Optional[str] = None, if_match: str = "*") -> AnnotationChanged:
        """Change a localization: a new mark is written, and the ones before it stay."""
        return decode(AnnotationChanged, self._transport.call("PATCH", f"/api/v1/localizations/{_quote(id)}", query={"layer": layer}, body={"frame": frame, "x": x, "y": y, "width": width, "height": height, "u": u, "v": v, "points": points, "key": key, "attributes": attributes, "resetAttributes": reset_attributes, "typeId": type_id}, headers={"if-match": if_match}))

    def delete_localization(self, id: str, *, layer: Optional[str] = None, if_match: str = "*") -> AnnotationChanged:
        """Delete a localization; it can be restored."""
        return decode(AnnotationChanged, self._transport.call("DELETE", f"/api/v1/localizations/{_quote(id)}", query={"layer": layer}, headers={"if-match": if_match}))

    def get_localization_marks(self, id: str, *, layer: Optional[str] = None) -> GetLocalizationMarksAnswer:
        """All that it was, newest first, up to 1,000."""
        return decode(GetLocalizationMarksAnswer, self._transport.call("GET", f"/api/v1/localizations/{_quote(id)}/marks", query={"layer": layer}))

    def restore_localization(self, id: str, *, mark: int, layer: Optional[str] = None, if_match: str = "*") -> AnnotationChanged:
        """Take changes back: what a mark had becomes the newest."""
        return decode(AnnotationChanged, self._transport.call("POST", f"/api/v1/localizations/{_quote(id)}/restore", query={"layer": layer}, body={"mark": mark}, headers={"if-match": if_match}))

    def get_state(self, id: str, *, layer: Optional[str] = None) -> State:
        """A state."""
        return decode(State, self._transport.call("GET", f"/api/v1/states/{_quote(id)}", query={"layer": layer}))

    def update_state(self, id: str, *, frame: Optional[int] = None, end_frame: Optional[int] = None, color: Optional[str] = None, media_ids: Optional[Sequence[str]] = None, localization_ids: Optional[Sequence[str]] = None, add_localization_ids: Optional[Sequence[str]] = None, remove_localization_ids: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, type_id: Optional[str] = None, layer: Optional[str] = None, if_match: str = "*") -> AnnotationChanged:
        """Change a state: a new mark is written, and the ones before it stay."""
        return decode(AnnotationChanged, self._transport.call("PATCH", f"/api/v1/states/{_quote(id)}", query={"layer": layer}, body={"frame": frame, "endFrame": end_frame, "color": color, "mediaIds": media_ids, "localizationIds": localization_ids, "addLocalizationIds": add_localization_ids, "removeLocalizationIds": remove_localization_ids, "attributes": attributes, "resetAttributes": reset_attributes, "typeId": type_id}, headers={"if-match": if_match}))

    def delete_state(self, id: str, *, layer: Optional[str] = None, if_match: str = "*") -> AnnotationChanged:
        """Delete a state; it can be restored."""
        return decode(AnnotationChanged, self._transport.call("DELETE", f"/api/v1/states/{_quote(id)}", query={"layer": layer}, headers={"if-match": if_match}))

    def get_state_marks(self, id: str, *, layer: Optional[str] = None) -> GetStateMarksAnswer:
        """All that it was, newest first, up to 1,000."""
        return decode(GetStateMarksAnswer, self._transport.call("GET", f"/api/v1/states/{_quote(id)}/marks", query={"layer": layer}))

    def restore_state(self, id: str, *, mark: int, layer: Optional[str] = None, if_match: str = "*") -> AnnotationChanged:
        """Take changes back: what a mark had becomes the newest."""
        return decode(AnnotationChanged, self._transport.call("POST", f"/api/v1/states/{_quote(id)}/restore", query={"layer": layer}, body={"mark": mark}, headers={"if-match": if_match}))

    def get_media_frame(self, id: str, frame: str, *, rendition: Optional[str] = None, roi: Optional[str] = None, width: Optional[int] = None, format: Optional[Literal["jpeg", "png", "webp"]] = None) -> None:
        """One frame of a video, an image, or a part of it."""
        self._transport.call("GET", f"/api/v1/media/{_quote(id)}/frames/{_quote(frame)}", query={"rendition": rendition, "roi": roi, "width": width, "format": format})

    def get_media_frames(self, id: str, *, frames: str, tile: Optional[str] = None, animate: Optional[float] = None, rendition: Optional[str] = None, roi: Optional[str] = None, width: Optional[int] = None, format: Optional[Literal["jpeg", "png", "webp", "gif"]] = None) -> None:
        """Up to 32 frames side by side or one after the other."""
        self._transport.call("GET", f"/api/v1/media/{_quote(id)}/frames", query={"frames": frames, "tile": tile, "animate": animate, "rendition": rendition, "roi": roi, "width": width, "format": format})

    def get_media_clip(self, id: str, *, range: str, rendition: Optional[str] = None, exact: Optional[Literal["0", "1", "true", "false"]] = None, format: Optional[Literal["mp4"]] = None) -> None:
        """Parts of a video as one, without sound."""
        self._transport.call("GET", f"/api/v1/media/{_quote(id)}/clip", query={"range": range, "rendition": rendition, "exact": exact, "format": format})

    def get_media_tile(self, id: str, level: str, column: str, row: str) -> None:
        """One square of a very large picture."""
        self._transport.call("GET", f"/api/v1/media/{_quote(id)}/tiles/{_quote(level)}/{_quote(column)}/{_quote(row)}")

    def get_localization_crop(self, id: str, *, layer: Optional[str] = None, margin: Optional[int] = None, rendition: Optional[str] = None, width: Optional[int] = None, format: Optional[Literal["jpeg", "png", "webp"]] = None) -> None:
        """The part of a frame that shows a localization."""
        self._transport.call("GET", f"/api/v1/localizations/{_quote(id)}/crop", query={"layer": layer, "margin": margin, "rendition": rendition, "width": width, "format": format})

    def create_crop(self, *, items: Sequence[Any]) -> CreateCropAnswer:
        """Addresses of up to 100 parts of frames or localizations, made where they are not there yet."""
        return decode(CreateCropAnswer, self._transport.call("POST", "/api/v1/crops", body={"items": items}))

    def create_socket(self) -> SocketTicket:
        """A ticket that opens one WebSocket within half a minute, as `?ticket=` behind the url."""
        return decode(SocketTicket, self._transport.call("POST", "/api/v1/sockets"))

    def create_track_merge(self, id: str, *, track_ids: Sequence[str], layer: Optional[str] = None) -> TrackChanged:
        """Put the members of other tracks into this one; the others are deleted."""
        return decode(TrackChanged, self._transport.call("POST", f"/api/v1/tracks/{_quote(id)}/merge", query={"layer": layer}, body={"trackIds": track_ids}))

    def create_track_trim(self, id: str, *, frame: int, end: Literal["start", "end"], layer: Optional[str] = None) -> TrackChanged:
        """Take away what is before or after a frame; members that no other track has are deleted."""
        return decode(TrackChanged, self._transport.call("POST", f"/api/v1/tracks/{_quote(id)}/trim", query={"layer": layer}, body={"frame": frame, "end": end}))

    def create_track_extend(self, id: str, *, direction: Literal["forward", "backward"], frames: int, layer: Optional[str] = None) -> TrackChanged:
        """Draw an end of it again on the frames beyond it, as far as the media goes."""
        return decode(TrackChanged, self._transport.call("POST", f"/api/v1/tracks/{_quote(id)}/extend", query={"layer": layer}, body={"direction": direction, "frames": frames}))

    def create_track_interpolate(self, id: str, *, layer: Optional[str] = None) -> TrackChanged:
        """Draw it anew between the members that somebody drew."""
        return decode(TrackChanged, self._transport.call("POST", f"/api/v1/tracks/{_quote(id)}/interpolate", query={"layer": layer}))

    def create_track_fill(self, id: str, *, layer: Optional[str] = None) -> TrackChanged:
        """Draw it on the frames between its members where it has none."""
        return decode(TrackChanged, self._transport.call("POST", f"/api/v1/tracks/{_quote(id)}/fill", query={"layer": layer}))

    def list_announcement_current(self) -> AnnouncementPage:
        """What is told just now and you have not put away."""
        return decode(AnnouncementPage, self._transport.call("GET", "/api/v1/announcements/current"))

    def list_announcements(self) -> AnnouncementPage:
        """Every announcement, past and to come."""
        return decode(AnnouncementPage, self._transport.call("GET", "/api/v1/announcements"))

    def create_announcement(self, *, title: str, body: Optional[str] = None, tone: Optional[Literal["info", "warning"]] = None, dismissible: Optional[bool] = None, from_: Optional[str] = None, until: Optional[str] = None) -> Announcement:
        """Tell everybody something, from and until when you like."""
        return decode(Announcement, self._transport.call("POST", "/api/v1/announcements", body={"title": title, "body": body, "tone": tone, "dismissible": dismissible, "from": from_, "until": until}))

    def update_announcement(self, id: str, *, title: Optional[str] = None, body: Optional[str] = None, tone: Optional[Literal["info", "warning"]] = None, dismissible: Optional[bool] = None, from_: Optional[str] = None, until: Optional[str] = None) -> Announcement:
        """Change an announcement."""
        return decode(Announcement, self._transport.call("PATCH", f"/api/v1/announcements/{_quote(id)}", body={"title": title, "body": body, "tone": tone, "dismissible": dismissible, "from": from_, "until": until}))

    def delete_announcement(self, id: str) -> None:
        """Take an announcement back."""
        self._transport.call("DELETE", f"/api/v1/announcements/{_quote(id)}")

    def create_announcement_dismiss(self, id: str) -> None:
        """Put an announcement away for yourself."""
        self._transport.call("POST", f"/api/v1/announcements/{_quote(id)}/dismiss")

    def list_api_keys(self) -> ApiKeyPage:
        """Your API keys."""
        return decode(ApiKeyPage, self._transport.call("GET", "/api/v1/api-keys"))

    def create_api_key(self, *, name: str, scopes: Optional[Sequence[Literal["read", "write", "execute", "admin"]]] = None, expires_at: Optional[str] = None, project_id: Optional[str] = None) -> NewApiKey:
        """Make an API key; its secret is shown this once."""
        return decode(NewApiKey, self._transport.call("POST", "/api/v1/api-keys", body={"name": name, "scopes": scopes, "expiresAt": expires_at, "projectId": project_id}))

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
        """Invite an address; its link is mailed and shown this once."""
        return decode(NewInvitation, self._transport.call("POST", "/api/v1/invitations", body={"email": email}))

    def delete_invitation(self, id: str) -> None:
        """Withdraw an invitation."""
        self._transport.call("DELETE", f"/api/v1/invitations/{_quote(id)}")

    def list_projects(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None) -> ProjectPage:
        """Projects you see."""
        return decode(ProjectPage, self._transport.call("GET", "/api/v1/projects", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count}))

    def create_project(self, *, name: str, parent_id: Optional[str] = None, namespace: Optional[str] = None, slug: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None, visibility: Optional[Literal["private", "discoverable", "internal", "public"]] = None) -> Project:
        """Make a project, at the top of a namespace or inside another one."""
        return decode(Project, self._transport.call("POST", "/api/v1/projects", body={"parentId": parent_id, "namespace": namespace, "name": name, "slug": slug, "description": description, "tags": tags, "attributes": attributes, "visibility": visibility}))

    def get_project(self, id: str) -> Project:
        """A project."""
        return decode(Project, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}"))

    def update_project(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, slug: Optional[str] = None, visibility: Optional[Literal["private", "discoverable", "internal", "public"]] = None, readme: Optional[str] = None, if_match: str = "*") -> Project:
        """Change name, description, tags, README, visibility or address."""
        return decode(Project, self._transport.call("PATCH", f"/api/v1/projects/{_quote(id)}", body={"name": name, "description": description, "tags": tags, "attributes": attributes, "resetAttributes": reset_attributes, "slug": slug, "visibility": visibility, "readme": readme}, headers={"if-match": if_match}))

    def delete_project(self, id: str, *, if_match: str = "*") -> None:
        """Put a project into the trash, with everything in it."""
        self._transport.call("DELETE", f"/api/v1/projects/{_quote(id)}", headers={"if-match": if_match})

    def restore_project(self, id: str) -> Project:
        """Take a project back out of the trash."""
        return decode(Project, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/restore"))

    def list_project_items(self, id: str, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, kind: Optional[str] = None) -> ItemPage:
        """What lies in a project."""
        return decode(ItemPage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/items", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "kind": kind}))

    def list_project_webhooks(self, id: str) -> WebhookPage:
        """Where a project's events are sent."""
        return decode(WebhookPage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/webhooks"))

    def create_project_webhook(self, id: str, *, url: str, types: Optional[Sequence[str]] = None) -> NewWebhook:
        """Send events to an address; the secret that signs them is shown now and never again."""
        return decode(NewWebhook, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/webhooks", body={"url": url, "types": types}))

    def get_project_webhook(self, id: str, webhook_id: str) -> Webhook:
        """A webhook."""
        return decode(Webhook, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/webhooks/{_quote(webhook_id)}"))

    def update_project_webhook(self, id: str, webhook_id: str, *, url: Optional[str] = None, types: Optional[Sequence[str]] = None, active: Optional[bool] = None, if_match: str = "*") -> Webhook:
        """Change address or types, or switch it off."""
        return decode(Webhook, self._transport.call("PATCH", f"/api/v1/projects/{_quote(id)}/webhooks/{_quote(webhook_id)}", body={"url": url, "types": types, "active": active}, headers={"if-match": if_match}))

    def delete_project_webhook(self, id: str, webhook_id: str, *, if_match: str = "*") -> None:
        """Delete a webhook."""
        self._transport.call("DELETE", f"/api/v1/projects/{_quote(id)}/webhooks/{_quote(webhook_id)}", headers={"if-match": if_match})

    def restore_project_webhook(self, id: str, webhook_id: str) -> Webhook:
        """Take a deletion back."""
        return decode(Webhook, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/webhooks/{_quote(webhook_id)}/restore"))

    def create_project_webhook_rotate(self, id: str, webhook_id: str) -> WebhookSecret:
        """Another secret in place of the one there was."""
        return decode(WebhookSecret, self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/webhooks/{_quote(webhook_id)}/rotate"))

    def list_project_webhook_deliveries(self, id: str, webhook_id: str, *, limit: Optional[int] = None, cursor: Optional[str] = None) -> WebhookDeliveryPage:
        """What a webhook was told and how it answered, newest first."""
        return decode(WebhookDeliveryPage, self._transport.call("GET", f"/api/v1/projects/{_quote(id)}/webhooks/{_quote(webhook_id)}/deliveries", query={"limit": limit, "cursor": cursor}))

    def create_project_webhook_delivery_replay(self, id: str, webhook_id: str, delivery_id: str) -> None:
        """Send an event again."""
        self._transport.call("POST", f"/api/v1/projects/{_quote(id)}/webhooks/{_quote(webhook_id)}/deliveries/{_quote(delivery_id)}/replay")

    def list_entity_grants(self, id: str) -> GrantPage:
        """Who has rights on something."""
        return decode(GrantPage, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/grants"))

    def create_entity_grant(self, id: str, *, email: Optional[str] = None, principal_id: Optional[str] = None, bundle: Optional[Literal["viewer", "annotator", "contributor", "operator", "owner"]] = None, privileges: Optional[Sequence[Literal["see", "read", "edit", "create", "transfer", "execute", "share", "remove", "manage"]]] = None, expires_at: Optional[str] = None, notify: Any = None) -> Grant:
        """Give somebody rights, in place of those they were given here before."""
        return decode(Grant, self._transport.call("POST", f"/api/v1/entities/{_quote(id)}/grants", body={"email": email, "principalId": principal_id, "bundle": bundle, "privileges": privileges, "expiresAt": expires_at, "notify": notify}))

    def get_entity_grant_audience(self, id: str, *, principal_id: str, bundle: Optional[Literal["viewer", "annotator", "contributor", "operator", "owner"]] = None) -> Audience:
        """How many people would be notified if it were shared with somebody or some group."""
        return decode(Audience, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/grants/audience", query={"principalId": principal_id, "bundle": bundle}))

    def delete_entity_grant(self, id: str, principal_id: str) -> None:
        """Take somebody's rights back, or give up one's own."""
        self._transport.call("DELETE", f"/api/v1/entities/{_quote(id)}/grants/{_quote(principal_id)}")

    def get_entity_access_explain(self, id: str, *, principal: Optional[str] = None) -> AccessExplanation:
        """Why somebody may do what they may: which grants reach them, through which groups, from where."""
        return decode(AccessExplanation, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/access/explain", query={"principal": principal}))

    def get_entity_lineage(self, id: str) -> Lineage:
        """Where a thing comes from."""
        return decode(Lineage, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/lineage"))

    def list_entity_comments(self, id: str, *, limit: Optional[int] = None, cursor: Optional[str] = None) -> CommentPage:
        """The threads on something, newest first, with their replies."""
        return decode(CommentPage, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/comments", query={"limit": limit, "cursor": cursor}))

    def create_entity_comment(self, id: str, *, body: str, parent_id: Optional[str] = None, mentions: Optional[Sequence[str]] = None) -> Comment:
        """Say something, or answer; `@name` tells people who can see it."""
        return decode(Comment, self._transport.call("POST", f"/api/v1/entities/{_quote(id)}/comments", body={"body": body, "parentId": parent_id, "mentions": mentions}))

    def get_entity_comment_unread(self, id: str) -> GetNotificationUnreadAnswer:
        """How many comments of others you have not read, up to 100."""
        return decode(GetNotificationUnreadAnswer, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/comments/unread"))

    def create_entity_comment_read(self, id: str) -> None:
        """You have read everything that is there."""
        self._transport.call("POST", f"/api/v1/entities/{_quote(id)}/comments/read")

    def update_entity_comment(self, id: str, comment_id: str, *, body: str, mentions: Optional[Sequence[str]] = None) -> Comment:
        """Change what you said."""
        return decode(Comment, self._transport.call("PATCH", f"/api/v1/entities/{_quote(id)}/comments/{_quote(comment_id)}", body={"body": body, "mentions": mentions}))

    def delete_entity_comment(self, id: str, comment_id: str) -> None:
        """Delete a comment of yours, or any where you manage."""
        self._transport.call("DELETE", f"/api/v1/entities/{_quote(id)}/comments/{_quote(comment_id)}")

    def restore_entity_comment(self, id: str, comment_id: str) -> Comment:
        """Take a deletion back."""
        return decode(Comment, self._transport.call("POST", f"/api/v1/entities/{_quote(id)}/comments/{_quote(comment_id)}/restore"))

    def list_entity_mentionable(self, id: str, *, q: Optional[str] = None) -> MentionablePage:
        """Whom a comment there can mention."""
        return decode(MentionablePage, self._transport.call("GET", f"/api/v1/entities/{_quote(id)}/mentionable", query={"q": q}))

    def list_sessions(self) -> SessionPage:
        """Browsers you are signed in with."""
        return decode(SessionPage, self._transport.call("GET", "/api/v1/sessions"))

    def delete_session(self) -> None:
        """Sign every other browser out."""
        self._transport.call("DELETE", "/api/v1/sessions")

    def delete_session(self, id: str) -> None:
        """Sign one browser out."""
        self._transport.call("DELETE", f"/api/v1/sessions/{_quote(id)}")

    def get_second_factor(self) -> SecondFactor:
        """Whether you have a second factor, and whether it is required of you."""
        return decode(SecondFactor, self._transport.call("GET", "/api/v1/second-factor"))

    def get_second_factor_awaited(self) -> GetSecondFactorAwaitedAnswer:
        """What a sign-in in this browser still waits for."""
        return decode(GetSecondFactorAwaitedAnswer, self._transport.call("GET", "/api/v1/second-factor/awaited"))

    def create_second_factor_check(self, *, code: str) -> None:
        """Finish a sign-in with the code of the device, or a recovery code."""
        self._transport.call("POST", "/api/v1/second-factor/check", body={"code": code})

    def create_second_factor_enrolment(self) -> Enrolment:
        """Begin to set up a device that makes codes (RFC 6238)."""
        return decode(Enrolment, self._transport.call("POST", "/api/v1/second-factor/enrolment"))

    def create_second_factor_enrolment_confirm(self, *, code: str) -> RecoveryCodes:
        """Turn the second factor on with the first code; other browsers are signed out."""
        return decode(RecoveryCodes, self._transport.call("POST", "/api/v1/second-factor/enrolment/confirm", body={"code": code}))

    def create_second_factor_recovery_code(self, *, code: str) -> RecoveryCodes:
        """Other recovery codes in place of those there were."""
        return decode(RecoveryCodes, self._transport.call("POST", "/api/v1/second-factor/recovery-codes", body={"code": code}))

    def create_second_factor_off(self, *, code: str) -> None:
        """Turn the second factor off, where it is not required."""
        self._transport.call("POST", "/api/v1/second-factor/off", body={"code": code})

    def list_sign_ins(self) -> SignInPage:
        """The ways you sign in: your password, and the providers that are linked to you."""
        return decode(SignInPage, self._transport.call("GET", "/api/v1/sign-ins"))

    def delete_sign_in(self, id: str) -> None:
        """Unlink a way to sign in; never the last one that works."""
        self._transport.call("DELETE", f"/api/v1/sign-ins/{_quote(id)}")

    def list_users(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, state: Optional[Literal["active", "deactivated"]] = None, kind: Optional[Literal["person", "service"]] = None) -> UserPage:
        """Everybody with an account."""
        return decode(UserPage, self._transport.call("GET", "/api/v1/users", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "state": state, "kind": kind}))

    def create_user(self, *, kind: Literal["service"], name: str) -> User:
        """Make a service user, which has no password and comes in by the keys you make for it."""
        return decode(User, self._transport.call("POST", "/api/v1/users", body={"kind": kind, "name": name}))

    def get_user(self, id: str) -> User:
        """Somebody with an account."""
        return decode(User, self._transport.call("GET", f"/api/v1/users/{_quote(id)}"))

    def update_user(self, id: str, *, admin: Optional[bool] = None, may_execute: Optional[bool] = None) -> User:
        """Give or take the rights to administer and to run functions."""
        return decode(User, self._transport.call("PATCH", f"/api/v1/users/{_quote(id)}", body={"admin": admin, "mayExecute": may_execute}))

    def delete_user_second_factor(self, id: str) -> None:
        """Take the second factor of somebody who lost their device; they are signed out everywhere."""
        self._transport.call("DELETE", f"/api/v1/users/{_quote(id)}/second-factor")

    def create_user_deactivate(self, id: str) -> User:
        """Shut somebody out at once; what they made stays."""
        return decode(User, self._transport.call("POST", f"/api/v1/users/{_quote(id)}/deactivate"))

    def create_user_reactivate(self, id: str) -> User:
        """Let somebody in again."""
        return decode(User, self._transport.call("POST", f"/api/v1/users/{_quote(id)}/reactivate"))

    def list_user_api_keys(self, id: str) -> ApiKeyPage:
        """API keys of a service user."""
        return decode(ApiKeyPage, self._transport.call("GET", f"/api/v1/users/{_quote(id)}/api-keys"))

    def create_user_api_key(self, id: str, *, name: str, scopes: Optional[Sequence[Literal["read", "write", "execute", "admin"]]] = None, expires_at: Optional[str] = None, project_id: Optional[str] = None) -> NewApiKey:
        """Make an API key for a service user; its secret is shown this once."""
        return decode(NewApiKey, self._transport.call("POST", f"/api/v1/users/{_quote(id)}/api-keys", body={"name": name, "scopes": scopes, "expiresAt": expires_at, "projectId": project_id}))

    def delete_user_api_key(self, id: str, key_id: str) -> None:
        """Delete an API key of a service user; it stops working at once."""
        self._transport.call("DELETE", f"/api/v1/users/{_quote(id)}/api-keys/{_quote(key_id)}")

    def create_upload(self, *, project_id: str, name: str, bytes: int, content_type: Optional[str] = None, sha256: Optional[str] = None, attributes: Optional[Mapping[str, Any]] = None) -> OpenedUpload:
        """Begin an upload: PUT each part to its URL, then complete."""
        return decode(OpenedUpload, self._transport.call("POST", "/api/v1/uploads", body={"projectId": project_id, "name": name, "bytes": bytes, "contentType": content_type, "sha256": sha256, "attributes": attributes}))

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

    def update_file(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, if_match: str = "*") -> File:
        """Change name, description or tags."""
        return decode(File, self._transport.call("PATCH", f"/api/v1/files/{_quote(id)}", body={"name": name, "description": description, "tags": tags, "attributes": attributes, "resetAttributes": reset_attributes}, headers={"if-match": if_match}))

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

    def create_table(self, *, project_id: str, name: str, file_id: str, options: Optional[Mapping[str, Any]] = None, attributes: Optional[Mapping[str, Any]] = None) -> CreateTableAnswer:
        """Make a table of a file."""
        return decode(CreateTableAnswer, self._transport.call("POST", "/api/v1/tables", body={"projectId": project_id, "name": name, "fileId": file_id, "options": options, "attributes": attributes}))

    def list_tables(self, *, q: Optional[str] = None, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, project_id: Optional[str] = None) -> ItemPage:
        """Tables you see, of one project or all."""
        return decode(ItemPage, self._transport.call("GET", "/api/v1/tables", query={"q": q, "sort": sort, "limit": limit, "cursor": cursor, "count": count, "projectId": project_id}))

    def get_table(self, id: str) -> Table:
        """A table: columns, statistics, versions, how it was imported."""
        return decode(Table, self._transport.call("GET", f"/api/v1/tables/{_quote(id)}"))

    def update_table(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, if_match: str = "*") -> Table:
        """Change name, description or tags."""
        return decode(Table, self._transport.call("PATCH", f"/api/v1/tables/{_quote(id)}", body={"name": name, "description": description, "tags": tags, "attributes": attributes, "resetAttributes": reset_attributes}, headers={"if-match": if_match}))

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

    def get_media(self, id: str) -> Media:
        """A video or picture: size, frames, renditions, what went wrong."""
        return decode(Media, self._transport.call("GET", f"/api/v1/media/{_quote(id)}"))

    def update_media(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, multi: Optional[Mapping[str, Any]] = None, live: Optional[Mapping[str, Any]] = None, if_match: str = "*") -> Media:
        """Change name, description, tags or attributes, what is shown side by side, or where streams are."""
        return decode(Media, self._transport.call("PATCH", f"/api/v1/media/{_quote(id)}", body={"name": name, "description": description, "tags": tags, "attributes": attributes, "resetAttributes": reset_attributes, "multi": multi, "live": live}, headers={"if-match": if_match}))

    def delete_media(self, id: str, *, if_match: str = "*") -> None:
        """Put media into the trash; what is being made of it is stopped."""
        self._transport.call("DELETE", f"/api/v1/media/{_quote(id)}", headers={"if-match": if_match})

    def restore_media(self, id: str) -> Media:
        """Take media back out of the trash."""
        return decode(Media, self._transport.call("POST", f"/api/v1/media/{_quote(id)}/restore"))

    def create_media_repair(self, id: str) -> CreateMediaAnswer:
        """Make what is missing of its renditions; those that are there stay."""
        return decode(CreateMediaAnswer, self._transport.call("POST", f"/api/v1/media/{_quote(id)}/repair"))

    def get_media_around(self, id: str) -> MediaAround:
        """Which media come before and after it in its project, by name."""
        return decode(MediaAround, self._transport.call("GET", f"/api/v1/media/{_quote(id)}/around"))

    def create_media_url(self, id: str, *, renditions: Optional[Sequence[str]] = None, disposition: Optional[Literal["inline", "attachment"]] = None) -> CreateMediaUrlAnswer:
        """Where renditions can be read, for five minutes."""
        return decode(CreateMediaUrlAnswer, self._transport.call("POST", f"/api/v1/media/{_quote(id)}/urls", body={"renditions": renditions, "disposition": disposition}))

    def get_media_hl(self, id: str, playlist: str) -> None:
        """A playlist for players of HLS."""
        self._transport.call("GET", f"/api/v1/media/{_quote(id)}/hls/{_quote(playlist)}")

    def create_notebook(self, *, project_id: str, name: Optional[str] = None, file_id: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None) -> Notebook:
        """Add a notebook: of a file that is one, or empty."""
        return decode(Notebook, self._transport.call("POST", "/api/v1/notebooks", body={"projectId": project_id, "name": name, "fileId": file_id, "description": description, "tags": tags, "attributes": attributes}))

    def get_notebook(self, id: str) -> Notebook:
        """A notebook: its parameters, and what its content is."""
        return decode(Notebook, self._transport.call("GET", f"/api/v1/notebooks/{_quote(id)}"))

    def update_notebook(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, if_match: str = "*") -> Notebook:
        """Change name, description or tags."""
        return decode(Notebook, self._transport.call("PATCH", f"/api/v1/notebooks/{_quote(id)}", body={"name": name, "description": description, "tags": tags, "attributes": attributes, "resetAttributes": reset_attributes}, headers={"if-match": if_match}))

    def delete_notebook(self, id: str, *, if_match: str = "*") -> None:
        """Put a notebook into the trash."""
        self._transport.call("DELETE", f"/api/v1/notebooks/{_quote(id)}", headers={"if-match": if_match})

    def restore_notebook(self, id: str) -> Notebook:
        """Take a notebook back out of the trash."""
        return decode(Notebook, self._transport.call("POST", f"/api/v1/notebooks/{_quote(id)}/restore"))

    def get_notebook_content(self, id: str, *, version: Optional[str] = None) -> Link:
        """A URL for the .ipynb, the current version by default, for five minutes."""
        return decode(Link, self._transport.call("GET", f"/api/v1/notebooks/{_quote(id)}/content", query={"version": version}))

    def create_notebook_content(self, id: str, *, bytes: int, sha256: str) -> CreateNotebookContentAnswer:
        """A URL to put new content to."""
        return decode(CreateNotebookContentAnswer, self._transport.call("POST", f"/api/v1/notebooks/{_quote(id)}/content", body={"bytes": bytes, "sha256": sha256}))

    def replace_notebook_content(self, id: str, *, upload_id: str, if_match: str = "*") -> Notebook:
        """Make what was uploaded the next version."""
        return decode(Notebook, self._transport.call("PUT", f"/api/v1/notebooks/{_quote(id)}/content", body={"uploadId": upload_id}, headers={"if-match": if_match}))

    def list_notebook_versions(self, id: str, *, limit: Optional[int] = None, cursor: Optional[str] = None) -> NotebookVersionPage:
        """A notebook's versions, newest first."""
        return decode(NotebookVersionPage, self._transport.call("GET", f"/api/v1/notebooks/{_quote(id)}/versions", query={"limit": limit, "cursor": cursor}))

    def restore_notebook_version(self, id: str, version: str, *, if_match: str = "*") -> Notebook:
        """Take the content of an earlier version again, as the newest."""
        return decode(Notebook, self._transport.call("POST", f"/api/v1/notebooks/{_quote(id)}/versions/{_quote(version)}/restore", headers={"if-match": if_match}))

    def list_functions(self, *, q: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, kind: Optional[Literal["builtin", "script", "notebook", "model"]] = None, project_id: Optional[str] = None) -> FunctionPage:
        """Functions you may run."""
        return decode(FunctionPage, self._transport.call("GET", "/api/v1/functions", query={"q": q, "limit": limit, "cursor": cursor, "kind": kind, "projectId": project_id}))

    def get_function(self, id: str) -> Function:
        """A function and its signature."""
        return decode(Function, self._transport.call("GET", f"/api/v1/functions/{_quote(id)}"))

    def create_function_run(self, id: str, *, inputs: Mapping[str, Any], project_id: Optional[str] = None) -> Run:
        """Run a function."""
        return decode(Run, self._transport.call("POST", f"/api/v1/functions/{_quote(id)}/runs", body={"inputs": inputs, "projectId": project_id}))

    def create_function_signature(self, *, source: str, language: Optional[str] = None) -> CreateFunctionSignatureAnswer:
        """What the annotation header of a source says, and what is wrong with it."""
        return decode(CreateFunctionSignatureAnswer, self._transport.call("POST", "/api/v1/functions/signatures", body={"source": source, "language": language}))

    def create_script(self, *, project_id: str, source: str, language: Optional[Literal["python", "javascript", "r", "julia", "octave", "sql", "grok"]] = None, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None) -> Script:
        """Add a script."""
        return decode(Script, self._transport.call("POST", "/api/v1/scripts", body={"projectId": project_id, "source": source, "language": language, "name": name, "description": description, "tags": tags, "attributes": attributes}))

    def create_script_check(self, *, source: str, language: Optional[Literal["python", "javascript", "r", "julia", "octave", "sql", "grok"]] = None) -> ScriptCheck:
        """What the header of a script says, and what would keep it from being run; keeps nothing."""
        return decode(ScriptCheck, self._transport.call("POST", "/api/v1/scripts/check", body={"source": source, "language": language}))

    def get_script(self, id: str) -> Script:
        """A script with its source and signature."""
        return decode(Script, self._transport.call("GET", f"/api/v1/scripts/{_quote(id)}"))

    def update_script(self, id: str, *, name: Optional[str] = None, description: Optional[str] = None, tags: Optional[Sequence[str]] = None, attributes: Optional[Mapping[str, Any]] = None, reset_attributes: Optional[Sequence[str]] = None, source: Optional[str] = None, language: Optional[Literal["python", "javascript", "r", "julia", "octave", "sql", "grok"]] = None, if_match: str = "*") -> Script:
        """Change a script."""
        return decode(Script, self._transport.call("PATCH", f"/api/v1/scripts/{_quote(id)}", body={"name": name, "description": description, "tags": tags, "attributes": attributes, "resetAttributes": reset_attributes, "source": source, "language": language}, headers={"if-match": if_match}))

    def delete_script(self, id: str, *, if_match: str = "*") -> None:
        """Put a script into the trash."""
        self._transport.call("DELETE", f"/api/v1/scripts/{_quote(id)}", headers={"if-match": if_match})

    def restore_script(self, id: str) -> Script:
        """Take a script back out of the trash."""
        return decode(Script, self._transport.call("POST", f"/api/v1/scripts/{_quote(id)}/restore"))

    def list_script_versions(self, id: str, *, limit: Optional[int] = None, cursor: Optional[str] = None) -> ScriptVersionPage:
        """A script's versions, newest first."""
        return decode(ScriptVersionPage, self._transport.call("GET", f"/api/v1/scripts/{_quote(id)}/versions", query={"limit": limit, "cursor": cursor}))

    def get_script_version(self, id: str, version: str) -> ScriptVersion:
        """A version of a script with its source."""
        return decode(ScriptVersion, self._transport.call("GET", f"/api/v1/scripts/{_quote(id)}/versions/{_quote(version)}"))

    def restore_script_version(self, id: str, version: str, *, if_match: str = "*") -> Script:
        """Take the source of an earlier version again, as the newest."""
        return decode(Script, self._transport.call("POST", f"/api/v1/scripts/{_quote(id)}/versions/{_quote(version)}/restore", headers={"if-match": if_match}))

    def get_job(self) -> Job:
        """What a job is to do."""
        return decode(Job, self._transport.call("GET", "/api/v1/job"))

    def create_job_report(self, *, progress: Optional[Mapping[str, Any]] = None, entries: Optional[Sequence[Mapping[str, Any]]] = None) -> CreateJobReportAnswer:
        """Say how far a job is, and what it wrote."""
        return decode(CreateJobReportAnswer, self._transport.call("POST", "/api/v1/job/reports", body={"progress": progress, "entries": entries}))

    def create_job_upload(self, *, name: str, bytes: int, sha256: str, content_type: str) -> CreateJobUploadAnswer:
        """A place to put a file that a job made."""
        return decode(CreateJobUploadAnswer, self._transport.call("POST", "/api/v1/job/uploads", body={"name": name, "bytes": bytes, "sha256": sha256, "contentType": content_type}))

    def create_job_result(self, *, outputs: Optional[Sequence[Any]] = None, environment_hash: Optional[str] = None, error: Optional[Mapping[str, Any]] = None) -> None:
        """Hand in what a job made, or why it failed."""
        self._transport.call("POST", "/api/v1/job/result", body={"outputs": outputs, "environmentHash": environment_hash, "error": error})

    def list_runs(self, *, sort: Optional[str] = None, limit: Optional[int] = None, cursor: Optional[str] = None, count: Optional[Literal["0", "1", "true", "false"]] = None, project_id: Optional[str] = None, subject_id: Optional[str] = None, function_id: Optional[str] = None, state: Optional[Literal["queued", "running", "succeeded", "failed", "cancelled"]] = None) -> RunPage:
        """Runs you see, newest first."""
        return decode(RunPage, self._transport.call("GET", "/api/v1/runs", query={"sort": sort, "limit": limit, "cursor": cursor, "count": count, "projectId": project_id, "subjectId": subject_id, "functionId": function_id, "state": state}))

    def get_run(self, id: str) -> Run:
        """A run."""
        return decode(Run, self._transport.call("GET", f"/api/v1/runs/{_quote(id)}"))

    def get_run_logs(self, id: str, *, after: Optional[int] = None) -> RunLogs:
        """Lines of a run's log after a number."""
        return decode(RunLogs, self._transport.call("GET", f"/api/v1/runs/{_quote(id)}/logs", query={"after": after}))

    def get_run_output(self, id: str, name: str) -> Link:
        """A URL for a picture that a run drew, for five minutes."""
        return decode(Link, self._transport.call("GET", f"/api/v1/runs/{_quote(id)}/outputs/{_quote(name)}"))

    def cancel_run(self, id: str) -> Run:
        """Stop a run."""
        return decode(Run, self._transport.call("POST", f"/api/v1/runs/{_quote(id)}/cancel"))

    def retry_run(self, id: str) -> Run:
        """Try a run again that failed or was cancelled."""
        return decode(Run, self._transport.call("POST", f"/api/v1/runs/{_quote(id)}/retry"))

    def create_run_redrive(self, id: str) -> Run:
        """Continue a run that failed or was cancelled from the step it ended in."""
        return decode(Run, self._transport.call("POST", f"/api/v1/runs/{_quote(id)}/redrive"))

    def list_schedules(self, *, limit: Optional[int] = None, cursor: Optional[str] = None, project_id: Optional[str] = None, function_id: Optional[str] = None) -> SchedulePage:
        """Schedules of the projects you see."""
        return decode(SchedulePage, self._transport.call("GET", "/api/v1/schedules", query={"limit": limit, "cursor": cursor, "projectId": project_id, "functionId": function_id}))

    def create_schedule(self, *, project_id: str, function_id: str, name: str, cron: str, inputs: Mapping[str, Any], timezone: Optional[str] = None, overlap: Optional[Literal["skip", "allow"]] = None, enabled: Optional[bool] = None, run_as: Optional[str] = None) -> Schedule:
        """Run a function at set times."""
        return decode(Schedule, self._transport.call("POST", "/api/v1/schedules", body={"projectId": project_id, "functionId": function_id, "name": name, "cron": cron, "timezone": timezone, "inputs": inputs, "overlap": overlap, "enabled": enabled, "runAs": run_as}))

    def get_schedule(self, id: str) -> Schedule:
        """A schedule and its next times."""
        return decode(Schedule, self._transport.call("GET", f"/api/v1/schedules/{_quote(id)}"))

    def update_schedule(self, id: str, *, name: Optional[str] = None, cron: Optional[str] = None, timezone: Optional[str] = None, inputs: Optional[Mapping[str, Any]] = None, overlap: Optional[Literal["skip", "allow"]] = None, enabled: Optional[bool] = None, if_match: str = "*") -> Schedule:
        """Change a schedule; from then on it runs as you."""
        return decode(Schedule, self._transport.call("PATCH", f"/api/v1/schedules/{_quote(id)}", body={"name": name, "cron": cron, "timezone": timezone, "inputs": inputs, "overlap": overlap, "enabled": enabled}, headers={"if-match": if_match}))

    def delete_schedule(self, id: str) -> None:
        """Delete a schedule."""
        self._transport.call("DELETE", f"/api/v1/schedules/{_quote(id)}")

    def restore_schedule(self, id: str) -> Schedule:
        """Take a deletion back; the schedule is switched off."""
        return decode(Schedule, self._transport.call("POST", f"/api/v1/schedules/{_quote(id)}/restore"))

    def create_schedule_run(self, id: str) -> Run:
        """Run it now, as you."""
        return decode(Run, self._transport.call("POST", f"/api/v1/schedules/{_quote(id)}/runs"))
