import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { queries } from "../../data/queries.ts";
import { complain } from "../../data/toast.ts";
import type { Group, GroupRequest } from "../../data/types.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { When } from "../../ui/when.tsx";

/** Who waits to be let in. Nothing when nobody does. */
export function Requests(props: { group: Group; onDecided: () => void }) {
  const requests = useQuery(() => queries.groupRequests(props.group.id));
  const pending = () => (requests.data?.items ?? []).filter(({ state }) => state === "pending");
  const decide = (request: GroupRequest, decision: "approve" | "reject") =>
    void api.groups
      .decide(props.group.id, request.id, decision)
      .catch(complain(`${request.user.name} still waits`))
      .finally(props.onDecided);
  return (
    <Show when={pending().length > 0}>
      <section class="card">
        <header>
          <h2>Want to join</h2>
        </header>
        <ul>
          <For each={pending()}>
            {(request) => (
              <li class="flex items-center gap-3 border-t border-line-soft px-4 py-2.5">
                <Avatar name={request.user.name} size="l" />
                <div class="min-w-0 grow">
                  <div class="truncate font-medium">
                    {request.user.name} <When at={request.createdAt} class="text-12 font-normal text-fg-3" />
                  </div>
                  <p class="text-12 text-fg-2">{request.message || "No message"}</p>
                </div>
                <Button
                  size="sm"
                  aria-label={`Turn ${request.user.name} down`}
                  onClick={() => decide(request, "reject")}
                >
                  Turn down
                </Button>
                <Button
                  size="sm"
                  tone="primary"
                  aria-label={`Let ${request.user.name} in`}
                  onClick={() => decide(request, "approve")}
                >
                  Let in
                </Button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
