import { For } from "solid-js";
import { METRICS, metric } from "../../data/model-words.ts";
import type { Metrics } from "../../data/models.ts";

export const MetricList = (props: { metrics: Metrics }) => (
  <dl class="metrics">
    <For each={Object.entries(METRICS).filter(([name]) => name in props.metrics)}>
      {([name, label]) => (
        <div>
          <dt>{label}</dt>
          <dd title={String(props.metrics[name])}>{metric(props.metrics[name])}</dd>
        </div>
      )}
    </For>
  </dl>
);
