import { useNavigate, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { plural } from "../../data/format.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Group } from "../../data/types.ts";
import { PageTop } from "../../shell/top.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EditDialog, type EditField } from "../edit-dialog.tsx";
import { NamespaceAddress } from "../projects/namespace-address.tsx";
import { Join } from "./join.tsx";
import { Members } from "./members.tsx";
import { Requests } from "./requests.tsx";

const FIELDS: EditField[] = [
  { name: "name", label: "Name", maxLength: 255, required: true },
  { name: "description", label: "Description" },
];

export function GroupPage() {
  const params = useParams<{ id: string }>();
  const group = useQuery(() => queries.group(params.id));
  return (
    <div class="page">
      <Switch>
        <Match when={group.error}>
          {(error) => <ErrorState error={error()} what="The group did not load" onRetry={() => void group.refetch()} />}
        </Match>
        <Match when={group.data}>{(loaded) => <Loaded group={loaded()} />}</Match>
        <Match when={true}>
          <div class="page-head flex items-center gap-2.5">
            <Skeleton width="32px" height="32px" />
            <Skeleton width="220px" height="18px" />
          </div>
        </Match>
      </Switch>
    </div>
  );
}

function Loaded(props: { group: Group }) {
  const me = useMe();
  const navigate = useNavigate();
  const [removing, setRemoving] = createSignal(false);
  const [editing, setEditing] = createSignal(false);
  const path = () => ["group", props.group.id];
  const refresh = () =>
    Promise.all([client.invalidateQueries({ queryKey: path() }), client.invalidateQueries({ queryKey: ["groups"] })]);

  const relist = (listed: boolean) =>
    void api.groups
      .update(props.group.id, { listed }, props.group.revision)
      .then(refresh, complain(`${props.group.name} is as before`));
  const leave = () =>
    void api.groups.take(props.group.id, me().user.id).then(
      async () => {
        await refresh();
        if (!props.group.listed) navigate("/groups");
      },
      complain(`You are still in ${props.group.name}`),
    );
  const removeGroup = () =>
    void api.groups
      .remove(props.group.id)
      .then(async () => {
        const { id, name } = props.group;
        await client.invalidateQueries({ queryKey: ["groups"] });
        navigate("/groups");
        const undo = () => void api.groups.restore(id).then(() => navigate(`/groups/${id}`));
        toast(`${name} is in the trash`, { action: { label: "Undo", run: undo } });
      })
      .catch(complain(`${props.group.name} was not removed`))
      .finally(() => setRemoving(false));

  return (
    <>
      <PageTop crumbs={[{ label: "Groups", href: "/groups", icon: "people" }, { label: props.group.name }]} />
      <header class="page-head flex items-center gap-2.5 pb-4">
        <Avatar name={props.group.name} size="l" group />
        <div class="min-w-0">
          <div class="flex items-center gap-2">
            <h1 class="truncate">{props.group.name}</h1>
            <span class="badge line">
              <Icon name={props.group.listed ? "people" : "lock"} size="xs" />
              {props.group.listed ? "Listed" : "Hidden"}
            </span>
          </div>
          <p class="truncate text-12 text-fg-2">
            {props.group.description || plural(props.group.members, "direct member")}
          </p>
        </div>
        <span class="ml-auto" />
        <Show when={props.group.role} fallback={<Join group={props.group} onAsked={() => void refresh()} />}>
          <Menu
            label={`Actions for ${props.group.name}`}
            class="btn icon"
            entries={[
              { label: "Leave the group", icon: "signOut", run: leave },
              ...(props.group.role === "admin"
                ? [
                    { label: "Change name and description…", icon: "edit" as const, run: () => setEditing(true) },
                    props.group.listed
                      ? { label: "Hide from others", icon: "lock" as const, run: () => relist(false) }
                      : { label: "Let others find it", icon: "people" as const, run: () => relist(true) },
                    "line" as const,
                    {
                      label: "Put into the trash",
                      icon: "trash" as const,
                      danger: true,
                      run: () => setRemoving(true),
                    },
                  ]
                : []),
            ]}
          >
            <Icon name="more" />
          </Menu>
        </Show>
      </header>
      <div class="flex max-w-3xl flex-col gap-8 px-6 pb-6">
        <Show when={props.group.role === "admin"}>
          <Requests group={props.group} onDecided={() => void refresh()} />
        </Show>
        <Show when={props.group.role} fallback={<p class="text-fg-2">Only members see who else is in this group.</p>}>
          <Members group={props.group} onChanged={() => void refresh()} />
        </Show>
        <Show when={props.group.role === "admin"}>
          <NamespaceAddress groupID={props.group.id} />
        </Show>
      </div>
      <Show when={editing()}>
        <EditDialog<Group>
          thing={props.group}
          title={`Change ${props.group.name}`}
          what="this group"
          fields={FIELDS}
          load={() => api.groups.get(props.group.id)}
          save={(change, revision) => api.groups.update(props.group.id, change, revision)}
          onSaved={() => void refresh()}
          onClose={() => setEditing(false)}
        />
      </Show>
      <Confirm
        open={removing()}
        title={`Put “${props.group.name}” into the trash?`}
        action="Put into the trash"
        onClose={() => setRemoving(false)}
        onConfirm={removeGroup}
      >
        Everybody in it loses what was shared with the group, until it is taken out again.
      </Confirm>
    </>
  );
}
