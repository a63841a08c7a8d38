/** Set by our handler, never by the client: counting attempts by what a client says of itself would count nothing. */
export const CLIENT_ADDRESS = "x-atrium-client-address";
