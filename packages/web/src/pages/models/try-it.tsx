import { createSignal, For, Show } from "solid-js";
import { metric } from "../../data/model-words.ts";
import { type Feature, type Model, modelsAPI, type Prediction } from "../../data/models.ts";
import { sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

/** One row to ask the model about. What is left empty counts as missing. */
export function TryIt(props: { model: Model }) {
  const [texts, setTexts] = createSignal<Record<string, string>>({});
  const [answer, setAnswer] = createSignal<Prediction>();
  const { busy, error, submit } = createSubmit();
  const ask = () =>
    submit(async () => {
      const row = Object.fromEntries(props.model.features.map((one) => [one.name, given(one, texts()[one.name])]));
      setAnswer((await modelsAPI.predict(props.model.id, row)).items[0]);
    });
  return (
    <section class="card" aria-label="Try it">
      <header>
        <h2>Try it</h2>
      </header>
      <form
        class="flex flex-col gap-3 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <div class="grid grid-cols-2 gap-3 max-[599px]:grid-cols-1">
          <For each={props.model.features}>
            {(feature) => (
              <Field
                label={feature.name}
                placeholder={HINTS[feature.kind]}
                {...(feature.categories ? { title: `Known: ${feature.categories.slice(0, 12).join(", ")}` } : {})}
                onText={(text) => setTexts({ ...texts(), [feature.name]: text })}
              />
            )}
          </For>
        </div>
        <Show when={error()}>{(found) => <Banner tone="bad">{sentence(found())}</Banner>}</Show>
        <div class="flex flex-wrap items-center gap-3">
          <Button type="submit" tone="primary" busy={busy()}>
            Predict
          </Button>
          <output class="text-13" aria-live="polite">
            <Show when={answer()}>
              {(found) => (
                <>
                  {props.model.outcome.name} = <strong>{said(found().prediction)}</strong>
                  <span class="ml-2 text-fg-2 tabular-nums">{likely(found())}</span>
                </>
              )}
            </Show>
          </output>
        </div>
      </form>
    </section>
  );
}

const HINTS: Record<Feature["kind"], string> = {
  number: "Number",
  boolean: "true or false",
  date: "2026-11-21",
  category: "Text",
};

function given({ kind }: Feature, text = ""): unknown {
  const value = text.trim();
  if (value === "") return null;
  if (kind === "boolean" && /^(true|false)$/i.test(value)) return value.toLowerCase() === "true";
  return value;
}

const said = (value: Prediction["prediction"]) => (typeof value === "number" ? metric(value) : String(value));

const likely = ({ probabilities }: Prediction): string =>
  Object.entries(probabilities ?? {})
    .sort(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([name, probability]) => `${name} ${Math.round(probability * 100)} %`)
    .join(" · ");
