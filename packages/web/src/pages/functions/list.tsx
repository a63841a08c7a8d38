import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { hrefOf, kindIcons } from "../../data/kinds.ts";
import { queries } from "../../data/queries.ts";
import { PageTop } from "../../shell/top.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { Schedules } from "./schedules.tsx";

export function FunctionsPage() {
  const functions = useQuery(() => queries.functions());
  return (
    <div class="page">
      <PageTop crumbs={[{ label: "Functions", icon: "function" }]} />
      <header class="page-head pb-3">
        <h1>Functions</h1>
        <p class="text-12 text-fg-2">What can be run: by a form, by the API, or at set times.</p>
      </header>
      <Show
        when={!functions.error}
        fallback={
          <ErrorState
            error={functions.error}
            what="The functions did not load"
            onRetry={() => void functions.refetch()}
          />
        }
      >
        <table class="list inset">
          <thead>
            <tr>
              <th class="w-1/2">Function</th>
              <th>Takes</th>
              <th class="mid w-1/6">Gives</th>
            </tr>
          </thead>
          <tbody>
            <Show when={functions.data} fallback={<SkeletonRows columns={3} />}>
              {(page) => (
                <For each={page().items}>
                  {(item) => (
                    <tr>
                      <td>
                        <A class="name" href={hrefOf(item) ?? `/functions/${item.id}`}>
                          <Icon name={item.kind === "builtin" ? "function" : kindIcons[item.kind]} />
                          <span>{item.name}</span>
                          <span class="truncate font-normal text-fg-2">{item.description}</span>
                        </A>
                      </td>
                      <td class="max-w-0 truncate text-fg-2">
                        {item.signature.inputs.map(({ name }) => name).join(", ")}
                      </td>
                      <td class="mid max-w-0 truncate text-fg-2">
                        {item.signature.outputs.map(({ name }) => name).join(", ")}
                      </td>
                    </tr>
                  )}
                </For>
              )}
            </Show>
          </tbody>
        </table>
      </Show>
      <Show when={functions.data?.next}>
        <p class="page-head text-12 text-fg-2">
          More are found by searching for kind:script, kind:notebook or kind:model.
        </p>
      </Show>
      <section class="mt-6" aria-labelledby="schedules">
        <h2 id="schedules" class="page-head pb-2">
          Schedules
        </h2>
        <Schedules query={{}} />
      </section>
    </div>
  );
}
