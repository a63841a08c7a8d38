import { Show } from "solid-js";
import { useSignedIn } from "../../data/session.ts";
import type { Table } from "../../data/types.ts";
import { AttributesPanel } from "../attributes/attributes.tsx";
import { Description } from "../attributes/details.tsx";
import { LineageSection } from "../lineage/lineage.tsx";
import { Comments } from "../social/comments.tsx";

/** What people say of a table: its description, its attributes, and their comments. */
export const AboutTable = (props: { table: Table }) => (
  <>
    <div class="panel-section">
      <Description entity={props.table} />
    </div>
    <div class="panel-section empty:hidden">
      <AttributesPanel entity={props.table} />
    </div>
    <Show
      when={useSignedIn()}
      fallback={<p class="panel-section border-0! text-fg-2">{props.table.description || "No description"}</p>}
    >
      <div class="panel-section empty:hidden">
        <LineageSection id={props.table.id} />
      </div>
      <div class="panel-section border-0!">
        <h2>Comments</h2>
        <Comments entity={props.table} />
      </div>
    </Show>
  </>
);
