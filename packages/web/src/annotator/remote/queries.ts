import { annotationsAPI } from "./annotations.ts";
import { type MediaEntity, mediaAPI } from "./media.ts";

type Asked = { signal: AbortSignal };

const BEING_MADE_MS = 4_000;
const SELDOM_MS = 60_000;

export const annotationQueries = {
  media: (id: string) => ({
    queryKey: ["media", id],
    queryFn: ({ signal }: Asked) => mediaAPI.get(id, { signal }),
    // Where no socket says so, what is being made is asked for.
    refetchInterval: (query: { state: { data: MediaEntity | undefined } }) =>
      query.state.data?.state === "processing" ? BEING_MADE_MS : (false as const),
  }),
  types: (projectId: string) => ({
    queryKey: ["annotation-types", projectId],
    queryFn: ({ signal }: Asked) => annotationsAPI.types(projectId, { signal }),
    enabled: projectId !== "",
    staleTime: SELDOM_MS,
  }),
  layers: (projectId: string) => ({
    queryKey: ["layers", projectId],
    queryFn: ({ signal }: Asked) => annotationsAPI.layers(projectId, { signal }),
    enabled: projectId !== "",
    staleTime: SELDOM_MS,
  }),
  around: (id: string) => ({
    queryKey: ["media", "around", id],
    queryFn: ({ signal }: Asked) => mediaAPI.around(id, { signal }),
    staleTime: SELDOM_MS,
  }),
};
