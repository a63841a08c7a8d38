import { frames, httpApi, tables } from "./api.ts";
import { socketApi } from "./events.ts";
import { originSecret } from "./secrets.ts";
import { encrypt, objects } from "./storage.ts";
import {
  ALL_METHODS,
  ALL_VIEWER_EXCEPT_HOST,
  CACHING_DISABLED,
  contentSecurityPolicy,
  FORWARD_HOST,
  securityHeaders,
} from "./util/edge.ts";
import { settings } from "./util/settings.ts";

const ANSWER_SECONDS = 60;
const KEEP_ALIVE_SECONDS = 60;
const PREFLIGHT_SECONDS = 60 * 60;

/** What the function that holds DuckDB answers. */
const TABLES_PATHS = [
  "/api/v1/tables/*/rows",
  "/api/v1/tables/*/query",
  "/api/v1/tables/*/columns/*",
  "/api/v1/files/*/preview",
  "/api/v1/media/*/annotations",
];

/** What the function that holds ffmpeg answers. */
const FRAMES_PATHS = [
  "/api/v1/media/*/frames",
  "/api/v1/media/*/frames/*",
  "/api/v1/media/*/tiles/*",
  "/api/v1/media/*/clip",
  "/api/v1/localizations/*/crop",
  "/api/v1/crops",
];

const account = aws.getCallerIdentityOutput().accountId;

const forwardHost = new aws.cloudfront.Function("ForwardHost", {
  runtime: "cloudfront-js-2.0",
  code: FORWARD_HOST,
});

const apiHeaders = new aws.cloudfront.ResponseHeadersPolicy("ApiHeaders", { securityHeadersConfig: securityHeaders });

const siteHeaders = new aws.cloudfront.ResponseHeadersPolicy("SiteHeaders", {
  securityHeadersConfig: {
    ...securityHeaders,
    contentSecurityPolicy: {
      contentSecurityPolicy: $resolve([
        $interpolate`https://${objects.nodes.bucket.bucketRegionalDomainName}`,
        $interpolate`${socketApi.apiEndpoint}/`, // with a slash it covers what lies below
      ]).apply(([objectsOrigin, sockets]) =>
        contentSecurityPolicy({ objectsOrigin, sockets, streams: settings.streamOrigins }),
      ),
      override: true,
    },
  },
});

/** An origin that sees who forwarded the request. */
const guarded = (originId: string, url: $util.Input<string>) => ({
  originId,
  domainName: $output(url).apply((text) => new URL(text).host),
  customHeaders: [{ name: "x-origin-secret", value: originSecret.value }],
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: "https-only",
    originSslProtocols: ["TLSv1.2"],
    originReadTimeout: ANSWER_SECONDS,
    originKeepaliveTimeout: KEEP_ALIVE_SECONDS,
  },
});

const forward = (pathPattern: string, targetOriginId: string) => ({
  pathPattern,
  targetOriginId,
  viewerProtocolPolicy: "https-only",
  allowedMethods: ALL_METHODS,
  cachedMethods: ["GET", "HEAD"],
  cachePolicyId: CACHING_DISABLED,
  originRequestPolicyId: ALL_VIEWER_EXCEPT_HOST,
  responseHeadersPolicyId: apiHeaders.id,
  compress: true,
  functionAssociations: [{ eventType: "viewer-request", functionArn: forwardHost.arn }],
});

/** The site, and in front of everything: what is under /api goes on to the functions, in this order. */
export const site = new sst.aws.StaticSite("Site", {
  path: "packages/web",
  build: { command: "npx vite build", output: "dist" },
  // The last pattern that fits counts. Vite puts a hash into the names below assets/.
  assets: {
    fileOptions: [
      { files: "**", cacheControl: "public,max-age=300" },
      { files: "assets/**", cacheControl: "public,max-age=31536000,immutable" },
      { files: "**/*.html", cacheControl: "no-cache" },
    ],
  },
  domain: settings.domain,
  dev: false,
  transform: {
    assets: {
      access: undefined,
      policy: [
        {
          principals: [{ type: "service", identifiers: ["cloudfront.amazonaws.com"] }],
          actions: ["s3:GetObject"],
          paths: ["*"],
          conditions: [
            {
              test: "ArnLike",
              variable: "AWS:SourceArn",
              values: [$interpolate`arn:aws:cloudfront::${account}:distribution/*`],
            },
          ],
        },
      ],
      cors: false,
    },
    cdn: (args) => {
      args.comment = `${$app.name} ${$app.stage}`;
      args.origins = $output(args.origins).apply((origins) => [
        ...origins,
        guarded("api", httpApi.url),
        guarded("tables", tables.url),
        guarded("frames", frames.url),
      ]);
      args.orderedCacheBehaviors = [
        forward("/api/auth/*", "api"),
        ...TABLES_PATHS.map((path) => forward(path, "tables")),
        ...FRAMES_PATHS.map((path) => forward(path, "frames")),
        forward("/api/*", "api"),
      ];
      args.defaultCacheBehavior = $output(args.defaultCacheBehavior).apply((behavior) => ({
        ...behavior,
        allowedMethods: ["GET", "HEAD"],
        responseHeadersPolicyId: siteHeaders.id,
      }));
    },
  },
});

export const url = site.url;

if (site.nodes.assets) encrypt("SiteEncryption", site.nodes.assets.name);

/** The browser sends parts and fetches bytes by signed URL; `ETag` is what completing an upload needs. */
new aws.s3.BucketCorsConfiguration("ObjectsCors", {
  bucket: objects.name,
  corsRules: [
    {
      allowedOrigins: [site.url],
      allowedMethods: ["GET", "HEAD", "PUT"],
      allowedHeaders: ["*"],
      exposeHeaders: ["ETag", "Content-Range", "Accept-Ranges", "Content-Length"],
      maxAgeSeconds: PREFLIGHT_SECONDS,
    },
  ],
});
