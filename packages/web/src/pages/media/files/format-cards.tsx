import { createUniqueId, For, Show } from "solid-js";
import { type AnnotationFormat, annotationFormats } from "../../../data/media/annotation-files.ts";

type Props = { value: AnnotationFormat; onChange: (format: AnnotationFormat) => void };

/** The formats with what each can and cannot carry, one of which is chosen. */
export function FormatCards(props: Props) {
  const name = createUniqueId();
  return (
    <fieldset>
      <legend class="label mb-1">Format</legend>
      <div class="grid grid-cols-2 gap-2 max-[599px]:grid-cols-1">
        <For each={annotationFormats}>
          {({ format, label, carries, lacks }) => (
            <label class="merge-side">
              <input
                type="radio"
                class="check"
                name={name}
                checked={props.value === format}
                onChange={() => props.onChange(format)}
              />
              <span class="min-w-0">
                <span class="block font-medium">{label}</span>
                <span class="block text-11 text-fg-2">{carries}</span>
                <Show when={lacks}>
                  <span class="block text-11 text-fg-3">Not: {lacks.charAt(0).toLowerCase() + lacks.slice(1)}</span>
                </Show>
              </span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
