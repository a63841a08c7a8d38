// Made from packages/functions/openapi.json by `npm run openapi`. Do not edit.

export interface paths {
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your API keys */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeyPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make an API key; its secret is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt?: string;
                        name: string;
                        /**
                         * @default [
                         *       "read",
                         *       "write"
                         *     ]
                         */
                        scopes?: ("read" | "write" | "execute" | "admin")[];
                    };
                };
            };
            responses: {
                /** @description The key with its secret */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewApiKey"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an API key; it stops working at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a key by one with a new secret, shown this once; the old one may overlap */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 0 */
                        overlapSeconds?: number;
                    };
                };
            };
            responses: {
                /** @description The new key with its secret */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewApiKey"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened, newest first */
        get: {
            parameters: {
                query?: {
                    actorId?: string;
                    cursor?: string;
                    entityId?: string;
                    limit?: number;
                    since?: string;
                    type?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditEventPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deployment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this is, and who may sign up */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The deployment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deployment"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entities/{id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to something and to what lies in it, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entities/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has rights on something */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GrantPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Give somebody rights, in place of those they were given here before */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        bundle: "viewer" | "annotator" | "contributor" | "operator" | "owner";
                        /** Format: email */
                        email?: string;
                        principalId?: string;
                    };
                };
            };
            responses: {
                /** @description What they have now */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Grant"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entities/{id}/grants/{principalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody's rights back, or give up one's own */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    principalId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken back */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["File"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Put a file into the trash */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In the trash */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change name, description or tags */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        name?: string;
                        tags?: string[];
                    };
                };
            };
            responses: {
                /** @description The file, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["File"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/files/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A URL for the bytes, for five minutes */
        get: {
            parameters: {
                query?: {
                    redirect?: "0" | "1" | "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Where the bytes are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Link"];
                    };
                };
                /** @description The same, for a client that follows */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the beginning of a file reads as a table
         * @description Looks at the file's first mebibyte with the import's own eyes. Whatever is said in the query wins over what is found, and given to the import as `options` means the same there.
         */
        get: {
            parameters: {
                query?: {
                    delimiter?: string;
                    encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
                    format?: "csv" | "tsv" | "ndjson" | "json" | "parquet" | "arrow";
                    header?: "0" | "1" | "true" | "false";
                    /** @description Empty for none */
                    quote?: string;
                    /** @description Lines before the header or the first row */
                    skip?: number | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Columns, first rows, what was found */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preview"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a file back out of the trash */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["File"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/functions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Functions you may run */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FunctionPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/functions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A function and its signature */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The function */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Function"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/functions/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a function */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        inputs: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description The run */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Run"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups you may know of */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    limit?: number;
                    mine?: "0" | "1" | "true" | "false";
                    q?: string;
                    sort?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GroupPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a group; you are its admin */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        listed?: boolean;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description The group */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Group"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The group */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Group"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Put a group into the trash; what it was given stops counting */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In the trash */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change name, description, or whether others find it */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        listed?: boolean;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description The group, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Group"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who lies in a group directly: people and groups */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    q?: string;
                    sort?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GroupMemberPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Let a person or a whole group in, or change their role */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email?: string;
                        memberId?: string;
                        /**
                         * @default member
                         * @enum {string}
                         */
                        role?: "member" | "admin";
                    };
                };
            };
            responses: {
                /** @description The member */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GroupMember"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody out, or leave */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Out */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests to join: all of them for its admins, your own otherwise */
        get: {
            parameters: {
                query?: {
                    state?: "pending" | "approved" | "rejected" | "withdrawn";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GroupRequestPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask to be let in */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        message?: string;
                    };
                };
            };
            responses: {
                /** @description The request */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GroupRequest"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take your request back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken back */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/requests/{requestId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let them in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The request, decided */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GroupRequest"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/requests/{requestId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do not let them in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The request, decided */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GroupRequest"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a group back out of the trash */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The group */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Group"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the API answers; asks no database */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It does */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations nobody has taken up */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite an address; its link is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                    };
                };
            };
            responses: {
                /** @description The invitation with its link */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewInvitation"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is asking */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description You */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/principals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom you can share with: groups, people you know, and whoever has exactly this address */
        get: {
            parameters: {
                query?: {
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PrincipalPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projects you see */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    limit?: number;
                    q?: string;
                    sort?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a project; you are its owner */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        name: string;
                        tags?: string[];
                        /** @enum {string} */
                        visibility?: "private" | "internal" | "public";
                    };
                };
            };
            responses: {
                /** @description The project */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Project"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The project */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Project"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Put a project into the trash, with everything in it */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In the trash */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change name, description, tags or visibility */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        name?: string;
                        tags?: string[];
                        /** @enum {string} */
                        visibility?: "private" | "internal" | "public";
                    };
                };
            };
            responses: {
                /** @description The project, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Project"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/projects/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies in a project */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    kind?: string;
                    limit?: number;
                    q?: string;
                    sort?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ItemPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a project back out of the trash */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The project */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Project"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs you see, newest first */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    limit?: number;
                    projectId?: string;
                    sort?: string;
                    state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                    subjectId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The run */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Run"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The run, cancelled */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Run"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of a run's log after a number */
        get: {
            parameters: {
                query?: {
                    after?: number | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Lines, oldest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunLogs"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a run again that failed or was cancelled */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The run, queued */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Run"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything you see, by words, pieces of names and #tags */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    kind?: string;
                    limit?: number;
                    q?: string;
                    sort?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ItemPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Browsers you are signed in with */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Sign every other browser out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed out */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign one browser out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Signed out */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tables you see, of one project or all */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    limit?: number;
                    projectId?: string;
                    q?: string;
                    sort?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ItemPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a table of a file */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fileId: string;
                        name: string;
                        options?: {
                            delimiter?: string;
                            /** @enum {string} */
                            encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
                            /** @enum {string} */
                            format?: "csv" | "tsv" | "ndjson" | "json" | "parquet" | "arrow";
                            header?: boolean;
                            quote?: string;
                            /** @enum {string} */
                            rejected?: "refuse" | "keep";
                            skip?: number;
                        };
                        projectId: string;
                    };
                };
            };
            responses: {
                /** @description The table, and the run that fills it */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: components["schemas"]["Run"];
                            table: components["schemas"]["Table"];
                        };
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A table: columns, statistics, versions, how it was imported */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Table"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Put a table into the trash; an import under way is stopped */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In the trash */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change name, description or tags */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        name?: string;
                        tags?: string[];
                    };
                };
            };
            responses: {
                /** @description The table, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Table"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/tables/{id}/columns/{name}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statistics of a column, of any version and over filtered rows */
        get: {
            parameters: {
                query?: {
                    version?: number | null;
                    where?: string;
                };
                header?: never;
                path: {
                    id: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The column with its statistics, and how many rows they are of */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ColumnStatistics"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A URL for a version, the current one by default, for five minutes */
        get: {
            parameters: {
                query?: {
                    format?: "parquet";
                    version?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Where the bytes are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Link"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Groups and aggregates of a table's rows
         * @description Negotiated by Accept, as rows are. Without `groupBy` and `aggregates` it answers rows; with them, a row a group. `where` is as for rows, `select` and `sort` name columns of the answer. A missing `as` calls a group by its column, an aggregate `<op>_<column>`. A sum of whole numbers keeps every digit: beyond 2^53 it is text. Bins: `{count}` of equal width over the rows' range, `{width}` from zero on, or `{unit}` of the calendar.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TableQuery"];
                };
            };
            responses: {
                /** @description The answer. Header: Atrium-Table-Version */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TableAnswer"];
                        "application/vnd.apache.arrow.stream": string;
                        "application/vnd.apache.parquet": string;
                        "application/x-ndjson": string;
                        "text/csv": string;
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a table back out of the trash */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Table"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows of a table
         * @description Negotiated by Accept. `where` is JSON: `{and:[…]}`, `{or:[…]}`, `{not:…}` or `{column, op, value}` with op one of eq, ne, lt, le, gt, ge, in, between, contains, startsWith, endsWith, isNull, isNotNull. Read on with the cursor, or scroll with offset.
         */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    /** @description Default 50; at most 1,000 as JSON, 100,000 otherwise, or `all` for the whole table */
                    limit?: (number | null) | "all" | null;
                    offset?: number | null;
                    /** @description Columns, separated by commas */
                    select?: string;
                    /** @description Columns, each with a minus for descending */
                    sort?: string;
                    version?: number | null;
                    where?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The rows. Headers: Atrium-Table-Version, Atrium-Next, Atrium-Total */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rows"];
                        "application/vnd.apache.arrow.stream": string;
                        "application/vnd.apache.parquet": string;
                        "application/x-ndjson": string;
                        "text/csv": string;
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A table's versions, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TableVersionPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Import a file as the table's next version
         * @description The current version stays until the import has succeeded, and when it fails.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fileId: string;
                        options?: {
                            delimiter?: string;
                            /** @enum {string} */
                            encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
                            /** @enum {string} */
                            format?: "csv" | "tsv" | "ndjson" | "json" | "parquet" | "arrow";
                            header?: boolean;
                            quote?: string;
                            /** @enum {string} */
                            rejected?: "refuse" | "keep";
                            skip?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description The table, and the run that imports */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: components["schemas"]["Run"];
                            table: components["schemas"]["Table"];
                        };
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tables/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version: columns, report, and what differs from the one before */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The version */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TableVersion"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your uploads to a project that wait for parts */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    limit?: number;
                    projectId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Begin an upload: PUT each part to its URL, then complete
         * @description Answers the URLs of the first 100 parts; ask for the others when their turn comes. An empty file has no parts.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key and body again get the same answer */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        bytes: number;
                        /** @default application/octet-stream */
                        contentType?: string;
                        name: string;
                        projectId: string;
                        sha256?: string;
                    };
                };
            };
            responses: {
                /** @description The upload and where its first parts go */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenedUpload"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which parts have arrived, to go on after a break */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The upload and its parts */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadState"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Give an upload up */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Given up */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a file of the parts; repeating it answers the same file */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        crc64nvme?: string;
                        parts: {
                            etag: string;
                            number: number;
                        }[];
                        sha256?: string;
                    };
                };
            };
            responses: {
                /** @description The file */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["File"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fresh URLs for some parts; each lasts an hour */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Of each of these parts, in their order; the storage refuses other bytes */
                        crc64nvme?: string[];
                        numbers: number[];
                    };
                };
            };
            responses: {
                /** @description Where the parts go */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            parts: {
                                bytes: number;
                                number: number;
                                url: string;
                            }[];
                        };
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody with an account */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    limit?: number;
                    q?: string;
                    sort?: string;
                    state?: "active" | "deactivated";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserPage"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody with an account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The user */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give or take the rights to administer and to run functions */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        admin?: boolean;
                        mayExecute?: boolean;
                    };
                };
            };
            responses: {
                /** @description The user, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/users/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shut somebody out at once; what they made stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The user, deactivated */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody in again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The user, active */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["User"];
                    };
                };
                /** @description What went wrong; `code` says it for programs, `detail` for people */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ApiKey: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            prefix: string;
            scopes: ("read" | "write" | "execute" | "admin")[];
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            next: string | null;
            total?: number | "10000+";
        };
        AuditEvent: {
            actor: {
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            actorType: "public" | "user" | "run" | "system";
            address: string | null;
            /** Format: date-time */
            at: string;
            entityId: string | null;
            id: string;
            keyId: string | null;
            parameters: {
                [key: string]: unknown;
            };
            requestId: string | null;
            runId: string | null;
            sessionId: string | null;
            type: string;
        };
        AuditEventPage: {
            items: components["schemas"]["AuditEvent"][];
            next: string | null;
            total?: number | "10000+";
        };
        ColumnStatistics: {
            column: {
                name: string;
                precision?: number;
                scale?: number;
                source?: {
                    format?: string;
                    note?: string;
                };
                stats: {
                    distinct: number;
                    distinctApproximate: boolean;
                    histogram?: {
                        counts: number[];
                        edges: (number | string)[];
                    };
                    max?: string | number | null;
                    maxLength?: number;
                    mean?: number;
                    min?: string | number | null;
                    minLength?: number;
                    nulls: number;
                    quartiles?: number[];
                    stddev?: number;
                    top?: {
                        count: number;
                        value: string;
                    }[];
                };
                /** @enum {string} */
                type: "int64" | "float64" | "decimal" | "bool" | "date" | "time" | "timestamp" | "timestamptz" | "text";
            };
            rows: number;
            version: number;
        };
        Deployment: {
            /** @description Whether anybody has an account yet */
            accounts: boolean;
            name: string;
            /** @enum {string} */
            signUp: "open" | "invitation";
            version: string;
        };
        Event: {
            actor: {
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            at: string;
            entityId: string | null;
            id: string;
            parameters: {
                [key: string]: unknown;
            };
            runId: string | null;
            type: string;
        };
        EventPage: {
            items: components["schemas"]["Event"][];
            next: string | null;
            total?: number | "10000+";
        };
        File: {
            bytes: number;
            contentType: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            description: string;
            id: string;
            /** @enum {string} */
            kind: "project" | "file" | "table";
            name: string;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            projectId: string | null;
            revision: number;
            sha256: {
                /** @enum {string} */
                state: "declared" | "verified";
                value: string;
            } | null;
            slug: string;
            tags: string[];
            /** Format: date-time */
            updatedAt: string;
        };
        Function: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            id: string;
            name: string;
            revision: number;
            signature: {
                inputs: {
                    name: string;
                    optional?: boolean;
                    type: string;
                }[];
                outputs: {
                    name: string;
                    optional?: boolean;
                    type: string;
                }[];
            };
        };
        FunctionPage: {
            items: components["schemas"]["Function"][];
            next: string | null;
            total?: number | "10000+";
        };
        Grant: {
            /** @enum {string|null} */
            bundle: "viewer" | "annotator" | "contributor" | "operator" | "owner" | null;
            email?: string;
            /** @enum {string} */
            kind: "personal" | "team" | "builtin" | "domain";
            name: string;
            principalId: string;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
        };
        GrantPage: {
            items: components["schemas"]["Grant"][];
            next: string | null;
            total?: number | "10000+";
        };
        Group: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            id: string;
            listed: boolean;
            members: number;
            name: string;
            revision: number;
            /** @enum {string|null} */
            role: "member" | "admin" | null;
            /** Format: date-time */
            updatedAt: string;
        };
        GroupMember: {
            email?: string;
            id: string;
            /** @enum {string} */
            kind: "user" | "group";
            name: string;
            /** @enum {string} */
            role: "member" | "admin";
            /** Format: date-time */
            since: string;
        };
        GroupMemberPage: {
            items: components["schemas"]["GroupMember"][];
            next: string | null;
            total?: number | "10000+";
        };
        GroupPage: {
            items: components["schemas"]["Group"][];
            next: string | null;
            total?: number | "10000+";
        };
        GroupRequest: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            group: {
                id: string;
                name: string;
            };
            id: string;
            message: string;
            /** @enum {string} */
            state: "pending" | "approved" | "rejected" | "withdrawn";
            user: {
                id: string;
                name: string;
            };
        };
        GroupRequestPage: {
            items: components["schemas"]["GroupRequest"][];
            next: string | null;
            total?: number | "10000+";
        };
        Invitation: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
        };
        InvitationPage: {
            items: components["schemas"]["Invitation"][];
            next: string | null;
            total?: number | "10000+";
        };
        Item: {
            bytes?: number | null;
            contentType?: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            description: string;
            id: string;
            /** @enum {string} */
            kind: "project" | "file" | "table";
            name: string;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            projectId: string | null;
            revision: number;
            rows?: number | null;
            slug: string;
            /** @enum {string} */
            state?: "importing" | "ready" | "failed";
            tags: string[];
            /** Format: date-time */
            updatedAt: string;
            version?: number | null;
        };
        ItemPage: {
            items: components["schemas"]["Item"][];
            next: string | null;
            total?: number | "10000+";
        };
        Link: {
            /** Format: date-time */
            expiresAt: string;
            url: string;
        };
        Me: {
            key?: {
                /** Format: date-time */
                expiresAt: string | null;
                id: string;
                name: string;
                scopes: ("read" | "write" | "execute" | "admin")[];
            };
            user: {
                admin: boolean;
                email: string;
                id: string;
                mayExecute: boolean;
                name: string;
            };
        };
        NewApiKey: components["schemas"]["ApiKey"] & {
            key: string;
        };
        NewInvitation: components["schemas"]["Invitation"] & {
            url: string;
        };
        OpenedUpload: components["schemas"]["Upload"] & {
            parts: {
                bytes: number;
                number: number;
                url: string;
            }[];
        };
        Preview: {
            columns: {
                name: string;
                reason: string;
                type: string;
            }[];
            complete: boolean;
            /** @enum {string|null} */
            compression: "gzip" | "zstd" | null;
            delimiter?: string;
            /** @enum {string} */
            encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
            /** @enum {string} */
            format: "csv" | "tsv" | "ndjson" | "json" | "parquet" | "arrow";
            header?: boolean;
            notes: string[];
            quote?: string;
            rejected: {
                line: number;
                reason: string;
                text: string;
            }[];
            rows: (string | null)[][];
            skip?: number;
        };
        Principal: {
            /** @enum {string} */
            kind: "personal" | "team" | "builtin" | "domain";
            name: string;
            principalId: string;
        };
        PrincipalPage: {
            items: components["schemas"]["Principal"][];
            next: string | null;
            total?: number | "10000+";
        };
        Problem: {
            code: string;
            detail: string;
            errors?: {
                message: string;
                path: string;
            }[];
            requestId: string;
            status: number;
            title: string;
            type: string;
        };
        Project: {
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            description: string;
            id: string;
            items: number;
            /** @enum {string} */
            kind: "project" | "file" | "table";
            name: string;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            projectId: string | null;
            revision: number;
            slug: string;
            tags: string[];
            /** Format: date-time */
            updatedAt: string;
            /** @enum {string} */
            visibility: "private" | "internal" | "public";
        };
        ProjectPage: {
            items: components["schemas"]["Project"][];
            next: string | null;
            total?: number | "10000+";
        };
        Rows: {
            items: {
                [key: string]: unknown;
            }[];
            next: string | null;
            total?: number;
            version: number;
        };
        Run: {
            attempt: number;
            /** Format: date-time */
            endedAt: string | null;
            error: {
                code: string;
                message: string;
            } | null;
            function: {
                id: string;
                name: string;
            };
            id: string;
            inputs: {
                [key: string]: unknown;
            };
            outputs: {
                [key: string]: unknown;
            } | null;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            progress: {
                bytes: number | null;
                fraction: number;
                message: string | null;
                rows: number | null;
                step: string | null;
                totalBytes: number | null;
            };
            projectId: string;
            /** Format: date-time */
            queuedAt: string;
            requestedBy: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            startedAt: string | null;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            steps: {
                /** Format: date-time */
                endedAt: string | null;
                engine: string | null;
                name: string;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                state: "running" | "succeeded" | "failed" | "cancelled";
            }[];
        };
        RunLogs: {
            items: {
                /** Format: date-time */
                at: string;
                attempt: number;
                /** @enum {string} */
                level: "info" | "warn" | "error";
                message: string;
                seq: number;
                step: string;
            }[];
            next: number;
        };
        RunPage: {
            items: components["schemas"]["Run"][];
            next: string | null;
            total?: number | "10000+";
        };
        Session: {
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            ipAddress: string | null;
            /** Format: date-time */
            lastSeenAt: string;
            userAgent: string | null;
        };
        SessionPage: {
            items: components["schemas"]["Session"][];
            next: string | null;
            total?: number | "10000+";
        };
        Table: {
            bytes: number | null;
            columns: {
                name: string;
                precision?: number;
                scale?: number;
                source?: {
                    format?: string;
                    note?: string;
                };
                stats: {
                    distinct: number;
                    distinctApproximate: boolean;
                    histogram?: {
                        counts: number[];
                        edges: (number | string)[];
                    };
                    max?: string | number | null;
                    maxLength?: number;
                    mean?: number;
                    min?: string | number | null;
                    minLength?: number;
                    nulls: number;
                    quartiles?: number[];
                    stddev?: number;
                    top?: {
                        count: number;
                        value: string;
                    }[];
                };
                /** @enum {string} */
                type: "int64" | "float64" | "decimal" | "bool" | "date" | "time" | "timestamp" | "timestamptz" | "text";
            }[];
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            description: string;
            id: string;
            /** @enum {string} */
            kind: "project" | "file" | "table";
            name: string;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            projectId: string | null;
            report: {
                decisions: {
                    column: string;
                    reason: string;
                    type: string;
                }[];
                delimiter?: string;
                encoding: string;
                format: string;
                header?: boolean;
                quote?: string;
                rejected: number;
                rejectedRows: {
                    line: number;
                    reason: string;
                    text: string;
                }[];
                rows: number;
            } | null;
            revision: number;
            rows: number | null;
            run: {
                id: string;
                /** @enum {string} */
                state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            } | null;
            slug: string;
            source: {
                fileId: string;
                name: string;
            } | null;
            /** @enum {string} */
            state: "importing" | "ready" | "failed";
            tags: string[];
            /** Format: date-time */
            updatedAt: string;
            version: number | null;
            versions: {
                bytes: number;
                columns: number;
                /** Format: date-time */
                createdAt: string;
                rows: number;
                runId: string;
                version: number;
            }[];
        };
        TableAnswer: {
            columns: {
                name: string;
                /** @enum {string} */
                type: "int64" | "float64" | "decimal" | "bool" | "date" | "time" | "timestamp" | "timestamptz" | "text";
            }[];
            items: {
                [key: string]: unknown;
            }[];
            version: number;
        };
        TableQuery: {
            aggregates?: {
                as?: string;
                column?: string;
                /** @enum {string} */
                op: "count" | "countDistinct" | "sum" | "mean" | "min" | "max" | "median" | "stddev";
            }[];
            groupBy?: (string | {
                as?: string;
                bin?: {
                    count: number;
                } | {
                    width: number;
                } | {
                    /** @enum {string} */
                    unit: "year" | "month" | "day" | "hour";
                };
                column: string;
            })[];
            /** @default 1000 */
            limit: number;
            select?: string[];
            sort?: string;
            version?: number;
            where?: unknown;
        };
        TableVersion: {
            bytes: number;
            columns: {
                name: string;
                precision?: number;
                scale?: number;
                source?: {
                    format?: string;
                    note?: string;
                };
                stats: {
                    distinct: number;
                    distinctApproximate: boolean;
                    histogram?: {
                        counts: number[];
                        edges: (number | string)[];
                    };
                    max?: string | number | null;
                    maxLength?: number;
                    mean?: number;
                    min?: string | number | null;
                    minLength?: number;
                    nulls: number;
                    quartiles?: number[];
                    stddev?: number;
                    top?: {
                        count: number;
                        value: string;
                    }[];
                };
                /** @enum {string} */
                type: "int64" | "float64" | "decimal" | "bool" | "date" | "time" | "timestamp" | "timestamptz" | "text";
            }[];
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            } | null;
            diff: {
                added: {
                    name: string;
                    type: string;
                }[];
                against: number;
                changed: {
                    from: string;
                    name: string;
                    to: string;
                }[];
                removed: {
                    name: string;
                    type: string;
                }[];
                rows: number;
            } | null;
            report: {
                decisions: {
                    column: string;
                    reason: string;
                    type: string;
                }[];
                delimiter?: string;
                encoding: string;
                format: string;
                header?: boolean;
                quote?: string;
                rejected: number;
                rejectedRows: {
                    line: number;
                    reason: string;
                    text: string;
                }[];
                rows: number;
            };
            rows: number;
            runId: string;
            source: {
                fileId: string;
                name: string;
            } | null;
            version: number;
        };
        TableVersionItem: {
            bytes: number;
            columns: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            } | null;
            rows: number;
            runId: string;
            source: {
                fileId: string;
                name: string;
            } | null;
            version: number;
        };
        TableVersionPage: {
            items: components["schemas"]["TableVersionItem"][];
            next: string | null;
            total?: number | "10000+";
        };
        Upload: {
            bytes: number;
            contentType: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            fileId: string;
            id: string;
            name: string;
            partBytes: number;
            partCount: number;
            projectId: string;
            /** @enum {string} */
            state: "open" | "completed" | "aborted";
        };
        UploadPage: {
            items: components["schemas"]["Upload"][];
            next: string | null;
            total?: number | "10000+";
        };
        UploadState: components["schemas"]["Upload"] & {
            parts: {
                bytes: number;
                crc64nvme?: string;
                etag: string;
                number: number;
            }[];
        };
        User: {
            admin: boolean;
            /** Format: date-time */
            createdAt: string;
            email: string;
            emailVerified: boolean;
            id: string;
            /** Format: date-time */
            lastSeenAt: string | null;
            mayExecute: boolean;
            name: string;
            /** @enum {string} */
            state: "active" | "deactivated";
        };
        UserPage: {
            items: components["schemas"]["User"][];
            next: string | null;
            total?: number | "10000+";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
