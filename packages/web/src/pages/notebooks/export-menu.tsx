import { useNavigate } from "@solidjs/router";
import { type Exported, notebooksAPI } from "../../data/notebook/api.ts";
import { complain, toast } from "../../data/toast.ts";
import { Icon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu.tsx";

/** Makes a document of what is shown, as a run whose output is a file. */
export function ExportMenu(props: { what: Exported; name: string }) {
  const navigate = useNavigate();
  const make = (format: "html" | "pdf") => () =>
    void notebooksAPI
      .export(props.what, format)
      .then(({ id }) => {
        const open = () => navigate(`/runs/${id}`);
        toast(`Making ${format === "pdf" ? "a PDF" : "a page"} of ${props.name}`, {
          action: { label: "Open", run: open },
        });
      })
      .catch(complain(`${props.name} was not exported`));
  return (
    <Menu
      label="Export"
      class="btn"
      entries={[
        { label: "HTML", icon: "globe", help: "one page, nothing to fetch", run: make("html") },
        { label: "PDF", icon: "file", help: "printed", run: make("pdf") },
      ]}
    >
      <Icon name="external" size="s" />
      Export
      <Icon name="chevronDown" size="xs" />
    </Menu>
  );
}
