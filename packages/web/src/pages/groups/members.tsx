import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { plural } from "../../data/format.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import { complain } from "../../data/toast.ts";
import type { Group, GroupMember, GroupRole } from "../../data/types.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { AddMember } from "./add-member.tsx";

const ROLES: { value: GroupRole; label: string }[] = [
  { value: "member", label: "Member" },
  { value: "admin", label: "Admin" },
];

export function Members(props: { group: Group; onChanged: () => void }) {
  const me = useMe();
  const members = useQuery(() => queries.groupMembers(props.group.id));
  const leads = () => props.group.role === "admin";
  const change = (member: GroupMember, role: GroupRole) =>
    void api.groups
      .add(props.group.id, { memberId: member.id, role })
      .catch(complain(`The role of ${member.name} is as before`))
      .finally(props.onChanged);
  const take = (member: GroupMember) =>
    void api.groups
      .take(props.group.id, member.id)
      .catch(complain(`${member.name} is still in the group`))
      .finally(props.onChanged);

  return (
    <section>
      <Show when={leads()}>
        <AddMember group={props.group} onAdded={props.onChanged} />
      </Show>
      <Show
        when={!members.error}
        fallback={
          <ErrorState error={members.error} what="The members did not load" onRetry={() => void members.refetch()} />
        }
      >
        <h2 class="mb-1 text-12! text-fg-2">{plural(members.data?.items.length ?? 0, "direct member")}</h2>
        <ul>
          <For each={members.data?.items}>
            {(member) => (
              <li class="flex h-12 items-center gap-3 border-b border-line-soft">
                <Avatar name={member.name} size="l" group={member.kind === "group"} />
                <div class="min-w-0 grow">
                  <Show when={member.kind === "group"} fallback={<div class="truncate font-medium">{member.name}</div>}>
                    <A class="link block truncate font-medium" href={`/groups/${member.id}`}>
                      {member.name}
                    </A>
                  </Show>
                  <div class="truncate text-12 text-fg-3">
                    {member.kind === "group"
                      ? "everybody in this group"
                      : member.id === me().user.id
                        ? "you"
                        : member.email}
                  </div>
                </div>
                <Show when={leads()} fallback={<span class="text-12 text-fg-2">{member.role}</span>}>
                  <Select
                    hideLabel
                    label={`Role of ${member.name}`}
                    class="w-32"
                    options={ROLES}
                    value={member.role}
                    onChange={(role) => change(member, role)}
                  />
                  <IconButton icon="close" label={`Take ${member.name} out`} size="sm" onClick={() => take(member)} />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
