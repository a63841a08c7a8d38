import { For, Show } from "solid-js";
import { bytes, count } from "../../data/format.ts";
import { AttributesPanel } from "../../pages/attributes/attributes.tsx";
import { Description } from "../../pages/attributes/details.tsx";
import type { Room } from "../room/room.ts";

export function MediaPanel(props: { room: Room }) {
  const { media } = props.room;
  const size = () => props.room.picture();
  return (
    <>
      <div class="panel-section">
        <Description entity={media} />
      </div>
      <dl class="kv panel-section">
        <dt>Size</dt>
        <dd>
          {size().width} × {size().height}
        </dd>
        <Show when={media.video}>
          {(video) => (
            <>
              <dt>Frames</dt>
              <dd>{count(video().frames)}</dd>
              <dt>Frame rate</dt>
              <dd>
                {(video().fps.num / video().fps.den).toLocaleString("en", { maximumFractionDigits: 3 })}
                {video().variable ? ", varying" : ""}
              </dd>
              <dt>Codec</dt>
              <dd>{video().codec}</dd>
            </>
          )}
        </Show>
        <For each={props.room.renditions}>
          {(one) => (
            <>
              <dt>{one.name}p</dt>
              <dd>{bytes(one.bytes)}</dd>
            </>
          )}
        </For>
      </dl>
      <div class="panel-section empty:hidden">
        <AttributesPanel entity={media} />
      </div>
    </>
  );
}
