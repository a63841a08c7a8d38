import type { Entity } from "../types.ts";

export type MediaDtype = "video" | "image" | "multi" | "live";
export type MediaState = "processing" | "ready" | "partial" | "failed";

export type MediaItem = Entity & {
  dtype: MediaDtype;
  typeId: string | null;
  state: MediaState;
  progress: number;
  duration: number | null;
  width: number | null;
  height: number | null;
  frames: number | null;
  fileId: string | null;
  bytes: number | null;
  thumbnailUrl: string | null;
  previewUrl: string | null;
};

/** Media that are shown side by side, row by row; offsets in frames. */
export type Views = { ids: string[]; rows: number; columns: number; offsets: number[] };
export type Stream = { url: string; feeds: { name: string; resolution: number[] }[] };
export type Live = { layout: { rows: number; columns: number }; streams: Stream[] };

/** A number, or one with a plus where there are more than were counted. */
export type Total = number | string;
export type Folder = { id: string; parentId: string | null; name: string; count: Total };
export type Playlist = { id: string; projectId: string; name: string; count: number; revision: number };
export type MediaPage = { items: MediaItem[]; next: string | null; total?: Total };

export type MediaType = {
  id: string;
  projectId: string;
  name: string;
  dtype: MediaDtype;
  description: string;
  transcode: {
    codec: "h264" | "hevc" | "av1";
    crf: number;
    preset: string;
    heights: number[];
    archival: "none" | "copy" | "hevc";
  };
  volume: number;
  overlay: string;
  visible: boolean;
  order: number;
  revision: number;
};
