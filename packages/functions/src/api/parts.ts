import type { OpenAPIHono } from "@hono/zod-openapi";

export type Part = {
  load: () => Promise<OpenAPIHono>;
  /** Where its paths are, below `/api/v1`. */
  at: string;
  /** The first segments of its paths: who asks for another one does not need it. */
  serves: readonly string[];
};

const part = (serves: string[], load: Part["load"], at = ""): Part => ({ load, at, serves });
/** A part whose paths all begin the same. */
const under = (segment: string, load: Part["load"]): Part => part([segment], load, `/${segment}`);

/** The API, domain by domain; where two patterns fit a path, the earlier one answers. */
export const PARTS: readonly Part[] = [
  part(
    ["entities", "namespaces", "projects", "resolve"],
    async () => (await import("./project-places.ts")).projectPlaces,
  ),
  part(["access-requests", "entities"], async () => (await import("./access-requests.ts")).accessRequests),
  part(["deployment", "health"], async () => (await import("./deployment.ts")).deployment),
  part(["me"], async () => (await import("./me.ts")).me),
  part(["search"], async () => (await import("./search.ts")).search),
  part(["groups", "principals"], async () => (await import("./groups.ts")).groups),
  part(["activity", "audit", "entities"], async () => (await import("./events.ts")).events),
  part(["entities", "projects"], async () => (await import("./attributes.ts")).attributes),
  part(["deliveries"], async () => (await import("./deliveries.ts")).deliveries),
  part(["entities", "favorites"], async () => (await import("./favorites.ts")).favorites),
  part(["saved-searches"], async () => (await import("./saved-searches.ts")).savedSearches),
  part(["notifications"], async () => (await import("./notifications.ts")).notifications),
  part(["entities", "share-links"], async () => (await import("./share-links.ts")).shareLinks),
  part(["models", "tables"], async () => (await import("./models.ts")).models),
  part(["media"], async () => (await import("./media-library.ts")).mediaLibrary),
  part(["media-types", "projects"], async () => (await import("./media-types.ts")).mediaTypes),
  part(["playlists", "projects"], async () => (await import("./playlists.ts")).playlists),
  part(["layers", "projects"], async () => (await import("./layers.ts")).layers),
  part(["annotation-types", "projects"], async () => (await import("./annotation-types.ts")).annotationTypes),
  part(["algorithms", "runs", "triggers"], async () => (await import("./triggers.ts")).triggers),
  part(["algorithms", "projects", "runs"], async () => (await import("./algorithms.ts")).algorithms),
  part(["media", "projects"], async () => (await import("./annotations.ts")).annotations),
  part(["projects"], async () => (await import("./annotation-files.ts")).annotationFiles),
  part(["localizations", "states"], async () => (await import("./annotation.ts")).annotation),
  part(["crops", "localizations", "media"], async () => (await import("./frames.ts")).frameRoutes),
  part(["sockets"], async () => (await import("./sockets.ts")).sockets),
  under("tracks", async () => (await import("./tracks.ts")).tracks),
  under("announcements", async () => (await import("./announcements.ts")).announcements),
  under("api-keys", async () => (await import("./api-keys.ts")).apiKeys),
  under("groups", async () => (await import("./group-members.ts")).groupMembers),
  under("invitations", async () => (await import("./invitations.ts")).invitations),
  under("projects", async () => (await import("./projects.ts")).projects),
  under("projects", async () => (await import("./webhooks.ts")).webhooks),
  under("entities", async () => (await import("./grants.ts")).grants),
  under("entities", async () => (await import("./lineage.ts")).lineage),
  under("entities", async () => (await import("./comments.ts")).comments),
  under("sessions", async () => (await import("./sessions.ts")).sessions),
  under("second-factor", async () => (await import("./second-factor.ts")).secondFactor),
  under("sign-ins", async () => (await import("./sign-ins.ts")).signIns),
  under("users", async () => (await import("./users.ts")).users),
  under("users", async () => (await import("./service-keys.ts")).serviceKeys),
  under("uploads", async () => (await import("./uploads.ts")).uploads),
  under("files", async () => (await import("./files.ts")).files),
  under("tables", async () => (await import("./tables.ts")).tables),
  under("tables", async () => (await import("./versions.ts")).versions),
  under("media", async () => (await import("./media.ts")).media),
  under("notebooks", async () => (await import("./notebooks.ts")).notebooks),
  under("functions", async () => (await import("./functions.ts")).functions),
  under("scripts", async () => (await import("./scripts.ts")).scripts),
  under("job", async () => (await import("./job.ts")).job),
  under("runs", async () => (await import("./runs.ts")).runs),
  under("schedules", async () => (await import("./schedules.ts")).schedules),
];
