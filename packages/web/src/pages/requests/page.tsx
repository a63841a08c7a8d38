import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { client } from "../../data/client.ts";
import { queries } from "../../data/queries.ts";
import type { AccessRequest } from "../../data/types.ts";
import { PageTop } from "../../shell/top.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Decided, Waiting } from "./request.tsx";

/** What waits for one's decision, and what one asked for oneself. */
export function RequestsPage() {
  const inbox = useQuery(() => queries.accessRequests({ as: "approver", state: "pending" }));
  const done = useQuery(() => queries.accessRequests({ as: "approver" }));
  const own = useQuery(() => queries.accessRequests({ as: "asker" }));
  const refresh = () => void client.invalidateQueries({ queryKey: ["access-requests"] });
  const waiting = () => inbox.data?.items ?? [];
  const decided = () => (done.data?.items ?? []).filter(({ state }) => state !== "pending");
  const failed = () => inbox.error ?? own.error ?? done.error;

  return (
    <div class="page">
      <PageTop crumbs={[{ label: "Requests", icon: "key" }]} />
      <div class="page-head pb-3">
        <h1>Requests for access</h1>
      </div>
      <Show
        when={!failed()}
        fallback={
          <ErrorState
            error={failed()}
            what="The requests did not load"
            onRetry={() => {
              void inbox.refetch();
              void own.refetch();
              void done.refetch();
            }}
          />
        }
      >
        <div class="flex max-w-3xl flex-col gap-6 px-6 pb-8">
          <Show when={inbox.data && own.data} fallback={<Skeleton width="100%" height="120px" />}>
            <Show when={waiting().length + decided().length + (own.data?.items.length ?? 0) === 0}>
              <EmptyState icon="key" title="Nobody asks for anything">
                Make a project discoverable in its settings, and people who find it can ask you for access here. What
                you ask for yourself stands here too.
              </EmptyState>
            </Show>
            <List title="Wait for your decision" items={waiting()}>
              {(request) => <Waiting request={request} onDecided={refresh} />}
            </List>
            <List title="You asked" items={own.data?.items ?? []}>
              {(request) => <Decided request={request} own />}
            </List>
            <List title="Decided" items={decided()}>
              {(request) => <Decided request={request} />}
            </List>
          </Show>
        </div>
      </Show>
    </div>
  );
}

function List(props: { title: string; items: AccessRequest[]; children: (request: AccessRequest) => JSX.Element }) {
  return (
    <Show when={props.items.length > 0}>
      <section class="card">
        <header>
          <h2>{props.title}</h2>
        </header>
        <ul>
          <For each={props.items}>{(request) => props.children(request)}</For>
        </ul>
      </section>
    </Show>
  );
}
