import { For, Match, Show, Switch } from "solid-js";
import { highlight } from "../../data/notebook/highlight.ts";
import type { Cell } from "../../data/notebook/parse.ts";
import { prose } from "../../data/notebook/prose.ts";
import { Markdown } from "../../ui/markdown.tsx";
import { OutputView } from "./output.tsx";

const INJECTED = "injected-parameters";

export function CellView(props: { cell: Cell }) {
  const name = () => (props.cell.count === null ? "a cell that was not run" : `cell ${props.cell.count}`);
  const badge = () =>
    props.cell.tags.includes(INJECTED)
      ? "this run's parameters"
      : props.cell.tags.includes("parameters")
        ? "parameters"
        : "";
  return (
    <Switch fallback={<pre class="nb-text nb-raw">{props.cell.source}</pre>}>
      <Match when={props.cell.kind === "markdown"}>
        <Markdown text={prose(props.cell)} class="nb-prose" />
      </Match>
      <Match when={props.cell.kind === "code"}>
        <span class="nb-count" aria-hidden="true">
          [{props.cell.count ?? " "}]
        </span>
        <div class="nb-code">
          <pre role="group" tabindex="0" aria-label={`Code of ${name()}`}>
            <code>
              <For each={highlight(props.cell.source)}>
                {(token) => (
                  <Show when={token.class} fallback={token.text}>
                    <span class={token.class}>{token.text}</span>
                  </Show>
                )}
              </For>
            </code>
          </pre>
          <span class="nb-facts">
            <Show when={badge()}>{(word) => <span class="badge">{word()}</span>}</Show>
            <Show when={props.cell.seconds}>{(seconds) => <time>{took(seconds())}</time>}</Show>
          </span>
        </div>
        <Show when={props.cell.outputs.length > 0}>
          <div class="nb-outputs">
            <For each={props.cell.outputs}>
              {(output) => <OutputView output={output} label={`Output of ${name()}`} />}
            </For>
          </div>
        </Show>
      </Match>
    </Switch>
  );
}

const took = (seconds: number): string =>
  seconds >= 60
    ? `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
    : `${seconds >= 10 ? seconds.toFixed(0) : seconds.toPrecision(2)} s`;
