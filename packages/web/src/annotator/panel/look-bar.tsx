import { Icon } from "../../ui/icon.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { colorings } from "../room/colorings.ts";
import type { Room } from "../room/room.ts";

/** By what things are coloured, and what is taken over from one to the next. */
export function LookBar(props: { room: Room }) {
  const { session } = props.room;
  const entries = (): MenuEntry[] => [
    { caption: "Colour by" },
    ...colorings(props.room).map(({ value, label }) => ({
      ...{ label, checked: session.colorBy() === value, run: () => session.setColorBy(value) },
    })),
    "line",
    {
      ...{ label: "Names beside objects", keys: "⇧O", checked: session.labels() },
      run: () => session.setLabels(!session.labels()),
    },
    {
      ...{ label: "New ones take over the last values", keys: "R", checked: session.repeating() },
      run: () => session.setRepeating(!session.repeating()),
    },
  ];
  const now = () => colorings(props.room).find(({ value }) => value === session.colorBy())?.label ?? "Class";
  return (
    <div class="an-look">
      <span class="an-soft">Coloured by {now().toLowerCase() === "class" ? "class" : now()}</span>
      <Menu label="How objects look" entries={entries()}>
        <Icon name="sliders" size="s" />
      </Menu>
    </div>
  );
}
