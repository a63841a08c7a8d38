import { Show } from "solid-js";
import { ago, day } from "../../data/format.ts";
import type { ShareLink } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";

/** A link: what for, whose, until when, and whether it was used. */
export function LinkRow(props: { link: ShareLink; onRevoke: () => void }) {
  const name = () => props.link.label || "Link";
  return (
    <li class="flex min-h-12 items-center gap-3 border-b border-line-soft px-2">
      <Icon name="link" />
      <div class="min-w-0 grow py-1.5">
        <div class="flex items-center gap-2">
          <span class="truncate font-medium">{name()}</span>
          <Show when={props.link.state === "expired"}>
            <span class="badge">over</span>
          </Show>
          <Show when={props.link.state === "idle"}>
            <span class="badge warn" title={`${props.link.madeBy.name} may not share this any more`}>
              opens nothing
            </span>
          </Show>
        </div>
        <div class="truncate text-12 text-fg-3">{aside(props.link)}</div>
      </div>
      <IconButton icon="close" label={`Revoke ${name()}`} size="sm" onClick={() => props.onRevoke()} />
    </li>
  );
}

const aside = ({ madeBy, privileges, expiresAt, opened, openedAt }: ShareLink): string =>
  [
    privileges.includes("transfer") ? "Read and download" : "Read",
    `by ${madeBy.name}`,
    expiresAt === null ? "ends never" : `ends ${day(expiresAt)}`,
    openedAt === null ? "never opened" : `opened ${opened === 1 ? "once" : `${opened} times`}, last ${ago(openedAt)}`,
  ].join(" · ");
