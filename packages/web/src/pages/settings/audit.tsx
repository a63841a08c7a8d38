import { keepPreviousData, useInfiniteQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { createDebounced } from "../../data/debounce.ts";
import { queries } from "../../data/queries.ts";
import type { AuditEvent } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { EventList } from "../../ui/event-list.tsx";
import { Input } from "../../ui/input.tsx";

const KEY_TYPED = /^[a-z_]+\.[a-z_]+$/;
const ID_TYPED = /^[a-z]{3}_[0-9A-Z]{26}$/;

/** What was typed as a filter: a type, somebody, or something. Anything else filters nothing. */
function filterOf(text: string): Record<string, string> {
  if (KEY_TYPED.test(text)) return { type: text };
  if (ID_TYPED.test(text)) return text.startsWith("usr_") ? { actorId: text } : { entityId: text };
  return {};
}

export function AuditSettings() {
  const [text, setText] = createSignal("");
  const settled = createDebounced(text, 250);
  const audit = useInfiniteQuery(() => ({
    ...queries.audit(filterOf(settled().trim())),
    placeholderData: keepPreviousData,
  }));
  const events = () => audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div class="mb-3 flex items-center gap-2">
        <p class="text-fg-2">Everything that happened, newest first. Nobody can change it.</p>
        <Input
          icon="filter"
          class="ml-auto w-72!"
          aria-label="Type of event, or id of a person or thing"
          placeholder="access.given, or an id"
          value={text()}
          onText={setText}
        />
      </div>
      <Show
        when={!audit.error}
        fallback={<ErrorState error={audit.error} what="The audit did not load" onRetry={() => void audit.refetch()} />}
      >
        <Show
          when={!audit.data || events().length > 0}
          fallback={<EmptyState icon="shield" title="Nothing of this kind has happened" />}
        >
          <EventList events={events()} detail={(event) => <Detail event={event} />} />
          <Show when={audit.hasNextPage}>
            <Button class="mt-4" busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              Show more
            </Button>
          </Show>
        </Show>
      </Show>
    </>
  );
}

function Detail(props: { event: AuditEvent }) {
  const parts = () =>
    [
      props.event.type,
      props.event.entityId,
      props.event.keyId ? "by API key" : null,
      props.event.linkId ? "by share link" : null,
      props.event.address,
      props.event.requestId,
    ].filter(Boolean);
  return <div class="truncate text-11 text-fg-3">{parts().join(" · ")}</div>;
}
