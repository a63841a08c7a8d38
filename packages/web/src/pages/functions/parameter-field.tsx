import { useQuery } from "@tanstack/solid-query";
import { For, Match, Show, Switch } from "solid-js";
import type { Parameter } from "../../data/functions.ts";
import { loaded } from "../../data/loaded.ts";
import { isNumber, labelOf, shown, typed } from "../../data/parameter.ts";
import { queries } from "../../data/queries.ts";
import type { Kind } from "../../data/types.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import type { Call } from "./call-form.tsx";
import { EntityInput } from "./entity-input.tsx";

type Props = { parameter: Parameter; inputs: Parameter[]; call: Call; disabled: boolean };

const KINDS: Partial<Record<Parameter["type"], Kind>> = {
  dataframe: "table",
  file: "file",
  blob: "file",
  project: "project",
};

/** The field that fits a parameter's type. */
export function ParameterField(props: Props) {
  const parameter = () => props.parameter;
  const value = () => props.call.values()[parameter().name];
  const set = (next: unknown) => props.call.set(parameter().name, next);
  const error = () => props.call.problemOf(parameter().name);
  const kind = () => KINDS[parameter().type];
  const choices = () => {
    const { choices } = parameter().options;
    return choices && "values" in choices ? choices.values : undefined;
  };
  const isLong = () => ["map", "object"].includes(parameter().type) || parameter().options.inputType === "TextArea";
  return (
    <Switch
      fallback={
        <Field
          label={labelOf(parameter())}
          help={parameter().description}
          error={error()}
          disabled={props.disabled}
          type={parameter().type === "datetime" ? "datetime-local" : isNumber(parameter()) ? "number" : "text"}
          min={parameter().options.min}
          max={parameter().options.max}
          step={parameter().options.step ?? (parameter().type === "int" ? 1 : "any")}
          value={shown(parameter(), parameter().default)}
          onText={(text) => set(typed(parameter(), text))}
        />
      }
    >
      <Match when={parameter().type === "bool"}>
        <Checkbox checked={value() === true} disabled={props.disabled} onChange={set}>
          {labelOf(parameter())}
        </Checkbox>
      </Match>
      <Match when={kind()}>
        {(wanted) => (
          <EntityInput
            label={labelOf(parameter())}
            help={parameter().description}
            error={error()}
            kind={wanted()}
            disabled={props.disabled}
            onChoose={(entity) => set(entity?.id)}
          />
        )}
      </Match>
      <Match when={parameter().type === "column"}>
        <ColumnField {...props} />
      </Match>
      <Match when={parameter().type === "list" && choices()}>
        {(values) => (
          <fieldset class="field" disabled={props.disabled}>
            <legend class="label mb-1">{labelOf(parameter())}</legend>
            <For each={values()}>
              {(choice) => {
                const chosen = () => (Array.isArray(value()) ? (value() as unknown[]) : []);
                return (
                  <Checkbox
                    checked={chosen().includes(choice)}
                    onChange={(on) => set(on ? [...chosen(), choice] : chosen().filter((one) => one !== choice))}
                  >
                    {choice}
                  </Checkbox>
                );
              }}
            </For>
          </fieldset>
        )}
      </Match>
      <Match when={choices()}>
        {(values) => (
          <Select
            label={labelOf(parameter())}
            options={values().map((choice) => ({ value: choice, label: choice }))}
            value={String(value() ?? "")}
            error={error()}
            disabled={props.disabled}
            onChange={(choice) => set(typed(parameter(), choice))}
          />
        )}
      </Match>
      <Match when={isLong()}>
        <TextArea
          label={labelOf(parameter())}
          help={parameter().description}
          error={error()}
          disabled={props.disabled}
          value={shown(parameter(), parameter().default)}
          onText={(text) => set(typed(parameter(), text))}
        />
      </Match>
    </Switch>
  );
}

const NUMERIC = ["int64", "float64", "decimal"];

/** A column of the table that another input names: the one it says, or the only one there is. */
function ColumnField(props: Props) {
  const tableInput = () => {
    const tables = props.inputs.filter(({ type }) => type === "dataframe");
    return tables.find(({ name }) => name === props.parameter.options.table) ?? tables[0];
  };
  const tableID = () => props.call.values()[tableInput()?.name ?? ""];
  const table = useQuery(() => ({ ...queries.table(String(tableID())), enabled: typeof tableID() === "string" }));
  const fitting = () => {
    const wanted = props.parameter.options.columnType;
    return (loaded(table)?.columns ?? []).filter(({ type }) => {
      if (wanted === "numerical") return NUMERIC.includes(type);
      if (wanted === "dateTime") return ["date", "timestamp", "timestamptz"].includes(type);
      return wanted !== "categorical" || ["text", "bool"].includes(type);
    });
  };
  return (
    <Show
      when={fitting().length > 0}
      fallback={
        <Field
          label={labelOf(props.parameter)}
          disabled
          help="Choose the table first"
          error={props.call.problemOf(props.parameter.name)}
        />
      }
    >
      <Select
        label={labelOf(props.parameter)}
        options={fitting().map(({ name, type }) => ({ value: name, label: name, help: type }))}
        value={String(props.call.values()[props.parameter.name] ?? "")}
        error={props.call.problemOf(props.parameter.name)}
        disabled={props.disabled}
        onChange={(name) => props.call.set(props.parameter.name, name)}
      />
    </Show>
  );
}
