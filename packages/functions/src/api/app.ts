import { assemble } from "./assemble.ts";
import { docsPage } from "./docs.ts";
import { openAPI } from "./openapi.ts";
import { PARTS } from "./parts.ts";

/** All of the API at once: what describes it needs that, and what tests it. */
export const app = await assemble(PARTS);

app.get("/api/v1/openapi.json", (c) => c.json(openAPI(app), 200, { "cache-control": "public, max-age=300" }));
app.get("/api/v1/docs", (c) => c.redirect("/api/docs", 302));
app.get("/api/docs", (c) => c.html(docsPage(openAPI(app))));
