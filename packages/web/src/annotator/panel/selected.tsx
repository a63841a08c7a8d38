import { createMemo, createSignal, For, Show } from "solid-js";
import { written } from "../../data/attribute-words.ts";
import type { AttributeType, AttributeValue } from "../../data/types-collaboration.ts";
import { AttributeField } from "../../pages/attributes/attribute-field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { Row } from "../model/types.ts";
import type { Room } from "../room/room.ts";
import { lacks } from "../room/session.ts";
import { Combine } from "./combine.tsx";
import { TrackKeys } from "./track-keys.tsx";
import { parsed } from "./value.ts";

/** What is selected: what is said of it, in a form that saves by itself. */
export function Selected(props: { room: Room }) {
  const { session } = props.room;
  const rows = createMemo((): Row[] => {
    const waiting = session.incomplete();
    return waiting ? [waiting] : session.rows();
  });
  const first = () => rows()[0];
  const type = () => session.types().get(first()?.typeId ?? "");
  const isEditable = () => rows().every((row) => session.canEdit(row.layerId));
  const layer = () => session.layers().find(({ id }) => id === first()?.layerId)?.name ?? "another layer";
  const missing = () => {
    const [row, of] = [session.incomplete(), type()];
    return row && of ? lacks(row, of).map(({ name }) => name) : [];
  };
  return (
    <Show when={first() && type()}>
      {(of) => (
        <section class="an-selected" aria-label="Selected">
          <header class="an-selected-head">
            <span class="an-swatch" style={{ background: of().color }} />
            <h3 class="truncate">{rows().length > 1 ? `${rows().length} selected` : of().name}</h3>
            <span class="badge">{of().shape}</span>
            <span class="ml-auto flex items-center">
              <Show when={isEditable()}>
                <Menu
                  label="Class"
                  entries={session
                    .allTypes()
                    .filter((one) => one.shape === of().shape)
                    .map((one) => ({
                      ...{ label: one.name, checked: one.id === of().id, run: () => session.setType(one) },
                      ...(one.hotkey ? { keys: one.hotkey.toUpperCase() } : {}),
                    }))}
                >
                  <Icon name="tag" size="s" />
                </Menu>
                <IconButton icon="trash" size="sm" label="Delete" keys="⌫" onClick={() => session.remove()} />
              </Show>
            </span>
          </header>
          <Show when={missing().length > 0}>
            <p class="an-note warn" role="status">
              <Icon name="warning" size="s" /> {missing().join(", ")} {missing().length > 1 ? "are" : "is"} wanted
              before it is saved.
            </p>
          </Show>
          <Show when={!isEditable()}>
            <p class="an-note">
              <Icon name="lock" size="s" />{" "}
              {props.room.mayEdit()
                ? `On ${layer()}, which is not the layer you edit.`
                : "You may only look at what is drawn here."}
              <Show when={session.mayEditLayer(session.editing() ?? "")}>
                <button type="button" class="link" onClick={() => session.bring()}>
                  Bring it over
                </button>
              </Show>
            </p>
          </Show>
          <TrackKeys room={props.room} row={first()} />
          <Combine room={props.room} />
          <For each={of().attributes.filter(({ visible }) => visible)}>
            {(attribute) => <Attribute room={props.room} rows={rows()} type={attribute} isEditable={isEditable()} />}
          </For>
          <Show when={of().attributes.length === 0}>
            <p class="an-soft text-12">Nothing more is said of this class.</p>
          </Show>
        </section>
      )}
    </Show>
  );
}

function Attribute(props: { room: Room; rows: Row[]; type: AttributeType; isEditable: boolean }) {
  const [text, setText] = createSignal<string>();
  const [error, setError] = createSignal<string>();
  const values = () => new Set(props.rows.map((row) => written(row.attributes[props.type.name])));
  const value = (): AttributeValue | undefined =>
    values().size === 1 ? props.rows[0]?.attributes[props.type.name] : undefined;
  const isChoice = () => props.type.dtype === "bool" || props.type.dtype === "enum";
  function save(written: string) {
    const result = parsed(props.type, written);
    if ("error" in result) return setError(result.error);
    setError(undefined);
    setText(undefined);
    props.room.session.say(props.type.name, result.value);
  }
  const type = () => (props.isEditable ? props.type : { ...props.type, style: `${props.type.style} disabled` });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is written is saved where the field inside is left
    <div
      class="an-attribute"
      onFocusOut={() => {
        const said = text();
        if (said !== undefined && !isChoice()) save(said);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !(event.target instanceof HTMLTextAreaElement) && text() !== undefined)
          save(text() ?? "");
      }}
    >
      <AttributeField
        {...{ type: type(), value: value(), text: text(), error: error() }}
        onText={(said) => (isChoice() ? save(said) : setText(said))}
      />
    </div>
  );
}
