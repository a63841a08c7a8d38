import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { browserWords } from "../../data/browser-words.ts";
import { client } from "../../data/client.ts";
import { queries } from "../../data/queries.ts";
import { complain } from "../../data/toast.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { When } from "../../ui/when.tsx";

/** The browsers somebody is signed in with. */
export function Sessions() {
  const sessions = useQuery(() => queries.sessions());
  const refresh = () => client.invalidateQueries({ queryKey: ["sessions"] });
  const others = () => (sessions.data?.items ?? []).filter((session) => !session.current);
  return (
    <section>
      <h2 class="mb-3">Browsers</h2>
      <Show
        when={!sessions.error}
        fallback={
          <ErrorState error={sessions.error} what="The browsers did not load" onRetry={() => void sessions.refetch()} />
        }
      >
        <ul>
          <For each={sessions.data?.items}>
            {(session) => (
              <li class="flex h-12 items-center gap-3 border-b border-line-soft">
                <Icon name="monitor" />
                <div class="min-w-0 grow">
                  <div class="truncate font-medium" title={session.userAgent ?? undefined}>
                    {browserWords(session.userAgent)}
                  </div>
                  <div class="truncate text-12 text-fg-3">
                    {session.ipAddress ? `${session.ipAddress} · ` : ""}
                    <When at={session.lastSeenAt} />
                  </div>
                </div>
                <Show when={!session.current} fallback={<span class="text-12 text-fg-2">this one</span>}>
                  <Button
                    size="sm"
                    tone="ghost"
                    aria-label={`Sign out ${browserWords(session.userAgent)}`}
                    onClick={() =>
                      void api.sessions.end(session.id).then(refresh, complain("The browser is still signed in"))
                    }
                  >
                    Sign out
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <Show when={others().length > 1}>
          <Button
            class="mt-3"
            onClick={() =>
              void api.sessions.endOthers().then(refresh, complain("The other browsers are still signed in"))
            }
          >
            Sign out all others
          </Button>
        </Show>
      </Show>
    </section>
  );
}
