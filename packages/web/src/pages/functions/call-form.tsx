import { Form } from "@atrium/core/form";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Parameter } from "../../data/functions.ts";
import { initialValues, sections } from "../../data/parameter.ts";
import { fieldError, isProblem, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { Banner } from "../../ui/banner.tsx";
import { ParameterField } from "./parameter-field.tsx";

export type Call = ReturnType<typeof createCall>;

/** What is filled into the form of a function, and what is wrong with it. The API checks the same once more. */
export function createCall(inputs: () => Parameter[]) {
  const [values, setValues] = createSignal<Record<string, unknown>>(initialValues(inputs()));
  const [tried, setTried] = createSignal(false);
  const { busy, error, submit } = createSubmit();
  const given = () => Object.fromEntries(Object.entries(values()).filter(([, value]) => value !== undefined));
  const checked = createMemo(() => Form.checkInputs(inputs(), given()));

  const check = (): boolean => {
    setTried(true);
    return checked().problems.length === 0;
  };
  return {
    values: given,
    set: (name: string, value: unknown) => setValues({ ...values(), [name]: value }),
    busy,
    error,
    check,
    problemOf: (name: string): string | undefined =>
      (tried() ? checked().problems.find(({ path }) => path === `/${name}`)?.message : undefined) ??
      fieldError(error(), name),
    /** Sends what is filled in, when it fits. */
    async send(act: (inputs: Record<string, unknown>) => Promise<unknown>): Promise<void> {
      if (check()) await submit(() => act(given()));
    },
  };
}

/** The form that a signature makes: a field for each input, in its sections, shown and enabled as it says. */
export function CallForm(props: { inputs: Parameter[]; call: Call }) {
  const isOn = (condition: string | undefined) => {
    try {
      return Form.isOn(condition, {
        ...Object.fromEntries(props.inputs.map(({ name }) => [name, null])),
        ...props.call.values(),
      });
    } catch (error) {
      // A condition that cannot be read must not hide what it stands at.
      if (error instanceof Form.ExpressionError) return true;
      throw error;
    }
  };
  const visible = (section: { inputs: Parameter[] }) => section.inputs.filter(({ options }) => isOn(options.visible));
  const other = () => {
    const error = props.call.error();
    return error !== undefined && !(isProblem(error) && props.inputs.some(({ name }) => fieldError(error, name)))
      ? error
      : undefined;
  };
  return (
    <div class="flex flex-col gap-3">
      <For each={sections(props.inputs)}>
        {(section) => (
          <Show when={visible(section).length > 0}>
            <fieldset class="flex flex-col gap-3">
              <Show when={section.title}>
                <legend class="label mb-2 font-semibold">{section.title}</legend>
              </Show>
              <For each={visible(section)}>
                {(input) => (
                  <ParameterField
                    parameter={input}
                    inputs={props.inputs}
                    call={props.call}
                    disabled={!isOn(input.options.enabled)}
                  />
                )}
              </For>
            </fieldset>
          </Show>
        )}
      </For>
      <Show when={other()}>{(error) => <Banner tone="bad">{sentence(error())}</Banner>}</Show>
    </div>
  );
}
