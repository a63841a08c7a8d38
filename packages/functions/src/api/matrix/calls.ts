import type { World } from "./world.ts";

// Only for tests. How to call each route so that whoever may call it succeeds.

export type Call = {
  /** The id in the path; without it, that of the thing the policy is about. */
  id?: (world: World) => string;
  /** What is in the path beside the id. */
  path?: (world: World) => Record<string, string>;
  query?: (world: World) => Record<string, string>;
  body?: (world: World) => object;
  /** Done by the owner first, and undone with the call; its answer's id stands in the path. */
  before?: (world: World) => Promise<string>;
  /** The status for who may, where it is no success: the thing is not in the state for it. */
  allowed?: number;
  /** The status of a key that only reads, where the policy names no right that such a key lacks. */
  readOnly?: number;
  /** Without a right on a thing in its policy, yet for those only who see the project. */
  seeing?: boolean;
  /** Answered without asking who is there. */
  unasked?: boolean;
  /** The project lies in the trash, where no share link leads. */
  trashed?: boolean;
  /** Works on what lies in a group's trash, which its admins alone know of. */
  hidden?: boolean;
};

const inProject = (world: World) => ({ projectId: world.ids.project ?? "" });
const renamed = () => ({ name: "Renamed" });
const NOBODY = "00000000000000000000000000";

const openUpload = async ({ owner, ids }: World) =>
  (await owner.post("/uploads", { projectId: ids.project, name: "x.bin", bytes: 3 })).body.id;

const trashed =
  (kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "group") =>
  async (world: World) => {
    await world.owner.delete(`/${kind === "media" ? kind : `${kind}s`}/${world.ids[kind]}`);
    return world.ids[kind] ?? "";
  };

/** Somewhere that everybody may put things. */
const target = async ({ owner, ids }: World) => {
  ids.target = (await owner.post("/projects", { name: "Target" })).body.id;
  await owner.post(`/entities/${ids.target}/grants`, { principalId: "signed-in", bundle: "contributor" });
  return ids.project ?? "";
};

const notReady = 409;
/** People make their own keys. */
const notService = 409;
const noType: Call = { path: () => ({ typeId: `att_${NOBODY}` }), allowed: 404 };
const noSearch: Call = { id: () => `sse_${NOBODY}`, allowed: 404, readOnly: 403 };
const noWebhook: Call = { path: () => ({ webhookId: `whk_${NOBODY}`, deliveryId: "1" }), allowed: 404 };
const noLink: Call = { path: () => ({ linkId: `lnk_${NOBODY}` }), allowed: 404 };
const noComment: Call = { path: () => ({ commentId: `cmt_${NOBODY}` }), allowed: 404, readOnly: 403 };

const schedule = ({ ids }: World) => ({
  projectId: ids.project,
  functionId: "fun_00000000000000000000000001",
  name: "Nightly",
  cron: "0 3 * * *",
  inputs: { projectId: ids.project, name: "New", fileId: ids.file },
});
const makeSchedule = async (world: World) => (await world.owner.post("/schedules", schedule(world))).body.id;
const trashedSchedule = async (world: World) => {
  const id = await makeSchedule(world);
  await world.owner.delete(`/schedules/${id}`);
  return id;
};
const scheduled: Call = {
  before: makeSchedule,
  id: ({ ids }) => ids.schedule ?? "",
};

/** Something of a project that is no entity, and has an id of its own. */
const ofProject = (path: string, body: object, prefix: string): Call => ({
  before: async ({ owner, ids }) => (await owner.post(`/projects/${ids.project}/${path}`, body)).body.id,
  id: () => `${prefix}_${NOBODY}`,
});
const mediaType = ofProject("media-types", { name: "Clip", dtype: "video" }, "mty");
const playlist = ofProject("playlists", { name: "Later" }, "ply");
const NO_TRACK = "00000000-0000-4000-8000-000000000000";
const dot = ({ ids }: World) => ({ items: [{ typeId: ids.annotationType, x: 0.1, y: 0.1 }] });
const ofType: Call = { id: ({ ids }) => ids.annotationType ?? "" };
const drawn: Call = { id: ({ ids }) => ids.localization ?? "" };
const said: Call = { id: ({ ids }) => ids.state ?? "" };
/** Put into the trash by the owner, who first clears it. */
const emptyLayer = async (world: World) => {
  const made = await world.owner.post(`/projects/${world.ids.project}/layers`, { name: "Empty" });
  return made.body.id;
};

const algorithm: Call = { id: ({ ids }) => ids.algorithm ?? "" };
const trigger: Call = { id: ({ ids }) => ids.trigger ?? "" };

export const calls: Record<string, Call> = {
  "get /projects/{id}/algorithms": {},
  "post /projects/{id}/algorithms": { body: ({ ids }) => ({ name: "New", scriptId: ids.reader }) },
  "get /algorithms/{id}": algorithm,
  "patch /algorithms/{id}": { ...algorithm, body: renamed },
  "delete /algorithms/{id}": algorithm,
  "post /algorithms/{id}/runs": { ...algorithm, body: ({ ids }) => ({ mediaIds: [ids.media] }), allowed: 403 },
  "get /algorithms/{id}/runs": algorithm,
  "get /runs/{id}/batches": {},
  "get /runs/{id}/origin": {},
  "get /algorithms/{id}/triggers": algorithm,
  "post /algorithms/{id}/triggers": { ...algorithm, body: () => ({ event: "media.ready" }), allowed: 403 },
  "patch /triggers/{id}": { ...trigger, body: () => ({ enabled: false }), allowed: 403 },
  "delete /triggers/{id}": trigger,
  "get /projects/{id}/layers": {},
  "post /projects/{id}/layers": { body: () => ({ name: "New" }) },
  "get /layers/{id}": {},
  "patch /layers/{id}": { body: () => ({ ...renamed(), showEmpty: false }) },
  "delete /layers/{id}": { before: emptyLayer },
  "post /layers/{id}/restore": {
    before: async (world) => {
      const id = await emptyLayer(world);
      await world.owner.delete(`/layers/${id}`);
      return id;
    },
  },
  "get /layers/{id}/compare/{otherId}": { path: ({ ids }) => ({ otherId: ids.layer ?? "" }) },
  "post /layers/{id}/merge/{otherId}": { path: ({ ids }) => ({ otherId: ids.layer ?? "" }), body: () => ({}) },
  "get /projects/{id}/annotation-types": {},
  "post /projects/{id}/annotation-types": { body: () => ({ name: "New", shape: "box" }) },
  "get /annotation-types/{id}": ofType,
  "patch /annotation-types/{id}": { ...ofType, body: renamed },
  "delete /annotation-types/{id}": { ...ofType, allowed: 409 },
  "post /media/{id}/localizations": { body: dot },
  "get /media/{id}/localizations": { query: () => ({ count: "true" }) },
  "get /projects/{id}/localizations": { query: () => ({ count: "true" }) },
  "post /projects/{id}/localizations/search": { body: () => ({ count: true }) },
  "post /projects/{id}/localizations/types": { body: () => ({}) },
  "patch /projects/{id}/localizations": { body: () => ({ count: 1, values: { x: 0.2 } }) },
  "delete /projects/{id}/localizations": { body: () => ({ count: 1 }) },
  "get /localizations/{id}": drawn,
  "patch /localizations/{id}": { ...drawn, body: () => ({ x: 0.2 }) },
  "delete /localizations/{id}": drawn,
  "get /localizations/{id}/marks": drawn,
  "post /localizations/{id}/restore": { ...drawn, body: () => ({ mark: 1 }) },
  "post /media/{id}/states": {
    body: ({ ids }) => ({ items: [{ typeId: ids.track, localizationIds: [] }] }),
  },
  "get /media/{id}/states": { query: () => ({ count: "true" }) },
  "get /projects/{id}/states": { query: () => ({ count: "true" }) },
  "post /projects/{id}/states/types": { body: () => ({}) },
  "post /projects/{id}/states/search": { body: () => ({ count: true }) },
  "patch /projects/{id}/states": { body: () => ({ count: 1, values: { color: "#112233" } }) },
  "delete /projects/{id}/states": { body: () => ({ count: 1 }) },
  "get /states/{id}": said,
  "patch /states/{id}": { ...said, body: () => ({ color: "#112233" }) },
  "delete /states/{id}": said,
  "get /states/{id}/marks": said,
  "post /states/{id}/restore": { ...said, body: () => ({ mark: 1 }) },
  "post /tracks/{id}/merge": { ...said, body: () => ({ trackIds: [NO_TRACK] }), allowed: 404 },
  "post /tracks/{id}/trim": { ...said, body: () => ({ frame: 3, end: "end" }) },
  "post /tracks/{id}/extend": { ...said, body: () => ({ frames: 3, direction: "forward" }) },
  "post /tracks/{id}/interpolate": said,
  "post /tracks/{id}/fill": said,
  "get /media/{id}/annotations": {},
  "post /projects/{id}/annotations/import": { body: ({ ids }) => ({ format: "csv", fileId: ids.file }) },
  "post /projects/{id}/annotations/export": { body: () => ({ format: "coco" }) },
  "get /deployment": {},
  "get /health": { unasked: true },
  "get /me": {},
  "get /search/access": {},
  "get /search/suggestions": { query: () => ({ q: "xqzsecret" }) },
  "post /search": { body: () => ({ q: "xqzsecret" }) },
  "get /search": { query: () => ({ q: "xqzsecret", count: "true" }) },
  "get /groups": { query: () => ({ count: "true" }) },
  "post /groups": { body: () => ({ name: "New" }), readOnly: 403 },
  "get /groups/{id}": {},
  "patch /groups/{id}": { body: renamed },
  "delete /groups/{id}": {},
  "post /groups/{id}/restore": { before: trashed("group"), hidden: true },
  "get /principals": { query: () => ({ q: "xqzsecret" }) },
  "get /entities/{id}/activity": {},
  "get /activity": { query: (world) => ({ entityIds: world.ids.project ?? "" }) },
  "get /audit": {},
  "get /api-keys": {},
  "post /api-keys": { body: () => ({ name: "New" }), readOnly: 403 },
  "post /api-keys/{id}/rotate": { id: () => `key_${NOBODY}`, body: () => ({}), allowed: 404, readOnly: 403 },
  "delete /api-keys/{id}": { id: () => `key_${NOBODY}`, allowed: 404, readOnly: 403 },
  "get /groups/{id}/members": {},
  "post /groups/{id}/members": { body: (world) => ({ memberId: world.owner.person.id, role: "admin" }) },
  "delete /groups/{id}/members/{memberId}": { path: () => ({ memberId: `usr_${NOBODY}` }), allowed: 404 },
  "get /groups/{id}/requests": {},
  "post /groups/{id}/requests": { body: () => ({}), allowed: 409, readOnly: 403 },
  "post /groups/{id}/requests/{requestId}/approve": { path: () => ({ requestId: `grq_${NOBODY}` }), allowed: 404 },
  "post /groups/{id}/requests/{requestId}/reject": { path: () => ({ requestId: `grq_${NOBODY}` }), allowed: 404 },
  "delete /groups/{id}/requests/{requestId}": { path: () => ({ requestId: `grq_${NOBODY}` }), allowed: 404 },
  "get /invitations": {},
  "post /invitations": { body: () => ({ email: "new@example.org" }) },
  "delete /invitations/{id}": { id: () => `inv_${NOBODY}`, allowed: 404 },
  "get /projects": { query: () => ({ q: "xqzsecret", count: "true" }) },
  "post /projects": { body: () => ({ name: "New" }), readOnly: 403 },
  "get /projects/{id}": {},
  "patch /projects/{id}": { body: renamed },
  "delete /projects/{id}": {},
  "post /projects/{id}/restore": { before: trashed("project"), trashed: true },
  "get /projects/{id}/items": { query: () => ({ count: "true" }) },
  "get /entities/{id}/grants": {},
  "post /entities/{id}/grants": { body: () => ({ principalId: "signed-in", bundle: "viewer" }) },
  "get /entities/{id}/grants/audience": {
    query: ({ owner }) => ({ principalId: owner.person.id.replace("usr_", "grp_") }),
  },
  "delete /entities/{id}/grants/{principalId}": { path: () => ({ principalId: "signed-in" }), allowed: 404 },
  "get /entities/{id}/access/explain": {},
  "get /entities/{id}/share-links": {},
  "post /entities/{id}/share-links": { body: () => ({}) },
  "delete /entities/{id}/share-links/{linkId}": noLink,
  "post /entities/{id}/share-links/{linkId}/restore": noLink,
  "post /share-links/open": { body: () => ({ secret: "atl_nobody" }), allowed: 404 },
  "post /entities/{id}/move": { before: target, body: ({ ids }) => ({ projectId: ids.target }) },
  "get /projects/{id}/readme": {},
  "post /projects/{id}/move": { before: target, body: ({ ids }) => ({ parentId: ids.target }) },
  "post /projects/{id}/copies": { body: () => ({ name: "Copy" }), readOnly: 403 },
  "get /resolve": { query: ({ address }) => ({ path: address }), allowed: 200, seeing: true },
  "get /namespaces": {},
  "patch /namespaces/{id}": { body: () => ({ slug: "new-address" }) },
  "get /entities/{id}/access/offer": {},
  "put /entities/{id}/access/offer": { body: () => ({ bundles: ["viewer"] }) },
  "delete /entities/{id}/access/offer": {},
  "post /entities/{id}/access/requests": { body: () => ({ bundle: "owner" }), allowed: 422, readOnly: 403 },
  "get /access-requests": { query: () => ({ as: "approver" }) },
  "get /access-requests/{id}": { id: () => `acr_${NOBODY}`, allowed: 404 },
  "post /access-requests/{id}/approve": { id: () => `acr_${NOBODY}`, body: () => ({}), allowed: 404 },
  "post /access-requests/{id}/reject": { id: () => `acr_${NOBODY}`, body: () => ({}), allowed: 404 },
  "delete /access-requests/{id}": { id: () => `acr_${NOBODY}`, allowed: 404 },
  "get /deployment/settings": {},
  "patch /deployment/settings": { body: () => ({}) },
  "get /deployment/image-registries": {},
  "get /announcements/current": {},
  "get /announcements": {},
  "post /announcements": { body: () => ({ title: "New" }) },
  "patch /announcements/{id}": { id: () => `ann_${NOBODY}`, body: () => ({ title: "New" }), allowed: 404 },
  "delete /announcements/{id}": { id: () => `ann_${NOBODY}`, allowed: 404 },
  "post /announcements/{id}/dismiss": { id: () => `ann_${NOBODY}`, allowed: 404 },
  "post /users": { body: () => ({ kind: "service", name: "Robot" }) },
  "get /users/{id}/api-keys": { id: (world) => world.owner.person.id, allowed: notService },
  "post /users/{id}/api-keys": {
    id: (world) => world.owner.person.id,
    body: () => ({ name: "New" }),
    allowed: notService,
  },
  "delete /users/{id}/api-keys/{keyId}": {
    id: (world) => world.owner.person.id,
    path: () => ({ keyId: `key_${NOBODY}` }),
    allowed: notService,
  },
  "post /functions/signatures": { body: () => ({ source: "#name: x" }) },
  "get /schedules": { query: inProject },
  "post /schedules": { body: schedule },
  "get /schedules/{id}": scheduled,
  "patch /schedules/{id}": { ...scheduled, body: renamed },
  "delete /schedules/{id}": scheduled,
  "post /schedules/{id}/restore": { ...scheduled, before: trashedSchedule },
  "post /schedules/{id}/runs": scheduled,
  "get /sessions": { readOnly: 403 },
  "delete /sessions": { readOnly: 403 },
  "delete /sessions/{id}": { id: () => `ses_${NOBODY}`, allowed: 404, readOnly: 403 },
  "get /second-factor": { readOnly: 403 },
  "get /second-factor/awaited": {},
  "post /second-factor/check": { body: () => ({ code: "000000" }), allowed: 401 },
  "post /second-factor/enrolment": { readOnly: 403 },
  "post /second-factor/enrolment/confirm": { body: () => ({ code: "000000" }), allowed: 409, readOnly: 403 },
  "post /second-factor/recovery-codes": { body: () => ({ code: "000000" }), allowed: 409, readOnly: 403 },
  "post /second-factor/off": { body: () => ({ code: "000000" }), allowed: 409, readOnly: 403 },
  "delete /users/{id}/second-factor": { id: (world) => world.owner.person.id, allowed: 404 },
  "get /sign-ins": { readOnly: 403 },
  "delete /sign-ins/{id}": { id: () => `acc_${NOBODY}`, allowed: 404, readOnly: 403 },
  "get /users": {},
  "get /users/{id}": { id: (world) => world.owner.person.id },
  "patch /users/{id}": { id: (world) => world.owner.person.id, body: () => ({ mayExecute: true }) },
  "post /users/{id}/deactivate": { id: (world) => world.owner.person.id },
  "post /users/{id}/reactivate": { id: (world) => world.owner.person.id },
  "post /uploads": { body: (world) => ({ ...inProject(world), name: "x", bytes: 1 }) },
  "get /uploads": { query: inProject },
  "get /uploads/{id}": { before: openUpload },
  "delete /uploads/{id}": { before: openUpload },
  "post /uploads/{id}/parts": { before: openUpload, body: () => ({ numbers: [1] }) },
  "post /uploads/{id}/complete": {
    before: openUpload,
    body: () => ({ parts: [{ number: 1, etag: "x" }] }),
    allowed: 422,
  },
  "get /files/{id}": {},
  "patch /files/{id}": { body: renamed },
  "delete /files/{id}": {},
  "post /files/{id}/restore": { before: trashed("file") },
  "get /files/{id}/download": {},
  "get /files/{id}/preview": {},
  "post /tables": { body: (world) => ({ ...inProject(world), name: "New", fileId: world.ids.file }) },
  "get /tables": { query: inProject },
  "get /tables/{id}": {},
  "patch /tables/{id}": { body: renamed },
  "delete /tables/{id}": {},
  "post /tables/{id}/restore": { before: trashed("table") },
  "get /tables/{id}/download": { allowed: notReady },
  "get /tables/{id}/rows": { allowed: notReady },
  "post /tables/{id}/query": { body: () => ({}), allowed: notReady },
  "get /tables/{id}/columns/{name}/statistics": { path: () => ({ name: "a" }), allowed: notReady },
  "post /tables/{id}/versions": { body: (world) => ({ fileId: world.ids.file }), allowed: notReady },
  "get /tables/{id}/versions": {},
  "get /tables/{id}/versions/{version}": { path: () => ({ version: "1" }), allowed: 404 },
  "get /functions": {},
  "get /job": {},
  "post /job/reports": { body: () => ({}) },
  "post /job/uploads": { body: () => ({ name: "a", bytes: 1, sha256: "0".repeat(64), contentType: "text/plain" }) },
  "post /job/result": { body: () => ({}) },
  "put /job/results/{piece}": { path: () => ({ piece: "1" }) },
  "get /models": { query: inProject },
  "get /models/{id}": {},
  "patch /models/{id}": { body: renamed },
  "delete /models/{id}": {},
  "post /models/{id}/restore": { before: trashed("model") },
  "get /models/{id}/download": {},
  "get /models/{id}/others": {},
  "post /models/{id}/predict": { body: () => ({ rows: [{}] }), allowed: 400 },
  "get /tables/{id}/models": { allowed: notReady },
  "post /media": { body: (world) => ({ ...inProject(world), fileId: world.ids.file }), allowed: 422 },
  "get /media": { query: inProject },
  "get /media/folders": { query: inProject },
  "patch /media": { body: ({ ids }) => ({ ids: [ids.media], count: 1, tags: ["new"] }) },
  "post /media/move": {
    before: target,
    body: ({ ids }) => ({ ids: [ids.media], count: 1, projectId: ids.target }),
  },
  "post /media/trash": { body: ({ ids }) => ({ ids: [ids.media], count: 1 }) },
  "post /media/restore": { before: trashed("media"), body: ({ ids }) => ({ ids: [ids.media], count: 1 }) },
  "post /media/clone": {
    before: target,
    body: ({ ids }) => ({ ids: [ids.media], projectId: ids.target }),
    allowed: 409,
    readOnly: 403,
  },
  "post /media/import": { body: (world) => ({ ...inProject(world), url: "https://media.example/dive.mp4" }) },
  "post /media/multi": {
    body: (world) => ({ ...inProject(world), name: "Two", ids: [world.ids.media], rows: 1, columns: 1 }),
  },
  "post /media/live": {
    body: (world) => ({
      ...inProject(world),
      name: "Reef",
      layout: { rows: 1, columns: 1 },
      streams: [{ url: "rtsp://camera.example/1", feeds: [{ name: "1", resolution: [640, 360] }] }],
    }),
  },
  "post /media/{id}/attachments": { body: ({ ids }) => ({ fileId: ids.file }) },
  "delete /media/{id}/attachments/{name}": { path: () => ({ name: "none" }), allowed: 404 },
  "get /projects/{id}/media-types": {},
  "post /projects/{id}/media-types": { body: () => ({ name: "Dive", dtype: "video" }) },
  "get /media-types/{id}": mediaType,
  "patch /media-types/{id}": { ...mediaType, body: renamed },
  "delete /media-types/{id}": mediaType,
  "get /projects/{id}/playlists": {},
  "post /projects/{id}/playlists": { body: ({ ids }) => ({ name: "Best", mediaIds: [ids.media] }) },
  "get /playlists/{id}": playlist,
  "patch /playlists/{id}": { ...playlist, body: renamed },
  "delete /playlists/{id}": playlist,
  "get /media/{id}": {},
  "get /media/{id}/around": {},
  "patch /media/{id}": { body: renamed },
  "delete /media/{id}": {},
  "post /media/{id}/restore": { before: trashed("media") },
  "post /media/{id}/repair": { allowed: 409 },
  "post /media/{id}/urls": { body: () => ({}) },
  "get /media/{id}/frames/{frame}": { path: () => ({ frame: "0" }), allowed: notReady },
  "get /media/{id}/tiles/{level}/{column}/{row}": {
    path: () => ({ level: "0", column: "0", row: "0" }),
    allowed: notReady,
  },
  "get /media/{id}/frames": { query: () => ({ frames: "0,1" }), allowed: notReady },
  "get /media/{id}/clip": { query: () => ({ range: "0:1" }), allowed: notReady },
  "get /localizations/{id}/crop": { ...drawn, allowed: notReady },
  "post /crops": { body: ({ ids }) => ({ items: [{ mediaId: ids.media, frame: 0 }] }) },
  "get /media/{id}/hls/{playlist}": { path: () => ({ playlist: "master.m3u8" }) },
  "post /notebooks": { body: (world) => ({ ...inProject(world), name: "New" }) },
  "get /notebooks/{id}": {},
  "patch /notebooks/{id}": { body: renamed },
  "delete /notebooks/{id}": {},
  "post /notebooks/{id}/restore": { before: trashed("notebook") },
  "get /notebooks/{id}/content": {},
  "post /notebooks/{id}/content": { body: () => ({ bytes: 10, sha256: "0".repeat(64) }) },
  "put /notebooks/{id}/content": { body: () => ({ uploadId: `upl_${NOBODY}` }), allowed: 409 },
  "get /notebooks/{id}/versions": {},
  "post /notebooks/{id}/versions/{version}/restore": { path: () => ({ version: "1" }) },
  "post /scripts": { body: (world) => ({ ...inProject(world), source: "#name: New" }) },
  "post /scripts/check": { body: () => ({ source: "#name: x" }) },
  "get /scripts/{id}": {},
  "patch /scripts/{id}": { body: () => ({ source: "#name: Other" }) },
  "delete /scripts/{id}": {},
  "post /scripts/{id}/restore": { before: trashed("script") },
  "get /scripts/{id}/versions": {},
  "get /scripts/{id}/versions/{version}": { path: () => ({ version: "1" }) },
  "post /scripts/{id}/versions/{version}/restore": { path: () => ({ version: "1" }) },
  "get /functions/{id}": { id: () => "fun_00000000000000000000000001" },
  "post /functions/{id}/runs": {
    id: () => "fun_00000000000000000000000001",
    body: (world) => ({ inputs: { ...inProject(world), name: "New", fileId: world.ids.file } }),
  },
  "get /runs": { query: inProject },
  "get /runs/{id}": {},
  "get /runs/{id}/logs": {},
  "get /runs/{id}/outputs/{name}": { path: () => ({ name: "none" }), allowed: 404 },
  "post /runs/{id}/cancel": {},
  "post /runs/{id}/retry": { allowed: 409 },
  "post /runs/{id}/redrive": { allowed: 409 },
  "get /entities/{id}/attributes": {},
  "get /projects/{id}/attribute-types": {},
  "post /projects/{id}/attribute-types": { body: () => ({ name: "New", dtype: "int" }) },
  "get /projects/{id}/attribute-types/{typeId}": noType,
  "patch /projects/{id}/attribute-types/{typeId}": { ...noType, body: renamed },
  "put /projects/{id}/attribute-types/{typeId}": { ...noType, body: () => ({ name: "New", dtype: "int" }) },
  "delete /projects/{id}/attribute-types/{typeId}": noType,
  "post /projects/{id}/attribute-types/{typeId}/restore": noType,
  "get /projects/{id}/webhooks": {},
  "post /projects/{id}/webhooks": { body: () => ({ url: "https://example.org/" }) },
  "get /projects/{id}/webhooks/{webhookId}": noWebhook,
  "patch /projects/{id}/webhooks/{webhookId}": { ...noWebhook, body: () => ({ active: false }) },
  "delete /projects/{id}/webhooks/{webhookId}": noWebhook,
  "post /projects/{id}/webhooks/{webhookId}/restore": noWebhook,
  "post /projects/{id}/webhooks/{webhookId}/rotate": noWebhook,
  "get /projects/{id}/webhooks/{webhookId}/deliveries": noWebhook,
  "post /projects/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/replay": noWebhook,
  "get /entities/{id}/lineage": {},
  "get /entities/{id}/comments": {},
  "post /entities/{id}/comments": { body: () => ({ body: "New" }), readOnly: 403 },
  "get /entities/{id}/comments/unread": {},
  "post /entities/{id}/comments/read": {},
  "patch /entities/{id}/comments/{commentId}": { ...noComment, body: () => ({ body: "New" }) },
  "delete /entities/{id}/comments/{commentId}": noComment,
  "post /entities/{id}/comments/{commentId}/restore": noComment,
  "get /entities/{id}/mentionable": {},
  "get /saved-searches": {},
  "post /saved-searches": { body: () => ({ name: "New", q: "new" }), readOnly: 403 },
  "patch /saved-searches/{id}": { ...noSearch, body: renamed },
  "delete /saved-searches/{id}": noSearch,
  "post /saved-searches/{id}/restore": noSearch,
  "get /favorites": {},
  "get /entities/{id}/favorite": {},
  "put /entities/{id}/favorite": {},
  "delete /entities/{id}/favorite": {},
  "get /notifications": {},
  "get /notifications/unread": {},
  "post /notifications/read": { body: () => ({}) },
  "get /notifications/preferences": {},
  "patch /notifications/preferences": {
    body: () => ({ preferences: [{ type: "access.given", inApp: true, mail: "off" }] }),
    readOnly: 403,
  },
  "post /sockets": {},
  "get /deliveries": {},
  "post /deliveries/replay": { body: () => ({}) },
};
