import { useNavigate } from "@solidjs/router";
import { api } from "../data/api.ts";
import { forgetRecent } from "../data/recent.ts";
import { forgetEverything, useMe } from "../data/session.ts";
import { setTheme, type Theme, theme } from "../data/theme.ts";
import { complain } from "../data/toast.ts";
import { Avatar } from "../ui/avatar.tsx";
import type { IconName } from "../ui/icon.tsx";
import { Menu, type MenuEntry } from "../ui/menu.tsx";

const THEMES: [Theme, string, IconName][] = [
  ["system", "System theme", "monitor"],
  ["light", "Light", "sun"],
  ["dark", "Dark", "moon"],
];

export function Account() {
  const me = useMe();
  const navigate = useNavigate();

  async function signOut() {
    await api.auth.signOut();
    forgetEverything();
    forgetRecent();
    navigate("/sign-in", { replace: true });
  }

  const entries = (): MenuEntry[] => [
    { caption: me().user.email },
    { label: "Account", icon: "people", run: () => navigate("/settings") },
    { label: "API keys", icon: "key", run: () => navigate("/settings/keys") },
    "line",
    ...THEMES.map(([value, label, icon]) => ({ label, icon, checked: theme() === value, run: () => setTheme(value) })),
    "line",
    { label: "Sign out", icon: "signOut", run: () => void signOut().catch(complain("You are still signed in")) },
  ];

  return (
    <Menu label={`${me().user.name}, account`} entries={entries()} class="nav" placement="top-start">
      <Avatar name={me().user.name} />
      <span class="rail-word truncate">{me().user.name}</span>
    </Menu>
  );
}
