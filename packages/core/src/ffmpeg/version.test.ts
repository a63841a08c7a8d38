import { expect, it } from "vitest";
import { argumentsOf } from "./version.ts";

it.each([
  ["ffmpeg version 7.1.1-static https://example.org", "-fps_mode"],
  ["ffmpeg version n5.1 Copyright", "-fps_mode"],
  ["ffmpeg version 5.0.2", "-vsync"],
  ["ffmpeg version 4.4.2-0ubuntu0.22.04.1", "-vsync"],
  ["ffmpeg version N-47683-g0e8eb07980-static", "-vsync"],
])("%s takes %s", (said, name) => expect(argumentsOf(said)).toEqual([name, "passthrough"]));
