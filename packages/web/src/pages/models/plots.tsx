import { For, type JSX, Show } from "solid-js";
import { count } from "../../data/format.ts";
import { metric } from "../../data/model-words.ts";
import type { Plots as Drawn } from "../../data/models.ts";
import { Histogram } from "../../ui/histogram.tsx";
import { Curves, Dots } from "./chart.tsx";

/** What the test rows showed, by task. */
export function Plots(props: { plots: Drawn }) {
  return (
    <div class="plots">
      <Show when={some(props.plots.roc)}>
        {(curves) => (
          <Plot title="ROC curve" note="Hits against false alarms; further up and left is better">
            <Curves
              curves={curves()}
              xLabel="False positive rate"
              yLabel="True positive rate"
              label="ROC curve"
              diagonal
            />
          </Plot>
        )}
      </Show>
      <Show when={some(props.plots.precisionRecall)}>
        {(curves) => (
          <Plot title="Precision and recall" note="Further up and right is better">
            <Curves curves={curves()} xLabel="Recall" yLabel="Precision" label="Precision against recall" />
          </Plot>
        )}
      </Show>
      <Show when={props.plots.confusion}>
        {(confusion) => (
          <Plot title="Confusion" note="Rows are what it was, columns what was predicted">
            <Confusion {...confusion()} />
          </Plot>
        )}
      </Show>
      <Show when={some(props.plots.calibration)}>
        {(bins) => (
          <Plot title="Calibration" note="On the line, 70 % means right seven times of ten">
            <Dots
              points={bins().map(({ predicted, observed }) => [predicted, observed])}
              xLabel="Predicted probability"
              yLabel="How often it was so"
              label="Calibration"
              joined
              unit
            />
          </Plot>
        )}
      </Show>
      <Show when={props.plots.predictedActual}>
        {(points) => (
          <Plot title="Predicted and actual" note="On the line the prediction was exact">
            <Dots points={points()} xLabel="Actual" yLabel="Predicted" label="Predicted against actual" />
          </Plot>
        )}
      </Show>
      <Show when={props.plots.residuals}>
        {(residuals) => (
          <Plot
            title="Residuals"
            note={`Actual less predicted, from ${metric(residuals().edges[0])} to ${metric(residuals().edges.at(-1))}`}
          >
            <Histogram counts={residuals().counts} height={60} class="w-full h-40" label="How residuals are spread" />
          </Plot>
        )}
      </Show>
      <Show when={props.plots.importance.length > 0}>
        <Plot title="Importance" note="How much worse the answers get when a column is shuffled">
          <Importance items={props.plots.importance} />
        </Plot>
      </Show>
    </div>
  );
}

/** Where a class has no test rows there is nothing to draw. */
const some = <T,>(items: T[] | undefined): T[] | undefined => (items && items.length > 0 ? items : undefined);

const Plot = (props: { title: string; note: string; children: JSX.Element }) => (
  <section class="card plot" aria-label={props.title}>
    <header>
      <h3>{props.title}</h3>
    </header>
    <div class="p-4">
      {props.children}
      <p class="mt-2 text-12 text-fg-2">{props.note}</p>
    </div>
  </section>
);

function Confusion(props: { labels: string[]; counts: number[][] }) {
  const most = () => Math.max(1, ...props.counts.flat());
  return (
    <div class="overflow-x-auto" role="region" aria-label="Confusion matrix" tabindex="0">
      <table class="confusion">
        <thead>
          <tr>
            <td />
            <For each={props.labels}>{(label) => <th scope="col">{label}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.counts}>
            {(row, i) => (
              <tr>
                <th scope="row">{props.labels[i()]}</th>
                <For each={row}>
                  {(n) => <td style={{ "--share": `${Math.round((n / most()) * 45)}%` }}>{count(n)}</td>}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

const SHOWN = 12;

function Importance(props: { items: Drawn["importance"] }) {
  const most = () => Math.max(...props.items.map(({ mean }) => mean), Number.MIN_VALUE);
  return (
    <ol class="flex flex-col gap-1.5">
      <For each={props.items.slice(0, SHOWN)}>
        {({ feature, mean, deviation }) => (
          <li class="weight" title={`${metric(mean)} ± ${metric(deviation)}`}>
            <span class="truncate">{feature}</span>
            <span class="track">
              <i style={{ width: `${Math.max(0, (mean / most()) * 100)}%` }} />
            </span>
            <span class="text-fg-2 tabular-nums">{metric(mean)}</span>
          </li>
        )}
      </For>
    </ol>
  );
}
