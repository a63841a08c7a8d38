import { For, Show } from "solid-js";
import { stepName, stepState, took } from "../../data/run-words.ts";
import type { RunStep } from "../../data/types.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { RunStateWord } from "../../ui/run-state.tsx";

const ICONS: [RegExp, IconName][] = [
  [/prepare|check|inspect/i, "search"],
  [/fetch|download/i, "download"],
  [/read|open/i, "file"],
  [/types?$/i, "text"],
  [/ingest|import|write/i, "table"],
  [/store|upload/i, "upload"],
  [/register|publish|save/i, "database"],
  [/summar|statistic/i, "histogram"],
  [/fail/i, "error"],
];
const iconOf = (name: string): IconName => ICONS.find(([pattern]) => pattern.test(name))?.[1] ?? "function";

const ENGINES: Record<string, string> = { lambda: "Lambda", batch: "Batch job" };

/** What came of continuing the run; worth more than where the step ran, in the room there is. */
function noteOf(step: RunStep): string | undefined {
  if (step.kept) return "kept";
  return step.tries > 1 ? `${step.tries} tries` : undefined;
}

type Props = {
  steps: RunStep[];
  selected: string | undefined;
  onSelect: (name: string) => void;
  now: number;
};

/** The steps in their order; one that has not been reached is drawn with dashes. */
export function StepGraph(props: Props) {
  return (
    <div class="step-graph scroll" role="group" aria-label="Steps">
      <For each={props.steps} fallback={<p class="text-12 text-fg-3">Waiting for the first step</p>}>
        {(step, index) => (
          <>
            <Show when={index() > 0}>
              <svg class="step-edge" viewBox="0 0 32 8" preserveAspectRatio="none" aria-hidden="true">
                <path
                  d="M0 4H32"
                  stroke={step.startedAt ? "var(--text-3)" : "var(--line-strong)"}
                  stroke-width="1.5"
                  stroke-dasharray={step.startedAt ? undefined : "4 4"}
                />
              </svg>
            </Show>
            <button
              type="button"
              class="step-node"
              data-state={stepState(step)}
              aria-pressed={props.selected === step.name}
              onClick={() => props.onSelect(step.name)}
            >
              <span class="flex items-center gap-2 font-semibold">
                <Icon name={iconOf(step.name)} size="s" />
                <span class="truncate">{stepName(step.name)}</span>
              </span>
              <span class="flex items-center gap-1">
                <RunStateWord state={stepState(step)} class="text-11!">
                  {["failed", "pending"].includes(stepState(step)) ? undefined : took(step, props.now) || undefined}
                </RunStateWord>
                <Show when={noteOf(step)}>{(note) => <span class="step-note">{note()}</span>}</Show>
                <Show when={noteOf(step) === undefined && step.engine}>
                  {(engine) => <span class="step-note step-engine">{ENGINES[engine()] ?? engine()}</span>}
                </Show>
              </span>
            </button>
          </>
        )}
      </For>
    </div>
  );
}
