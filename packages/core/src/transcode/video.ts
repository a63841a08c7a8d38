import * as Config from "../config/index.ts";
import { AppError } from "../error/index.ts";
import { FFmpeg } from "../ffmpeg/index.ts";
import { archivalArguments, audioArguments, rungArguments, type Source } from "./arguments.ts";
import { keep } from "./keep.ts";
import type { Rung } from "./ladder.ts";
import { ARCHIVAL, audioName } from "./names.ts";
import { indexOf } from "./segment-index.ts";
import { encode, fileIn, type Work } from "./work.ts";

/** One size of the video, with every frame of the original. Its file stays, for what is made of it in turn. */
export async function makeRung(work: Work, source: Source, rung: Rung): Promise<void> {
  const out = fileIn(work, `${rung.name}.mp4`);
  const passthrough = await FFmpeg.passthrough(Config.ffmpeg());
  await encode(work, rung.name, rungArguments(source, rung, out, passthrough), source.probe.frames);
  await keepRung(work, source, rung, out);
}

/** Stores a rung with its index. */
export async function keepRung(
  work: Work,
  { probe, settings }: Pick<Source, "probe" | "settings">,
  { name, width, height }: Rung,
  path: string,
): Promise<void> {
  const { index, mime, durationSeconds: duration } = await indexOf(path, probe);
  if (index.frames === 0) throw new AppError("unprocessable", "media.no_frames", "No frame of it could be read.");
  const made = { name, role: "streaming" as const, path, mime, index, width, height, codec: settings.codec };
  await keep(work.plan, { ...made, frames: index.frames, duration }, work.signal);
}

/** A sound track by itself, so that every size of the video shares it. */
export async function makeAudio(work: Work, source: Source, track: number): Promise<void> {
  const name = audioName(track);
  const out = fileIn(work, `${name}.m4a`);
  await encode(work, name, audioArguments(source, track, out));
  const { index, mime, durationSeconds } = await indexOf(out, { fps: { num: 1, den: 1 }, variable: false });
  if (index.frames === 0)
    throw new AppError("unprocessable", "media.no_sound", "Nothing of this sound track could be read.");
  const { language, channels } = source.probe.audio[track] ?? {};
  await keep(
    work.plan,
    {
      ...{ name, role: "audio", path: out, mime, index, codec: "aac", duration: durationSeconds },
      details: { track, language, channels },
    },
    work.signal,
  );
}

/** What is kept to work from, in a container that holds whatever codec the original has. */
export async function makeArchival(work: Work, source: Source): Promise<void> {
  const out = fileIn(work, `${ARCHIVAL}.mkv`);
  const { probe, settings } = source;
  await encode(work, ARCHIVAL, archivalArguments(source, out), probe.frames);
  const codec = settings.archival === "hevc" ? "hevc" : probe.codec;
  const { width, height } = probe.stored;
  await keep(
    work.plan,
    {
      name: ARCHIVAL,
      role: "archival",
      path: out,
      mime: "video/x-matroska",
      codec,
      width,
      height,
      duration: probe.duration,
    },
    work.signal,
  );
}
