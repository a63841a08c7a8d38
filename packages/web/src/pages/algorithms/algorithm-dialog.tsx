import { createSignal, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { type Algorithm, algorithmsAPI } from "../../data/algorithms.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { EntityInput } from "../functions/entity-input.tsx";
import { faultOf, ImageFields, imageText, isOfImage, toImage } from "./image-fields.tsx";

type Props = { projectId: string; algorithm: Algorithm | undefined; onClose: () => void; onSaved: () => void };

const KINDS = [
  { value: "script", label: "A script of this site" },
  { value: "image", label: "An image of your own" },
] as const;

/** Registers a script or an image as an algorithm, or changes how one is run. */
export function AlgorithmDialog(props: Props) {
  const old = props.algorithm;
  const [form, setForm] = createStore({
    name: old?.name ?? "",
    description: old?.description ?? "",
    categories: old?.categories.join(", ") ?? "",
    batchSize: `${old?.batchSize ?? 1}`,
    seconds: `${old?.limits.seconds ?? ""}`,
    memoryMiB: `${old?.limits.memoryMiB ?? ""}`,
  });
  const [kind, setKind] = createSignal<"script" | "image">(old?.image ? "image" : "script");
  const [scriptId, setScriptId] = createSignal(old?.script?.id);
  const [image, setImage] = createStore(imageText(old?.image));
  const isComplete = () =>
    kind() === "script" ? scriptId() !== undefined : image.reference.trim() !== "" && faultOf(image) === undefined;
  const { busy, error, submit } = createSubmit();
  const number = (text: string) => (text.trim() === "" ? undefined : Number(text));
  const save = () =>
    submit(async () => {
      const [seconds, memoryMiB] = [number(form.seconds), number(form.memoryMiB)];
      const body = {
        ...{ name: form.name.trim(), description: form.description.trim() },
        ...(kind() === "script" ? { scriptId: scriptId() ?? "" } : { image: toImage(image) }),
        categories: form.categories
          .split(",")
          .map((one) => one.trim())
          .filter(Boolean),
        batchSize: Number(form.batchSize),
        limits: { ...old?.limits, seconds, memoryMiB },
      };
      await (old ? algorithmsAPI.update(old, body) : algorithmsAPI.create(props.projectId, body));
      props.onSaved();
    });
  const shown = ["name", "scriptId", "batchSize", "categories", "limits/seconds", "limits/memoryMiB"];
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={old ? `Change ${old.name}` : "Register an algorithm"}
      description={
        kind() === "script"
          ? "A script whose header says input: list<media> and output: file annotations. What it asks for besides is in its header, too."
          : "A container image that reads its media and hands in annotations by a token that opens nothing else. It takes the right to execute code, and to administer the project."
      }
      width={520}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!form.name.trim() || !isComplete()}>
            {old ? "Save" : "Register"}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Field
          label="Name"
          value={form.name}
          onText={(name) => setForm({ name })}
          error={fieldError(error(), "name")}
          maxLength={255}
          autofocus
        />
        <Show when={!old}>
          <Select label="What runs" options={[...KINDS]} value={kind()} onChange={setKind} />
        </Show>
        <Show when={kind() === "script"} fallback={<ImageFields text={image} onText={setImage} error={error()} />}>
          <EntityInput
            label="Script"
            kind="script"
            help={old ? `Now ${old.script?.name || "one that is gone"}; name another one to change that` : undefined}
            error={fieldError(error(), "scriptId")}
            onChoose={(script) => setScriptId(script?.id ?? old?.script?.id)}
          />
        </Show>
        <Field
          label="Description"
          value={form.description}
          onText={(description) => setForm({ description })}
          error={fieldError(error(), "description")}
        />
        <Field
          label="Categories"
          value={form.categories}
          onText={(categories) => setForm({ categories })}
          help="With commas between them"
          error={fieldError(error(), "categories")}
        />
        <div class="grid grid-cols-3 gap-3">
          <Field
            label="Media a job"
            type="number"
            min={1}
            max={500}
            value={form.batchSize}
            onText={(batchSize) => setForm({ batchSize })}
            error={fieldError(error(), "batchSize")}
          />
          <Field
            label="Seconds at most"
            type="number"
            min={1}
            value={form.seconds}
            onText={(seconds) => setForm({ seconds })}
            error={fieldError(error(), "limits/seconds")}
          />
          <Field
            label="Memory, MiB"
            type="number"
            min={64}
            value={form.memoryMiB}
            onText={(memoryMiB) => setForm({ memoryMiB })}
            error={fieldError(error(), "limits/memoryMiB")}
          />
        </div>
        <Show when={error() && !isOfImage(error()) && !shown.some((name) => fieldError(error(), name))}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
