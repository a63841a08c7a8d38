import { Socket } from "@atrium/core/socket";
import { z } from "@hono/zod-openapi";
import { json, route, router } from "./respond.ts";

const open = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/sockets",
    summary: "A ticket that opens one WebSocket within half a minute, as `?ticket=` behind the url",
    tags: ["Notifications"],
    responses: { 201: json(z.object(Socket.Ticket.shape).openapi("SocketTicket"), "Where, and with what") },
  },
);

export const sockets = router().openapi(open, async (c) => c.json(await Socket.ticket(), 201));
