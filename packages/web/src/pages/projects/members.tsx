import { SharePanel } from "../share/panel.tsx";
import { useProject } from "./context.ts";

export function ProjectMembers() {
  const project = useProject();
  return (
    <div class="max-w-5xl p-6">
      <SharePanel entity={project()} />
    </div>
  );
}
