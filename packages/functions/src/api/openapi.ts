import type { OpenAPIHono } from "@hono/zod-openapi";
import manifest from "../../package.json" with { type: "json" };

type Document = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;
const known = new WeakMap<OpenAPIHono, Document>();

/** The API in one document; what the SDKs and the reference page are made from. */
export function openAPI(app: OpenAPIHono): Document {
  const made = known.get(app) ?? make(app);
  known.set(app, made);
  return made;
}

function make(app: OpenAPIHono): Document {
  app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    description: "An API key: `Authorization: Bearer atr_…`",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "jobToken", {
    type: "http",
    scheme: "bearer",
    description: "What a job under way was given: `Authorization: Bearer atj_…`",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "atrium.session_token",
    description: "The cookie of a signed-in browser, `__Host-atrium.session_token` where there is TLS",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "shareLink", {
    type: "apiKey",
    in: "cookie",
    name: "atrium.links",
    description: "What `POST /api/v1/share-links/open` gives for a share link's secret",
  });
  return app.getOpenAPI31Document(
    {
      openapi: "3.1.0",
      info: {
        title: "Atrium",
        version: manifest.version,
        description:
          "Projects, files and tables, and the runs that make them. Errors are RFC 9457 problems with a `code`.",
        license: { name: "Apache-2.0" },
      },
      servers: [{ url: "/" }],
    },
    { unionPreferredType: "oneOf", sortComponents: "alphabetically" },
  );
}
