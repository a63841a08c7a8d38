import { FrameAsked } from "@atrium/core/frame/asked";
import { z } from "@hono/zod-openapi";
import { described as describe } from "./described.ts";
import { body, Flag, ID, json, type Policy, router } from "./respond.ts";

const tags = ["Frames"];
const reader: Policy = { actor: "anyone", right: "read", on: "media" };
const described = (config: Omit<Parameters<typeof describe>[1], "tags">, policy = reader) =>
  describe(policy, { ...config, tags }, "Frames");

const binary = { schema: { type: "string", format: "binary" } } as const;
const pictures = (...types: string[]) => ({
  200: {
    description: "The picture. Its ETag stays as long as it would be the same; ask again with If-None-Match",
    content: Object.fromEntries(types.map((type) => [type, binary])),
  },
  304: { description: "The picture that you have is still the one" },
});

const rendition = z.string().optional().openapi({ description: "Its name; without it one that is large enough" });
const roi = z.string().optional().openapi({
  description: "`width:height:x:y` of a part, as fractions of the picture; cut at its edges",
  example: "0.5:0.5:0.25:0.25",
});
const width = z.coerce
  .number()
  .int()
  .optional()
  .openapi({ description: "In pixels, 16 to 4096; nothing is made larger than it is" });

const frame = described({
  method: "get",
  path: "/media/{id}/frames/{frame}",
  summary: "One frame of a video, an image, or a part of it",
  request: {
    params: ID.extend({ frame: z.coerce.number().int() }),
    query: z.object({ rendition, roi, width, format: FrameAsked.StillFormat.optional() }),
  },
  responses: pictures("image/jpeg", "image/png", "image/webp"),
});

const frames = described({
  method: "get",
  path: "/media/{id}/frames",
  summary: "Up to 32 frames side by side or one after the other",
  request: {
    params: ID,
    query: z.object({
      frames: z.string().openapi({ description: "With commas between", example: "1,5,9" }),
      tile: z.string().optional().openapi({ description: "Columns and rows; else nearly a square", example: "4x3" }),
      animate: z.coerce
        .number()
        .optional()
        .openapi({ description: "Pictures a second, up to 15: they move as webp or gif" }),
      rendition,
      roi: z.string().optional().openapi({
        description:
          "`width:height:x:y` of a part, as fractions of the picture; with commas between one for each frame",
        example: "0.5:0.5:0.25:0.25",
      }),
      width: z.coerce.number().int().optional().openapi({ description: "Of each picture, 16 to 960; 480 without it" }),
      format: z.enum(["jpeg", "png", "webp", "gif"]).optional(),
    }),
  },
  responses: pictures("image/jpeg", "image/png", "image/webp", "image/gif"),
});

const clip = described({
  method: "get",
  path: "/media/{id}/clip",
  summary: "Parts of a video as one, without sound",
  description:
    "Whole fragments as they are, which begin with key frames: Atrium-Ranges says what is really in it. With `exact` just the frames asked for, encoded anew.",
  request: {
    params: ID,
    query: z.object({
      range: z.string().openapi({ description: "First and last frame of each part", example: "30:40,90:120" }),
      ...{ rendition, exact: Flag.optional(), format: z.literal("mp4").optional() },
    }),
  },
  responses: {
    200: { description: "The clip. Headers: Atrium-Ranges, ETag", content: { "video/mp4": binary } },
    304: { description: "The clip that you have is still the one" },
  },
});

const Place = z.coerce.number().int().min(0);
const tile = described({
  method: "get",
  path: "/media/{id}/tiles/{level}/{column}/{row}",
  summary: "One square of a very large picture",
  description:
    "Level 0 fits one square, and each has twice the width and height of the one before; `details` of the rendition `tiles` says how many there are, and how many pixels a square is along.",
  request: { params: ID.extend({ level: Place, column: Place, row: Place }) },
  responses: pictures("image/webp"),
});

const crop = described({
  method: "get",
  path: "/localizations/{id}/crop",
  summary: "The part of a frame that shows a localization",
  request: {
    params: ID,
    query: z.object({
      layer: z.string().optional().openapi({ description: "Where none is named, the one it was changed on last" }),
      margin: z.coerce.number().int().optional().openapi({
        description: "Pixels of the video around it; none around an area, 32 around a dot or a line",
      }),
      ...{ rendition, width, format: FrameAsked.StillFormat.optional() },
    }),
  },
  responses: pictures("image/jpeg", "image/png", "image/webp"),
});

const crops = described(
  {
    method: "post",
    path: "/crops",
    summary: "Addresses of up to 100 parts of frames or localizations, made where they are not there yet",
    description:
      "In the order they were asked for. What cannot be had says why in `problem`, and the others come all the same.",
    request: {
      body: body(
        z.object({
          items: z
            .array(z.union([FrameAsked.Part, FrameAsked.Drawing]))
            .min(1)
            .max(100),
        }),
      ),
    },
    responses: {
      200: json(z.object({ items: z.array(z.object(FrameAsked.Crop.shape).openapi("Crop")) }), "One for each"),
    },
  },
  { actor: "anyone", right: "read" },
);

/** Answered by the function that holds ffmpeg. */
export const frameRoutes = router();
for (const one of [frame, frames, clip, tile, crop, crops]) frameRoutes.openAPIRegistry.registerPath(one);
