import type { UploadProgress, UploadSource } from "@atrium/sdk/upload";
import { createStore, produce } from "solid-js/store";
import type { ImportTarget } from "../import-request.ts";
import { isAbort, sentence } from "../problem.ts";
import type { FileEntity } from "../types.ts";
import type { AttributeValue } from "../types-collaboration.ts";
import { createThrottle } from "./throttle.ts";

export type UploadState =
  | "waiting"
  | "uploading"
  | "completing"
  | "paused"
  | "interrupted"
  | "failed"
  | "done"
  | "cancelled";

export type UploadItem = {
  id: string;
  projectId: string;
  projectName: string;
  name: string;
  bytes: number;
  sent: number;
  rate: number;
  secondsLeft: number | null;
  state: UploadState;
  error?: string;
  /** The API's id, once it has one: what a later try resumes. */
  uploadId?: string;
  fileId?: string;
  /** The table that it was chosen for as a new version. */
  into?: ImportTarget;
  /** What the project requires of a file. */
  attributes?: Record<string, AttributeValue>;
  /** It is to become media, with these values. */
  media?: { attributes: Record<string, AttributeValue>; videoType?: string };
  /** The run that makes a table of it, and that table. */
  runId?: string;
  tableId?: string;
  mediaId?: string;
};

export type Source = UploadSource & { type?: string };

export type Engine = (
  source: Source,
  options: {
    projectId: string;
    resume?: string;
    attributes?: Record<string, AttributeValue>;
    signal: AbortSignal;
    onProgress: (progress: UploadProgress) => void;
  },
) => Promise<FileEntity>;

export type Hooks = {
  discard: (uploadId: string) => Promise<void>;
  onDone: (item: UploadItem, file: FileEntity) => void | Promise<void>;
};

const AT_ONCE = 3;
const PROGRESS_MS = 120;

/** The queue behind the upload tray. Lives as long as the tab, so that changing pages stops nothing. */
export function createUploads(engine: Engine, hooks: Hooks) {
  const [items, setItems] = createStore<UploadItem[]>([]);
  const sources = new Map<string, Source>();
  const running = new Map<string, AbortController>();
  let last = 0;

  const find = (id: string) => items.find((item) => item.id === id);
  const change = (id: string, changes: Partial<UploadItem>) =>
    setItems(
      (item) => item.id === id,
      produce((item: UploadItem) => void Object.assign(item, changes)),
    );

  /** Answers the new rows' ids, for whoever waits for one of them. */
  function add(
    projectId: string,
    projectName: string,
    files: Source[],
    { into, attributes, media }: Pick<UploadItem, "into" | "attributes" | "media"> = {},
  ): string[] {
    const fresh = files.map((source): UploadItem => {
      const id = `up${++last}`;
      sources.set(id, source);
      const { name, size } = source;
      return {
        ...{ id, projectId, projectName, name, bytes: size, sent: 0, rate: 0, secondsLeft: null, state: "waiting" },
        ...(into ? { into } : {}),
        ...(attributes ? { attributes } : {}),
        ...(media ? { media } : {}),
      };
    });
    setItems((list) => [...list, ...fresh]);
    fill();
    return fresh.map((item) => item.id);
  }

  /** Uploads that another visit began: their bytes are kept, the file must be chosen again. */
  function addInterrupted(
    open: { id: string; projectId: string; name: string; bytes: number; sent: number }[],
    projectName: string,
  ) {
    const known = new Set(items.map((item) => item.uploadId));
    const fresh = open
      .filter((upload) => !known.has(upload.id))
      .map(
        ({ id, projectId, name, bytes, sent }): UploadItem => ({
          ...{ id: `up${++last}`, uploadId: id, projectId, projectName, name, bytes, sent },
          ...{ rate: 0, secondsLeft: null, state: "interrupted" },
        }),
      );
    if (fresh.length > 0) setItems((list) => [...list, ...fresh]);
  }

  function fill() {
    for (const item of items) {
      if (running.size >= AT_ONCE) return;
      if (item.state === "waiting") void run(item.id);
    }
  }

  async function run(id: string) {
    const item = find(id);
    const source = sources.get(id);
    if (!item || !source) return;
    const abort = new AbortController();
    running.set(id, abort);
    change(id, { state: "uploading" });
    const show = createThrottle(PROGRESS_MS, (progress: UploadProgress) => {
      if (running.get(id) !== abort) return;
      const { bytes, bytesPerSecond, secondsLeft, uploadId } = progress;
      change(id, { sent: bytes, rate: bytesPerSecond, secondsLeft, uploadId });
      if (progress.state === "completing") change(id, { state: "completing" });
    });
    try {
      const { projectId, uploadId, attributes } = item;
      const known = { ...(uploadId ? { resume: uploadId } : {}), ...(attributes ? { attributes } : {}) };
      const file = await engine(source, { projectId, ...known, signal: abort.signal, onProgress: show.push });
      show.flush();
      sources.delete(id);
      change(id, { state: "done", sent: item.bytes, rate: 0, secondsLeft: null, fileId: file.id });
      // The file is safe by now; what follows may fail without taking that back.
      Promise.resolve(hooks.onDone({ ...item, fileId: file.id }, file)).catch((error: unknown) =>
        change(id, { error: sentence(error) }),
      );
    } catch (error) {
      show.flush();
      if (!isAbort(error) && find(id)?.state !== "cancelled") change(id, { state: "failed", error: sentence(error) });
    } finally {
      running.delete(id);
      fill();
    }
  }

  function pause(id: string) {
    change(id, { state: "paused", rate: 0, secondsLeft: null });
    running.get(id)?.abort(new DOMException("Paused", "AbortError"));
  }

  /** Goes on with what is paused or failed, as far as the file is still at hand. */
  function resume(id: string) {
    change(id, { state: sources.has(id) ? "waiting" : "interrupted", error: undefined });
    fill();
  }

  /** False when it is another file than the one that was begun. */
  function choose(id: string, source: Source): boolean {
    const item = find(id);
    if (!item || source.size !== item.bytes || source.name !== item.name) return false;
    sources.set(id, source);
    resume(id);
    return true;
  }

  async function cancel(id: string) {
    const item = find(id);
    if (!item) return;
    change(id, { state: "cancelled" });
    running.get(id)?.abort(new DOMException("Cancelled", "AbortError"));
    sources.delete(id);
    setItems((list) => list.filter((other) => other.id !== id));
    if (item.uploadId && item.state !== "done") await hooks.discard(item.uploadId);
  }

  const pauseAll = () => {
    for (const item of items) if (item.state === "uploading" || item.state === "waiting") pause(item.id);
  };
  const resumeAll = () => {
    for (const item of items) if (item.state === "paused") resume(item.id);
  };
  const clearEnded = () => setItems((list) => list.filter((item) => item.state !== "done"));

  return { items, add, addInterrupted, pause, resume, choose, cancel, pauseAll, resumeAll, clearEnded, change };
}

export type Uploads = ReturnType<typeof createUploads>;
