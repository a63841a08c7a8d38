import { createSignal, For, Show } from "solid-js";
import { client } from "../../data/client.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { Select } from "../../ui/select.tsx";
import type { Shape } from "../model/types.ts";
import { annotationsAPI } from "../remote/annotations.ts";
import type { Room } from "../room/room.ts";

const SHAPES: { value: Shape; label: string }[] = [
  { value: "box", label: "Box" },
  { value: "polygon", label: "Polygon" },
  { value: "line", label: "Line" },
  { value: "dot", label: "Point" },
  { value: "track", label: "Track, of boxes on many frames" },
  { value: "frame", label: "Said of frames" },
];
const COLORS = ["#4fc3f7", "#ffb74d", "#81e6a8", "#ce93d8", "#ff8a80", "#fff176", "#90a4ff", "#b0bec5"];

/** What is drawn in this project: the one a tool draws is chosen here or by its key. */
export function Classes(props: { room: Room }) {
  const { session } = props.room;
  const [making, setMaking] = createSignal(false);
  return (
    <div class="an-objects">
      <For each={session.allTypes()}>
        {(type) => {
          const isChosen = () => session.typeFor(type.shape)?.id === type.id;
          return (
            <div class="an-item" data-on={isChosen()}>
              <button type="button" class="an-item-main" aria-pressed={isChosen()} onClick={() => session.choose(type)}>
                <span class="an-swatch" style={{ background: type.color }} />
                <span class="truncate">{type.name}</span>
                <span class="an-soft">{type.shape}</span>
              </button>
              <Show when={type.hotkey}>{(key) => <Kbd>{key().toUpperCase()}</Kbd>}</Show>
            </div>
          );
        }}
      </For>
      <Show when={session.allTypes().length === 0}>
        <p class="an-none">A class says what is drawn: a name, a shape and a colour. Make the first to begin.</p>
      </Show>
      <Show when={props.room.mayEdit()}>
        <Show
          when={making()}
          fallback={
            <div class="px-3 py-2">
              <Button icon="plus" onClick={() => setMaking(true)}>
                New class
              </Button>
            </div>
          }
        >
          <NewClass room={props.room} onDone={() => setMaking(false)} />
        </Show>
      </Show>
    </div>
  );
}

function NewClass(props: { room: Room; onDone: () => void }) {
  const { session, media } = props.room;
  const [name, setName] = createSignal("");
  const [shape, setShape] = createSignal<Shape>("box");
  const [hotkey, setHotkey] = createSignal("");
  const submit = createSubmit();
  const color = () => COLORS[session.allTypes().length % COLORS.length] ?? "#4fc3f7";
  const save = () =>
    submit.submit(async () => {
      const projectId = media.projectId ?? "";
      const made = await annotationsAPI.createType(projectId, {
        ...{ name: name().trim(), shape: shape(), color: color(), hotkey: hotkey() || null },
        interpolation: shape() === "track" ? "linear" : shape() === "frame" ? "latest" : "none",
        position: session.allTypes().length,
      });
      await client.invalidateQueries({ queryKey: ["annotation-types", projectId] });
      session.choose(made);
      props.onDone();
    });
  return (
    <form
      class="flex flex-col gap-2 px-3 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label="Name" value={name()} onText={setName} error={fieldError(submit.error(), "name")} />
      <Select label="Shape" options={SHAPES} value={shape()} onChange={setShape} />
      <Field
        label="Key"
        help="One letter or digit that begins to draw it"
        maxLength={1}
        value={hotkey()}
        onText={setHotkey}
        error={fieldError(submit.error(), "hotkey")}
      />
      <Show when={submit.error()}>
        {(error) => (
          <p class="an-note warn" role="alert">
            {sentence(error())}
          </p>
        )}
      </Show>
      <span class="flex gap-2">
        <Button type="submit" tone="primary" busy={submit.busy()} disabled={name().trim() === ""}>
          Create class
        </Button>
        <Button tone="ghost" onClick={props.onDone}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
