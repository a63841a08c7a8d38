import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { day, plural } from "../../data/format.ts";
import { complain } from "../../data/toast.ts";
import type { Entity, Grant, Privilege } from "../../data/types.ts";
import { bundleWord } from "../../data/visibility.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { Privileges } from "./privileges.tsx";
import { type Choice, choices, endOf, type Term, terms } from "./terms.ts";

type Props = {
  entity: Entity;
  grant: Grant;
  own: boolean;
  asked: boolean;
  /** Nothing where one may not ask. */
  onWhy: (() => void) | undefined;
  onChanged: () => void;
};

/** One who has access: as what, from where, until when, and the question why. */
export function Holder(props: Props) {
  const [custom, setCustom] = createSignal<Privilege[]>();
  const name = () => props.grant.name;
  const here = () => (props.entity.privileges.includes("share") && !props.own ? props.grant.here : null);

  const again = (expires: { expiresAt?: string }) => {
    const given = props.grant.here;
    if (!given) return;
    const rights = given.bundle ? { bundle: given.bundle } : { privileges: given.privileges };
    const body = { principalId: props.grant.principalId, ...rights, ...expires };
    void api.grants
      .create(props.entity.id, body)
      .then(props.onChanged, complain(`The access of ${name()} ends as before`));
  };
  const give = (rights: { bundle: Grant["bundle"] & string } | { privileges: Privilege[] }) => {
    const { expiresAt } = props.grant.here ?? {};
    const body = { principalId: props.grant.principalId, ...rights, ...(expiresAt ? { expiresAt } : {}) };
    return api.grants.create(props.entity.id, body).then(
      () => {
        setCustom(undefined);
        props.onChanged();
      },
      complain(`The role of ${name()} is as before`),
    );
  };
  const change = (choice: Choice) =>
    choice === "custom" ? setCustom(props.grant.here?.privileges ?? []) : void give({ bundle: choice });
  const remove = () =>
    api.grants
      .remove(props.entity.id, props.grant.principalId)
      .then(props.onChanged, complain(`${name()} still has access`));

  return (
    <li class={`border-b border-line-soft ${props.asked ? "bg-accent-tint" : ""}`}>
      <div class="flex min-h-12 items-center gap-3 px-2 max-[599px]:flex-wrap max-[599px]:gap-x-2 max-[599px]:py-2">
        <Avatar name={name()} size="l" group={props.grant.kind !== "personal"} />
        <div class="min-w-0 grow py-1.5 max-[599px]:basis-40">
          <div class="truncate font-medium">{name()}</div>
          <div class="truncate text-12 text-fg-3">{aside(props.grant, props.own)}</div>
        </div>
        <Show when={here()} fallback={<span class="text-12 text-fg-2">{bundleWord(props.grant.bundle)}</span>}>
          {(given) => (
            <Select
              hideLabel
              label={`Role of ${name()}`}
              class="w-32"
              options={choices}
              value={given().bundle ?? "custom"}
              onChange={change}
            />
          )}
        </Show>
        <Show when={here()?.expiresAt}>
          {(until) => (
            <Select
              hideLabel
              label={`When the access of ${name()} ends`}
              class="w-36"
              options={[{ value: "as it is", label: `Ends ${day(until())}` }, ...terms]}
              value="as it is"
              onChange={(term) => term !== "as it is" && again(endOf(term as Term))}
            />
          )}
        </Show>
        <Show when={props.onWhy}>
          {(ask) => (
            <IconButton
              icon="help"
              label={`Why can ${name()} see this?`}
              size="sm"
              on={props.asked}
              onClick={() => ask()()}
            />
          )}
        </Show>
        <Show when={here()}>
          <IconButton icon="close" label={`Remove ${name()}`} size="sm" onClick={() => void remove()} />
        </Show>
      </div>
      <Show when={custom()}>
        {(chosen) => (
          <div class="flex flex-col gap-2 px-2 pb-3 pl-13">
            <Privileges
              label={`Rights of ${name()}`}
              chosen={chosen()}
              onChange={setCustom}
              own={props.entity.privileges}
            />
            <div class="flex gap-2">
              <Button size="sm" tone="primary" onClick={() => void give({ privileges: ["see", ...chosen()] })}>
                Give these rights
              </Button>
              <Button size="sm" onClick={() => setCustom(undefined)}>
                Leave as it was
              </Button>
            </div>
          </div>
        )}
      </Show>
    </li>
  );
}

function aside(grant: Grant, own: boolean): string {
  const parts = [
    own ? "you" : grant.email,
    grant.members === null ? undefined : plural(grant.members, "member"),
    grant.from.length > 0 ? `from ${grant.from.map(({ name }) => name).join(" and ")}` : undefined,
    own && grant.here?.expiresAt ? `ends ${day(grant.here.expiresAt)}` : undefined,
  ];
  return parts.filter(Boolean).join(" · ");
}
