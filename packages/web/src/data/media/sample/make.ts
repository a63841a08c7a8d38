import { annotationsAPI } from "../../../annotator/remote/annotations.ts";
import { api } from "../../api.ts";
import { post } from "../../http.ts";
import { send } from "../../upload/index.ts";
import { mediaApi } from "../api.ts";
import type { MediaItem } from "../types.ts";
import { boxOf, drawScene, FISH, SCENE } from "./scene.ts";

/** Fish are drawn about on every so many frames. */
const EVERY = 6;
const PATIENCE_MS = 120_000;
const LOOK_MS = 500;
const CODECS = ["vp9", "vp8", "avc", "av1"] as const;

/** Only browsers that encode video by themselves make one. */
export const canMakeSample = (): boolean => typeof VideoEncoder === "function" && typeof OffscreenCanvas === "function";

/** A project with a video that this browser draws, and with what swims in it already drawn about. */
export async function makeSample(): Promise<string> {
  const film = await filmed();
  const { id, name } = await api.projects.create({
    name: "Sample dive",
    description: "A drawn dive over a reef, to look around with.",
  });
  await send(id, name, [film], { media: { attributes: {} }, attributes: {} });
  await annotate(id, await arrived(id));
  return id;
}

async function filmed(): Promise<File> {
  const { BufferTarget, CanvasSource, getFirstEncodableVideoCodec, Output, QUALITY_MEDIUM, MkvOutputFormat } =
    await import("mediabunny");
  const { width, height, fps, frames } = SCENE;
  const codec = await getFirstEncodableVideoCodec([...CODECS], { width, height });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!codec || !context) throw new Error("This browser encodes no video");
  const target = new BufferTarget();
  const output = new Output({ format: new MkvOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_MEDIUM });
  output.addVideoTrack(source, { frameRate: fps });
  await output.start();
  for (let frame = 0; frame < frames; frame++) {
    drawScene(context, frame);
    await source.add(frame / fps, 1 / fps);
  }
  await output.finalize();
  if (!target.buffer) throw new Error("The video was not finished");
  return new File([target.buffer], "reef-dive.mkv", { type: "video/x-matroska" });
}

/** Its media is made once all bytes are stored. */
async function arrived(projectId: string): Promise<MediaItem> {
  for (const limit = Date.now() + PATIENCE_MS; Date.now() < limit; ) {
    const [media] = (await mediaApi.list({ projectId, limit: 1 })).items;
    if (media) return media;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error("The video has not arrived. It goes on in the tray of uploads; draw on it as on any other.");
}

async function annotate(projectId: string, { id }: MediaItem): Promise<void> {
  const { id: typeId } = await annotationsAPI.createType(projectId, { name: "Fish", shape: "box", color: "#f4a63a" });
  const { id: layerId } = await annotationsAPI.createLayer(projectId, { name: "Baseline" });
  const items = FISH.flatMap((fish) =>
    Array.from({ length: Math.ceil(SCENE.frames / EVERY) }, (_, at) => at * EVERY).flatMap((frame) => {
      const box = boxOf(fish, frame);
      return box ? [{ ...box, frame, layerId, typeId }] : [];
    }),
  );
  await post(`/api/v1/media/${id}/localizations`, { items });
}
