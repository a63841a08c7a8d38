import { Show } from "solid-js";
import type { SignIn } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { When } from "../../ui/when.tsx";

const hostOf = (issuer: string): string => URL.parse(issuer)?.host ?? issuer;

export function SignInRow(props: { way: SignIn; onUnlink: () => void }) {
  const name = () => props.way.provider?.name ?? "Password";
  return (
    <li class="flex h-12 items-center gap-3 border-b border-line-soft">
      <Icon name={props.way.kind === "password" ? "key" : "link"} />
      <div class="min-w-0 grow">
        <div class="truncate">
          <span class="font-medium">{name()}</span>
          <Show when={props.way.email}>{(email) => <span class="text-fg-2"> · {email()}</span>}</Show>
        </div>
        <div class="truncate text-12 text-fg-3">
          <Show when={props.way.issuer}>{(issuer) => <span title={issuer()}>{hostOf(issuer())} · </span>}</Show>
          <Show when={props.way.works} fallback="no longer set up here">
            <Show when={props.way.lastUsedAt} fallback="not used yet">
              {(at) => (
                <>
                  last used <When at={at()} />
                </>
              )}
            </Show>
          </Show>
        </div>
      </div>
      <Button size="sm" tone="ghost" aria-label={`Unlink ${name()}`} onClick={() => props.onUnlink()}>
        Unlink
      </Button>
    </li>
  );
}
