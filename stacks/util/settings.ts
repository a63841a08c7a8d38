/**
 * What may differ between stages, read from the environment (SST loads `.env.<stage>`), so that no stage is named in code.
 * `docs/operate` says what each does and costs.
 */
export const settings = {
  /** Domain of the site; without one it is the distribution's own. */
  domain: process.env.ATRIUM_DOMAIN,
  /** Who may create an account. */
  signUp: oneOf("ATRIUM_SIGN_UP", ["invitation", "open"]),
  /** OpenID Connect providers, `[{ "id", "name", "issuer", "clientId", "signUp"? }]`; their secrets go to the secret store. */
  oidcProviders: json("ATRIUM_OIDC", "[]"),
  /** Who mail comes from, an address or `Name <address>` of a domain in Route 53; without it none is sent. */
  mailFrom: process.env.ATRIUM_MAIL_FROM,
  /** `ec2` is one small instance a zone, `managed` a NAT gateway a zone. */
  nat: oneOf("ATRIUM_NAT", ["ec2", "managed"]),
  /** 0 lets an idle database sleep; waking takes some fifteen seconds. */
  databaseMinACU: number("ATRIUM_DATABASE_MIN_ACU", 0),
  databaseMaxACU: number("ATRIUM_DATABASE_MAX_ACU", 8),
  /** Requests a second and at once: of a person, of one key, of an address nobody signed in from. Empty counts none. */
  rateLimits: process.env.ATRIUM_RATE_LIMITS ?? "user=300/9000 key=200/6000 address=30/2000",
  /** How often what a crash left behind is looked for. Every look wakes a sleeping database. */
  sweepMinutes: number("ATRIUM_SWEEP_MINUTES", 1),
  /** Most vCPUs that imports may use at once. */
  jobVcpus: number("ATRIUM_JOB_VCPUS", 64),
  /** Most vCPUs that scripts, notebooks and training may use at once. */
  userJobVcpus: number("ATRIUM_USER_JOB_VCPUS", 32),
  /** Hosts of the own network that webhooks may reach, with commas between; all others must be on the public internet. */
  webhookHosts: process.env.ATRIUM_WEBHOOK_HOSTS ?? "",
  /** Hosts of the operator's own network that media may be fetched from. */
  importHosts: process.env.ATRIUM_IMPORT_HOSTS ?? "",
  /** Origins whose streams pages of live media may show, `https://cameras.example` and more with commas between. */
  streamOrigins: origins("ATRIUM_STREAM_ORIGINS"),
  /** `minutes/minutes`: videos longer than the first are encoded in parts of about the second, beside each other. */
  videoParts: process.env.ATRIUM_VIDEO_PARTS ?? "15/5",
  /** Where alarms are mailed; without it they are only seen in the console. */
  alarmEmail: process.env.ATRIUM_ALARM_EMAIL,
};

/** The first choice is the default. */
function oneOf<const T extends string>(name: string, choices: readonly [T, ...T[]]): T {
  const value = process.env[name] ?? choices[0];
  const choice = choices.find((known) => known === value);
  if (choice === undefined) throw new Error(`${name} is "${value}"; it must be one of ${choices.join(", ")}`);
  return choice;
}

/** They become part of the policy that guards every page, so nothing else may stand there. */
function origins(name: string): string[] {
  const all = (process.env[name] ?? "").split(",").filter((origin) => origin !== "");
  const bad = all.find((origin) => !/^https?:\/\/[a-z0-9.*-]+(:(\d+|\*))?$/i.test(origin));
  if (bad !== undefined) throw new Error(`${name} has "${bad}"; an origin is https://cameras.example`);
  return all;
}

/** As text, once it is known to be JSON. */
function json(name: string, fallback: string): string {
  const text = process.env[name] ?? fallback;
  JSON.parse(text);
  return text;
}

function number(name: string, fallback: number): number {
  const value = Number(process.env[name] ?? fallback);
  if (!Number.isFinite(value) || value < 0) throw new Error(`${name} must be a number of zero or more`);
  return value;
}
