import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createMemo, For, Match, Show, Switch } from "solid-js";
import { kindIcons, pathOf } from "../../data/kinds.ts";
import { loaded } from "../../data/loaded.ts";
import { named } from "../../data/named.ts";
import { type OutputShown, outputsOf } from "../../data/outputs.ts";
import { queries } from "../../data/queries.ts";
import type { Run } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";

/** What a run of somebody's code made: numbers large, pictures as they are, tables and files to open. */
export function Outputs(props: { run: Run; compact?: boolean }) {
  const outputs = createMemo(() => outputsOf(props.run));
  return (
    <Show when={outputs().length > 0}>
      <section class={`outputs ${props.compact ? "compact" : ""}`} aria-label="Outputs">
        <For each={outputs()}>{(output) => <Shown run={props.run} output={output} />}</For>
      </section>
    </Show>
  );
}

function Shown(props: { run: Run; output: OutputShown }) {
  const of = <K extends OutputShown["as"]>(as: K) =>
    props.output.as === as ? (props.output as Extract<OutputShown, { as: K }>) : undefined;
  return (
    <Switch>
      <Match when={of("picture")}>{(output) => <Picture run={props.run} output={output()} />}</Match>
      <Match when={of("entity")}>{(output) => <Thing output={output()} />}</Match>
      <Match when={of("value")}>
        {(output) => (
          <div class="output">
            <div class="output-label">{output().label}</div>
            <div class={output().long ? "output-text" : "output-value"}>
              {output().text}
              <Show when={output().units}>
                <span class="output-units"> {output().units}</span>
              </Show>
            </div>
          </div>
        )}
      </Match>
    </Switch>
  );
}

function Picture(props: { run: Run; output: Extract<OutputShown, { as: "picture" }> }) {
  const link = useQuery(() => queries.runOutput(props.run.id, props.output.name));
  return (
    <figure class="output wide">
      <figcaption class="output-label">{props.output.label}</figcaption>
      <Show when={loaded(link)?.url} fallback={<div class="output-wait" />}>
        {(url) => <img src={url()} alt={props.output.label} />}
      </Show>
    </figure>
  );
}

function Thing(props: { output: Extract<OutputShown, { as: "entity" }> }) {
  const { kind, id } = props.output;
  const entity = useQuery(() => named(kind, id));
  return (
    <div class="output">
      <div class="output-label">{props.output.label}</div>
      <A class="output-link" href={pathOf(kind, id)}>
        <Icon name={kindIcons[kind]} size="s" />
        <span class="truncate">{loaded(entity)?.name ?? id}</span>
      </A>
    </div>
  );
}
