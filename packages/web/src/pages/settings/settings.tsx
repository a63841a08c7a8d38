import type { JSX } from "solid-js";
import { useMe } from "../../data/session.ts";
import { PageTop } from "../../shell/top.tsx";
import { type TabLink, TabLinks } from "../../ui/tab-links.tsx";

const FOR_ADMINISTRATORS: TabLink[] = [
  { href: "/settings/people", label: "People" },
  { href: "/settings/invitations", label: "Invitations" },
  { href: "/settings/services", label: "Services" },
  { href: "/settings/deployment", label: "Deployment" },
  { href: "/settings/announcements", label: "Announcements" },
  { href: "/settings/health", label: "Health" },
  { href: "/settings/audit", label: "Audit" },
  { href: "/settings/deliveries", label: "Deliveries" },
];

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
              { href: "/settings/notifications", label: "Notifications" },
              ...(me().user.admin ? FOR_ADMINISTRATORS : []),
            ]}
          />
        </div>
      </header>
      <div class="max-w-4xl p-6">{props.children}</div>
    </div>
  );
}
