import { For, Show } from "solid-js";
import { day } from "../../data/format.ts";
import type { ApiKey } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";

export function KeyTable(props: { keys: ApiKey[] | undefined; onRevoke: (key: ApiKey) => void }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Name</th>
          <th class="far">Key</th>
          <th class="mid">May</th>
          <th class="mid">Last used</th>
          <th class="mid">Expires</th>
          <th>
            <span class="sr">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <Show when={props.keys} fallback={<SkeletonRows rows={3} columns={6} />}>
          <For each={props.keys}>
            {(key) => (
              <tr>
                <td class="font-medium">{key.name}</td>
                <td class="far">
                  <code>{key.prefix}…</code>
                </td>
                <td class="mid">
                  <span class="flex gap-1">
                    <For each={key.scopes}>{(scope) => <span class="badge">{scope}</span>}</For>
                    <Show when={key.projectId}>
                      {(project) => (
                        <a class="badge" href={`/projects/${project()}`}>
                          one project
                        </a>
                      )}
                    </Show>
                  </span>
                </td>
                <td class="mid text-fg-2">
                  <Show when={key.lastUsedAt} fallback="never">
                    {(at) => <When at={at()} />}
                  </Show>
                </td>
                <td class="mid text-fg-2">{key.expiresAt ? day(key.expiresAt) : "never"}</td>
                <td class="num">
                  <Button size="sm" tone="ghost" aria-label={`Revoke ${key.name}`} onClick={() => props.onRevoke(key)}>
                    Revoke
                  </Button>
                </td>
              </tr>
            )}
          </For>
        </Show>
      </tbody>
    </table>
  );
}
