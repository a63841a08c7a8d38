import { Route, Router } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import { lazy, Suspense } from "solid-js";
import { client } from "./data/client.ts";
import { Shell } from "./shell/shell.tsx";

// Every page is a chunk of its own, so the first one is small; the workbench is by far the largest.
const SecondFactor = lazy(() =>
  import("./pages/second-factor/second-factor.tsx").then((page) => ({ default: page.SecondFactorPage })),
);
const SignIn = lazy(() => import("./pages/sign-in.tsx").then((page) => ({ default: page.SignInPage })));
const ForgotPassword = lazy(() =>
  import("./pages/forgot-password.tsx").then((page) => ({ default: page.ForgotPasswordPage })),
);
const ResetPassword = lazy(() =>
  import("./pages/reset-password.tsx").then((page) => ({ default: page.ResetPasswordPage })),
);
const VerifyEmail = lazy(() => import("./pages/verify-email.tsx").then((page) => ({ default: page.VerifyEmailPage })));
const OpenedLink = lazy(() => import("./pages/opened-link.tsx").then((page) => ({ default: page.OpenedLinkPage })));
const SignUp = lazy(() => import("./pages/sign-up.tsx").then((page) => ({ default: page.SignUpPage })));
const Home = lazy(() => import("./pages/home/home.tsx").then((page) => ({ default: page.HomePage })));
const Search = lazy(() => import("./pages/search/search.tsx").then((page) => ({ default: page.SearchPage })));
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
const ProjectReadme = lazy(() =>
  import("./pages/projects/readme.tsx").then((page) => ({ default: page.ProjectReadme })),
);
const ProjectByPath = lazy(() =>
  import("./pages/projects/by-path.tsx").then((page) => ({ default: page.ProjectByPath })),
);
const MediaLibrary = lazy(() =>
  import("./pages/media/library/library.tsx").then((page) => ({ default: page.MediaLibraryPage })),
);
const Algorithms = lazy(() => import("./pages/algorithms/list.tsx").then((page) => ({ default: page.AlgorithmsPage })));
const Requests = lazy(() => import("./pages/requests/page.tsx").then((page) => ({ default: page.RequestsPage })));
const File = lazy(() => import("./pages/file.tsx").then((page) => ({ default: page.FilePage })));
const NotebookPage = lazy(() =>
  import("./pages/notebooks/notebook.tsx").then((page) => ({ default: page.NotebookPage })),
);
const Tables = lazy(() => import("./pages/tables/list.tsx").then((page) => ({ default: page.TablesPage })));
const Table = lazy(() => import("./pages/tables/table.tsx").then((page) => ({ default: page.TablePage })));
const Train = lazy(() => import("./pages/models/train.tsx").then((page) => ({ default: page.TrainPage })));
const Model = lazy(() => import("./pages/models/model.tsx").then((page) => ({ default: page.ModelPage })));
const Gallery = lazy(() => import("./pages/media/gallery/gallery.tsx").then((page) => ({ default: page.GalleryPage })));
const Annotate = lazy(() => import("./pages/media/annotate.tsx").then((page) => ({ default: page.AnnotatePage })));
const Versions = lazy(() => import("./pages/tables/versions.tsx").then((page) => ({ default: page.VersionsPage })));
const Script = lazy(() => import("./pages/scripts/script.tsx").then((page) => ({ default: page.ScriptPage })));
const Functions = lazy(() => import("./pages/functions/list.tsx").then((page) => ({ default: page.FunctionsPage })));
const OneFunction = lazy(() =>
  import("./pages/functions/function.tsx").then((page) => ({ default: page.FunctionPage })),
);
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
const Services = lazy(() =>
  import("./pages/settings/services.tsx").then((page) => ({ default: page.ServiceSettings })),
);
const Deployment = lazy(() =>
  import("./pages/settings/deployment.tsx").then((page) => ({ default: page.DeploymentPage })),
);
const Announcements = lazy(() =>
  import("./pages/settings/announcements.tsx").then((page) => ({ default: page.AnnouncementSettings })),
);
const Health = lazy(() => import("./pages/settings/health.tsx").then((page) => ({ default: page.HealthSettings })));
const Audit = lazy(() => import("./pages/settings/audit.tsx").then((page) => ({ default: page.AuditSettings })));
const Deliveries = lazy(() =>
  import("./pages/settings/deliveries.tsx").then((page) => ({ default: page.DeliverySettings })),
);
const NotificationChoices = lazy(() =>
  import("./pages/settings/notifications.tsx").then((page) => ({ default: page.NotificationSettings })),
);
const Notifications = lazy(() =>
  import("./pages/notifications/list.tsx").then((page) => ({ default: page.NotificationsPage })),
);
const NotFound = lazy(() => import("./pages/not-found.tsx").then((page) => ({ default: page.NotFoundPage })));

export function App() {
  return (
    <QueryClientProvider client={client}>
      <Router root={(props) => <Suspense>{props.children}</Suspense>}>
        <Route path="/sign-in" component={SignIn} />
        <Route path="/second-factor" component={SecondFactor} />
        <Route path="/s" component={OpenedLink} />
        <Route path="/sign-up" component={SignUp} />
        <Route path="/forgot-password" component={ForgotPassword} />
        <Route path="/reset-password" component={ResetPassword} />
        <Route path="/verify-email" component={VerifyEmail} />
        <Route component={Shell}>
          <Route path="/" component={Home} />
          <Route path="/search" component={Search} />
          <Route path="/projects" component={Projects} />
          <Route path="/projects/:id" component={Project}>
            <Route path="/" component={ProjectFiles} />
            <Route path="/runs" component={ProjectRuns} />
            <Route path="/activity" component={ProjectActivity} />
            <Route path="/readme" component={ProjectReadme} />
            <Route path="/members" component={ProjectMembers} />
            <Route path="/settings" component={ProjectSettings} />
          </Route>
          <Route path="/projects/:id/media" component={MediaLibrary} />
          <Route path="/projects/:id/gallery" component={Gallery} />
          <Route path="/projects/:id/algorithms" component={Algorithms} />
          <Route path="/media" component={MediaLibrary} />
          <Route path="/files/:id" component={File} />
          <Route path="/notebooks/:id" component={NotebookPage} />
          <Route path="/tables" component={Tables} />
          <Route path="/tables/:id" component={Table} />
          <Route path="/tables/:id/versions" component={Versions} />
          <Route path="/media/:id" component={Annotate} />
          <Route path="/scripts/:id" component={Script} />
          <Route path="/tables/:id/train" component={Train} />
          <Route path="/models/:id" component={Model} />
          <Route path="/functions" component={Functions} />
          <Route path="/functions/:id" component={OneFunction} />
          <Route path="/runs" component={Runs} />
          <Route path="/runs/:id" component={Run} />
          <Route path="/requests" component={Requests} />
          <Route path="/notifications" component={Notifications} />
          <Route path="/groups" component={Groups} />
          <Route path="/groups/:id" component={Group} />
          <Route path="/settings" component={Settings}>
            <Route path="/" component={Account} />
            <Route path="/keys" component={Keys} />
            <Route path="/invitations" component={Invitations} />
            <Route path="/people" component={People} />
            <Route path="/services" component={Services} />
            <Route path="/deployment" component={Deployment} />
            <Route path="/announcements" component={Announcements} />
            <Route path="/health" component={Health} />
            <Route path="/audit" component={Audit} />
            <Route path="/notifications" component={NotificationChoices} />
            <Route path="/deliveries" component={Deliveries} />
          </Route>
          <Route path="/:namespace/*path" component={ProjectByPath} />
          <Route path="*" component={NotFound} />
        </Route>
      </Router>
    </QueryClientProvider>
  );
}
