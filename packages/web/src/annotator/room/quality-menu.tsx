import { Icon } from "../../ui/icon.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { chooseRoles, parseQuality, ROLES, type Role, writeQuality } from "../player/roles.ts";
import type { Room } from "./room.ts";

const WORDS: Record<Role, string> = { seek: "Looking at one frame", play: "Playing", scrub: "Going through quickly" };

/** Which rendition each way of looking takes; the choice is in the address, and goes along to the next media. */
export function QualityMenu(props: { room: Room; quality: string; onQuality: (quality: string) => void }) {
  const chosen = () => parseQuality(props.quality);
  const roles = () => chooseRoles(props.room.renditions, props.quality);
  const set = (role: Role, name: string | undefined) => {
    const { [role]: _, ...others } = chosen();
    props.onQuality(writeQuality(name ? { ...others, [role]: name } : others));
  };
  const ladder = () => [...props.room.renditions].sort((a, b) => b.height - a.height);
  const entries = (): MenuEntry[] =>
    ROLES.flatMap((role): MenuEntry[] => [
      { caption: WORDS[role] },
      {
        ...{ label: "By itself", help: chosen()[role] ? "" : `now ${roles()?.[role].name}p`, checked: !chosen()[role] },
        run: () => set(role, undefined),
      },
      ...ladder().map(({ name }) => ({
        ...{ label: `${name}p`, checked: chosen()[role] === name, run: () => set(role, name) },
      })),
    ]);
  const now = () => `${roles()?.seek.name ?? ""}p`;
  return (
    <Menu label={`${now()}, quality`} class="btn ghost sm" placement="bottom-start" entries={entries()}>
      {now()}
      <Icon name="chevronDown" size="xs" />
    </Menu>
  );
}
