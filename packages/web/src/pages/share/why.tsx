import { useQuery } from "@tanstack/solid-query";
import { For, type JSX, Show } from "solid-js";
import { day, plural } from "../../data/format.ts";
import { queries } from "../../data/queries.ts";
import type { Entity, Explanation, Place, Reason } from "../../data/types.ts";
import { bundleWord, privileges } from "../../data/visibility.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

/** Which grants reach somebody, each with its way: over groups, from where, down to the thing. */
export function Why(props: { entity: Entity; principal: string; onClose: () => void }) {
  const asked = useQuery(() => queries.explain(props.entity.id, props.principal));
  return (
    <section class="why" aria-label="Why they can see this" aria-live="polite">
      <Show
        when={!asked.error}
        fallback={
          <ErrorState error={asked.error} what="The reasons did not load" onRetry={() => void asked.refetch()} />
        }
      >
        <Show when={asked.data} fallback={<Skeleton width="80%" height="120px" />}>
          {(found) => (
            <>
              <div class="flex items-start gap-2">
                <h3 class="grow font-semibold">Why can {found().principal.name} see this?</h3>
                <IconButton icon="close" label="Close the explanation" size="sm" onClick={props.onClose} />
              </div>
              <p class="mb-3 text-12 text-fg-2">{summary(found())}</p>
              <For each={found().reasons}>
                {(reason, index) => (
                  <>
                    <Show when={index() > 0}>
                      <p class="mt-3 mb-2 text-12 font-medium text-fg-2">And also</p>
                    </Show>
                    <Way reason={reason} entity={props.entity} />
                  </>
                )}
              </For>
              <h4 class="mt-4 mb-2 text-12 font-medium text-fg-2">So {found().principal.name} can</h4>
              <ul class="grid grid-cols-2 gap-y-1 text-12">
                <For each={privileges}>
                  {({ value, label }) => <Can can={found().privileges.includes(value)}>{label}</Can>}
                </For>
              </ul>
              <Show when={found().executeHeldBack}>
                <p class="mt-3 text-12 text-fg-3">
                  Running was given, but an administrator has not let {found().principal.name} run functions.
                </p>
              </Show>
            </>
          )}
        </Show>
      </Show>
    </section>
  );
}

const summary = ({ reasons, bundle }: Explanation) =>
  reasons.length === 0
    ? "No grant reaches them."
    : `${plural(reasons.length, "grant reaches", "grants reach")} them: ${bundleWord(bundle)}.`;

function Way(props: { reason: Reason; entity: Entity }) {
  const { through, on, down } = props.reason;
  const [first, ...groups] = through;
  const holder = through.at(-1);
  return (
    <ol class="way">
      <Step icon={<Avatar name={first?.name ?? "?"} />}>{known(first, "Somebody")}</Step>
      <For each={groups}>
        {(group, index) => (
          <Step icon="people">
            {index() === 0 ? "is in" : "which is in"} {known(group, "a group you do not know of")}
          </Step>
        )}
      </For>
      <Step icon="key">
        {known(holder, "That group")} is <span class="badge">{bundleWord(props.reason.bundle)}</span> on{" "}
        {known(on, "something around it that you do not see")}
        <span class="block text-11 text-fg-3">
          {props.reason.givenBy ? `given by ${props.reason.givenBy}, ` : ""}
          {day(props.reason.givenAt)}
          {props.reason.expiresAt ? `, ends ${day(props.reason.expiresAt)}` : ""}
        </span>
      </Step>
      <Show when={down.length > 0}>
        <Step icon="folder">
          and this is inside it
          <span class="block text-11 text-fg-3">{down.map((place) => place?.name ?? "…").join(" / ")}</span>
        </Step>
      </Show>
    </ol>
  );
}

const known = (place: Place | null | undefined, else_: string) =>
  place ? <b class="font-semibold">{place.name}</b> : <i>{else_}</i>;

function Step(props: { icon: IconName | JSX.Element; children: JSX.Element }) {
  return (
    <li>
      <span class="way-mark">
        {typeof props.icon === "string" ? <Icon name={props.icon as IconName} size="s" /> : props.icon}
      </span>
      <div class="min-w-0 text-12">{props.children}</div>
    </li>
  );
}

function Can(props: { can: boolean; children: JSX.Element }) {
  return (
    <li class={`flex items-center gap-2 ${props.can ? "" : "text-fg-3"}`}>
      <Icon name={props.can ? "check" : "close"} size="xs" />
      <span class="sr">{props.can ? "Yes:" : "No:"}</span>
      {props.children}
    </li>
  );
}
