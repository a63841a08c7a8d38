import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { complain } from "../../data/toast.ts";
import type { Page } from "../../data/types.ts";
import type { MailMode, NotificationPreference } from "../../data/types-collaboration.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Select } from "../../ui/select.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";

const MAIL: { value: MailMode; label: string }[] = [
  { value: "off", label: "No mail" },
  { value: "now", label: "At once" },
  { value: "digest", label: "Once a day, together" },
];
const KEY = ["notifications", "preferences"];

/** What somebody hears of: each choice is saved as it is made. */
export function NotificationSettings() {
  const found = useQuery(() => queries.preferences());

  async function choose(preference: NotificationPreference) {
    const { label: _, ...chosen } = preference;
    const before = client.getQueryData(KEY);
    client.setQueryData<Page<NotificationPreference>>(KEY, (page) =>
      page ? { ...page, items: page.items.map((one) => (one.type === preference.type ? preference : one)) } : page,
    );
    try {
      await api.notifications.choose(chosen);
    } catch (error) {
      client.setQueryData(KEY, before);
      complain("Your choice was not saved")(error);
    }
  }

  return (
    <Show
      when={!found.error}
      fallback={
        <ErrorState error={found.error} what="Your choices did not load" onRetry={() => void found.refetch()} />
      }
    >
      <p class="mb-3 text-fg-2">What you hear of, on this site and by mail. The daily mail comes in the morning.</p>
      <table class="list">
        <thead>
          <tr>
            <th>When</th>
            <th>On the site</th>
            <th>By mail</th>
          </tr>
        </thead>
        <tbody>
          <Show when={loaded(found)} fallback={<SkeletonRows rows={6} columns={3} />}>
            <For each={loaded(found)?.items}>
              {(one) => (
                <tr>
                  <td>{one.label}</td>
                  <td>
                    <Checkbox
                      label={`On the site: ${one.label}`}
                      checked={one.inApp}
                      onChange={(inApp) => void choose({ ...one, inApp })}
                    />
                  </td>
                  <td class="w-52">
                    <Select
                      label={`By mail: ${one.label}`}
                      hideLabel
                      options={MAIL}
                      value={one.mail}
                      onChange={(mail) => void choose({ ...one, mail })}
                    />
                  </td>
                </tr>
              )}
            </For>
          </Show>
        </tbody>
      </table>
    </Show>
  );
}
