import { StatesError } from "./error.ts";
import type { ChoiceState } from "./language.ts";
import { leave, scopeOf, shape, type Thread } from "./thread.ts";

/** The first rule that holds decides; the state's own Assign and Output belong to its Default. */
export async function choose(thread: Thread, state: ChoiceState): Promise<void> {
  const { run, frame } = thread;
  const scope = scopeOf(thread);
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices[${index}]/Condition`;
    const holds = await run.evaluator.template(rule.Condition, scope, field);
    if (typeof holds !== "boolean") {
      throw new StatesError(
        "States.QueryEvaluationError",
        `The field '${field}' is no boolean: ${JSON.stringify(holds)}`,
      );
    }
    if (!holds) continue;
    const { output, assigned } = await shape(thread, rule, frame.input);
    return leave(thread, rule.Next, output, assigned);
  }
  if (state.Default === undefined) {
    throw new StatesError(
      "States.NoChoiceMatched",
      `State '${frame.state}' has no Default and none of its rules matched`,
    );
  }
  const { output, assigned } = await shape(thread, state, frame.input);
  leave(thread, state.Default, output, assigned);
}
