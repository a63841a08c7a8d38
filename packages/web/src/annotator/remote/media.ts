import { get, post } from "../../data/http.ts";
import type { Live, Views } from "../../data/media/types.ts";
import type { Entity } from "../../data/types.ts";

export type MediaRendition = {
  name: string;
  role: "streaming" | "archival" | "audio" | "thumbnail" | "preview" | "sprite" | "image" | "tiles" | "attachment";
  width: number | null;
  height: number | null;
  frames: number | null;
  codec: string | null;
  mime: string;
  bytes: number;
  bitRate: number | null;
  indexed: boolean;
  details: Record<string, unknown>;
};

export type MediaEntity = Entity & {
  dtype: "video" | "image" | "multi" | "live";
  typeId: string | null;
  state: "processing" | "ready" | "partial" | "failed";
  problems: { rendition: string; code: string; message: string }[];
  fileId: string | null;
  runId: string | null;
  video: {
    width: number;
    height: number;
    frames: number;
    fps: { num: number; den: number };
    duration: number;
    startTime: number;
    variable: boolean;
    codec: string;
    rotation: number;
  } | null;
  image: { width: number; height: number } | null;
  multi: Views | null;
  live: Live | null;
  renditions: MediaRendition[];
};

export type MediaUrl = { name: string; role: string; url: string; indexUrl: string | null; expiresAt: string };
export type MediaItem = { id: string; name: string };
/** Null in place of a number where there are too many to count. */
export type Around = { previous: MediaItem | null; next: MediaItem | null; at: number | null; total: number | null };

const V1 = "/api/v1";

export const mediaAPI = {
  get: (id: string, options?: { signal?: AbortSignal }) => get<MediaEntity>(`${V1}/media/${id}`, options),
  urls: async (id: string, renditions?: string[]) =>
    (await post<{ items: MediaUrl[] }>(`${V1}/media/${id}/urls`, { renditions, disposition: "inline" })).items,
  around: (id: string, options?: { signal?: AbortSignal }) => get<Around>(`${V1}/media/${id}/around`, options),
};
