import { z } from "zod";

/** Who opened a socket, as the request for its ticket was authenticated, without the share links they opened. */
export const SocketActor = z.object({
  type: z.literal("user"),
  userID: z.string(),
  admin: z.boolean(),
  mayExecute: z.boolean(),
  sessionID: z.string().optional(),
  key: z.object({ id: z.string(), scopes: z.array(z.string()), projectID: z.string().optional() }).optional(),
});
export type SocketActor = z.infer<typeof SocketActor>;
