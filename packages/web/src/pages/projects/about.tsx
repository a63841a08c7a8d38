import { value } from "@atrium/core/search-language";
import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { bytes, plural } from "../../data/format.ts";
import { isActive } from "../../data/poll.ts";
import { queries } from "../../data/queries.ts";
import { runTitle } from "../../data/run-words.ts";
import { useSignedIn } from "../../data/session.ts";
import type { Grant, Project } from "../../data/types.ts";
import { bundleWord } from "../../data/visibility.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Icon } from "../../ui/icon.tsx";
import { When } from "../../ui/when.tsx";
import { AttributesPanel } from "../attributes/attributes.tsx";
import { Comments } from "../social/comments.tsx";

const SHOWN = 6;

/** What a project is, who is in it and what happened last, beside every tab. */
export function About(props: { project: Project; grants: Grant[] | undefined }) {
  const signedIn = useSignedIn();
  const reads = () => props.project.privileges.includes("read");
  const runs = useQuery(() => ({ ...queries.runs({ projectId: props.project.id }), enabled: signedIn }));
  const items = useQuery(() => queries.items(props.project.id));
  const stored = () => (items.data?.items ?? []).reduce((sum, item) => sum + (item.bytes ?? 0), 0);
  return (
    <aside class="panel right drawer max-[1199px]:hidden" aria-label="About this project">
      <div class="panel-head">
        About
        <Show when={props.project.privileges.includes("edit")}>
          <A
            class="btn ghost icon sm ml-auto"
            href={`/projects/${props.project.id}/settings`}
            aria-label="Change name and description"
            title="Change name and description"
          >
            <Icon name="edit" size="s" />
          </A>
        </Show>
      </div>
      <div class="scroll">
        <div class="panel-section">
          <dl class="kv">
            <dt>Made by</dt>
            <dd>{props.project.createdBy.name}</dd>
            <dt>Since</dt>
            <dd>
              <When at={props.project.createdAt} />
            </dd>
            <Show when={props.project.tags.length > 0}>
              <dt>Tags</dt>
              <dd class="flex flex-wrap gap-x-2">
                <For each={props.project.tags}>
                  {(tag) => (
                    <A class="plain text-fg-2" href={`/search?q=${encodeURIComponent(`tag = ${value(tag)} `)}`}>
                      #{tag}
                    </A>
                  )}
                </For>
              </dd>
            </Show>
            <dt>Holds</dt>
            <dd>{plural(props.project.items, "item")}</dd>
            <dt>Storage</dt>
            <dd>{items.data ? bytes(stored()) : "…"}</dd>
          </dl>
        </div>
        <div class={`panel-section ${signedIn && reads() ? "" : "hidden"}`}>
          <h2>
            Members <span class="font-normal text-fg-3">{props.grants?.length}</span>
            <A class="link ml-auto font-medium" href={`/projects/${props.project.id}/members`}>
              {props.project.privileges.includes("share") ? "Invite" : "Show"}
            </A>
          </h2>
          <ul>
            <For each={props.grants?.slice(0, SHOWN)}>
              {(grant) => (
                <li class="flex h-7 items-center gap-2 text-12">
                  <Avatar name={grant.name} group={grant.kind !== "personal"} />
                  <span class="truncate">{grant.name}</span>
                  <span class="ml-auto text-fg-3">{bundleWord(grant.bundle)}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
        <Show when={(runs.data?.items.length ?? 0) > 0}>
          <div class="panel-section border-0!">
            <h2>Activity</h2>
            <ul>
              <For each={runs.data?.items.slice(0, SHOWN)}>
                {(run) => (
                  <li class="flex gap-2 py-1.5 text-12">
                    <Avatar name={run.requestedBy.name} />
                    <div class="min-w-0">
                      {run.requestedBy.name.split(" ")[0]} {isActive(run.state) ? "is running" : "ran"}{" "}
                      <A class="plain font-medium" href={`/runs/${run.id}`}>
                        {runTitle(run)}
                      </A>
                      <Show when={run.state === "failed"}>
                        <span class="text-bad"> which failed</span>
                      </Show>
                      <div class="text-11 text-fg-3">
                        <When at={run.endedAt ?? run.startedAt ?? run.queuedAt} />
                      </div>
                    </div>
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Show>
        <Show when={reads()}>
          <div class="panel-section empty:hidden">
            <AttributesPanel entity={props.project} />
          </div>
        </Show>
        <Show when={signedIn && reads()}>
          <div class="panel-section border-0!">
            <h2>Comments</h2>
            <Comments entity={props.project} />
          </div>
        </Show>
      </div>
    </aside>
  );
}
