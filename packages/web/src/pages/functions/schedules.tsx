import { A, useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { client } from "../../data/client.ts";
import { functionsAPI, type Schedule } from "../../data/functions.ts";
import { queries } from "../../data/queries.ts";
import { complain, toast } from "../../data/toast.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";
import { EditDialog, type EditField } from "../edit-dialog.tsx";

const FIELDS: EditField[] = [
  { name: "name", label: "Name", maxLength: 255, required: true },
  { name: "cron", label: "Times", maxLength: 100, required: true, help: "Minute, hour, day, month, weekday" },
  { name: "timezone", label: "Time zone", maxLength: 100, required: true, help: "Such as Europe/Berlin" },
];

const refresh = () => client.invalidateQueries({ queryKey: ["schedules"] });

/** What runs at set times, when next, and how the last time went. */
export function Schedules(props: { query: Record<string, string> }) {
  const schedules = useQuery(() => queries.schedules(props.query));
  return (
    <Show
      when={!schedules.error}
      fallback={
        <ErrorState
          error={schedules.error}
          what="The schedules did not load"
          onRetry={() => void schedules.refetch()}
        />
      }
    >
      <Show
        when={schedules.data?.items.length !== 0}
        fallback={
          <EmptyState icon="calendar" title="Nothing is scheduled">
            Fill in the form of a function and choose Schedule: it then runs by itself, with your rights.
          </EmptyState>
        }
      >
        <table class="list inset">
          <thead>
            <tr>
              <th>Schedule</th>
              <th>Times</th>
              <th>Next</th>
              <th class="mid">Last</th>
              <th class="far">Runs as</th>
              <th>
                <span class="sr">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <Show when={schedules.data} fallback={<SkeletonRows columns={6} />}>
              {(page) => <For each={page().items}>{(schedule) => <Row schedule={schedule} />}</For>}
            </Show>
          </tbody>
        </table>
      </Show>
    </Show>
  );
}

function Row(props: { schedule: Schedule }) {
  const navigate = useNavigate();
  const it = () => props.schedule;
  const [editing, setEditing] = createSignal(false);
  const toggle = () =>
    void functionsAPI.schedules
      .update(it().id, { enabled: !it().enabled }, it().revision)
      .then(refresh, complain(`${it().name} is as before`));
  const runNow = () =>
    void functionsAPI.schedules
      .run(it().id)
      .then((run) => navigate(`/runs/${run.id}`), complain(`${it().name} did not start`));
  const remove = () => {
    const { id, name } = it();
    const undo = () => void functionsAPI.schedules.restore(id).then(refresh, complain(`${name} is still deleted`));
    void functionsAPI.schedules.remove(id).then(
      async () => {
        await refresh();
        toast(`${name} is deleted`, { action: { label: "Undo", run: undo } });
      },
      complain(`${name} was not deleted`),
    );
  };
  return (
    <tr>
      <td>
        <span class="name">
          <Icon name="calendar" />
          <span class="truncate">{it().name}</span>
          <A class="plain text-fg-2" href={`/functions/${it().function.id}`}>
            {it().function.name}
          </A>
        </span>
      </td>
      <td>
        <code>{it().cron}</code> <span class="text-fg-3">{it().timezone}</span>
      </td>
      <td>
        <Show when={it().upcoming[0]} fallback={<span class="text-fg-3">Switched off</span>}>
          {(at) => <When at={at()} />}
        </Show>
      </td>
      <td class="mid">
        <Show when={it().lastAt} fallback={<span class="text-fg-3">Never</span>}>
          {(at) => (
            <Show
              when={it().lastError}
              fallback={
                <A href={`/runs/${it().lastRunId}`}>
                  <When at={at()} />
                </A>
              }
            >
              {(error) => (
                <span class="text-bad" title={error().message}>
                  <When at={at()} />: {error().message}
                </span>
              )}
            </Show>
          )}
        </Show>
      </td>
      <td class="far text-fg-2">{it().runAs.name}</td>
      <td>
        <Menu
          label={`Actions for ${it().name}`}
          class="btn icon ghost"
          entries={[
            { label: "Run now", icon: "play", run: runNow },
            it().enabled
              ? { label: "Switch off", icon: "pause", run: toggle }
              : { label: "Switch on, to run as you", icon: "play", run: toggle },
            { label: "Change…", icon: "edit", run: () => setEditing(true) },
            "line",
            { label: "Delete", icon: "trash", danger: true, run: remove },
          ]}
        >
          <Icon name="more" />
        </Menu>
        <Show when={editing()}>
          <EditDialog<Schedule>
            thing={it()}
            title={`Change ${it().name}`}
            what="this schedule"
            fields={FIELDS}
            load={() => functionsAPI.schedules.get(it().id)}
            save={(change, revision) => functionsAPI.schedules.update(it().id, change, revision)}
            onSaved={() => void refresh()}
            onClose={() => setEditing(false)}
          />
        </Show>
      </td>
    </tr>
  );
}
