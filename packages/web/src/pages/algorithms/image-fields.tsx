import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import type { Image } from "../../data/algorithms.ts";
import { loaded } from "../../data/loaded.ts";
import { fieldError, isProblem } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { Banner } from "../../ui/banner.tsx";
import { Field } from "../../ui/field.tsx";
import { TextArea } from "../../ui/text-area.tsx";

export type ImageText = { reference: string; command: string; parameters: string };

const NO_PARAMETERS = { type: "object", properties: {} };

export const imageText = (image: Image | null | undefined): ImageText => ({
  reference: image?.reference ?? "",
  command: image?.command.join("\n") ?? "",
  parameters: JSON.stringify(image?.parameters ?? NO_PARAMETERS, null, 2),
});

/** Why the parameters are no JSON, as whoever reads it says it. */
export function faultOf({ parameters }: ImageText): string | undefined {
  try {
    JSON.parse(parameters);
    return undefined;
  } catch (error) {
    return `This is no JSON: ${error instanceof Error ? error.message : "it cannot be read"}`;
  }
}

export const toImage = ({ reference, command, parameters }: ImageText): Image => ({
  reference: reference.trim(),
  command: command.split("\n").filter((line) => line !== ""),
  parameters: JSON.parse(parameters) as Image["parameters"],
});

const PARAMETERS = "/image/parameters";

/** What is wrong somewhere in the parameters, with where. */
function faultInSchema(error: unknown): string | undefined {
  const found = isProblem(error) ? error.errors.find(({ path }) => path.startsWith(PARAMETERS)) : undefined;
  return found && `${found.path.slice(PARAMETERS.length) || "/"}: ${found.message}`;
}

export const isOfImage = (error: unknown): boolean =>
  faultInSchema(error) !== undefined || ["reference", "command"].some((name) => fieldError(error, name) !== undefined);

type Props = { text: ImageText; onText: SetStoreFunction<ImageText>; error: unknown };

/** Which image runs, with what command, and what it asks for. */
export function ImageFields(props: Props) {
  const found = useQuery(() => queries.imageRegistries());
  const registries = () => loaded(found)?.items;
  return (
    <>
      <Show when={registries()?.length === 0}>
        <Banner tone="warn" title="No images of one's own are run here">
          <span class="text-fg-2">
            An administrator names the registries that they may come from, in the{" "}
            <A class="link" href="/settings/deployment">
              settings of the deployment
            </A>
            .
          </span>
        </Banner>
      </Show>
      <Field
        label="Image"
        value={props.text.reference}
        onText={(reference) => props.onText({ reference })}
        placeholder="registry.example.org/team/name@sha256:…"
        error={fieldError(props.error, "reference")}
        help="By its digest, so that it stays what it is"
        maxLength={500}
      />
      <Show when={registries()?.length}>
        <p class="text-12 text-fg-3">
          From <For each={registries()}>{(one, at) => <>{`${at() > 0 ? ", " : ""}${one}`}</>}</For>
        </p>
      </Show>
      <TextArea
        label="Command"
        class="mono"
        value={props.text.command}
        onText={(command) => props.onText({ command })}
        help="One argument a line; empty for what the image does by itself"
        error={fieldError(props.error, "command")}
      />
      <TextArea
        label="Parameters, as JSON Schema"
        class="mono"
        rows={6}
        spellcheck={false}
        value={props.text.parameters}
        onText={(parameters) => props.onText({ parameters })}
        help="Text, numbers, yes or no, and lists: what people fill in when they run it"
        error={faultOf(props.text) ?? faultInSchema(props.error)}
      />
    </>
  );
}
