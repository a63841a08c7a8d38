import type { IconName } from "../ui/icons.ts";
import type { Bundle, Privilege, Visibility } from "./types.ts";

type Option = { value: Visibility; label: string; help: string };

export const visibilities: Option[] = [
  { value: "private", label: "Private", help: "Only people you add" },
  { value: "discoverable", label: "Discoverable", help: "Everybody signed in finds it, and may ask for access" },
  { value: "internal", label: "Internal", help: "Everybody who is signed in can read" },
  { value: "public", label: "Public", help: "Everybody on the Internet can read it, without an account" },
];

/** What each means here: administrators can close reading without an account, and then public is as internal. */
export const visibilitiesHere = (deployment: { readWithoutAccount: boolean } | undefined): Option[] =>
  deployment?.readWithoutAccount === false
    ? visibilities.map((one) =>
        one.value === "public"
          ? { ...one, help: "Everybody who is signed in, as long as reading needs an account here" }
          : one,
      )
    : visibilities;

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
