const ONE_YEAR = 365 * 24 * 60 * 60; // seconds

/** CloudFront's managed policies, whose ids are the same in every account. */
export const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
export const ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

export const ALL_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"];

/** Origins are addressed by their own names; this keeps the one that the viewer asked for. */
export const FORWARD_HOST = `function handler(event) {
  var request = event.request;
  request.headers["x-forwarded-host"] = { value: request.headers.host.value };
  return request;
}
`;

/** Headers that every answer has, from the site and from the API alike. */
export const securityHeaders = {
  strictTransportSecurity: { accessControlMaxAgeSec: ONE_YEAR, includeSubdomains: true, override: true },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: "DENY", override: true },
  referrerPolicy: { referrerPolicy: "same-origin", override: true },
};

type Origins = {
  objectsOrigin: string;
  sockets: string;
  /** Where live media come from. */
  streams: string[];
};

/** Scripts come from the site alone; bytes, pictures and sound come from the site and from object storage, news over the socket. */
export const contentSecurityPolicy = ({ objectsOrigin, sockets, streams }: Origins) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `connect-src ${["'self'", objectsOrigin, sockets, ...streams].join(" ")}`,
    `img-src 'self' data: blob: ${objectsOrigin}`,
    `media-src ${["'self'", "blob:", objectsOrigin, ...streams].join(" ")}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
