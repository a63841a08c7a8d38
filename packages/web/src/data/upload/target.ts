import { createSignal, onCleanup } from "solid-js";
import { complain } from "../toast.ts";
import { sendAsking } from "./ask.ts";

export type Target = {
  id: string;
  name: string;
  /** What comes there is to be media. */
  media?: true;
};

/** The project whose page is open, if this person may add to it: where a drop goes without a question. */
const [target, setTarget] = createSignal<Target>();

export { target };

/** Files that still need a project. */
const [homeless, setHomeless] = createSignal<File[]>([]);

export { homeless, setHomeless };

/** Files for the media of a project: what they are given, and where folders go, is asked first. */
const [comingMedia, setComingMedia] = createSignal<{ target: Target; files: File[] }>();

export { comingMedia, setComingMedia };

export function useTarget(project: Target) {
  setTarget(project);
  onCleanup(() => setTarget(undefined));
}

/** To the open project, or asks which. */
export function take(files: File[]) {
  if (files.length === 0) return;
  const here = target();
  if (here?.media) setComingMedia({ target: here, files });
  else if (here) sendAsking(here.id, here.name, files).catch(complain("The upload did not start"));
  else setHomeless(files);
}

/** Opens the system's chooser; a hidden input is the only door to it. */
export function choose(options: { folder?: boolean; multiple?: boolean } = {}) {
  return new Promise<FileList | null>((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = options.multiple ?? true;
    input.webkitdirectory = options.folder ?? false;
    input.onchange = () => resolve(input.files);
    input.oncancel = () => resolve(null);
    input.click();
  });
}
