import type { IconName } from "../ui/icons.ts";
import type { Bundle, Privilege, Visibility } from "./types.ts";

export const visibilities: { value: Visibility; label: string; help: string }[] = [
  { value: "private", label: "Private", help: "Only people you add" },
  { value: "discoverable", label: "Discoverable", help: "Everybody signed in finds it, and may ask for access" },
  { value: "internal", label: "Internal", help: "Everybody who is signed in can read" },
  { value: "public", label: "Public", help: "Everybody on the Internet can read it, without an account" },
];

export const visibilityIcons: Record<Visibility, IconName> = {
  private: "lock",
  discoverable: "search",
  internal: "people",
  public: "globe",
};
export const visibilityWord = (value: Visibility) =>
  visibilities.find((entry) => entry.value === value)?.label ?? value;

export const bundles: { value: Bundle; label: string; help: string }[] = [
  { value: "viewer", label: "Viewer", help: "Sees and reads everything" },
  { value: "annotator", label: "Annotator", help: "Reads and edits what is there" },
  { value: "contributor", label: "Contributor", help: "Adds and removes files and tables, too" },
  { value: "operator", label: "Operator", help: "Runs functions, too" },
  { value: "owner", label: "Owner", help: "Shares and manages, too" },
];

export const bundleWord = (value: Bundle | null) => bundles.find((entry) => entry.value === value)?.label ?? "Custom";

export const privileges: { value: Privilege; label: string }[] = [
  { value: "see", label: "See" },
  { value: "read", label: "Read" },
  { value: "edit", label: "Edit" },
  { value: "create", label: "Add" },
  { value: "transfer", label: "Download" },
  { value: "execute", label: "Run" },
  { value: "remove", label: "Remove" },
  { value: "share", label: "Share" },
  { value: "manage", label: "Manage" },
];
