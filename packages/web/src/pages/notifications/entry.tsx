import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { notificationHref } from "../../data/notification-link.ts";
import { complain } from "../../data/toast.ts";
import type { Notification } from "../../data/types-collaboration.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { When } from "../../ui/when.tsx";

export const mark = (body: { ids?: string[]; read?: boolean }) =>
  api.notifications
    .mark(body)
    .then(() => client.invalidateQueries({ queryKey: ["notifications"] }))
    .catch(complain("The notification was not marked"));

/** One notification: following it, it counts as read. */
export function NotificationEntry(props: { notification: Notification; onFollow?: () => void }) {
  const unread = () => props.notification.readAt === null;
  const follow = () => {
    props.onFollow?.();
    if (unread()) void mark({ ids: [props.notification.id] });
  };
  return (
    <li class="note" classList={{ unread: unread() }}>
      <Avatar name={props.notification.actor?.name ?? "Atrium"} />
      <div class="min-w-0 grow">
        <Show when={notificationHref(props.notification)} fallback={<p>{props.notification.text}</p>}>
          {(href) => (
            <A class="plain block" href={href()} onClick={follow}>
              <Show when={unread()}>
                <span class="sr">Unread: </span>
              </Show>
              {props.notification.text}
            </A>
          )}
        </Show>
        <Show when={props.notification.parameters.message}>
          {(message) => <p class="whitespace-pre-line text-12 text-fg-2">“{message()}”</p>}
        </Show>
        <When at={props.notification.createdAt} class="text-11 text-fg-3" />
      </div>
      <IconButton
        icon={unread() ? "check" : "undo"}
        size="sm"
        label={unread() ? "Mark as read" : "Mark as unread"}
        onClick={() => void mark({ ids: [props.notification.id], read: unread() })}
      />
    </li>
  );
}
