import { For } from "solid-js";
import { METHODS, metric } from "../../data/model-words.ts";
import type { Try } from "../../data/models.ts";

/** What the automatic choice tried. */
export const Tries = (props: { tries: Try[] }) => (
  <section class="card" aria-label="Tries">
    <header>
      <h2>What was tried</h2>
      <span class="ml-auto text-12 font-normal text-fg-2">cross-validated in five parts; higher is better</span>
    </header>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Method</th>
          <th scope="col">Parameters</th>
          <th scope="col">Score</th>
          <th scope="col">Seconds</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.tries}>
          {(one) => (
            <tr>
              <td>
                {METHODS[one.method] ?? one.method} {one.chosen ? <span class="badge acc">chosen</span> : null}
              </td>
              <td class="mono">
                {Object.entries(one.parameters)
                  .map(([name, value]) => `${name} ${value}`)
                  .join(", ") || "as they are"}
              </td>
              <td class="tabular-nums">{one.score === null ? "not finished in time" : metric(one.score)}</td>
              <td class="tabular-nums">{metric(one.seconds)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </section>
);
