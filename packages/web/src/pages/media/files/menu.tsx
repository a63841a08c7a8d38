import { createSignal, Show, Suspense } from "solid-js";
import { Icon } from "../../../ui/icon.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { ExportAnnotations } from "./export-dialog.tsx";
import { ImportAnnotations } from "./import-dialog.tsx";

type Props = {
  project: { id: string; name: string; privileges: readonly string[] };
  /** The media that is open. */
  media?: { id: string; name: string };
  /** Those that are chosen. */
  chosen?: () => string[];
  layers?: () => string[];
};

/** Annotations as files: of the media that is open, of those chosen, or of all there are. */
export function AnnotationFilesMenu(props: Props) {
  const [open, setOpen] = createSignal<"export" | "import">();
  const may = (privilege: string) => props.project.privileges.includes(privilege);
  const chosen = () => (props.media ? [props.media.id] : (props.chosen?.() ?? []));
  const of = () =>
    props.media?.name ?? (chosen().length > 0 ? `${chosen().length} chosen` : `${props.project.name} and all below`);
  return (
    <>
      <Menu
        label="Annotations as files"
        class="btn ghost sm"
        entries={[
          { label: "Export annotations…", icon: "download", disabled: !may("create"), run: () => setOpen("export") },
          { label: "Import annotations…", icon: "upload", disabled: !may("edit"), run: () => setOpen("import") },
        ]}
      >
        Annotations
        <Icon name="chevronDown" size="xs" />
      </Menu>
      <Suspense>
        <Show when={open() === "export"}>
          <ExportAnnotations
            projectId={props.project.id}
            of={of()}
            mediaIds={chosen()}
            layers={props.layers?.() ?? []}
            onClose={() => setOpen(undefined)}
          />
        </Show>
        <Show when={open() === "import"}>
          <ImportAnnotations
            projectId={props.project.id}
            {...(props.media ? { media: props.media } : {})}
            mayManage={may("manage")}
            onClose={() => setOpen(undefined)}
          />
        </Show>
      </Suspense>
    </>
  );
}
