import { createContext, useContext } from "solid-js";
import type { Project } from "../../data/types.ts";

export const ProjectContext = createContext<() => Project>();

/** The project whose tab is shown. */
export function useProject(): () => Project {
  const project = useContext(ProjectContext);
  if (!project) throw new Error("useProject outside a project page");
  return project;
}
