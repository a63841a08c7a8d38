import { apiKeys } from "./api-keys.ts";
import { deployment } from "./deployment.ts";
import { docsPage } from "./docs.ts";
import { events } from "./events.ts";
import { files } from "./files.ts";
import { functions } from "./functions.ts";
import { grants } from "./grants.ts";
import { groupMembers } from "./group-members.ts";
import { groups } from "./groups.ts";
import { invitations } from "./invitations.ts";
import { me } from "./me.ts";
import { notFound, onError, platform } from "./middleware.ts";
import { openAPI } from "./openapi.ts";
import { projects } from "./projects.ts";
import { router } from "./respond.ts";
import { runs } from "./runs.ts";
import { search } from "./search.ts";
import { sessions } from "./sessions.ts";
import { tables } from "./tables.ts";
import { uploads } from "./uploads.ts";
import { users } from "./users.ts";
import { versions } from "./versions.ts";

const V1 = "/api/v1";

export const app = router();
app.use(platform());
app.onError(onError);
app.notFound(notFound);

for (const [path, routes] of Object.entries({
  "": [deployment, me, search, groups, events],
  "/api-keys": [apiKeys],
  "/groups": [groupMembers],
  "/invitations": [invitations],
  "/projects": [projects],
  "/entities": [grants],
  "/sessions": [sessions],
  "/users": [users],
  "/uploads": [uploads],
  "/files": [files],
  "/tables": [tables, versions],
  "/functions": [functions],
  "/runs": [runs],
}))
  for (const part of routes) app.route(`${V1}${path}`, part);

app.get(`${V1}/openapi.json`, (c) => c.json(openAPI(app), 200, { "cache-control": "public, max-age=300" }));
app.get(`${V1}/docs`, (c) => c.redirect("/api/docs", 302));
app.get("/api/docs", (c) => c.html(docsPage(openAPI(app))));
