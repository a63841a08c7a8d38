import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { queries } from "../../data/queries.ts";
import type { HealthComponent } from "../../data/types-administration.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";

const NAMES: Record<HealthComponent["name"], string> = {
  database: "Database",
  objects: "Object storage",
  workflows: "Workflows",
  relay: "Relay of messages",
  mail: "Mail",
};
const STATES: Record<HealthComponent["status"], string> = {
  ok: "Well",
  failed: "Failed",
  timeout: "Did not answer",
  off: "Not set up",
};

export function HealthSettings() {
  const health = useQuery(() => queries.health());
  return (
    <>
      <div class="mb-3 flex items-center gap-2">
        <p class="text-fg-2">Each component is asked when you look, and again every minute.</p>
        <Button class="ml-auto" busy={health.isFetching} onClick={() => void health.refetch()}>
          Ask again
        </Button>
      </div>
      <Show
        when={!health.error}
        fallback={
          <ErrorState error={health.error} what="The health is not known" onRetry={() => void health.refetch()} />
        }
      >
        <Show when={health.data?.status === "degraded"}>
          <div class="mb-3">
            <Banner tone="warn">Something is not well. The logs of the API say what it answered.</Banner>
          </div>
        </Show>
        <table class="list">
          <thead>
            <tr>
              <th>Component</th>
              <th>State</th>
              <th class="num">Took</th>
              <th class="mid">About it</th>
            </tr>
          </thead>
          <tbody>
            <Show when={health.data} fallback={<SkeletonRows rows={5} columns={4} />}>
              <For each={health.data?.components}>
                {(component) => (
                  <tr>
                    <td class="font-medium">{NAMES[component.name]}</td>
                    <td class={component.status === "failed" || component.status === "timeout" ? "text-bad" : ""}>
                      {STATES[component.status]}
                    </td>
                    <td class="num text-fg-2" title={`It has ${component.timeoutMs} ms`}>
                      {component.ms} ms
                    </td>
                    <td class="mid text-fg-2">{component.detail}</td>
                  </tr>
                )}
              </For>
            </Show>
          </tbody>
        </table>
      </Show>
    </>
  );
}
