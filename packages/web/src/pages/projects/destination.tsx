import { useQuery } from "@tanstack/solid-query";
import { createMemo, Show } from "solid-js";
import type { Destination } from "../../data/api.ts";
import { queries } from "../../data/queries.ts";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What may not be chosen, because it is what moves or where it is. */
  without?: (id: string) => boolean;
  /** Files and tables lie in projects only. */
  projectsOnly?: boolean;
  error?: string | undefined;
};

/** The namespaces and projects that one may put things into. */
export function DestinationSelect(props: Props) {
  const namespaces = useQuery(() => queries.namespaces());
  const projects = useQuery(() => queries.projects({ sort: "name" }));
  const loaded = () => projects.data !== undefined && (props.projectsOnly || namespaces.data !== undefined);
  const options = createMemo(
    () => [
      ...(props.projectsOnly ? [] : (namespaces.data?.items ?? [])).map(({ id, name, slug, kind }) => ({
        value: id,
        label: kind === "personal" ? "Your projects" : name,
        help: `/${slug}`,
      })),
      ...(projects.data?.items ?? [])
        .filter(({ id, privileges }) => privileges.includes("create") && !props.without?.(id))
        .map(({ id, name, ancestors, path }) => ({
          value: id,
          label: [...ancestors.map((one) => one.name), name].join(" / "),
          help: path ?? "",
        })),
    ],
    [],
    // An open list must not be made anew because the same came again.
    { equals: (before, after) => JSON.stringify(before) === JSON.stringify(after) },
  );
  return (
    <Show when={loaded()} fallback={<Skeleton width="100%" height="32px" />}>
      <Select
        label={props.label}
        options={options()}
        value={props.value}
        onChange={props.onChange}
        error={props.error}
      />
    </Show>
  );
}

export const destinationOf = (value: string): Destination =>
  value.startsWith("prj_") ? { parentId: value } : { namespace: value };
