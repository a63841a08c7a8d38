import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "../data/api.ts";
import { client } from "../data/client.ts";
import { exact } from "../data/format.ts";
import { queries } from "../data/queries.ts";
import { useSignedIn } from "../data/session.ts";
import { complain } from "../data/toast.ts";
import type { Announcement } from "../data/types-administration.ts";
import { Banner } from "../ui/banner.tsx";
import { IconButton } from "../ui/icon-button.tsx";

/** What everybody is to know just now, above every page. */
export function Notices() {
  const deployment = useQuery(() => queries.deployment());
  const signedIn = useSignedIn();
  const told = useQuery(() => ({ ...queries.told(), enabled: signedIn }));

  const dismiss = ({ id, title }: Announcement) =>
    void api.announcements
      .dismiss(id)
      .then(() => client.invalidateQueries({ queryKey: ["announcements", "current"] }))
      .catch(complain(`${title} stays`));

  const isQuiet = () =>
    !deployment.data?.maintenance && !deployment.data?.banner && (told.data?.items.length ?? 0) === 0;

  return (
    <Show when={!isQuiet()}>
      <div class="notices" role="region" aria-label="Announcements">
        <Show when={deployment.data?.maintenance}>
          {(maintenance) => (
            <Banner tone="warn" title="Maintenance: everything can be read, nothing changed">
              {maintenance().message}
              <Show when={maintenance().until}>{(until) => <> It should be over by {exact(until())}.</>}</Show>
            </Banner>
          )}
        </Show>
        <Show when={deployment.data?.banner}>{(text) => <Banner tone="info">{text()}</Banner>}</Show>
        <For each={told.data?.items}>
          {(announcement) => (
            <Banner
              tone={announcement.tone === "warning" ? "warn" : "info"}
              title={announcement.title}
              actions={
                <Show when={announcement.dismissible}>
                  <IconButton
                    icon="close"
                    label={`Put “${announcement.title}” away`}
                    onClick={() => dismiss(announcement)}
                  />
                </Show>
              }
            >
              <span class="whitespace-pre-line">{announcement.body}</span>
            </Banner>
          )}
        </For>
      </div>
    </Show>
  );
}
