import { get, post, remove, send } from "./http.ts";
import type { ApiKey, NewApiKey, Page, User } from "./types.ts";
import type { Announcement, DeploymentSettings, HealthReport } from "./types-administration.ts";

const V1 = "/api/v1";
type Signal = { signal?: AbortSignal };
type Telling = Pick<Announcement, "title" | "body" | "tone" | "dismissible" | "until"> & { from?: string };

/** A part of `api`. */
export const administration = {
  settings: {
    get: (options?: Signal) => get<DeploymentSettings>(`${V1}/deployment/settings`, options),
    change: async (body: Partial<DeploymentSettings>) =>
      (await (await send("PATCH", `${V1}/deployment/settings`, { body })).json()) as DeploymentSettings,
  },
  announcements: {
    current: (options?: Signal) => get<Page<Announcement>>(`${V1}/announcements/current`, options),
    list: (options?: Signal) => get<Page<Announcement>>(`${V1}/announcements`, options),
    create: (body: Telling) => post<Announcement>(`${V1}/announcements`, body),
    remove: (id: string) => remove(`${V1}/announcements/${id}`),
    dismiss: (id: string) => post<void>(`${V1}/announcements/${id}/dismiss`),
  },
  /** A component that is not well makes it a 503, which is an answer here. */
  health: async (options?: Signal): Promise<HealthReport> => {
    const answer = await fetch(`${V1}/health?deep=1`, { credentials: "same-origin", ...options });
    if (answer.status === 200 || answer.status === 503) return (await answer.json()) as HealthReport;
    throw new Error(`The health was not told (${answer.status})`);
  },
  services: {
    list: (options?: Signal) => get<Page<User>>(`${V1}/users?kind=service&limit=1000`, options),
    create: (name: string) => post<User>(`${V1}/users`, { kind: "service", name }),
    keys: (id: string, options?: Signal) => get<Page<ApiKey>>(`${V1}/users/${id}/api-keys`, options),
    createKey: (id: string, body: NewApiKey) => post<ApiKey & { key: string }>(`${V1}/users/${id}/api-keys`, body),
    removeKey: (id: string, key: string) => remove(`${V1}/users/${id}/api-keys/${key}`),
  },
};
