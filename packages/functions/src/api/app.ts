import { accessRequests } from "./access-requests.ts";
import { announcements } from "./announcements.ts";
import { apiKeys } from "./api-keys.ts";
import { attributes } from "./attributes.ts";
import { comments } from "./comments.ts";
import { deliveries } from "./deliveries.ts";
import { deployment } from "./deployment.ts";
import { docsPage } from "./docs.ts";
import { events } from "./events.ts";
import { favorites } from "./favorites.ts";
import { files } from "./files.ts";
import { functions } from "./functions.ts";
import { grants } from "./grants.ts";
import { groupMembers } from "./group-members.ts";
import { groups } from "./groups.ts";
import { invitations } from "./invitations.ts";
import { me } from "./me.ts";
import { notFound, onError, platform } from "./middleware.ts";
import { notifications } from "./notifications.ts";
import { openAPI } from "./openapi.ts";
import { projectPlaces } from "./project-places.ts";
import { projects } from "./projects.ts";
import { router } from "./respond.ts";
import { runs } from "./runs.ts";
import { schedules } from "./schedules.ts";
import { search } from "./search.ts";
import { serviceKeys } from "./service-keys.ts";
import { sessions } from "./sessions.ts";
import { sockets } from "./sockets.ts";
import { tables } from "./tables.ts";
import { uploads } from "./uploads.ts";
import { users } from "./users.ts";
import { versions } from "./versions.ts";
import { webhooks } from "./webhooks.ts";

const V1 = "/api/v1";

export const app = router();
app.use(platform());
app.onError(onError);
app.notFound(notFound);

for (const [path, routes] of Object.entries({
  "": [
    projectPlaces,
    accessRequests,
    deployment,
    me,
    search,
    groups,
    events,
    attributes,
    deliveries,
    favorites,
    notifications,
    sockets,
  ],
  "/announcements": [announcements],
  "/api-keys": [apiKeys],
  "/groups": [groupMembers],
  "/invitations": [invitations],
  "/projects": [projects, webhooks],
  "/entities": [grants, comments],
  "/sessions": [sessions],
  "/users": [users, serviceKeys],
  "/uploads": [uploads],
  "/files": [files],
  "/tables": [tables, versions],
  "/functions": [functions],
  "/runs": [runs],
  "/schedules": [schedules],
}))
  for (const part of routes) app.route(`${V1}${path}`, part);

app.get(`${V1}/openapi.json`, (c) => c.json(openAPI(app), 200, { "cache-control": "public, max-age=300" }));
app.get(`${V1}/docs`, (c) => c.redirect("/api/docs", 302));
app.get("/api/docs", (c) => c.html(docsPage(openAPI(app))));
