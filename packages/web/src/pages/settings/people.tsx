import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { createDebounced } from "../../data/debounce.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import { complain } from "../../data/toast.ts";
import type { User } from "../../data/types.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Input } from "../../ui/input.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";

export function PeopleSettings() {
  const me = useMe();
  const [text, setText] = createSignal("");
  const settled = createDebounced(text, 250);
  const users = useQuery(() => ({
    ...queries.users({ q: settled().trim(), kind: "person" }),
    placeholderData: keepPreviousData,
  }));
  const [leaving, setLeaving] = createSignal<User>();
  const [lost, setLost] = createSignal<User>();
  const reset = (user: User) =>
    void api.secondFactor
      .reset(user.id)
      .then(refresh)
      .catch(complain(`The second factor of ${user.name} is as before`))
      .finally(() => setLost(undefined));
  const refresh = () => client.invalidateQueries({ queryKey: ["users"] });
  const change = (user: User, rights: { admin?: boolean; mayExecute?: boolean }) =>
    void api.users.update(user.id, rights).then(refresh, (error: unknown) => {
      complain(`The rights of ${user.name} are as before`)(error);
      return refresh();
    });
  const deactivate = (user: User) =>
    void api.users
      .deactivate(user.id)
      .then(refresh)
      .catch(complain(`${user.name} can still sign in`))
      .finally(() => setLeaving(undefined));
  const reactivate = (user: User) =>
    void api.users.reactivate(user.id).then(refresh, complain(`${user.name} still cannot sign in`));

  return (
    <>
      <div class="mb-3 flex items-center gap-2">
        <p class="text-fg-2">Who runs functions uses the machines this costs. New people may not.</p>
        <Input
          icon="search"
          class="ml-auto w-64!"
          aria-label="Find somebody"
          placeholder="Name or e-mail"
          value={text()}
          onText={setText}
        />
      </div>
      <Show
        when={!users.error}
        fallback={
          <ErrorState error={users.error} what="The people did not load" onRetry={() => void users.refetch()} />
        }
      >
        <table class="list tall">
          <thead>
            <tr>
              <th>Name</th>
              <th>Administers</th>
              <th>May run</th>
              <th>Last seen</th>
              <th>
                <span class="sr">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <Show when={users.data} fallback={<SkeletonRows rows={3} columns={5} />}>
              <For each={users.data?.items}>
                {(user) => (
                  <tr>
                    <td class="w-1/2 max-w-0">
                      <span class="flex items-center gap-2.5">
                        <Avatar name={user.name} />
                        <span class="min-w-0">
                          <span class="block truncate font-medium">{user.name}</span>
                          <span class="block truncate text-12 text-fg-3">{user.email}</span>
                        </span>
                      </span>
                    </td>
                    <td>
                      <Checkbox
                        label={`${user.name} administers`}
                        checked={user.admin}
                        disabled={user.state === "deactivated"}
                        onChange={(admin) => change(user, { admin })}
                      />
                    </td>
                    <td>
                      <Checkbox
                        label={`${user.name} may run functions`}
                        checked={user.mayExecute}
                        disabled={user.state === "deactivated"}
                        onChange={(mayExecute) => change(user, { mayExecute })}
                      />
                    </td>
                    <td class="text-fg-2">
                      <Show when={user.lastSeenAt} fallback="never">
                        {(at) => <When at={at()} />}
                      </Show>
                    </td>
                    <td class="num">
                      <Show
                        when={user.state === "active"}
                        fallback={
                          <Button size="sm" onClick={() => reactivate(user)}>
                            Let in again
                          </Button>
                        }
                      >
                        <Show when={user.secondFactor}>
                          <Button
                            size="sm"
                            tone="ghost"
                            aria-label={`Take the second factor of ${user.name}`}
                            onClick={() => setLost(user)}
                          >
                            Reset second factor
                          </Button>
                        </Show>
                        <Button
                          size="sm"
                          tone="ghost"
                          disabled={user.id === me().user.id}
                          aria-label={`Deactivate ${user.name}`}
                          onClick={() => setLeaving(user)}
                        >
                          Deactivate
                        </Button>
                      </Show>
                    </td>
                  </tr>
                )}
              </For>
            </Show>
          </tbody>
        </table>
        <Show when={users.data?.items.length === 0}>
          <EmptyState icon="people" title={`Nobody matches “${settled().trim()}”`} />
        </Show>
      </Show>
      <Confirm
        open={lost() !== undefined}
        title={`Take the second factor of ${lost()?.name}?`}
        action="Reset"
        onClose={() => setLost(undefined)}
        onConfirm={() => {
          const user = lost();
          if (user) reset(user);
        }}
      >
        For whoever lost their app and their recovery codes; be sure that it is they who ask. Their browsers are signed
        out, and they come in without a code, or set it up anew where it is required.
      </Confirm>
      <Confirm
        open={leaving() !== undefined}
        title={`Deactivate ${leaving()?.name}?`}
        action="Deactivate"
        onClose={() => setLeaving(undefined)}
        onConfirm={() => {
          const user = leaving();
          if (user) deactivate(user);
        }}
      >
        Their browsers are signed out and their API keys stop working at once. What they made stays, with their name.
        You can let them in again.
      </Confirm>
    </>
  );
}
