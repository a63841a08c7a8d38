import { A } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { bytes, plural } from "../../../data/format.ts";
import { totalWords } from "../../../data/media/folders.ts";
import type { MediaItem } from "../../../data/media/types.ts";
import { dtypeWords, durationWords, sumWords } from "../../../data/media/words.ts";
import { When } from "../../../ui/when.tsx";
import { MediaStateWord } from "./card.tsx";
import { EditForm } from "./edit-form.tsx";
import { Objects } from "./objects.tsx";
import type { Library } from "./state.ts";

/** About what is chosen: one, several together, or where one is. */
export function MediaPanel(props: { library: Library; name: string }) {
  const items = () => props.library.selected();
  const folder = () => props.library.folders().find(({ id }) => id === props.library.search.folder);
  return (
    <aside class="panel right library-panel" aria-label="About what is chosen">
      <Switch>
        <Match when={items().length === 0}>
          <div class="panel-head">
            <h2 class="truncate">{props.name}</h2>
          </div>
          <div class="panel-section">
            <dl class="look-facts">
              <dt>Media</dt>
              <dd>{totalWords(folder()?.total ?? props.library.whole())}</dd>
              <Show when={!folder()}>
                <dt>Folders</dt>
                <dd>{totalWords(props.library.folders().length)}</dd>
              </Show>
            </dl>
          </div>
          <p class="p-3 text-12 text-fg-3">
            Choose media by a click, more with Ctrl or Shift, all with Ctrl and A. Their attributes are then changed
            here, together.
          </p>
        </Match>
        <Match when={items().length === 1 && items()[0]}>
          {(item) => <One item={item()} library={props.library} />}
        </Match>
        <Match when={true}>
          <div class="panel-head">
            <h2>{plural(items().length, "clip")}</h2>
            <span class="font-normal text-fg-3">edit together</span>
          </div>
          <div class="scroll grow">
            <div class="panel-section">
              <EditForm library={props.library} />
            </div>
            <Objects library={props.library} />
            <p class="p-3 text-12 text-fg-3">{sumWords(items())}</p>
          </div>
        </Match>
      </Switch>
    </aside>
  );
}

function One(props: { item: MediaItem; library: Library }) {
  const item = () => props.item;
  return (
    <>
      <div class="panel-head">
        <h2 class="truncate">{item().name}</h2>
        <A class="link ml-auto pr-1" href={`/media/${item().id}`}>
          Open
        </A>
      </div>
      <div class="scroll grow">
        <div class="panel-section">
          <EditForm library={props.library} />
        </div>
        <Objects library={props.library} />
        <div class="panel-section">
          <h2>Details</h2>
          <dl class="look-facts">
            <dt>Kind</dt>
            <dd>{dtypeWords[item().dtype]}</dd>
            <dt>State</dt>
            <dd>
              <MediaStateWord item={item()} />
            </dd>
            <Show when={item().width !== null && item().height !== null}>
              <dt>Size</dt>
              <dd>
                {item().width} × {item().height}
              </dd>
            </Show>
            <Show when={item().dtype === "video" && item().duration !== null}>
              <dt>Length</dt>
              <dd>
                {durationWords(item().duration ?? 0)}, {plural(item().frames ?? 0, "frame")}
              </dd>
            </Show>
            <Show when={item().bytes !== null}>
              <dt>Original</dt>
              <dd>
                <A class="link" href={`/files/${item().fileId}`}>
                  {bytes(item().bytes ?? 0)}
                </A>
              </dd>
            </Show>
            <dt>Added</dt>
            <dd>
              <When at={item().createdAt} /> by {item().createdBy.name}
            </dd>
            <Show when={item().tags.length > 0}>
              <dt>Tags</dt>
              <dd>
                {item()
                  .tags.map((tag) => `#${tag}`)
                  .join(" ")}
              </dd>
            </Show>
          </dl>
        </div>
      </div>
    </>
  );
}
