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
  const { probe } = source;
  const out = fileIn(work, `${rung.name}.mp4`);
  const passthrough = await FFmpeg.passthrough(Config.ffmpeg());
  await encode(work, rung.name, rungArguments(source, rung, out, passthrough), probe.frames);
  const { index, mime, durationSeconds } = await indexOf(out, probe);
  if (index.frames === 0) throw new AppError("unprocessable", "media.no_frames", "No frame of it could be read.");
  await keep(
    work.plan,
    {
      ...{ name: rung.name, role: "streaming", path: out, mime, index },
      ...{ width: rung.width, height: rung.height, frames: index.frames, codec: source.settings.codec },
      duration: durationSeconds,
    },
    work.signal,
  );
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
