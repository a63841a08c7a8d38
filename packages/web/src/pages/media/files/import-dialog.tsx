import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, Match, on, Show, Switch } from "solid-js";
import { unwrap } from "solid-js/store";
import { annotationsAPI } from "../../../annotator/remote/annotations.ts";
import { loaded } from "../../../data/loaded.ts";
import { type AnnotationFormat, annotationFilesApi, formatOf } from "../../../data/media/annotation-files.ts";
import { type Looked, type Mapping, proposed, toldOf } from "../../../data/media/import-mapping.ts";
import { isActive } from "../../../data/poll.ts";
import { fieldError, sentence } from "../../../data/problem.ts";
import { queries } from "../../../data/queries.ts";
import { createSubmit } from "../../../data/submit.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Select } from "../../../ui/select.tsx";
import { EntityInput } from "../../functions/entity-input.tsx";
import { FileRun } from "./file-run.tsx";
import { FormatCards } from "./format-cards.tsx";
import { MappingForm } from "./mapping.tsx";

const [FIRST, NEW] = ["first", "new"];

type Props = {
  projectId: string;
  /** What a file is about that does not say. */
  media?: { id: string; name: string };
  mayManage: boolean;
  onClose: () => void;
};

/** A file of the project is taken in; the dialog stays to show how far it is, and may be closed meanwhile. */
export function ImportAnnotations(props: Props) {
  const [format, setFormat] = createSignal<AnnotationFormat>("coco");
  const [file, setFile] = createSignal<{ id: string; name: string }>();
  const [layer, setLayer] = createSignal(FIRST);
  const [newLayer, setNewLayer] = createSignal("");
  const [createTypes, setCreateTypes] = createSignal(false);
  const [keepGood, setKeepGood] = createSignal(false);
  const [onlyHere, setOnlyHere] = createSignal(false);
  const [runId, setRunId] = createSignal<string>();
  const { busy, error, submit } = createSubmit();
  const layers = useQuery(() => ({
    queryKey: ["layers", props.projectId],
    queryFn: ({ signal }) => annotationsAPI.layers(props.projectId, { signal }),
  }));
  const choices = () => [
    { value: FIRST, label: "The project's first" },
    ...(loaded(layers) ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: NEW, label: "A new layer…" },
  ];
  const choose = (chosen: { id: string; name: string } | undefined) => {
    setFile(chosen);
    const likely = chosen && formatOf(chosen.name);
    if (likely) setFormat(likely);
  };
  const types = useQuery(() => ({
    queryKey: ["annotation-types", props.projectId],
    queryFn: ({ signal }) => annotationsAPI.types(props.projectId, { signal }),
  }));
  /** The run that only looks, and what was chosen of what it found. */
  const [lookId, setLookId] = createSignal<string>();
  const [mapping, setMapping] = createSignal<Mapping>();
  const look = useQuery(() => ({ ...queries.run(lookId() ?? ""), enabled: lookId() !== undefined }));
  const looking = () => loaded(look);
  /** Once: whoever chooses in it is not to lose their place when the run is asked for again. */
  const [looked, setLooked] = createSignal<Looked>();
  createEffect(
    on([lookId, () => looking()?.id, () => looking()?.state, () => loaded(types)], ([id, , state, known]) => {
      const run = looking();
      if (looked() || state !== "succeeded" || run?.id !== id || !run || !known) return;
      const found = structuredClone(unwrap(run.outputs)) as unknown as Looked;
      if (!mapping()) setMapping(proposed(found.classes, known, props.mayManage));
      setLooked(found);
    }),
  );
  const body = () => ({
    ...{ format: format(), fileId: file()?.id ?? "", createTypes: createTypes(), keepGood: keepGood() },
    ...(layer() === NEW ? { newLayer: newLayer().trim() } : layer() === FIRST ? {} : { layerId: layer() }),
    ...(props.media && onlyHere() ? { mediaId: props.media.id } : {}),
    ...(lookId() !== undefined && mapping() ? toldOf(mapping() ?? {}) : {}),
  });
  const begin = () => submit(async () => setRunId((await annotationFilesApi.import(props.projectId, body())).id));
  const lookFirst = () =>
    submit(async () => {
      const asked = { ...body(), preview: true, ...(mapping() ? {} : { createTypes: props.mayManage }) };
      const run = await annotationFilesApi.import(props.projectId, asked);
      setLooked(undefined);
      setLookId(run.id);
    });
  const back = () => {
    setLookId(undefined);
    setLooked(undefined);
    setMapping(undefined);
  };
  const isReady = () => file() !== undefined && (layer() !== NEW || newLayer().trim() !== "");
  return (
    <Dialog
      open
      onClose={props.onClose}
      title="Import annotations"
      description="Of a file of the project. Media are found by their names, classes by the names of types; the same file again doubles nothing."
      width={600}
      onSubmit={() => void begin()}
      foot={
        <Show
          when={runId() === undefined}
          fallback={
            <Button tone="primary" onClick={props.onClose}>
              Close
            </Button>
          }
        >
          <Show when={lookId() !== undefined} fallback={<Button onClick={props.onClose}>Cancel</Button>}>
            <Button onClick={back}>Back</Button>
          </Show>
          <Button busy={busy()} disabled={!isReady()} onClick={() => void lookFirst()}>
            {lookId() === undefined ? "Look first" : "Look again"}
          </Button>
          <Button
            tone="primary"
            type="submit"
            busy={busy()}
            disabled={!isReady() || (lookId() !== undefined && !mapping())}
          >
            Import
          </Button>
        </Show>
      }
    >
      <Switch
        fallback={
          <div class="flex flex-col gap-3">
            <EntityInput
              label="File"
              kind="file"
              onChoose={choose}
              error={fieldError(error(), "fileId")}
              help="Upload it first where it is not here yet"
            />
            <FormatCards value={format()} onChange={setFormat} />
            <div class="grid grid-cols-2 gap-3 max-[599px]:grid-cols-1">
              <Select
                label="Onto the layer"
                options={choices()}
                value={layer()}
                onChange={setLayer}
                error={fieldError(error(), "layerId")}
              />
              <Show when={layer() === NEW}>
                <Field
                  label="Its name"
                  value={newLayer()}
                  onText={setNewLayer}
                  error={fieldError(error(), "newLayer")}
                  maxLength={255}
                />
              </Show>
            </div>
            <Show when={props.media}>
              {(media) => (
                <Checkbox checked={onlyHere()} onChange={setOnlyHere}>
                  All of it is about {media().name}
                </Checkbox>
              )}
            </Show>
            <Show when={props.mayManage}>
              <Checkbox checked={createTypes()} onChange={setCreateTypes}>
                Make types for classes that have none
              </Checkbox>
            </Show>
            <Checkbox checked={keepGood()} onChange={setKeepGood}>
              Keep what is right where something is wrong
            </Checkbox>
            <Show when={error()}>{(cause) => <Banner tone="bad">{sentence(cause())}</Banner>}</Show>
          </div>
        }
      >
        <Match when={runId()}>{(id) => <FileRun id={id()} />}</Match>
        <Match when={lookId()}>
          {(id) => (
            <div class="flex flex-col gap-3">
              <Show when={!looking() || isActive(looking()?.state ?? "queued") || looking()?.state === "failed"}>
                <FileRun id={id()} />
              </Show>
              <Show when={looked() && mapping()}>
                {(chosen) => (
                  <MappingForm
                    {...{ mayManage: props.mayManage, types: loaded(types) ?? [], mapping: chosen() }}
                    looked={looked() as Looked}
                    onChange={setMapping}
                  />
                )}
              </Show>
              <Show when={error()}>{(cause) => <Banner tone="bad">{sentence(cause())}</Banner>}</Show>
            </div>
          )}
        </Match>
      </Switch>
    </Dialog>
  );
}
