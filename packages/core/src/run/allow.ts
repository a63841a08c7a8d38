import { Access } from "../access/index.ts";
import { get } from "./get.ts";

/** Who may change what a run works for may stop it, start it again and continue it. */
export async function allow(id: string): Promise<void> {
  const { privileges } = await get(id);
  if (!privileges.includes("edit")) throw Access.denied("edit");
}
