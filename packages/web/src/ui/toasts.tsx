import { For, Show } from "solid-js";
import { dismiss, toasts } from "../data/toast.ts";
import { Icon } from "./icon.tsx";

const ICONS = { ok: "success", bad: "error", plain: "info" } as const;

export function Toasts() {
  return (
    <section class="toasts" aria-label="Messages" aria-live="polite">
      <For each={toasts}>
        {(item) => (
          <div class="toast">
            <Icon name={ICONS[item.tone]} class={item.tone === "plain" ? "text-fg-2" : `text-${item.tone}`} />
            <div class="min-w-0 grow">
              <b>{item.title}</b>
              <Show when={item.detail}>
                <span>{item.detail}</span>
              </Show>
            </div>
            <Show when={item.action}>
              {(action) => (
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    action().run();
                    dismiss(item.id);
                  }}
                >
                  {action().label}
                </button>
              )}
            </Show>
            <button type="button" class="text-fg-3" aria-label="Dismiss" onClick={() => dismiss(item.id)}>
              <Icon name="close" size="s" />
            </button>
          </div>
        )}
      </For>
    </section>
  );
}
