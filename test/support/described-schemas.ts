/**
 * Schemas can only be described for the API where the library that describes them was there before they were made. The API loads it
 * first; tests that share a process load the domain's schemas in any order.
 */
import "@hono/zod-openapi";
