import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { bytes, count } from "../../data/format.ts";
import { hrefOf, kindIcons, kindWords } from "../../data/kinds.ts";
import { queries } from "../../data/queries.ts";
import type { Hit } from "../../data/types.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Icon } from "../../ui/icon.tsx";
import { When } from "../../ui/when.tsx";
import { AskAccess } from "../requests/ask-access.tsx";
import { TableLook } from "./table-look.tsx";

/** A look at one hit before it is opened. */
export function Preview(props: { hit: Hit }) {
  const project = useQuery(() => ({
    ...queries.project(props.hit.projectId ?? ""),
    enabled: props.hit.projectId !== null,
    retry: false,
  }));
  const around = () => (project.data?.id === props.hit.projectId ? project.data : undefined);

  return (
    <aside class="panel right scroll search-preview" aria-label="Preview">
      <div class="panel-head">
        <Icon name={kindIcons[props.hit.kind]} size="s" />
        <span class="truncate">{props.hit.name}</span>
      </div>
      <Show when={props.hit.description}>
        <p class="panel-section text-12 whitespace-pre-line text-fg-2">{props.hit.description.slice(0, 1_000)}</p>
      </Show>
      <div class="panel-section">
        <dl class="look-facts">
          <dt>Kind</dt>
          <dd>{kindWords[props.hit.kind]}</dd>
          <Show when={around()}>
            {(place) => (
              <>
                <dt>Project</dt>
                <dd>
                  <A href={`/projects/${place().id}`}>{place().name}</A>
                </dd>
              </>
            )}
          </Show>
          <dt>Owner</dt>
          <dd class="flex items-center gap-1">
            <Avatar name={props.hit.createdBy.name} />
            {props.hit.createdBy.name}
          </dd>
          <Show when={props.hit.rows != null}>
            <dt>Rows</dt>
            <dd>{count(props.hit.rows ?? 0)}</dd>
          </Show>
          <Show when={props.hit.bytes != null}>
            <dt>Size</dt>
            <dd>{bytes(props.hit.bytes ?? 0)}</dd>
          </Show>
          <dt>Changed</dt>
          <dd>
            <When at={props.hit.updatedAt} />
          </dd>
          <dt>Made</dt>
          <dd>
            <When at={props.hit.createdAt} />
          </dd>
        </dl>
        <A class="btn mt-3" href={hrefOf(props.hit) ?? "/"}>
          Open
        </A>
      </div>
      <Show when={!props.hit.privileges.includes("read") && props.hit.id} keyed>
        <section class="panel-section bg-surface-2">
          <AskAccess entity={props.hit} narrow />
        </section>
      </Show>
      <Show when={props.hit.kind === "table"}>
        <TableLook hit={props.hit} />
      </Show>
    </aside>
  );
}
