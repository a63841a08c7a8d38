import { useLocation, useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, type JSX, lazy, Match, onCleanup, Show, Suspense, Switch } from "solid-js";
import { client } from "../data/client.ts";
import { setMissingHandler, setSignedOutHandler } from "../data/http.ts";
import { importRequest } from "../data/import-request.ts";
import { stayLive, useFollow } from "../data/live.ts";
import { type Command, newProjectOpen, setHelpOpen, setNewProjectOpen, setPaletteOpen } from "../data/palette.ts";
import { isActive } from "../data/poll.ts";
import { isProblem } from "../data/problem.ts";
import { queries } from "../data/queries.ts";
import { isReadable } from "../data/reading.ts";
import { forgetEverything, SessionContext, secondFactorPath, signInPath } from "../data/session.ts";
import { listenForShortcuts, paletteKeys, useShortcuts } from "../data/shortcuts.ts";
import { setTheme } from "../data/theme.ts";
import type { Me } from "../data/types.ts";
import { waking } from "../data/waking.ts";
import { Banner } from "../ui/banner.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Toasts } from "../ui/toasts.tsx";
import { Bell } from "./bell.tsx";
import { DropZone } from "./drop-zone.tsx";
import { Help } from "./help.tsx";
import { NewProject } from "./new-project.tsx";
import { Notices } from "./notices.tsx";
import { Palette } from "./palette.tsx";
import { Rail } from "./rail.tsx";
import { Reading } from "./reading.tsx";
import { Top } from "./top.tsx";
import { Tray } from "./tray.tsx";

const ImportDialog = lazy(() => import("./import/dialog.tsx").then((part) => ({ default: part.ImportDialog })));

/** Everything around the pages: of a signed-in person, or of somebody who reads what is open to them without an account. */
export function Shell(props: { children?: JSX.Element }) {
  const navigate = useNavigate();
  const location = useLocation();
  const me = useQuery(() => queries.me());
  const deployment = useQuery(() => queries.deployment());

  const isNobody = () => isProblem(me.error) && me.error.status === 401;
  /** From the beginning: whose session ended meanwhile had rather sign in again. */
  const reads = () =>
    isNobody() && !isUnfinished() && !me.data && isReadable(location.pathname) && deployment.data?.readWithoutAccount;
  const isUnfinished = () => isProblem(me.error, "auth.second_factor_required");
  const leave = () => {
    const here = location.pathname + location.search;
    const to = isUnfinished() ? secondFactorPath(here) : signInPath(here);
    forgetEverything();
    navigate(to, { replace: true });
  };
  setSignedOutHandler(() => me.data && leave());
  setMissingHandler(() => me.data && void client.invalidateQueries({ queryKey: ["me"] }));
  onCleanup(() => {
    setSignedOutHandler(() => undefined);
    setMissingHandler(() => undefined);
  });
  createEffect(() => isNobody() && (deployment.data || deployment.error) && !reads() && leave());

  return (
    <Switch>
      <Match when={reads()}>
        <Reading name={deployment.data?.name ?? "Atrium"}>{props.children}</Reading>
      </Match>
      <Match when={me.data}>{(data) => <SignedIn me={data()}>{props.children}</SignedIn>}</Match>
      <Match when={me.error && !isNobody()}>
        <main class="grid h-full place-items-center">
          <ErrorState error={me.error} what="Atrium did not answer" onRetry={() => void me.refetch()} />
        </main>
      </Match>
    </Switch>
  );
}

const GO: [string, string, string, Command["icon"]][] = [
  ["h", "Home", "/", "home"],
  ["p", "Projects", "/projects", "folder"],
  ["d", "Data", "/tables", "table"],
  ["r", "Runs", "/runs", "runs"],
  ["n", "Notifications", "/notifications", "bell"],
  ["s", "Settings", "/settings", "settings"],
  ["k", "API keys", "/settings/keys", "key"],
];

function SignedIn(props: { me: Me; children?: JSX.Element }) {
  const navigate = useNavigate();
  const location = useLocation();
  const deployment = useQuery(() => queries.deployment());
  const runs = useQuery(() => queries.runs({ state: "running", limit: 20 }));
  const running = () => (runs.data?.items ?? []).filter((run) => isActive(run.state)).length;
  stayLive();
  useFollow(() => (runs.data?.items ?? []).filter((run) => isActive(run.state)).map((run) => run.projectId));
  const isDense = () => /^\/(tables|media)\/[^/]+$/.test(location.pathname);

  const commands: Command[] = [
    { id: "new-project", label: "New project", icon: "plus", keys: "c", run: () => setNewProjectOpen(true) },
    ...GO.map(([key, label, to, icon]) => ({
      ...{ id: to, label: `Go to ${label}`, icon },
      keys: `g ${key}`,
      run: () => navigate(to),
    })),
    { id: "light", label: "Use the light theme", icon: "sun", run: () => setTheme("light") },
    { id: "dark", label: "Use the dark theme", icon: "moon", run: () => setTheme("dark") },
    { id: "system", label: "Use the system theme", icon: "monitor", run: () => setTheme("system") },
    { id: "help", label: "Keyboard shortcuts", icon: "keyboard", keys: "?", run: () => setHelpOpen(true) },
  ];

  listenForShortcuts();
  useShortcuts([
    { keys: "mod+k", label: "Search and commands", group: "Everywhere", run: () => setPaletteOpen(true) },
    { keys: "/", label: "Search", group: "Everywhere", run: () => navigate("/search") },
    { keys: "?", label: "These shortcuts", group: "Everywhere", run: () => setHelpOpen(true) },
    { keys: "c", label: "New project", group: "Everywhere", run: () => setNewProjectOpen(true) },
    ...GO.map(([key, label, to]) => ({
      keys: `g ${key}`,
      label: `Go to ${label}`,
      group: "Go",
      run: () => navigate(to),
    })),
  ]);

  return (
    <SessionContext.Provider value={() => props.me}>
      <a href="#main" class="skip">
        Skip to the page
      </a>
      <div class={`app ${isDense() ? "min" : ""}`}>
        <Rail name={deployment.data?.name ?? "Atrium"} running={running()} />
        <Notices />
        <Top>
          <IconButton
            icon="search"
            label="Search and commands"
            keys={paletteKeys()}
            onClick={() => setPaletteOpen(true)}
          />
          <Bell />
        </Top>
        <main class="main" id="main" tabIndex={-1}>
          <Show when={waking()}>
            <div class="absolute inset-x-0 top-2 z-20 mx-auto w-fit">
              <Banner tone="warn">The database is waking up. This takes about 20 s; the page goes on by itself.</Banner>
            </div>
          </Show>
          {props.children}
        </main>
      </div>
      <DropZone />
      <Tray />
      <Toasts />
      <Help />
      <NewProject open={newProjectOpen()} onClose={() => setNewProjectOpen(false)} />
      <Show when={importRequest()}>
        {/* Of its own, so that loading it does not blank the page. */}
        <Suspense>
          <ImportDialog />
        </Suspense>
      </Show>
      <Palette commands={commands} />
    </SessionContext.Provider>
  );
}
