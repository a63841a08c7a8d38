import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { exact } from "../../data/format.ts";
import { hrefOf, kindIcons } from "../../data/kinds.ts";
import { loaded } from "../../data/loaded.ts";
import { named } from "../../data/named.ts";
import { entitiesIn, plainValues, stepName, took } from "../../data/run-words.ts";
import type { EntityKind, Run } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";

export function RunPanel(props: { run: Run; now: number }) {
  const queued = () => took({ startedAt: props.run.queuedAt, endedAt: props.run.startedAt }, props.now);
  return (
    <aside class="panel right drawer max-[1199px]:hidden" aria-label="About this run">
      <div class="panel-head">About</div>
      <div class="scroll">
        <div class="panel-section">
          <dl class="kv">
            <dt>Queued</dt>
            <dd title={exact(props.run.queuedAt)}>{queued()}</dd>
            <dt>Ran</dt>
            <dd>{took(props.run, props.now) || "—"}</dd>
            <dt>Attempt</dt>
            <dd>{props.run.attempt}</dd>
            <Show when={props.run.redrives > 0}>
              <dt>Continued</dt>
              <dd>{props.run.redrives === 1 ? "once" : `${props.run.redrives} times`}</dd>
            </Show>
            <dt>Run</dt>
            <dd>
              <code class="block truncate" title={props.run.id}>
                {props.run.id}
              </code>
            </dd>
          </dl>
        </div>
        <Code run={props.run} />
        <Things title="Inputs" value={props.run.inputs} none="None" />
        <Things
          title="Outputs"
          value={props.run.outputs}
          none={props.run.state === "succeeded" ? "None" : "Written when the run succeeds"}
        />
      </div>
    </aside>
  );
}

/** What exactly ran, for who wants the same again. */
function Code(props: { run: Run }) {
  const ofEntity = () => (props.run.function.kind === "builtin" ? undefined : props.run.function.kind);
  return (
    <Show when={props.run.code}>
      {(code) => (
        <div class="panel-section">
          <h2>Code</h2>
          <Show when={ofEntity()}>
            {(kind) => (
              <ul>
                <EntityLink kind={kind()} id={props.run.function.id} role="code" />
              </ul>
            )}
          </Show>
          <dl class="kv mt-2">
            <dt>Revision</dt>
            <dd>{code().functionRevision}</dd>
            <Show when={code().sourceHash}>{(hash) => <Hash name="Source" value={hash()} />}</Show>
            <Show when={code().environmentHash}>{(hash) => <Hash name="Environment" value={hash()} />}</Show>
            <Show when={code().image}>{(image) => <Hash name="Image" value={image()} />}</Show>
          </dl>
        </div>
      )}
    </Show>
  );
}

const Hash = (props: { name: string; value: string }) => (
  <>
    <dt>{props.name}</dt>
    <dd class="mono truncate" title={props.value}>
      {props.value.slice(0, 12)}
    </dd>
  </>
);

function Things(props: { title: string; value: unknown; none: string }) {
  const entities = () => entitiesIn(props.value);
  const values = () => plainValues(props.value);
  return (
    <div class="panel-section">
      <h2>{props.title}</h2>
      <ul>
        <For each={entities()}>{(entity) => <EntityLink {...entity} />}</For>
      </ul>
      <Show when={values().length > 0}>
        <dl class="kv mt-2">
          <For each={values()}>
            {([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd class="mono truncate" title={value}>
                  {value}
                </dd>
              </>
            )}
          </For>
        </dl>
      </Show>
      <Show when={entities().length === 0 && values().length === 0}>
        <p class="text-12 text-fg-2">{props.none}</p>
      </Show>
    </div>
  );
}

function EntityLink(props: { kind: EntityKind; id: string; role: string }) {
  const entity = useQuery(() => named(props.kind, props.id));
  return (
    <li class="flex h-7 items-center gap-2 text-12">
      <Icon name={kindIcons[props.kind]} size="s" class="text-fg-3" />
      <Show when={loaded(entity)} fallback={<code class="truncate">{props.id}</code>}>
        {(data) => (
          <Show when={hrefOf(props)} fallback={<span class="truncate">{data().name}</span>}>
            {(href) => (
              <A class="link truncate" href={href()}>
                {data().name}
              </A>
            )}
          </Show>
        )}
      </Show>
      <span class="ml-auto text-11 text-fg-3">{stepName(props.role.replace(/Id$/, ""))}</span>
    </li>
  );
}
