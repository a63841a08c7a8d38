import { administration as api } from "./api-administration.ts";

type Asking = { signal: AbortSignal };
const MINUTE_MS = 60_000;

/** A part of `queries`. */
export const administrationQueries = {
  settings: () => ({
    queryKey: ["deployment", "settings"],
    queryFn: ({ signal }: Asking) => api.settings.get({ signal }),
  }),
  told: () => ({
    queryKey: ["announcements", "current"],
    queryFn: ({ signal }: Asking) => api.announcements.current({ signal }),
    refetchInterval: MINUTE_MS,
  }),
  announcements: () => ({
    queryKey: ["announcements", "all"],
    queryFn: ({ signal }: Asking) => api.announcements.list({ signal }),
  }),
  health: () => ({
    queryKey: ["health"],
    queryFn: ({ signal }: Asking) => api.health({ signal }),
    refetchInterval: MINUTE_MS,
  }),
  services: () => ({
    queryKey: ["users", "services"],
    queryFn: ({ signal }: Asking) => api.services.list({ signal }),
  }),
  serviceKeys: (id: string) => ({
    queryKey: ["keys", id],
    queryFn: ({ signal }: Asking) => api.services.keys(id, { signal }),
  }),
};
