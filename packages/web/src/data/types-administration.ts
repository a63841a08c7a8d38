/** What the whole deployment is set to, as administrators see it. */
export type DeploymentSettings = {
  name: string;
  signUp: "open" | "domains" | "invitation";
  signUpDomains: string[];
  secondFactor: "optional" | "administrators" | "everyone";
  readWithoutAccount: boolean;
  banner: string;
  contact: string;
  maintenance: { active: boolean; message: string; until: string | null };
  imageRegistries: string[];
};

export type Announcement = {
  id: string;
  title: string;
  body: string;
  tone: "info" | "warning";
  dismissible: boolean;
  from: string;
  until: string | null;
};

export type HealthComponent = {
  name: "database" | "objects" | "workflows" | "relay" | "mail";
  status: "ok" | "failed" | "timeout" | "off";
  ms: number;
  timeoutMs: number;
  detail: string | null;
};
export type HealthReport = { status: "ok" | "degraded"; components: HealthComponent[] };
