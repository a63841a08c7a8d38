import { Navigate, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { Match, Show, Switch } from "solid-js";
import { client } from "../../data/client.ts";
import { queries } from "../../data/queries.ts";
import { useSignedIn } from "../../data/session.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { NotFoundPage } from "../not-found.tsx";

/** `/<namespace>/<slug>/…`, now or as it once was: goes on to the project. */
export function ProjectByPath() {
  const signedIn = useSignedIn();
  const params = useParams<{ namespace: string; path: string }>();
  const found = useQuery(() => queries.projectAt(`/${params.namespace}/${params.path}`));
  const known = () => {
    const project = found.data;
    if (project) client.setQueryData(["project", project.id], project);
    return project;
  };
  return (
    <Switch fallback={<Skeleton width="220px" height="18px" />}>
      <Match when={found.error}>
        {(error) => (
          <Show when={signedIn} fallback={<ErrorState error={error()} what="The project did not load" />}>
            <NotFoundPage />
          </Show>
        )}
      </Match>
      <Match when={known()}>{(project) => <Navigate href={`/projects/${project().id}`} />}</Match>
    </Switch>
  );
}
