import * as Kobalte from "@kobalte/core/popover";
import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { loaded } from "../data/loaded.ts";
import { queries } from "../data/queries.ts";
import { mark, NotificationEntry } from "../pages/notifications/entry.tsx";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

const SHOWN = 8;
/** The API counts no further. */
const MANY = 100;

/** How much there is to read, and the newest of it. */
export function Bell() {
  const [open, setOpen] = createSignal(false);
  const unread = useQuery(() => queries.unread());
  const count = () => loaded(unread)?.unread ?? 0;
  const shown = () => (count() >= MANY ? `${MANY - 1}+` : String(count()));
  const label = () => (count() === 0 ? "Notifications" : `Notifications, ${shown()} unread`);
  return (
    <Kobalte.Root open={open()} onOpenChange={setOpen} placement="bottom-end" gutter={4}>
      <Kobalte.Trigger class="btn ghost icon bell" aria-label={label()} title={label()} type="button">
        <Icon name="bell" />
        <Show when={count() > 0}>
          <span class="bell-count" aria-hidden="true">
            {shown()}
          </span>
        </Show>
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="menu bell-list" aria-label="Notifications">
          <div class="bell-head">
            <Kobalte.Title as="h2">Notifications</Kobalte.Title>
            <Button size="sm" tone="ghost" disabled={count() === 0} onClick={() => void mark({})}>
              Mark all as read
            </Button>
          </div>
          <Newest onFollow={() => setOpen(false)} />
          <A class="bell-foot link" href="/notifications" onClick={() => setOpen(false)}>
            All notifications
          </A>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}

/** Asked for when the list opens. */
function Newest(props: { onFollow: () => void }) {
  const found = useQuery(() => queries.notifications(false));
  return (
    <Show when={loaded(found)} fallback={<Skeleton width="90%" height="40px" />}>
      {(page) => (
        <Show when={page().items.length > 0} fallback={<p class="p-3 text-12 text-fg-2">Nothing yet.</p>}>
          <ul>
            <For each={page().items.slice(0, SHOWN)}>
              {(one) => <NotificationEntry notification={one} onFollow={props.onFollow} />}
            </For>
          </ul>
        </Show>
      )}
    </Show>
  );
}
