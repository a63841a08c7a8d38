import { Route, Router } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import { lazy, Suspense } from "solid-js";
import { client } from "./data/client.ts";
import { Shell } from "./shell/shell.tsx";

// Every page is a chunk of its own, so the first one is small; the workbench is by far the largest.
const SignIn = lazy(() => import("./pages/sign-in.tsx").then((page) => ({ default: page.SignInPage })));
const SignUp = lazy(() => import("./pages/sign-up.tsx").then((page) => ({ default: page.SignUpPage })));
const Home = lazy(() => import("./pages/home/home.tsx").then((page) => ({ default: page.HomePage })));
const Search = lazy(() => import("./pages/search.tsx").then((page) => ({ default: page.SearchPage })));
const Projects = lazy(() => import("./pages/projects/list.tsx").then((page) => ({ default: page.ProjectsPage })));
const Project = lazy(() => import("./pages/projects/project.tsx").then((page) => ({ default: page.ProjectPage })));
const ProjectFiles = lazy(() => import("./pages/projects/files.tsx").then((page) => ({ default: page.ProjectFiles })));
const ProjectRuns = lazy(() => import("./pages/projects/runs.tsx").then((page) => ({ default: page.ProjectRuns })));
const ProjectActivity = lazy(() =>
  import("./pages/projects/activity.tsx").then((page) => ({ default: page.ProjectActivity })),
);
const ProjectMembers = lazy(() =>
  import("./pages/projects/members.tsx").then((page) => ({ default: page.ProjectMembers })),
);
const ProjectSettings = lazy(() =>
  import("./pages/projects/settings.tsx").then((page) => ({ default: page.ProjectSettings })),
);
const File = lazy(() => import("./pages/file.tsx").then((page) => ({ default: page.FilePage })));
const Tables = lazy(() => import("./pages/tables/list.tsx").then((page) => ({ default: page.TablesPage })));
const Table = lazy(() => import("./pages/tables/table.tsx").then((page) => ({ default: page.TablePage })));
const Versions = lazy(() => import("./pages/tables/versions.tsx").then((page) => ({ default: page.VersionsPage })));
const Runs = lazy(() => import("./pages/runs/list.tsx").then((page) => ({ default: page.RunsPage })));
const Run = lazy(() => import("./pages/runs/run.tsx").then((page) => ({ default: page.RunPage })));
const Groups = lazy(() => import("./pages/groups/list.tsx").then((page) => ({ default: page.GroupsPage })));
const Group = lazy(() => import("./pages/groups/group.tsx").then((page) => ({ default: page.GroupPage })));
const Settings = lazy(() => import("./pages/settings/settings.tsx").then((page) => ({ default: page.SettingsPage })));
const Account = lazy(() => import("./pages/settings/account.tsx").then((page) => ({ default: page.AccountSettings })));
const Keys = lazy(() => import("./pages/settings/keys.tsx").then((page) => ({ default: page.KeySettings })));
const Invitations = lazy(() =>
  import("./pages/settings/invitations.tsx").then((page) => ({ default: page.InvitationSettings })),
);
const People = lazy(() => import("./pages/settings/people.tsx").then((page) => ({ default: page.PeopleSettings })));
const Audit = lazy(() => import("./pages/settings/audit.tsx").then((page) => ({ default: page.AuditSettings })));
const NotFound = lazy(() => import("./pages/not-found.tsx").then((page) => ({ default: page.NotFoundPage })));

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Router root={(props) => <Suspense>{props.children}</Suspense>}>
        <Route path="/sign-in" component={SignIn} />
        <Route path="/sign-up" component={SignUp} />
        <Route component={Shell}>
          <Route path="/" component={Home} />
          <Route path="/search" component={Search} />
          <Route path="/projects" component={Projects} />
          <Route path="/projects/:id" component={Project}>
            <Route path="/" component={ProjectFiles} />
            <Route path="/runs" component={ProjectRuns} />
            <Route path="/activity" component={ProjectActivity} />
            <Route path="/members" component={ProjectMembers} />
            <Route path="/settings" component={ProjectSettings} />
          </Route>
          <Route path="/files/:id" component={File} />
          <Route path="/tables" component={Tables} />
          <Route path="/tables/:id" component={Table} />
          <Route path="/tables/:id/versions" component={Versions} />
          <Route path="/runs" component={Runs} />
          <Route path="/runs/:id" component={Run} />
          <Route path="/groups" component={Groups} />
          <Route path="/groups/:id" component={Group} />
          <Route path="/settings" component={Settings}>
            <Route path="/" component={Account} />
            <Route path="/keys" component={Keys} />
            <Route path="/invitations" component={Invitations} />
            <Route path="/people" component={People} />
            <Route path="/audit" component={Audit} />
          </Route>
          <Route path="*" component={NotFound} />
        </Route>
      </Router>
    </QueryClientProvider>
  );
}
