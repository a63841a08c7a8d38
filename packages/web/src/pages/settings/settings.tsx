import type { JSX } from "solid-js";
import { useMe } from "../../data/session.ts";
import { PageTop } from "../../shell/top.tsx";
import { TabLinks } from "../../ui/tab-links.tsx";

export function SettingsPage(props: { children?: JSX.Element }) {
  const me = useMe();
  return (
    <div class="page">
      <PageTop crumbs={[{ label: "Settings", icon: "settings" }]} />
      <header class="page-head">
        <h1>Settings</h1>
        <div class="-mx-6 mt-2.5">
          <TabLinks
            label="Settings"
            links={[
              { href: "/settings", label: "Account" },
              { href: "/settings/keys", label: "API keys" },
              ...(me().user.admin ? [{ href: "/settings/invitations", label: "Invitations" }] : []),
            ]}
          />
        </div>
      </header>
      <div class="max-w-3xl p-6">{props.children}</div>
    </div>
  );
}
