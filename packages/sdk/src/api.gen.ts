// Made from packages/functions/openapi.json by `npm run openapi`. Do not edit.

export interface paths {
    "/api/v1/access-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests you made, or those you decide on */
        get: {
            parameters: {
                query?: {
                    as?: "asker" | "approver";
                    cursor?: string;
                    limit?: number;
                    state?: "pending" | "approved" | "rejected" | "withdrawn";
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
                        "application/json": components["schemas"]["AccessRequestPage"];
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
    "/api/v1/access-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request, for who made it and who decides on it */
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
                /** @description The request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessRequest"];
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
        /** Take your request back */
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
    "/api/v1/access-requests/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give what was asked for */
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
                        days?: number;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description The request, decided */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessRequest"];
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
    "/api/v1/access-requests/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do not give it, and say why */
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
                        days?: number;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description The request, decided */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessRequest"];
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
    "/api/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last change of each of some things, of those that may be read, newest first */
        get: {
            parameters: {
                query: {
                    /** @description Ids with commas between them, 50 at most */
                    entityIds: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The last changes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LastChanges"];
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
    "/api/v1/algorithms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An algorithm, with what it is asked for */
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
                /** @description The algorithm */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Algorithm"];
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
        /** Take an algorithm away; its script and its runs stay */
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
                /** @description Deleted */
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
        /** Change an algorithm; runs that are under way keep what they began with */
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
                        batchSize?: number;
                        categories?: string[];
                        description?: string;
                        image?: {
                            /** @default [] */
                            command?: string[];
                            /**
                             * @default {
                             *       "type": "object"
                             *     }
                             */
                            parameters?: {
                                $schema?: string;
                                /** @enum {boolean} */
                                additionalProperties?: false;
                                description?: string;
                                /** @default {} */
                                properties?: {
                                    [key: string]: {
                                        default?: string;
                                        description?: string;
                                        enum?: string[];
                                        /** @enum {string} */
                                        format?: "date-time";
                                        pattern?: string;
                                        title?: string;
                                        /** @enum {string} */
                                        type: "string";
                                    } | {
                                        default?: number;
                                        description?: string;
                                        maximum?: number;
                                        minimum?: number;
                                        title?: string;
                                        /** @enum {string} */
                                        type: "integer" | "number";
                                    } | {
                                        default?: boolean;
                                        description?: string;
                                        title?: string;
                                        /** @enum {string} */
                                        type: "boolean";
                                    } | {
                                        default?: (string | number)[];
                                        description?: string;
                                        items: {
                                            enum?: string[];
                                            /** @enum {string} */
                                            type: "string" | "integer" | "number";
                                        };
                                        title?: string;
                                        /** @enum {string} */
                                        type: "array";
                                    };
                                };
                                /** @default [] */
                                required?: string[];
                                title?: string;
                                /** @enum {string} */
                                type: "object";
                            };
                            reference: string;
                        };
                        layerIds?: string[] | null;
                        limits?: {
                            cpus?: number;
                            memoryMiB?: number;
                            seconds?: number;
                        };
                        name?: string;
                        scriptId?: string;
                    };
                };
            };
            responses: {
                /** @description The algorithm, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Algorithm"];
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
    "/api/v1/algorithms/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest runs of an algorithm that you see, newest first */
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
        /**
         * Run an algorithm over media, in batches
         * @description Over `mediaIds`, or over what a `query` finds, as the list of media takes it; then `count` says how many these are believed to be, and where they are not, nothing begins. It takes the right to execute its script, and to edit the media and the layer that it writes on: the one named, a new one of a `name`, or the project's first.
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
                    "application/json": components["schemas"]["AlgorithmStart"];
                };
            };
            responses: {
                /** @description The run, under way */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlgorithmStarted"];
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
    "/api/v1/algorithms/{id}/triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs an algorithm by itself, and how that went */
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
                        "application/json": components["schemas"]["TriggerPage"];
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
         * Run an algorithm by itself when media are ready, or annotated
         * @description Over the media of the algorithm's project and those inside it, once nothing has happened to them for `waitSeconds`, together. It runs with the rights of whoever made or changed the trigger, which takes the right to execute. What algorithms write triggers it only with `chain`, and never where it or its algorithm led to that; at most eight runs follow from one another.
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
                        /** @default false */
                        chain?: boolean;
                        /** @default true */
                        enabled?: boolean;
                        /** @enum {string} */
                        event: "media.ready" | "annotations.changed";
                        /** @default null */
                        layerId?: string | null;
                        /** @default null */
                        layerIds?: string[] | null;
                        /** @default {} */
                        parameters?: {
                            [key: string]: unknown;
                        };
                        /** @default null */
                        typeIds?: string[] | null;
                        /** @default 60 */
                        waitSeconds?: number;
                    };
                };
            };
            responses: {
                /** @description The trigger */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Trigger"];
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
    "/api/v1/annotation-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A type */
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
                /** @description The type */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnnotationType"];
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
        /** Take away a type that nothing is annotated with */
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
                /** @description Deleted */
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
        /** Change a type; values of its attributes follow, or what they could not follow is refused */
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
                        attributes?: {
                            autocomplete?: string[];
                            choices?: string[];
                            default?: string | number | boolean | (number | string)[];
                            /** @default  */
                            description?: string;
                            /** @enum {string} */
                            dtype: "bool" | "int" | "float" | "enum" | "string" | "blob" | "datetime" | "geopos" | "float_array";
                            labels?: string[];
                            maximum?: number;
                            minimum?: number;
                            name: string;
                            /** @default 0 */
                            order?: number;
                            /** @default false */
                            required?: boolean;
                            /** @default  */
                            section?: string;
                            size?: number;
                            /** @default  */
                            style?: string;
                            useCurrent?: boolean;
                            /** @default true */
                            visible?: boolean;
                        }[];
                        color?: string;
                        hotkey?: string | null;
                        /** @enum {string} */
                        interpolation?: "none" | "latest" | "linear";
                        name?: string;
                        position?: number;
                        renames?: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description The type, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnnotationType"];
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
    "/api/v1/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every announcement, past and to come */
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
                        "application/json": components["schemas"]["AnnouncementPage"];
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
        /** Tell everybody something, from and until when you like */
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
                        /** @default  */
                        body?: string;
                        /** @default true */
                        dismissible?: boolean;
                        /** Format: date-time */
                        from?: string;
                        title: string;
                        /**
                         * @default info
                         * @enum {string}
                         */
                        tone?: "info" | "warning";
                        /**
                         * Format: date-time
                         * @default null
                         */
                        until?: string | null;
                    };
                };
            };
            responses: {
                /** @description The announcement */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Announcement"];
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
    "/api/v1/announcements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an announcement back */
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
        /** Change an announcement */
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
                        body?: string;
                        dismissible?: boolean;
                        /** Format: date-time */
                        from?: string;
                        title?: string;
                        /** @enum {string} */
                        tone?: "info" | "warning";
                        /** Format: date-time */
                        until?: string | null;
                    };
                };
            };
            responses: {
                /** @description The announcement, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Announcement"];
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
    "/api/v1/announcements/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an announcement away for yourself */
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
                /** @description Put away */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/announcements/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is told just now and you have not put away */
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
                        "application/json": components["schemas"]["AnnouncementPage"];
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
                        projectId?: string;
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
    "/api/v1/crops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Addresses of up to 100 parts of frames or localizations, made where they are not there yet
         * @description In the order they were asked for. What cannot be had says why in `problem`, and the others come all the same.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: ({
                            /**
                             * @default jpeg
                             * @enum {string}
                             */
                            format?: "jpeg" | "png" | "webp";
                            frame: number;
                            mediaId: string;
                            rendition?: string;
                            roi?: string;
                            width?: number;
                        } | {
                            /**
                             * @default jpeg
                             * @enum {string}
                             */
                            format?: "jpeg" | "png" | "webp";
                            layer?: string;
                            localizationId: string;
                            margin?: number;
                            rendition?: string;
                            width?: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description One for each */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Crop"][];
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
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages to others that wait, or were given up */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    state?: "waiting" | "dead";
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
                        "application/json": components["schemas"]["OutboxPage"];
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
    "/api/v1/deliveries/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again what was given up: one message, or all of them */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id?: string;
                    };
                };
            };
            responses: {
                /** @description How many will be tried again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            messages: number;
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
    "/api/v1/deployment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this is, who may sign up, and whether there is maintenance */
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
    "/api/v1/deployment/image-registries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where images of algorithms may come from; nowhere, until an administrator says so */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Registries, or what is below one */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: string[];
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
    "/api/v1/deployment/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What administrators decided for all of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The settings */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeploymentSettings"];
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
        /** Change settings; everywhere within five seconds */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        banner?: string;
                        contact?: "" | string;
                        imageRegistries?: string[];
                        maintenance?: {
                            active: boolean;
                            /** @default  */
                            message?: string;
                            /**
                             * Format: date-time
                             * @default null
                             */
                            until?: string | null;
                        };
                        name?: string;
                        readWithoutAccount?: boolean;
                        /** @enum {string} */
                        secondFactor?: "optional" | "administrators" | "everyone";
                        /** @enum {string} */
                        signUp?: "open" | "domains" | "invitation";
                        signUpDomains?: string[];
                    };
                };
            };
            responses: {
                /** @description The settings, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeploymentSettings"];
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
    "/api/v1/entities/{id}/access/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why somebody may do what they may: which grants reach them, through which groups, from where
         * @description About oneself for whoever sees the thing; about others for whoever may share it.
         */
        get: {
            parameters: {
                query?: {
                    principal?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Their rights, and each grant with its way to them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessExplanation"];
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
    "/api/v1/entities/{id}/access/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you can ask for, the question to answer, and your own request */
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
                /** @description What can be asked for */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessOffer"];
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
        /** Say what people who want access are asked, what they can get, and who decides */
        put: {
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
                        /** @default [] */
                        approvers?: string[];
                        bundles: ("viewer" | "annotator" | "contributor" | "operator" | "owner")[];
                        /** @default null */
                        days?: number | null;
                        /** @default  */
                        question?: string;
                    };
                };
            };
            responses: {
                /** @description What can be asked for */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessOffer"];
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
        post?: never;
        /** Ask nothing any more; who may share it decides again */
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
                /** @description Removed */
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
    "/api/v1/entities/{id}/access/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for access */
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
                        answer?: string;
                        /** @enum {string} */
                        bundle: "viewer" | "annotator" | "contributor" | "operator" | "owner";
                        days?: number;
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
                        "application/json": components["schemas"]["AccessRequest"];
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
    "/api/v1/entities/{id}/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The attributes that something can have, and those it has */
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
                /** @description Types and values */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attributes"];
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
    "/api/v1/entities/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The threads on something, newest first, with their replies */
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
                        "application/json": components["schemas"]["CommentPage"];
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
        /** Say something, or answer; `@name` tells people who can see it */
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
                        body: string;
                        /** @default [] */
                        mentions?: string[];
                        parentId?: string;
                    };
                };
            };
            responses: {
                /** @description The comment */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comment"];
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
    "/api/v1/entities/{id}/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a comment of yours, or any where you manage */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    commentId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted; it can be restored */
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
        /** Change what you said */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    commentId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        body: string;
                        /** @default [] */
                        mentions?: string[];
                    };
                };
            };
            responses: {
                /** @description The comment, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comment"];
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
    "/api/v1/entities/{id}/comments/{commentId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a deletion back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    commentId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The comment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comment"];
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
    "/api/v1/entities/{id}/comments/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** You have read everything that is there */
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
                /** @description Noted */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entities/{id}/comments/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many comments of others you have not read, up to 100 */
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
                /** @description How many */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
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
    "/api/v1/entities/{id}/favorite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you starred something */
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
                /** @description Starred or not */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            favorite: boolean;
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
        /** Star something */
        put: {
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
                /** @description Starred */
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
        post?: never;
        /** Take your star away */
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
                /** @description Not starred */
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
                        bundle?: "viewer" | "annotator" | "contributor" | "operator" | "owner";
                        /** Format: email */
                        email?: string;
                        /** Format: date-time */
                        expiresAt?: string;
                        notify?: boolean | {
                            /** @default  */
                            message?: string;
                        };
                        principalId?: string;
                        privileges?: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
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
    "/api/v1/entities/{id}/grants/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people would be notified if it were shared with somebody or some group */
        get: {
            parameters: {
                query: {
                    bundle?: "viewer" | "annotator" | "contributor" | "operator" | "owner";
                    principalId: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Those whom it brings something new */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Audience"];
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
    "/api/v1/entities/{id}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a thing comes from
         * @description The runs that made it, what they used with versions and content hashes, and what made that, back to what was uploaded. Only through what you see; `complete` is false where it goes on.
         */
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
                /** @description Things and runs, and what leads where */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lineage"];
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
    "/api/v1/entities/{id}/mentionable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a comment there can mention */
        get: {
            parameters: {
                query?: {
                    q?: string;
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
                        "application/json": components["schemas"]["MentionablePage"];
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
    "/api/v1/entities/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a file, a table or a project into another project */
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
                        projectId: string;
                    };
                };
            };
            responses: {
                /** @description Moved */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entities/{id}/share-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The links that open something to whoever has them, newest first */
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
                        "application/json": components["schemas"]["ShareLinkPage"];
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
         * Make a link that lets whoever has it read something, without an account; it is shown this once
         * @description It opens the thing and what lies in it, nothing around it, for 30 days where nothing else is said. It works as long as its maker may share the thing.
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
                        /** @default true */
                        download?: boolean;
                        /** Format: date-time */
                        expiresAt?: string | null;
                        /** @default  */
                        label?: string;
                    };
                };
            };
            responses: {
                /** @description The link */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewShareLink"];
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
    "/api/v1/entities/{id}/share-links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a link; from the next request on it opens nothing */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    linkId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoked; it can be restored */
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
    "/api/v1/entities/{id}/share-links/{linkId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a revocation back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    linkId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The link */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShareLink"];
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
    "/api/v1/favorites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you starred, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[] | null;
                        };
                        description?: string;
                        name?: string;
                        resetAttributes?: string[];
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
        /**
         * Functions you may run
         * @description By name; what comes with the program stands on the first page, before the scripts, notebooks and models.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    kind?: "builtin" | "script" | "notebook" | "model";
                    limit?: number;
                    projectId?: string;
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
                        /** @description Where what it makes is to lie; without it, where the function does */
                        projectId?: string;
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
    "/api/v1/functions/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the annotation header of a source says, and what is wrong with it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        language?: string;
                        source: string;
                    };
                };
            };
            responses: {
                /** @description A signature for each header, with the JSON Schema of its inputs */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                line: number;
                                problems: {
                                    line: number;
                                    message: string;
                                }[];
                                schema: {
                                    [key: string]: unknown;
                                };
                                signature: {
                                    condition?: string;
                                    connection?: string;
                                    description?: string;
                                    environment?: string;
                                    friendlyName?: string;
                                    helpUrl?: string;
                                    inputs: {
                                        default?: unknown;
                                        description?: string;
                                        /** @enum {string} */
                                        item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                                        name: string;
                                        options: {
                                            action?: {
                                                table: string;
                                                /** @enum {string} */
                                                verb: "join" | "replace";
                                            };
                                            allowNulls?: boolean;
                                            caption?: string;
                                            category?: string;
                                            choices?: {
                                                values: string[];
                                            } | {
                                                source: string;
                                            };
                                            /** @enum {string} */
                                            columns?: "numerical" | "categorical";
                                            /** @enum {string} */
                                            columnType?: "numerical" | "categorical" | "dateTime";
                                            editor?: string;
                                            editorParam?: string;
                                            enabled?: string;
                                            format?: string;
                                            inputType?: string;
                                            max?: number;
                                            min?: number;
                                            nullable?: boolean;
                                            optional?: boolean;
                                            other?: {
                                                [key: string]: string;
                                            };
                                            pattern?: string;
                                            postfix?: string;
                                            /** @enum {string} */
                                            propagateChoice?: "all";
                                            semType?: string;
                                            separators?: string;
                                            step?: number;
                                            suggestions?: string;
                                            table?: string;
                                            units?: string;
                                            validators?: string[];
                                            visible?: string;
                                        };
                                        /** @enum {string} */
                                        type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                                    }[];
                                    language?: string;
                                    meta: {
                                        [key: string]: string;
                                    };
                                    name?: string;
                                    outputs: {
                                        default?: unknown;
                                        description?: string;
                                        /** @enum {string} */
                                        item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                                        name: string;
                                        options: {
                                            action?: {
                                                table: string;
                                                /** @enum {string} */
                                                verb: "join" | "replace";
                                            };
                                            allowNulls?: boolean;
                                            caption?: string;
                                            category?: string;
                                            choices?: {
                                                values: string[];
                                            } | {
                                                source: string;
                                            };
                                            /** @enum {string} */
                                            columns?: "numerical" | "categorical";
                                            /** @enum {string} */
                                            columnType?: "numerical" | "categorical" | "dateTime";
                                            editor?: string;
                                            editorParam?: string;
                                            enabled?: string;
                                            format?: string;
                                            inputType?: string;
                                            max?: number;
                                            min?: number;
                                            nullable?: boolean;
                                            optional?: boolean;
                                            other?: {
                                                [key: string]: string;
                                            };
                                            pattern?: string;
                                            postfix?: string;
                                            /** @enum {string} */
                                            propagateChoice?: "all";
                                            semType?: string;
                                            separators?: string;
                                            step?: number;
                                            suggestions?: string;
                                            table?: string;
                                            units?: string;
                                            validators?: string[];
                                            visible?: string;
                                        };
                                        /** @enum {string} */
                                        type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                                    }[];
                                    reference?: string;
                                    sample?: string;
                                    schedule?: {
                                        cron: string;
                                        runAs?: string;
                                    };
                                    tags: string[];
                                    tests: string[];
                                    topMenu?: string[];
                                };
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
        /** Whether the API answers; asks no database. With deep=1, for administrators, how each component stands */
        get: {
            parameters: {
                query?: {
                    deep?: "0" | "1" | "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It does, and with deep=1 so does everything else */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HealthReport"] | {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
                /** @description With deep=1: a component is not well */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HealthReport"];
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
        /** Invite an address; its link is mailed and shown this once */
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
    "/api/v1/job": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a job is to do
         * @description Its token opens this, the rows of the tables it was given, and what is below this, until the attempt or its batch ends; that of an image no longer than the job may take, from its first look on.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The job; its addresses hold for five minutes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
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
    "/api/v1/job/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how far a job is, and what it wrote
         * @description Four times a second at most; whoever comes more often gets 429 with `Retry-After`, and sends the same then.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        entries?: {
                            /** @enum {string} */
                            level: "info" | "warn" | "error";
                            message: string;
                        }[];
                        progress?: {
                            fraction: number;
                            message?: string;
                            step: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Whether to stop, because nobody waits for it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cancelled: boolean;
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
    "/api/v1/job/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in what a job made, or why it failed
         * @description Of a job that is tried again, the later result counts. An error ends the run.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        environmentHash?: string | null;
                        error?: {
                            code?: string;
                            line?: number | null;
                            message: string;
                            traceback?: string | null;
                        } | null;
                        /** @default [] */
                        outputs?: ({
                            bytes: number;
                            contentType: string;
                            fileName: string;
                            key: string;
                            name: string;
                            rows?: number;
                            sha256: string;
                            type: string;
                        } | {
                            name: string;
                            type: string;
                            value?: unknown;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Taken */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/job/results/{piece}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hand in some of the annotations that an image found, one JSON object a line
         * @description A piece has at most 4 MiB, and all together 64 MiB. They are read in the order of their numbers, and written when the result was handed in, all of the batch or nothing. The same piece again is no other one.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    piece: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-ndjson": string;
                };
            };
            responses: {
                /** @description What is kept */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            lines: number;
                            piece: number;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/job/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A place to put a file that a job made */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        bytes: number;
                        contentType: string;
                        name: string;
                        sha256: string;
                    };
                };
            };
            responses: {
                /** @description Where to PUT exactly these bytes, with which headers, for an hour */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            headers: {
                                [key: string]: string;
                            };
                            key: string;
                            url: string;
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
    "/api/v1/layers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A layer */
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
                /** @description The layer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Layer"];
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
        /** Put a layer that nothing lies on into the trash */
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
        /** Change its name, description, or what it lies over */
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
                        baseIds?: string[];
                        description?: string;
                        name?: string;
                        showEmpty?: boolean;
                    };
                };
            };
            responses: {
                /** @description The layer, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Layer"];
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
    "/api/v1/layers/{id}/compare/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a layer says otherwise than another: added, changed, deleted */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    kind?: "localization" | "state";
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                    otherId: string;
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
                        "application/json": components["schemas"]["LayerDifferencePage"];
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
    "/api/v1/layers/{id}/merge/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write what a layer says otherwise onto another, all of it or what is named */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    otherId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        elementalIds?: string[];
                    };
                };
            };
            responses: {
                /** @description How many were written */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            localizations: number;
                            states: number;
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
    "/api/v1/layers/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a layer back out of the trash */
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
                /** @description The layer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Layer"];
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
    "/api/v1/localizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A localization */
        get: {
            parameters: {
                query?: {
                    /** @description Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is */
                    layer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its newest mark */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Localization"];
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
        /** Delete a localization; it can be restored */
        delete: {
            parameters: {
                query?: {
                    /** @description Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is */
                    layer?: string;
                };
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
                /** @description Its new mark */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnnotationChanged"];
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
        options?: never;
        head?: never;
        /** Change a localization: a new mark is written, and the ones before it stay */
        patch: {
            parameters: {
                query?: {
                    /** @description Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is */
                    layer?: string;
                };
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[] | null;
                        };
                        frame?: number;
                        height?: number;
                        key?: boolean;
                        points?: [
                            number,
                            number
                        ][];
                        resetAttributes?: string[];
                        typeId?: string;
                        u?: number;
                        v?: number;
                        width?: number;
                        x?: number;
                        y?: number;
                    };
                };
            };
            responses: {
                /** @description Its new mark */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnnotationChanged"];
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
    "/api/v1/localizations/{id}/crop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The part of a frame that shows a localization */
        get: {
            parameters: {
                query?: {
                    format?: "jpeg" | "png" | "webp";
                    /** @description Where none is named, the one it was changed on last */
                    layer?: string;
                    /** @description Pixels of the video around it; none around an area, 32 around a dot or a line */
                    margin?: number | null;
                    /** @description Its name; without it one that is large enough */
                    rendition?: string;
                    /** @description In pixels, 16 to 4096; nothing is made larger than it is */
                    width?: number | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture. Its ETag stays as long as it would be the same; ask again with If-None-Match */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                        "image/png": string;
                        "image/webp": string;
                    };
                };
                /** @description The picture that you have is still the one */
                304: {
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
    "/api/v1/localizations/{id}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that it was, newest first, up to 1,000 */
        get: {
            parameters: {
                query?: {
                    /** @description Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is */
                    layer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its marks */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Localization"][];
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
    "/api/v1/localizations/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take changes back: what a mark had becomes the newest */
        post: {
            parameters: {
                query?: {
                    /** @description Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is */
                    layer?: string;
                };
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
                        mark: number;
                    };
                };
            };
            responses: {
                /** @description Its new mark */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnnotationChanged"];
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
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Media you see, of one project, of a playlist or all, with where their pictures are for five minutes */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    dtype?: "video" | "image" | "multi" | "live";
                    limit?: number;
                    playlistId?: string;
                    projectId?: string;
                    q?: string;
                    recursive?: "0" | "1" | "true" | "false";
                    sort?: string;
                    state?: "processing" | "ready" | "partial" | "failed";
                    typeId?: string;
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
                        "application/json": components["schemas"]["MediaPage"];
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
         * Make media of a file that is a video or a picture
         * @description The file stays what it is. Renditions are made of it by the run, and can be looked at one by one as they come.
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
                        fileId: string;
                        name?: string | null;
                        projectId: string;
                        typeId?: string | null;
                    };
                };
            };
            responses: {
                /** @description The media, and the run that makes its renditions */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            media: components["schemas"]["Media"];
                            run: components["schemas"]["Run"];
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
        /**
         * Set attributes and tags of many media
         * @description All of them or none, and one event. `count` is how many you believe these are; where it is not the number of ids, nothing happens.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MediaBulkPatch"];
                };
            };
            responses: {
                /** @description How many were changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
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
        trace?: never;
    };
    "/api/v1/media-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A type of media */
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
                /** @description The type */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MediaType"];
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
        /** Take a type of media away; its media stay, without a type */
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
        /** Change a type of media; what was made already stays as it is */
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
                        order?: number;
                        overlay?: string;
                        transcode?: {
                            /**
                             * @default copy
                             * @enum {string}
                             */
                            archival?: "none" | "copy" | "hevc";
                            /**
                             * @default h264
                             * @enum {string}
                             */
                            codec?: "h264" | "hevc" | "av1";
                            crf?: number;
                            /**
                             * @default [
                             *       144,
                             *       360,
                             *       480,
                             *       720,
                             *       1080
                             *     ]
                             */
                            heights?: number[];
                            preset?: string;
                        };
                        visible?: boolean;
                        volume?: number;
                    };
                };
            };
            responses: {
                /** @description The type, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MediaType"];
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
    "/api/v1/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A video or picture: size, frames, renditions, what went wrong */
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
                /** @description The media */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Media"];
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
        /** Put media into the trash; what is being made of it is stopped */
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
        /** Change name, description, tags or attributes, what is shown side by side, or where streams are */
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[] | null;
                        };
                        description?: string;
                        live?: {
                            layout: {
                                columns: number;
                                rows: number;
                            };
                            streams: {
                                feeds: {
                                    name: string;
                                    resolution: number[];
                                }[];
                                url: string;
                            }[];
                        };
                        multi?: {
                            columns: number;
                            ids: string[];
                            offsets?: number[];
                            rows: number;
                        };
                        name?: string;
                        resetAttributes?: string[];
                        tags?: string[];
                    };
                };
            };
            responses: {
                /** @description The media, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Media"];
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
    "/api/v1/media/{id}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything drawn on a media and said of it, in one stream
         * @description Arrow or NDJSON, by Accept. Newest marks, layers merged over their bases; localizations by layer and frame, then states. Columns: id, elemental_id, kind, type_id, layer_id, frame, end_frame, x, y, width, height, u, v, points, attributes and track_ids (JSON; of a track its members), mark, key, modified_at.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only what is drawn on these, both included; of tracks and what is said of frames all */
                    frames?: string;
                    /** @description Ids with commas between; all where none is named */
                    layers?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The annotations */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.apache.arrow.stream": string;
                        "application/x-ndjson": string;
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
    "/api/v1/media/{id}/around": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which media come before and after it in its project, by name */
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
                /** @description Its neighbours */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MediaAround"];
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
    "/api/v1/media/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a file beside media */
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
                        fileId: string;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description The media, with it among its renditions */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Media"];
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
    "/api/v1/media/{id}/attachments/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an attachment away; the file stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken away */
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
    "/api/v1/media/{id}/clip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Parts of a video as one, without sound
         * @description Whole fragments as they are, which begin with key frames: Atrium-Ranges says what is really in it. With `exact` just the frames asked for, encoded anew.
         */
        get: {
            parameters: {
                query: {
                    exact?: "0" | "1" | "true" | "false";
                    format?: "mp4";
                    /** @description First and last frame of each part */
                    range: string;
                    /** @description Its name; without it one that is large enough */
                    rendition?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The clip. Headers: Atrium-Ranges, ETag */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "video/mp4": string;
                    };
                };
                /** @description The clip that you have is still the one */
                304: {
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
    "/api/v1/media/{id}/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Up to 32 frames side by side or one after the other */
        get: {
            parameters: {
                query: {
                    /** @description Pictures a second, up to 15: they move as webp or gif */
                    animate?: number | null;
                    format?: "jpeg" | "png" | "webp" | "gif";
                    /** @description With commas between */
                    frames: string;
                    /** @description Its name; without it one that is large enough */
                    rendition?: string;
                    /** @description `width:height:x:y` of a part, as fractions of the picture; with commas between one for each frame */
                    roi?: string;
                    /** @description Columns and rows; else nearly a square */
                    tile?: string;
                    /** @description Of each picture, 16 to 960; 480 without it */
                    width?: number | null;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture. Its ETag stays as long as it would be the same; ask again with If-None-Match */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/gif": string;
                        "image/jpeg": string;
                        "image/png": string;
                        "image/webp": string;
                    };
                };
                /** @description The picture that you have is still the one */
                304: {
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
    "/api/v1/media/{id}/frames/{frame}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One frame of a video, an image, or a part of it */
        get: {
            parameters: {
                query?: {
                    format?: "jpeg" | "png" | "webp";
                    /** @description Its name; without it one that is large enough */
                    rendition?: string;
                    /** @description `width:height:x:y` of a part, as fractions of the picture; cut at its edges */
                    roi?: string;
                    /** @description In pixels, 16 to 4096; nothing is made larger than it is */
                    width?: number | null;
                };
                header?: never;
                path: {
                    frame: number | null;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture. Its ETag stays as long as it would be the same; ask again with If-None-Match */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                        "image/png": string;
                        "image/webp": string;
                    };
                };
                /** @description The picture that you have is still the one */
                304: {
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
    "/api/v1/media/{id}/hls/{playlist}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A playlist for players of HLS
         * @description `master.m3u8` names the others, one for each rendition that streams. Segments are byte ranges of one file; their addresses hold as long as it takes to watch it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    playlist: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The playlist */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.apache.mpegurl": string;
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
    "/api/v1/media/{id}/localizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The localizations of a media that you see, of the layers named or all */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    elementalId?: string;
                    fields?: string;
                    /** @description A filter as JSON */
                    filter?: string;
                    frame?: string;
                    /** @description Ids with commas between; all where none is named */
                    layer?: string;
                    limit?: number;
                    sort?: string;
                    type?: string;
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
                        "application/json": components["schemas"]["LocalizationPage"];
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
        /** Add up to 5,000 localizations: all of them or none */
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
                        items: {
                            /** @default {} */
                            attributes?: {
                                [key: string]: string | number | boolean | (number | string)[];
                            };
                            /** Format: uuid */
                            elementalId?: string;
                            /** @default 0 */
                            frame?: number;
                            height?: number;
                            /** @default true */
                            key?: boolean;
                            layerId?: string;
                            points?: [
                                number,
                                number
                            ][];
                            /** @default [] */
                            trackIds?: string[];
                            typeId: string;
                            u?: number;
                            v?: number;
                            width?: number;
                            x?: number;
                            y?: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description What was made, in the order it was sent */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AnnotationChanged"][];
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
    "/api/v1/media/{id}/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make what is missing of its renditions; those that are there stay */
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
            requestBody?: never;
            responses: {
                /** @description The media, and the run that makes them */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            media: components["schemas"]["Media"];
                            run: components["schemas"]["Run"];
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
    "/api/v1/media/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take media back out of the trash */
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
                /** @description The media */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Media"];
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
    "/api/v1/media/{id}/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The states of a media that you see, of the layers named or all */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    elementalId?: string;
                    fields?: string;
                    /** @description A filter as JSON */
                    filter?: string;
                    frame?: string;
                    /** @description Ids with commas between; all where none is named */
                    layer?: string;
                    limit?: number;
                    sort?: string;
                    type?: string;
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
                        "application/json": components["schemas"]["StatePage"];
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
        /** Add up to 5,000 states: all of them or none */
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
                        items: {
                            /** @default {} */
                            attributes?: {
                                [key: string]: string | number | boolean | (number | string)[];
                            };
                            /** @default null */
                            color?: string | null;
                            /** Format: uuid */
                            elementalId?: string;
                            /** @default null */
                            endFrame?: number | null;
                            /** @default null */
                            frame?: number | null;
                            layerId?: string;
                            /** @default [] */
                            localizationIds?: string[];
                            mediaIds?: string[];
                            typeId: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description What was made, in the order it was sent */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AnnotationChanged"][];
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
    "/api/v1/media/{id}/tiles/{level}/{column}/{row}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One square of a very large picture
         * @description Level 0 fits one square, and each has twice the width and height of the one before; `details` of the rendition `tiles` says how many there are, and how many pixels a square is along.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    column: number | null;
                    id: string;
                    level: number | null;
                    row: number | null;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture. Its ETag stays as long as it would be the same; ask again with If-None-Match */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/webp": string;
                    };
                };
                /** @description The picture that you have is still the one */
                304: {
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
    "/api/v1/media/{id}/urls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where renditions can be read, for five minutes
         * @description Without names, all that may be looked at. The archival copy and the `original` take the right to transfer. Beside a streaming rendition lies an index of its segments.
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
                    "application/json": {
                        /** @enum {string} */
                        disposition?: "inline" | "attachment";
                        renditions?: string[];
                    };
                };
            };
            responses: {
                /** @description Where they are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["MediaUrl"][];
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
    "/api/v1/media/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same media in another project, sharing their bytes
         * @description At most 500. A clone keeps its renditions when the original goes; annotations stay with the original.
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
                        ids: string[];
                        projectId: string;
                    };
                };
            };
            responses: {
                /** @description The clones, in order */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ids: string[];
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
    "/api/v1/media/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The projects that media lie in, with how many lie in each itself
         * @description At most 500, by name: the project asked for with those inside it, or all that you see.
         */
        get: {
            parameters: {
                query?: {
                    projectId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Folders */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["MediaFolder"][];
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
    "/api/v1/media/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch a video or a picture from an address
         * @description Only https on the public internet; where the address leads on to is held to the same. The run makes a file of it, and media of the file, which its outputs name.
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        } | null;
                        name?: string | null;
                        projectId: string;
                        url: string;
                    };
                };
            };
            responses: {
                /** @description The run that fetches it */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: components["schemas"]["Run"];
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
    "/api/v1/media/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A place for cameras that send as long as somebody looks */
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
                        layout: {
                            columns: number;
                            rows: number;
                        };
                        name: string;
                        projectId: string;
                        streams: {
                            feeds: {
                                name: string;
                                resolution: number[];
                            }[];
                            url: string;
                        }[];
                        typeId?: string | null;
                    };
                };
            };
            responses: {
                /** @description The media */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Media"];
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
    "/api/v1/media/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put many media into another project
         * @description All of them or none, and one event. `count` is how many you believe these are; where it is not the number of ids, nothing happens.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
                        count: number;
                        ids: string[];
                        projectId: string;
                    };
                };
            };
            responses: {
                /** @description How many were changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
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
    "/api/v1/media/multi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show several videos side by side, as one */
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
                        columns: number;
                        ids: string[];
                        name: string;
                        offsets?: number[];
                        projectId: string;
                        rows: number;
                        typeId?: string | null;
                    };
                };
            };
            responses: {
                /** @description The media */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Media"];
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
    "/api/v1/media/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take many media back out of the trash
         * @description All of them or none, and one event. `count` is how many you believe these are; where it is not the number of ids, nothing happens.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        count: number;
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description How many were changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
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
    "/api/v1/media/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put many media into the trash
         * @description All of them or none, and one event. `count` is how many you believe these are; where it is not the number of ids, nothing happens.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        count: number;
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description How many were changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
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
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Models you see, of one project or all
         * @description A model is trained by running the function `train`: `POST /functions/fun_00000000000000000000000002/runs`.
         */
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A model: what it predicts from what, what it is worth, what it was made of */
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
                /** @description The model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Model"];
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
        /** Put a model into the trash */
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[] | null;
                        };
                        description?: string;
                        name?: string;
                        resetAttributes?: string[];
                        tags?: string[];
                    };
                };
            };
            responses: {
                /** @description The model, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Model"];
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
    "/api/v1/models/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A URL for the model's ONNX file, for five minutes */
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
    "/api/v1/models/{id}/others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models of the same table or the same outcome, to compare it with, newest first */
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
                /** @description At most fifty */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ModelBrief"][];
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
    "/api/v1/models/{id}/predict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the model predicts for some rows, at once
         * @description At most 1,000 rows. Every feature has to be named in every row; null is a missing value, and a category the model does not know counts as none, both as in training. For a whole table run the model's function.
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
                    "application/json": {
                        rows: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            responses: {
                /** @description A prediction for each row, in their order */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                prediction: string | number | boolean;
                                probabilities?: {
                                    [key: string]: number;
                                };
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
    "/api/v1/models/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a model back out of the trash */
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
                /** @description The model */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Model"];
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
    "/api/v1/namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you can put projects: your own namespace and those of your groups */
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
                        "application/json": components["schemas"]["NamespacePage"];
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
    "/api/v1/namespaces/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give your namespace, or that of a group you lead, another address; the old one still leads to it */
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
                        slug: string;
                    };
                };
            };
            responses: {
                /** @description The namespace */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Namespace"];
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
    "/api/v1/notebooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a notebook: of a file that is one, or empty
         * @description Its inputs are what the cell tagged `parameters` assigns, or what the annotation header of its first cell says. Its function has the same id: run it with `POST /functions/{id}/runs`; what was executed is a file of its own.
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
                        description?: string;
                        fileId?: string;
                        name?: string;
                        projectId: string;
                        tags?: string[];
                    };
                };
            };
            responses: {
                /** @description The notebook */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notebook"];
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
    "/api/v1/notebooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A notebook: its parameters, and what its content is */
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
                /** @description The notebook */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notebook"];
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
        /** Put a notebook into the trash */
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[] | null;
                        };
                        description?: string;
                        name?: string;
                        resetAttributes?: string[];
                        tags?: string[];
                    };
                };
            };
            responses: {
                /** @description The notebook, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notebook"];
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
    "/api/v1/notebooks/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A URL for the .ipynb, the current version by default, for five minutes */
        get: {
            parameters: {
                query?: {
                    version?: string;
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
        /** Make what was uploaded the next version */
        put: {
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
                        uploadId: string;
                    };
                };
            };
            responses: {
                /** @description The notebook, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notebook"];
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
        /**
         * A URL to put new content to
         * @description Good for one object of exactly that many bytes. `PUT /notebooks/{id}/content` then makes a version of it.
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
                    "application/json": {
                        bytes: number;
                        sha256: string;
                    };
                };
            };
            responses: {
                /** @description Where it goes, and the headers to send with it */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            headers: {
                                [key: string]: string;
                            };
                            uploadId: string;
                            url: string;
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
    "/api/v1/notebooks/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a notebook back out of the trash */
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
                /** @description The notebook */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notebook"];
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
    "/api/v1/notebooks/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A notebook's versions, newest first */
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
                        "application/json": components["schemas"]["NotebookVersionPage"];
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
    "/api/v1/notebooks/{id}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the content of an earlier version again, as the newest */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The notebook */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notebook"];
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
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you were told of, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    unread?: "0" | "1" | "true" | "false";
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
                        "application/json": components["schemas"]["NotificationPage"];
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
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you hear of, and how */
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
                        "application/json": components["schemas"]["NotificationPreferencePage"];
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
        /** Choose what you hear of: on the site, by mail at once, by mail once a day, or not */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        preferences: {
                            inApp: boolean;
                            /** @enum {string} */
                            mail: "off" | "now" | "digest";
                            /** @enum {string} */
                            type: "access.requested" | "access.decided" | "access.given" | "access.ending" | "group.join_requested" | "group.request_decided" | "comment.mentioned" | "comment.replied" | "comment.posted" | "run.failed" | "run.succeeded";
                        }[];
                    };
                };
            };
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NotificationPreferencePage"];
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
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark some as read or unread, or all where none are named */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids?: string[];
                        /** @default true */
                        read?: boolean;
                    };
                };
            };
            responses: {
                /** @description Marked */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many you have not read, up to 100 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The number for the bell */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
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
    "/api/v1/playlists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A playlist */
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
                /** @description The playlist */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Playlist"];
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
        /** Take a playlist away; what is in it stays */
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
        /** Rename a playlist, put its media in another order, or add some at its end */
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
                        addIds?: string[];
                        description?: string;
                        mediaIds?: string[];
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description The playlist, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Playlist"];
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
        /** Make a project, at the top of a namespace or inside another one */
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
                        description?: string;
                        name: string;
                        namespace?: string;
                        parentId?: string;
                        slug?: string;
                        tags?: string[];
                        /** @enum {string} */
                        visibility?: "private" | "discoverable" | "internal" | "public";
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
        /** Change name, description, tags, README, visibility or address */
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[] | null;
                        };
                        description?: string;
                        name?: string;
                        readme?: string;
                        resetAttributes?: string[];
                        slug?: string;
                        tags?: string[];
                        /** @enum {string} */
                        visibility?: "private" | "discoverable" | "internal" | "public";
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
    "/api/v1/projects/{id}/algorithms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be run over media in a project: its own algorithms and those of the projects around it */
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
                        "application/json": components["schemas"]["AlgorithmPage"];
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
        /** Register a script as an algorithm: how many media a job gets, and what it may use */
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
                        /** @default 1 */
                        batchSize?: number;
                        /** @default [] */
                        categories?: string[];
                        /** @default  */
                        description?: string;
                        image?: {
                            /** @default [] */
                            command?: string[];
                            /**
                             * @default {
                             *       "type": "object"
                             *     }
                             */
                            parameters?: {
                                $schema?: string;
                                /** @enum {boolean} */
                                additionalProperties?: false;
                                description?: string;
                                /** @default {} */
                                properties?: {
                                    [key: string]: {
                                        default?: string;
                                        description?: string;
                                        enum?: string[];
                                        /** @enum {string} */
                                        format?: "date-time";
                                        pattern?: string;
                                        title?: string;
                                        /** @enum {string} */
                                        type: "string";
                                    } | {
                                        default?: number;
                                        description?: string;
                                        maximum?: number;
                                        minimum?: number;
                                        title?: string;
                                        /** @enum {string} */
                                        type: "integer" | "number";
                                    } | {
                                        default?: boolean;
                                        description?: string;
                                        title?: string;
                                        /** @enum {string} */
                                        type: "boolean";
                                    } | {
                                        default?: (string | number)[];
                                        description?: string;
                                        items: {
                                            enum?: string[];
                                            /** @enum {string} */
                                            type: "string" | "integer" | "number";
                                        };
                                        title?: string;
                                        /** @enum {string} */
                                        type: "array";
                                    };
                                };
                                /** @default [] */
                                required?: string[];
                                title?: string;
                                /** @enum {string} */
                                type: "object";
                            };
                            reference: string;
                        };
                        /** @default null */
                        layerIds?: string[] | null;
                        /** @default {} */
                        limits?: {
                            cpus?: number;
                            memoryMiB?: number;
                            seconds?: number;
                        };
                        name: string;
                        scriptId?: string;
                    };
                };
            };
            responses: {
                /** @description The algorithm */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Algorithm"];
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
    "/api/v1/projects/{id}/annotation-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be drawn in a project: its own types and those of the projects around it */
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
                        "application/json": components["schemas"]["AnnotationTypePage"];
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
        /** Add a type: what is drawn, its color and key, and its attributes */
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
                        /** @default [] */
                        attributes?: {
                            autocomplete?: string[];
                            choices?: string[];
                            default?: string | number | boolean | (number | string)[];
                            /** @default  */
                            description?: string;
                            /** @enum {string} */
                            dtype: "bool" | "int" | "float" | "enum" | "string" | "blob" | "datetime" | "geopos" | "float_array";
                            labels?: string[];
                            maximum?: number;
                            minimum?: number;
                            name: string;
                            /** @default 0 */
                            order?: number;
                            /** @default false */
                            required?: boolean;
                            /** @default  */
                            section?: string;
                            size?: number;
                            /** @default  */
                            style?: string;
                            useCurrent?: boolean;
                            /** @default true */
                            visible?: boolean;
                        }[];
                        /** @default #3b82f6 */
                        color?: string;
                        /** @default null */
                        hotkey?: string | null;
                        /**
                         * @default none
                         * @enum {string}
                         */
                        interpolation?: "none" | "latest" | "linear";
                        name: string;
                        /** @default 0 */
                        position?: number;
                        /** @enum {string} */
                        shape: "box" | "line" | "dot" | "polygon" | "frame" | "media" | "track";
                    };
                };
            };
            responses: {
                /** @description The type */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnnotationType"];
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
    "/api/v1/projects/{id}/annotations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a file of annotations: CSV, NDJSON, COCO, YOLO, Pascal VOC or MOTChallenge
         * @description What you see of the project and all below it, or of some media, layers and types, or what fulfils a filter. The run's outputs name the file, how many annotations it holds and what the format could not carry.
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
                    "application/json": components["schemas"]["AnnotationExport"];
                };
            };
            responses: {
                /** @description The run that writes it */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: components["schemas"]["Run"];
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
    "/api/v1/projects/{id}/annotations/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make annotations of a file: CSV, NDJSON, COCO, YOLO, Pascal VOC or MOTChallenge
         * @description All or nothing, unless `keepGood` is said; what is wrong is named with its place in the file, in the run's error, outputs and log. The same file again doubles nothing. Media are found by id or name among those of the project and below, types by name and shape.
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
                    "application/json": components["schemas"]["AnnotationImport"];
                };
            };
            responses: {
                /** @description The run that reads it */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            run: components["schemas"]["Run"];
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
    "/api/v1/projects/{id}/attribute-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The attributes of a project, its own and those of the projects around it */
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
                        "application/json": components["schemas"]["AttributeTypePage"];
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
        /** Add an attribute; what exists gets its default */
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
                        autocomplete?: string[];
                        choices?: string[];
                        default?: string | number | boolean | (number | string)[];
                        /** @default  */
                        description?: string;
                        /** @enum {string} */
                        dtype: "bool" | "int" | "float" | "enum" | "string" | "blob" | "datetime" | "geopos" | "float_array";
                        /**
                         * @default [
                         *       "file",
                         *       "table"
                         *     ]
                         */
                        kinds?: ("project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer")[];
                        labels?: string[];
                        maximum?: number;
                        minimum?: number;
                        name: string;
                        /** @default 0 */
                        order?: number;
                        /** @default false */
                        required?: boolean;
                        /** @default  */
                        section?: string;
                        size?: number;
                        /** @default  */
                        style?: string;
                        useCurrent?: boolean;
                        /** @default true */
                        visible?: boolean;
                    };
                };
            };
            responses: {
                /** @description The attribute */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AttributeType"];
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
    "/api/v1/projects/{id}/attribute-types/{typeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An attribute of a project's own */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    typeId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The attribute */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AttributeType"];
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
        /** The same with a whole definition: what it leaves out goes */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    typeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        autocomplete?: string[];
                        choices?: string[];
                        default?: string | number | boolean | (number | string)[];
                        /** @default  */
                        description?: string;
                        /** @enum {string} */
                        dtype: "bool" | "int" | "float" | "enum" | "string" | "blob" | "datetime" | "geopos" | "float_array";
                        /**
                         * @default [
                         *       "file",
                         *       "table"
                         *     ]
                         */
                        kinds?: ("project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer")[];
                        labels?: string[];
                        maximum?: number;
                        minimum?: number;
                        name: string;
                        /** @default 0 */
                        order?: number;
                        /** @default false */
                        required?: boolean;
                        /** @default  */
                        section?: string;
                        size?: number;
                        /** @default  */
                        style?: string;
                        useCurrent?: boolean;
                        /** @default true */
                        visible?: boolean;
                    };
                };
            };
            responses: {
                /** @description The attribute, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AttributeType"];
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
        post?: never;
        /** Take an attribute away, and its values */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    typeId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted; it can be restored */
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
        /** Change an attribute; values follow a new name, and int and float, enum and string become one another */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    typeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        autocomplete?: string[];
                        choices?: string[];
                        default?: string | number | boolean | (number | string)[];
                        /** @default  */
                        description?: string;
                        /** @enum {string} */
                        dtype?: "bool" | "int" | "float" | "enum" | "string" | "blob" | "datetime" | "geopos" | "float_array";
                        /**
                         * @default [
                         *       "file",
                         *       "table"
                         *     ]
                         */
                        kinds?: ("project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer")[];
                        labels?: string[];
                        maximum?: number;
                        minimum?: number;
                        name?: string;
                        /** @default 0 */
                        order?: number;
                        /** @default false */
                        required?: boolean;
                        /** @default  */
                        section?: string;
                        size?: number;
                        /** @default  */
                        style?: string;
                        useCurrent?: boolean;
                        /** @default true */
                        visible?: boolean;
                    };
                };
            };
            responses: {
                /** @description The attribute, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AttributeType"];
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
    "/api/v1/projects/{id}/attribute-types/{typeId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a deletion back, with the values */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    typeId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The attribute */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AttributeType"];
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
    "/api/v1/projects/{id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a project like this one, with the projects, files and tables in it
         * @description Bytes are shared and not copied, so it takes no longer for large files. Grants are not copied.
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
                        name?: string;
                        namespace?: string;
                        parentId?: string;
                        /** @enum {string} */
                        visibility?: "private" | "discoverable" | "internal" | "public";
                    };
                };
            };
            responses: {
                /** @description The copy; you are its owner where it stands at the top */
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
    "/api/v1/projects/{id}/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Layers that media of the project are annotated on, its own and those of the projects around it */
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
                        "application/json": components["schemas"]["LayerPage"];
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
        /** Add a layer, drawn over others if it is to correct them */
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
                        /** @default [] */
                        baseIds?: string[];
                        /** @default  */
                        description?: string;
                        name: string;
                        /** @default true */
                        showEmpty?: boolean;
                    };
                };
            };
            responses: {
                /** @description The layer */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Layer"];
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
    "/api/v1/projects/{id}/localizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The localizations of all media in a project and below that you see */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    elementalId?: string;
                    fields?: string;
                    /** @description A filter as JSON */
                    filter?: string;
                    frame?: string;
                    /** @description Ids with commas between; all where none is named */
                    layer?: string;
                    limit?: number;
                    sort?: string;
                    type?: string;
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
                        "application/json": components["schemas"]["LocalizationPage"];
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
        /** Delete many localizations at once; `count` guards against deleting more than is meant */
        delete: {
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
                        count?: number;
                        /** @description A leaf {"field", "op", "value"}, {"and": […]}, {"or": […]}, {"not": …} or {"related", "where"}; see the guide */
                        filter?: Record<string, never>;
                        ids?: string[];
                        layer?: string[];
                        mediaId?: string;
                        type?: string[];
                    };
                };
            };
            responses: {
                /** @description How many were changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
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
        options?: never;
        head?: never;
        /** Change many localizations at once; `count` guards against changing more than is meant */
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
                        count?: number;
                        /** @description A leaf {"field", "op", "value"}, {"and": […]}, {"or": […]}, {"not": …} or {"related", "where"}; see the guide */
                        filter?: Record<string, never>;
                        ids?: string[];
                        layer?: string[];
                        mediaId?: string;
                        newLayer?: string;
                        resetAttributes?: string[];
                        type?: string[];
                        /** @default {} */
                        values?: {
                            attributes?: {
                                [key: string]: string | number | boolean | (number | string)[] | null;
                            };
                            frame?: number;
                            height?: number;
                            key?: boolean;
                            points?: [
                                number,
                                number
                            ][];
                            typeId?: string;
                            u?: number;
                            v?: number;
                            width?: number;
                            x?: number;
                            y?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description How many were changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
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
        trace?: never;
    };
    "/api/v1/projects/{id}/localizations/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same, with a filter in the body */
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
                        count?: boolean;
                        cursor?: string;
                        fields?: string;
                        /** @description A leaf {"field", "op", "value"}, {"and": […]}, {"or": […]}, {"not": …} or {"related", "where"}; see the guide */
                        filter?: Record<string, never>;
                        ids?: string[];
                        layer?: string[];
                        limit?: number;
                        mediaId?: string;
                        sort?: string;
                        type?: string[];
                    };
                };
            };
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LocalizationPage"];
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
    "/api/v1/projects/{id}/localizations/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many localizations there are of each type, the most first */
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
                        /** @description A leaf {"field", "op", "value"}, {"and": […]}, {"or": […]}, {"not": …} or {"related", "where"}; see the guide */
                        filter?: Record<string, never>;
                        ids?: string[];
                        layer?: string[];
                        mediaId?: string;
                        type?: string[];
                    };
                };
            };
            responses: {
                /** @description Types that there is something of */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AnnotationTypeCount"][];
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
    "/api/v1/projects/{id}/media-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The types of media of a project, its own and those of the projects around it */
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
                        "application/json": components["schemas"]["MediaTypePage"];
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
        /** Add a type of media: how it is made playable, and how it begins to play */
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
                        description?: string;
                        /** @enum {string} */
                        dtype: "video" | "image" | "multi" | "live";
                        name: string;
                        /** @default 0 */
                        order?: number;
                        /** @default  */
                        overlay?: string;
                        /** @default {} */
                        transcode?: {
                            /**
                             * @default copy
                             * @enum {string}
                             */
                            archival?: "none" | "copy" | "hevc";
                            /**
                             * @default h264
                             * @enum {string}
                             */
                            codec?: "h264" | "hevc" | "av1";
                            crf?: number;
                            /**
                             * @default [
                             *       144,
                             *       360,
                             *       480,
                             *       720,
                             *       1080
                             *     ]
                             */
                            heights?: number[];
                            preset?: string;
                        };
                        /** @default true */
                        visible?: boolean;
                        /** @default 1 */
                        volume?: number;
                    };
                };
            };
            responses: {
                /** @description The type */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MediaType"];
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
    "/api/v1/projects/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a project into another one, or to the top of a namespace
         * @description Needs `remove` on the project and `create` where it goes; at the top `manage`, because there it inherits no rights any more. Grants of its own go along. Costs one row for each project inside it, however much they hold.
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
                    "application/json": {
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
                        namespace?: string;
                        parentId?: string;
                    };
                };
            };
            responses: {
                /** @description The project in its new place; its old address still leads to it */
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
    "/api/v1/projects/{id}/playlists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The playlists of a project, by name
         * @description What is in one: `GET /media?playlistId=…&sort=position`.
         */
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
                        "application/json": components["schemas"]["PlaylistPage"];
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
        /** Add a playlist: media in an order that you give them */
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
                        description?: string;
                        /** @default [] */
                        mediaIds?: string[];
                        name: string;
                    };
                };
            };
            responses: {
                /** @description The playlist */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Playlist"];
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
    "/api/v1/projects/{id}/readme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people wrote about a project, in Markdown; changed with the project */
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
                /** @description The text, empty where there is none */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Readme"];
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
    "/api/v1/projects/{id}/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The states of all media in a project and below that you see */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    elementalId?: string;
                    fields?: string;
                    /** @description A filter as JSON */
                    filter?: string;
                    frame?: string;
                    /** @description Ids with commas between; all where none is named */
                    layer?: string;
                    limit?: number;
                    sort?: string;
                    type?: string;
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
                        "application/json": components["schemas"]["StatePage"];
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
        /** Delete many states at once; `count` guards against deleting more than is meant */
        delete: {
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
                        count?: number;
                        /** @description A leaf {"field", "op", "value"}, {"and": […]}, {"or": […]}, {"not": …} or {"related", "where"}; see the guide */
                        filter?: Record<string, never>;
                        ids?: string[];
                        layer?: string[];
                        mediaId?: string;
                        type?: string[];
                    };
                };
            };
            responses: {
                /** @description How many were changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
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
        options?: never;
        head?: never;
        /** Change many states at once; `count` guards against changing more than is meant */
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
                        count?: number;
                        /** @description A leaf {"field", "op", "value"}, {"and": […]}, {"or": […]}, {"not": …} or {"related", "where"}; see the guide */
                        filter?: Record<string, never>;
                        ids?: string[];
                        layer?: string[];
                        mediaId?: string;
                        newLayer?: string;
                        resetAttributes?: string[];
                        type?: string[];
                        /** @default {} */
                        values?: {
                            addLocalizationIds?: string[];
                            attributes?: {
                                [key: string]: string | number | boolean | (number | string)[] | null;
                            };
                            color?: string | null;
                            endFrame?: number | null;
                            frame?: number | null;
                            localizationIds?: string[];
                            mediaIds?: string[];
                            removeLocalizationIds?: string[];
                            typeId?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description How many were changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
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
        trace?: never;
    };
    "/api/v1/projects/{id}/states/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same, with a filter in the body */
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
                        count?: boolean;
                        cursor?: string;
                        fields?: string;
                        /** @description A leaf {"field", "op", "value"}, {"and": […]}, {"or": […]}, {"not": …} or {"related", "where"}; see the guide */
                        filter?: Record<string, never>;
                        ids?: string[];
                        layer?: string[];
                        limit?: number;
                        mediaId?: string;
                        sort?: string;
                        type?: string[];
                    };
                };
            };
            responses: {
                /** @description A page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatePage"];
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
    "/api/v1/projects/{id}/states/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many states there are of each type, the most first */
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
                        /** @description A leaf {"field", "op", "value"}, {"and": […]}, {"or": […]}, {"not": …} or {"related", "where"}; see the guide */
                        filter?: Record<string, never>;
                        ids?: string[];
                        layer?: string[];
                        mediaId?: string;
                        type?: string[];
                    };
                };
            };
            responses: {
                /** @description Types that there is something of */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AnnotationTypeCount"][];
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
    "/api/v1/projects/{id}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a project's events are sent */
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
                        "application/json": components["schemas"]["WebhookPage"];
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
        /** Send events to an address; the secret that signs them is shown now and never again */
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
                        /**
                         * @default [
                         *       "*"
                         *     ]
                         */
                        types?: string[];
                        url: string;
                    };
                };
            };
            responses: {
                /** @description The webhook with its secret */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewWebhook"];
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
    "/api/v1/projects/{id}/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A webhook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The webhook */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
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
        /** Delete a webhook */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted; it can be restored */
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
        /** Change address or types, or switch it off */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        types?: string[];
                        url?: string;
                    };
                };
            };
            responses: {
                /** @description The webhook, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
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
    "/api/v1/projects/{id}/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook was told and how it answered, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                    webhookId: string;
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
                        "application/json": components["schemas"]["WebhookDeliveryPage"];
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
    "/api/v1/projects/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    deliveryId: string;
                    id: string;
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Will be sent again */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{id}/webhooks/{webhookId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a deletion back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The webhook */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
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
    "/api/v1/projects/{id}/webhooks/{webhookId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another secret in place of the one there was */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Shown now and never again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookSecret"];
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
    "/api/v1/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The project at an address such as /coastal-lab/kelp, also at one it had before; its `path` is the current one */
        get: {
            parameters: {
                query: {
                    path: string;
                };
                header?: never;
                path?: never;
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
                    functionId?: string;
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
    "/api/v1/runs/{id}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The batches of a run of an algorithm: their media, what was written, or why not */
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
                        "application/json": components["schemas"]["AlgorithmBatchPage"];
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
    "/api/v1/runs/{id}/origin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What started a run of an algorithm by itself, after what runs, and what runs came of it */
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
                /** @description Of other runs, those that you see */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunOrigin"];
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
    "/api/v1/runs/{id}/outputs/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A URL for a picture that a run drew, for five minutes
         * @description Tables and files among the outputs are things of the project; their ids stand in `outputs`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Where the picture is */
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
    "/api/v1/runs/{id}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Continue a run that failed or was cancelled from the step it ended in
         * @description What was finished before that step is kept. The run goes on in its attempt, and `redrives` counts how often. Possible for 14 days after it ended.
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
    "/api/v1/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your saved searches, and those shared in projects you see, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    projectId?: string;
                    /** @description What they find; `entities` without */
                    subject?: "entities" | "localizations";
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
                        "application/json": components["schemas"]["SavedSearchPage"];
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
         * Save a search
         * @description `shared` with whoever sees the project takes the right to add to it. Of `localizations` `q` is a filter as JSON, in one project.
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
                        name: string;
                        projectId?: string;
                        q: string;
                        /** @default false */
                        shared?: boolean;
                        /**
                         * @default entities
                         * @enum {string}
                         */
                        subject?: "entities" | "localizations";
                    };
                };
            };
            responses: {
                /** @description The saved search */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
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
    "/api/v1/saved-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a saved search of yours */
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
                /** @description Deleted */
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
        /** Rename, change or share a saved search of yours */
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
                        name?: string;
                        q?: string;
                        shared?: boolean;
                    };
                };
            };
            responses: {
                /** @description The saved search */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
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
    "/api/v1/saved-searches/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the deletion of a saved search back */
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
                /** @description The saved search */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
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
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Schedules of the projects you see */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    functionId?: string;
                    limit?: number;
                    projectId?: string;
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
                        "application/json": components["schemas"]["SchedulePage"];
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
        /** Run a function at set times */
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
                        cron: string;
                        /** @default true */
                        enabled?: boolean;
                        functionId: string;
                        inputs: {
                            [key: string]: unknown;
                        };
                        name: string;
                        /**
                         * @default skip
                         * @enum {string}
                         */
                        overlap?: "skip" | "allow";
                        projectId: string;
                        runAs?: string;
                        /** @default UTC */
                        timezone?: string;
                    };
                };
            };
            responses: {
                /** @description The schedule */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Schedule"];
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
    "/api/v1/schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A schedule and its next times */
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
                /** @description The schedule */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Schedule"];
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
        /** Delete a schedule */
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
                /** @description Deleted; it can be restored */
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
        /** Change a schedule; from then on it runs as you */
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
                        cron?: string;
                        enabled?: boolean;
                        inputs?: {
                            [key: string]: unknown;
                        };
                        name?: string;
                        /** @enum {string} */
                        overlap?: "skip" | "allow";
                        timezone?: string;
                    };
                };
            };
            responses: {
                /** @description The schedule, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Schedule"];
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
    "/api/v1/schedules/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a deletion back; the schedule is switched off */
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
                /** @description The schedule */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Schedule"];
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
    "/api/v1/schedules/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run it now, as you */
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
            requestBody?: never;
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
    "/api/v1/scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a script
         * @description Name, description, language, inputs and outputs are read from the annotation header of the source. What is wrong with it stands in `problems`; until it is mended, the script cannot be run. Its function has the same id: run it with `POST /functions/{id}/runs`.
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
                        description?: string;
                        /** @enum {string} */
                        language?: "python" | "javascript" | "r" | "julia" | "octave" | "sql" | "grok";
                        name?: string;
                        projectId: string;
                        source: string;
                        tags?: string[];
                    };
                };
            };
            responses: {
                /** @description The script */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Script"];
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
    "/api/v1/scripts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A script with its source and signature */
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
                /** @description The script */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Script"];
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
        /** Put a script into the trash */
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
        /**
         * Change a script
         * @description A new source is its next version; the ones before it are kept.
         */
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[] | null;
                        };
                        description?: string;
                        /** @enum {string} */
                        language?: "python" | "javascript" | "r" | "julia" | "octave" | "sql" | "grok";
                        name?: string;
                        resetAttributes?: string[];
                        source?: string;
                        tags?: string[];
                    };
                };
            };
            responses: {
                /** @description The script, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Script"];
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
    "/api/v1/scripts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a script back out of the trash */
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
                /** @description The script */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Script"];
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
    "/api/v1/scripts/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A script's versions, newest first */
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
                        "application/json": components["schemas"]["ScriptVersionPage"];
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
    "/api/v1/scripts/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of a script with its source */
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
                        "application/json": components["schemas"]["ScriptVersion"];
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
    "/api/v1/scripts/{id}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the source of an earlier version again, as the newest */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag that was read, `"3"`, or `*` */
                    "if-match"?: string;
                };
                path: {
                    id: string;
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The script */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Script"];
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
    "/api/v1/scripts/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the header of a script says, and what would keep it from being run; keeps nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        language?: "python" | "javascript" | "r" | "julia" | "octave" | "sql" | "grok";
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Language, signature and problems */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScriptCheck"];
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
        /**
         * Everything you see, by words, tags and fields
         * @description Words (each the beginning of one, or a piece of a name), "phrases", `#tag`, `field op value` with the fields name, description, kind, tag, owner, project, access (mine, direct, project, group, public), created, updated and attributes.<name> and the operators = != < <= > >= ~ : contains, starts with, in (a, b), not in (a, b); `is:mine`, `is:favorite`, `is:trashed`; and, or, not, brackets; dates as 2026, 2026-11, 2026-11-21, today, yesterday, last week, -7d (in UTC); `@me`. Any text is a search: what is not understood are words to look for.
         */
        get: {
            parameters: {
                query?: {
                    count?: "0" | "1" | "true" | "false";
                    cursor?: string;
                    facets?: "0" | "1" | "true" | "false";
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
                /** @description A page, and with the first how many there are and how they are spread: of more than 10,000, `more` and `approximate` say so */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchResults"];
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
        /** The same search, as a text or as the tree it is read into */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SearchBody"];
                };
            };
            responses: {
                /** @description A page, and with the first how many there are and how they are spread: of more than 10,000, `more` and `approximate` say so */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SearchResults"];
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
    "/api/v1/search/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How what a search finds is spread by the ways you get at it
         * @description `mine` you made; `direct` was given to you itself, `project` with something around it; `group` to a group you are in; `public` to everybody. Most things are reached by more than one. Of more than 2,000 a part is counted, and `approximate` says so.
         */
        get: {
            parameters: {
                query?: {
                    kind?: string;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The five ways */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessFacet"];
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
    "/api/v1/search/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a search may go on with: names, tags, fields, values, people */
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
                /** @description Best first; `text` stands in place of everything from `from` on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Suggestions"];
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
    "/api/v1/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you have a second factor, and whether it is required of you */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Your second factor */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactor"];
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
    "/api/v1/second-factor/awaited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a sign-in in this browser still waits for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A code, a second factor, or nothing */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string|null} */
                            awaits: "code" | "enrolment" | null;
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
    "/api/v1/second-factor/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish a sign-in with the code of the device, or a recovery code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Signed in */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up a device that makes codes (RFC 6238) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description For the device; told once */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
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
    "/api/v1/second-factor/enrolment/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the second factor on with the first code; other browsers are signed out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Each lets you in once without the device; told here and nowhere else */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
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
    "/api/v1/second-factor/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the second factor off, where it is not required */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Off */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Other recovery codes in place of those there were */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Each lets you in once without the device; told here and nowhere else */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
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
    "/api/v1/share-links/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open what a share link leads to
         * @description Answers with a cookie for eight hours that opens it from then on. It adds to what somebody may who is signed in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        secret: string;
                    };
                };
            };
            responses: {
                /** @description What it opens */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenedShareLink"];
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
    "/api/v1/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways you sign in: your password, and the providers that are linked to you */
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
                        "application/json": components["schemas"]["SignInPage"];
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
    "/api/v1/sign-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Unlink a way to sign in; never the last one that works */
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
                /** @description Unlinked */
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
    "/api/v1/sockets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket that opens one WebSocket within half a minute, as `?ticket=` behind the url */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Where, and with what */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SocketTicket"];
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
    "/api/v1/states/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A state */
        get: {
            parameters: {
                query?: {
                    /** @description Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is */
                    layer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its newest mark */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["State"];
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
        /** Delete a state; it can be restored */
        delete: {
            parameters: {
                query?: {
                    /** @description Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is */
                    layer?: string;
                };
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
                /** @description Its new mark */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnnotationChanged"];
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
        options?: never;
        head?: never;
        /** Change a state: a new mark is written, and the ones before it stay */
        patch: {
            parameters: {
                query?: {
                    /** @description Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is */
                    layer?: string;
                };
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
                        addLocalizationIds?: string[];
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[] | null;
                        };
                        color?: string | null;
                        endFrame?: number | null;
                        frame?: number | null;
                        localizationIds?: string[];
                        mediaIds?: string[];
                        removeLocalizationIds?: string[];
                        resetAttributes?: string[];
                        typeId?: string;
                    };
                };
            };
            responses: {
                /** @description Its new mark */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnnotationChanged"];
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
    "/api/v1/states/{id}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that it was, newest first, up to 1,000 */
        get: {
            parameters: {
                query?: {
                    /** @description Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is */
                    layer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its marks */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["State"][];
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
    "/api/v1/states/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take changes back: what a mark had becomes the newest */
        post: {
            parameters: {
                query?: {
                    /** @description Where none is named, the one it was changed on last. A change on a layer that lies over its own leaves that as it is */
                    layer?: string;
                };
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
                        mark: number;
                    };
                };
            };
            responses: {
                /** @description Its new mark */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnnotationChanged"];
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[] | null;
                        };
                        description?: string;
                        name?: string;
                        resetAttributes?: string[];
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
    "/api/v1/tables/{id}/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Models whose features are columns of the table, those that lack nothing first
         * @description Columns are found by name, whatever its case, and type. `missing` says what of a model's features the table lacks.
         */
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
                /** @description At most fifty */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ModelSuggestion"][];
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
    "/api/v1/tracks/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw an end of it again on the frames beyond it, as far as the media goes */
        post: {
            parameters: {
                query?: {
                    layer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        direction: "forward" | "backward";
                        frames: number;
                    };
                };
            };
            responses: {
                /** @description Its new mark, and the localizations that came and went */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrackChanged"];
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
    "/api/v1/tracks/{id}/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw it on the frames between its members where it has none */
        post: {
            parameters: {
                query?: {
                    layer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its new mark, and the localizations that came and went */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrackChanged"];
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
    "/api/v1/tracks/{id}/interpolate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw it anew between the members that somebody drew */
        post: {
            parameters: {
                query?: {
                    layer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its new mark, and the localizations that came and went */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrackChanged"];
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
    "/api/v1/tracks/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the members of other tracks into this one; the others are deleted */
        post: {
            parameters: {
                query?: {
                    layer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        trackIds: string[];
                    };
                };
            };
            responses: {
                /** @description Its new mark, and the localizations that came and went */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrackChanged"];
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
    "/api/v1/tracks/{id}/trim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take away what is before or after a frame; members that no other track has are deleted */
        post: {
            parameters: {
                query?: {
                    layer?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        end: "start" | "end";
                        frame: number;
                    };
                };
            };
            responses: {
                /** @description Its new mark, and the localizations that came and went */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrackChanged"];
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
    "/api/v1/triggers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a trigger away */
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
                /** @description Deleted */
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
        /** Change a trigger, or switch it off; from then on it runs as you */
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
                        chain?: boolean;
                        enabled?: boolean;
                        /** @enum {string} */
                        event?: "media.ready" | "annotations.changed";
                        layerId?: string | null;
                        layerIds?: string[] | null;
                        parameters?: {
                            [key: string]: unknown;
                        };
                        typeIds?: string[] | null;
                        waitSeconds?: number;
                    };
                };
            };
            responses: {
                /** @description The trigger, changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Trigger"];
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
                        attributes?: {
                            [key: string]: string | number | boolean | (number | string)[];
                        };
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
                    kind?: "person" | "service";
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
        /** Make a service user, which has no password and comes in by the keys you make for it */
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
                        /** @enum {string} */
                        kind: "service";
                        name: string;
                    };
                };
            };
            responses: {
                /** @description The service user */
                201: {
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
    "/api/v1/users/{id}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys of a service user */
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
        /** Make an API key for a service user; its secret is shown this once */
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
                        /** Format: date-time */
                        expiresAt?: string;
                        name: string;
                        projectId?: string;
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
    "/api/v1/users/{id}/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an API key of a service user; it stops working at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    keyId: string;
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
    "/api/v1/users/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take the second factor of somebody who lost their device; they are signed out everywhere */
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
                /** @description Taken; they sign in without, or set another up where it is required */
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessExplanation: {
            /** @enum {string|null} */
            bundle: "viewer" | "annotator" | "contributor" | "operator" | "owner" | null;
            executeHeldBack: boolean;
            principal: {
                id: string;
                /** @enum {string} */
                kind: "personal" | "team" | "builtin" | "domain";
                name: string;
            };
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            reasons: {
                /** @enum {string|null} */
                bundle: "viewer" | "annotator" | "contributor" | "operator" | "owner" | null;
                down: ({
                    id: string;
                    name: string;
                } | null)[];
                /** Format: date-time */
                expiresAt: string | null;
                /** Format: date-time */
                givenAt: string;
                givenBy: string | null;
                on: {
                    id: string;
                    name: string;
                } | null;
                privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
                through: ({
                    id: string;
                    name: string;
                } | null)[];
            }[];
        };
        AccessFacet: {
            approximate: boolean;
            items: {
                count: number;
                /** @enum {string} */
                value: "mine" | "direct" | "project" | "group" | "public";
            }[];
        };
        AccessOffer: {
            approvers: {
                name: string;
                principalId: string;
            }[];
            bundles: ("viewer" | "annotator" | "contributor" | "operator" | "owner")[];
            days: number | null;
            own: {
                answer: string;
                /** @enum {string} */
                bundle: "viewer" | "annotator" | "contributor" | "operator" | "owner";
                /** Format: date-time */
                createdAt: string;
                days: number | null;
                /** Format: date-time */
                decidedAt: string | null;
                decidedBy: {
                    id: string;
                    name: string;
                } | null;
                entity: {
                    id: string;
                    /** @enum {string} */
                    kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
                    name: string;
                };
                /** Format: date-time */
                grantedUntil: string | null;
                id: string;
                note: string;
                /** @enum {string} */
                state: "pending" | "approved" | "rejected" | "withdrawn";
                user: {
                    id: string;
                    name: string;
                };
            } | null;
            question: string;
            set: boolean;
        };
        AccessRequest: {
            answer: string;
            /** @enum {string} */
            bundle: "viewer" | "annotator" | "contributor" | "operator" | "owner";
            /** Format: date-time */
            createdAt: string;
            days: number | null;
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: {
                id: string;
                name: string;
            } | null;
            entity: {
                id: string;
                /** @enum {string} */
                kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
                name: string;
            };
            /** Format: date-time */
            grantedUntil: string | null;
            id: string;
            note: string;
            /** @enum {string} */
            state: "pending" | "approved" | "rejected" | "withdrawn";
            user: {
                id: string;
                name: string;
            };
        };
        AccessRequestPage: {
            items: components["schemas"]["AccessRequest"][];
            next: string | null;
            total?: number | string;
        };
        Algorithm: {
            batchSize: number;
            categories: string[];
            /** Format: date-time */
            createdAt: string;
            description: string;
            id: string;
            image: {
                /** @default [] */
                command: string[];
                /**
                 * @default {
                 *       "type": "object"
                 *     }
                 */
                parameters: {
                    $schema?: string;
                    /** @enum {boolean} */
                    additionalProperties?: false;
                    description?: string;
                    /** @default {} */
                    properties?: {
                        [key: string]: {
                            default?: string;
                            description?: string;
                            enum?: string[];
                            /** @enum {string} */
                            format?: "date-time";
                            pattern?: string;
                            title?: string;
                            /** @enum {string} */
                            type: "string";
                        } | {
                            default?: number;
                            description?: string;
                            maximum?: number;
                            minimum?: number;
                            title?: string;
                            /** @enum {string} */
                            type: "integer" | "number";
                        } | {
                            default?: boolean;
                            description?: string;
                            title?: string;
                            /** @enum {string} */
                            type: "boolean";
                        } | {
                            default?: (string | number)[];
                            description?: string;
                            items: {
                                enum?: string[];
                                /** @enum {string} */
                                type: "string" | "integer" | "number";
                            };
                            title?: string;
                            /** @enum {string} */
                            type: "array";
                        };
                    };
                    /** @default [] */
                    required?: string[];
                    title?: string;
                    /** @enum {string} */
                    type: "object";
                };
                reference: string;
            } | null;
            layerIds: string[] | null;
            limits: {
                cpus?: number;
                memoryMiB?: number;
                seconds?: number;
            };
            name: string;
            parameters: {
                default?: unknown;
                description?: string;
                /** @enum {string} */
                item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                name: string;
                options: {
                    action?: {
                        table: string;
                        /** @enum {string} */
                        verb: "join" | "replace";
                    };
                    allowNulls?: boolean;
                    caption?: string;
                    category?: string;
                    choices?: {
                        values: string[];
                    } | {
                        source: string;
                    };
                    /** @enum {string} */
                    columns?: "numerical" | "categorical";
                    /** @enum {string} */
                    columnType?: "numerical" | "categorical" | "dateTime";
                    editor?: string;
                    editorParam?: string;
                    enabled?: string;
                    format?: string;
                    inputType?: string;
                    max?: number;
                    min?: number;
                    nullable?: boolean;
                    optional?: boolean;
                    other?: {
                        [key: string]: string;
                    };
                    pattern?: string;
                    postfix?: string;
                    /** @enum {string} */
                    propagateChoice?: "all";
                    semType?: string;
                    separators?: string;
                    step?: number;
                    suggestions?: string;
                    table?: string;
                    units?: string;
                    validators?: string[];
                    visible?: string;
                };
                /** @enum {string} */
                type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
            }[];
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            problem: string | null;
            projectId: string;
            revision: number;
            script: {
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            updatedAt: string;
        };
        AlgorithmBatch: {
            annotations: number;
            error: {
                code: string;
                message: string;
            } | null;
            mediaIds: string[];
            number: number;
            /** @enum {string} */
            state: "waiting" | "succeeded" | "failed";
        };
        AlgorithmBatchPage: {
            items: components["schemas"]["AlgorithmBatch"][];
            next: string | null;
            total?: number | string;
        };
        AlgorithmPage: {
            items: components["schemas"]["Algorithm"][];
            next: string | null;
            total?: number | string;
        };
        AlgorithmStart: {
            count?: number;
            layer?: {
                id: string;
            } | {
                name: string;
            };
            mediaIds?: string[];
            /** @default {} */
            parameters: {
                [key: string]: unknown;
            };
            projectId?: string;
            query?: {
                /** @enum {string} */
                dtype?: "video" | "image" | "multi" | "live";
                playlistId?: string;
                projectId?: string;
                q?: string;
                /** @default false */
                recursive: boolean;
                /** @enum {string} */
                state?: "processing" | "ready" | "partial" | "failed";
                typeId?: string;
            };
        };
        AlgorithmStarted: {
            batches: number;
            layerId: string;
            media: number;
            run: components["schemas"]["Run"];
        };
        AnnotationChanged: {
            elementalId: string;
            id: string;
            mark: number;
        };
        AnnotationExport: {
            /** @enum {string|null} */
            archive?: "tar" | "zip" | null;
            compress?: boolean | null;
            /** @description A leaf {"field", "op", "value"}, {"and": […]}, {"or": […]}, {"not": …} or {"related", "where"}; see the guide */
            filter?: Record<string, never>;
            /** @enum {string} */
            format: "csv" | "ndjson" | "coco" | "yolo" | "yolo-segment" | "voc" | "mot";
            layers?: string[] | null;
            mediaIds?: string[] | null;
            name?: string | null;
            types?: string[] | null;
        };
        AnnotationImport: {
            attributes?: {
                [key: string]: {
                    [key: string]: string | null;
                };
            } | null;
            classes?: {
                [key: string]: string | null;
            } | null;
            createTypes?: boolean | null;
            fileId: string;
            /** @enum {string} */
            format: "csv" | "ndjson" | "coco" | "yolo" | "yolo-segment" | "voc" | "mot";
            keepGood?: boolean | null;
            layerId?: string | null;
            mediaId?: string | null;
            newLayer?: string | null;
            preview?: boolean | null;
        };
        AnnotationType: {
            /** @default [] */
            attributes: {
                autocomplete?: string[];
                choices?: string[];
                default?: string | number | boolean | (number | string)[];
                /** @default  */
                description: string;
                /** @enum {string} */
                dtype: "bool" | "int" | "float" | "enum" | "string" | "blob" | "datetime" | "geopos" | "float_array";
                labels?: string[];
                maximum?: number;
                minimum?: number;
                name: string;
                /** @default 0 */
                order: number;
                /** @default false */
                required: boolean;
                /** @default  */
                section: string;
                size?: number;
                /** @default  */
                style: string;
                useCurrent?: boolean;
                /** @default true */
                visible: boolean;
            }[];
            /** @default #3b82f6 */
            color: string;
            /** @default null */
            hotkey: string | null;
            id: string;
            /**
             * @default none
             * @enum {string}
             */
            interpolation: "none" | "latest" | "linear";
            name: string;
            /** @default 0 */
            position: number;
            projectId: string;
            revision: number;
            /** @enum {string} */
            shape: "box" | "line" | "dot" | "polygon" | "frame" | "media" | "track";
        };
        AnnotationTypeCount: {
            count: number;
            typeId: string;
        };
        AnnotationTypePage: {
            items: components["schemas"]["AnnotationType"][];
            next: string | null;
            total?: number | string;
        };
        Announcement: {
            body: string;
            dismissible: boolean;
            /** Format: date-time */
            from: string;
            id: string;
            title: string;
            /** @enum {string} */
            tone: "info" | "warning";
            /** Format: date-time */
            until: string | null;
        };
        AnnouncementPage: {
            items: components["schemas"]["Announcement"][];
            next: string | null;
            total?: number | string;
        };
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
            projectId: string | null;
            scopes: ("read" | "write" | "execute" | "admin")[];
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            next: string | null;
            total?: number | string;
        };
        Attributes: {
            types: components["schemas"]["AttributeType"][];
            values: {
                [key: string]: unknown;
            };
        };
        AttributeType: {
            autocomplete?: string[];
            choices?: string[];
            default?: string | number | boolean | (number | string)[];
            /** @default  */
            description: string;
            /** @enum {string} */
            dtype: "bool" | "int" | "float" | "enum" | "string" | "blob" | "datetime" | "geopos" | "float_array";
            id: string;
            /**
             * @default [
             *       "file",
             *       "table"
             *     ]
             */
            kinds: ("project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer")[];
            labels?: string[];
            maximum?: number;
            minimum?: number;
            name: string;
            /** @default 0 */
            order: number;
            projectId: string;
            /** @default false */
            required: boolean;
            revision: number;
            /** @default  */
            section: string;
            size?: number;
            /** @default  */
            style: string;
            useCurrent?: boolean;
            /** @default true */
            visible: boolean;
        };
        AttributeTypePage: {
            items: components["schemas"]["AttributeType"][];
            next: string | null;
            total?: number | string;
        };
        Audience: {
            most: number;
            people: number;
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
            linkId: string | null;
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
            total?: number | string;
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
        Comment: {
            author: {
                id: string;
                name: string;
            };
            body: string;
            /** Format: date-time */
            createdAt: string;
            deleted: boolean;
            /** Format: date-time */
            editedAt: string | null;
            entityId: string;
            id: string;
            mentions: {
                /** @enum {string} */
                kind: "personal" | "team";
                name: string;
                principalId: string;
            }[];
            mine: boolean;
            parentId: string | null;
            replies: {
                author: {
                    id: string;
                    name: string;
                };
                body: string;
                /** Format: date-time */
                createdAt: string;
                deleted: boolean;
                /** Format: date-time */
                editedAt: string | null;
                entityId: string;
                id: string;
                mentions: {
                    /** @enum {string} */
                    kind: "personal" | "team";
                    name: string;
                    principalId: string;
                }[];
                mine: boolean;
                parentId: string | null;
            }[];
        };
        CommentPage: {
            items: components["schemas"]["Comment"][];
            next: string | null;
            total?: number | string;
        };
        Crop: {
            /** Format: date-time */
            expiresAt: string | null;
            problem: {
                code: string;
                message: string;
            } | null;
            url: string | null;
        };
        Deployment: {
            /** @description Whether anybody has an account yet */
            accounts: boolean;
            banner: string;
            contact: string;
            /** @description Whether it sends mail, and so gives a forgotten password back */
            mail: boolean;
            /** @description While there is any, nothing can be changed */
            maintenance: {
                message: string;
                until: string | null;
            } | null;
            name: string;
            /** @description Other ways to sign in, by OpenID Connect */
            providers: {
                id: string;
                name: string;
            }[];
            readWithoutAccount: boolean;
            /** @enum {string} */
            signUp: "open" | "domains" | "invitation";
            signUpDomains: string[];
            version: string;
        };
        DeploymentSettings: {
            banner: string;
            contact: "" | string;
            imageRegistries: string[];
            maintenance: {
                active: boolean;
                /** @default  */
                message: string;
                /**
                 * Format: date-time
                 * @default null
                 */
                until: string | null;
            };
            name: string;
            readWithoutAccount: boolean;
            /** @enum {string} */
            secondFactor: "optional" | "administrators" | "everyone";
            /** @enum {string} */
            signUp: "open" | "domains" | "invitation";
            signUpDomains: string[];
        };
        Enrolment: {
            secret: string;
            uri: string;
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
            total?: number | string;
        };
        Facets: {
            approximate: boolean;
            kind: {
                count: number;
                label: string;
                value: string;
            }[];
            month: {
                count: number;
                label: string;
                value: string;
            }[];
            owner: {
                count: number;
                label: string;
                value: string;
            }[];
            project: {
                count: number;
                label: string;
                value: string;
            }[];
            tag: {
                count: number;
                label: string;
                value: string;
            }[];
        };
        File: {
            attributes: {
                [key: string]: unknown;
            };
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
            kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
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
            /** @enum {string} */
            kind: "builtin" | "script" | "notebook" | "model";
            name: string;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            projectId: string | null;
            revision: number;
            signature: {
                inputs: {
                    default?: unknown;
                    description?: string;
                    /** @enum {string} */
                    item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                    name: string;
                    options: {
                        action?: {
                            table: string;
                            /** @enum {string} */
                            verb: "join" | "replace";
                        };
                        allowNulls?: boolean;
                        caption?: string;
                        category?: string;
                        choices?: {
                            values: string[];
                        } | {
                            source: string;
                        };
                        /** @enum {string} */
                        columns?: "numerical" | "categorical";
                        /** @enum {string} */
                        columnType?: "numerical" | "categorical" | "dateTime";
                        editor?: string;
                        editorParam?: string;
                        enabled?: string;
                        format?: string;
                        inputType?: string;
                        max?: number;
                        min?: number;
                        nullable?: boolean;
                        optional?: boolean;
                        other?: {
                            [key: string]: string;
                        };
                        pattern?: string;
                        postfix?: string;
                        /** @enum {string} */
                        propagateChoice?: "all";
                        semType?: string;
                        separators?: string;
                        step?: number;
                        suggestions?: string;
                        table?: string;
                        units?: string;
                        validators?: string[];
                        visible?: string;
                    };
                    /** @enum {string} */
                    type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                }[];
                outputs: {
                    default?: unknown;
                    description?: string;
                    /** @enum {string} */
                    item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                    name: string;
                    options: {
                        action?: {
                            table: string;
                            /** @enum {string} */
                            verb: "join" | "replace";
                        };
                        allowNulls?: boolean;
                        caption?: string;
                        category?: string;
                        choices?: {
                            values: string[];
                        } | {
                            source: string;
                        };
                        /** @enum {string} */
                        columns?: "numerical" | "categorical";
                        /** @enum {string} */
                        columnType?: "numerical" | "categorical" | "dateTime";
                        editor?: string;
                        editorParam?: string;
                        enabled?: string;
                        format?: string;
                        inputType?: string;
                        max?: number;
                        min?: number;
                        nullable?: boolean;
                        optional?: boolean;
                        other?: {
                            [key: string]: string;
                        };
                        pattern?: string;
                        postfix?: string;
                        /** @enum {string} */
                        propagateChoice?: "all";
                        semType?: string;
                        separators?: string;
                        step?: number;
                        suggestions?: string;
                        table?: string;
                        units?: string;
                        validators?: string[];
                        visible?: string;
                    };
                    /** @enum {string} */
                    type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                }[];
            };
        };
        FunctionPage: {
            items: components["schemas"]["Function"][];
            next: string | null;
            total?: number | string;
        };
        Grant: {
            /** @enum {string|null} */
            bundle: "viewer" | "annotator" | "contributor" | "operator" | "owner" | null;
            email?: string;
            from: {
                id: string;
                name: string;
            }[];
            here: {
                /** @enum {string|null} */
                bundle: "viewer" | "annotator" | "contributor" | "operator" | "owner" | null;
                /** Format: date-time */
                expiresAt: string | null;
                privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            } | null;
            /** @enum {string} */
            kind: "personal" | "team" | "builtin" | "domain";
            members: number | null;
            name: string;
            principalId: string;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
        };
        GrantPage: {
            items: components["schemas"]["Grant"][];
            next: string | null;
            total?: number | string;
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
            total?: number | string;
        };
        GroupPage: {
            items: components["schemas"]["Group"][];
            next: string | null;
            total?: number | string;
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
            total?: number | string;
        };
        HealthReport: {
            components: {
                detail: string | null;
                ms: number;
                /** @enum {string} */
                name: "database" | "objects" | "workflows" | "relay" | "mail";
                /** @enum {string} */
                status: "ok" | "failed" | "timeout" | "off";
                timeoutMs: number;
            }[];
            /** @enum {string} */
            status: "ok" | "degraded";
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
            total?: number | string;
        };
        Item: {
            attributes: {
                [key: string]: unknown;
            };
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
            kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
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
            total?: number | string;
        };
        Job: {
            attempt: number;
            environment: {
                name: string;
                sha256: string;
                url: string;
            } | null;
            /** @description Each with `name` and `type`: a `value`, the `url` of a file, or the `url` of a table's rows, to be read as an Arrow stream with this token */
            inputs: {
                [key: string]: unknown;
            }[];
            /** @enum {string|null} */
            language: "python" | "javascript" | null;
            limits: {
                [key: string]: number;
            };
            outputs: {
                item?: string;
                name: string;
                type: string;
            }[];
            runId: string;
            /** @description The code; of an image, which brings its own, none */
            source: {
                fileName: string;
                text?: string;
                url?: string;
            } | null;
            /** @enum {string} */
            task: "script" | "notebook" | "train" | "export" | "image";
        };
        LastChanges: {
            items: components["schemas"]["Event"][];
        };
        Layer: {
            attributes: {
                [key: string]: unknown;
            };
            baseIds: string[];
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            description: string;
            id: string;
            /** @enum {string} */
            kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
            name: string;
            number: number;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            projectId: string | null;
            revision: number;
            showEmpty: boolean;
            slug: string;
            tags: string[];
            /** Format: date-time */
            updatedAt: string;
        };
        LayerDifference: {
            /** @enum {string} */
            change: "added" | "changed" | "deleted";
            elementalId: string;
            /** @enum {string} */
            kind: "localization" | "state";
            ours: {
                attributes: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                createdAt: string;
                createdBy: string;
                deleted: boolean;
                elementalId: string;
                frame: number;
                height: number | null;
                id: string;
                key: boolean;
                layerId: string;
                mark: number;
                mediaId: string;
                /** Format: date-time */
                modifiedAt: string;
                modifiedBy: string;
                points: [
                    number,
                    number
                ][] | null;
                trackIds: string[];
                typeId: string;
                u: number | null;
                v: number | null;
                width: number | null;
                x: number | null;
                y: number | null;
            } | {
                attributes: {
                    [key: string]: unknown;
                };
                color: string | null;
                /** Format: date-time */
                createdAt: string;
                createdBy: string;
                deleted: boolean;
                elementalId: string;
                endFrame: number | null;
                frame: number | null;
                id: string;
                layerId: string;
                localizationIds: string[];
                mark: number;
                mediaIds: string[];
                /** Format: date-time */
                modifiedAt: string;
                modifiedBy: string;
                segments: [
                    number,
                    number
                ][];
                typeId: string;
            } | null;
            theirs: {
                attributes: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                createdAt: string;
                createdBy: string;
                deleted: boolean;
                elementalId: string;
                frame: number;
                height: number | null;
                id: string;
                key: boolean;
                layerId: string;
                mark: number;
                mediaId: string;
                /** Format: date-time */
                modifiedAt: string;
                modifiedBy: string;
                points: [
                    number,
                    number
                ][] | null;
                trackIds: string[];
                typeId: string;
                u: number | null;
                v: number | null;
                width: number | null;
                x: number | null;
                y: number | null;
            } | {
                attributes: {
                    [key: string]: unknown;
                };
                color: string | null;
                /** Format: date-time */
                createdAt: string;
                createdBy: string;
                deleted: boolean;
                elementalId: string;
                endFrame: number | null;
                frame: number | null;
                id: string;
                layerId: string;
                localizationIds: string[];
                mark: number;
                mediaIds: string[];
                /** Format: date-time */
                modifiedAt: string;
                modifiedBy: string;
                segments: [
                    number,
                    number
                ][];
                typeId: string;
            } | null;
        };
        LayerDifferencePage: {
            items: components["schemas"]["LayerDifference"][];
            next: string | null;
            total?: number | string;
        };
        LayerPage: {
            items: components["schemas"]["Layer"][];
            next: string | null;
            total?: number | string;
        };
        Lineage: {
            complete: boolean;
            edges: {
                contentHash: string | null;
                from: string;
                /** @enum {string} */
                predicate: "prov:wasGeneratedBy" | "prov:used";
                role: string;
                to: string;
                version: number | null;
            }[];
            nodes: ({
                id: string;
                /** @enum {string} */
                kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
                name: string;
                /** @enum {string} */
                type: "entity";
            } | {
                /** Format: date-time */
                endedAt: string | null;
                function: {
                    id: string;
                    /** @enum {string} */
                    kind: "builtin" | "script" | "notebook" | "model";
                };
                id: string;
                name: string;
                /** @enum {string} */
                type: "run";
            })[];
        };
        Link: {
            /** Format: date-time */
            expiresAt: string;
            url: string;
        };
        Localization: {
            attributes: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            deleted: boolean;
            elementalId: string;
            frame: number;
            height: number | null;
            id: string;
            key: boolean;
            layerId: string;
            mark: number;
            mediaId: string;
            /** Format: date-time */
            modifiedAt: string;
            modifiedBy: string;
            points: [
                number,
                number
            ][] | null;
            trackIds: string[];
            typeId: string;
            u: number | null;
            v: number | null;
            width: number | null;
            x: number | null;
            y: number | null;
        };
        LocalizationPage: {
            items: {
                attributes?: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                createdAt?: string;
                createdBy?: string;
                deleted?: boolean;
                elementalId?: string;
                frame?: number;
                height?: number | null;
                id?: string;
                key?: boolean;
                layerId?: string;
                mark?: number;
                mediaId?: string;
                /** Format: date-time */
                modifiedAt?: string;
                modifiedBy?: string;
                points?: [
                    number,
                    number
                ][] | null;
                trackIds?: string[];
                typeId?: string;
                u?: number | null;
                v?: number | null;
                width?: number | null;
                x?: number | null;
                y?: number | null;
            }[];
            next: string | null;
            total?: number | string;
        };
        Me: {
            key?: {
                /** Format: date-time */
                expiresAt: string | null;
                id: string;
                name: string;
                projectId: string | null;
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
        Media: {
            attributes: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            description: string;
            /** @enum {string} */
            dtype: "video" | "image" | "multi" | "live";
            fileId: string | null;
            id: string;
            image: {
                height: number;
                width: number;
            } | null;
            /** @enum {string} */
            kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
            live: {
                layout: {
                    columns: number;
                    rows: number;
                };
                streams: {
                    feeds: {
                        name: string;
                        resolution: number[];
                    }[];
                    url: string;
                }[];
            } | null;
            multi: {
                columns: number;
                ids: string[];
                offsets: number[];
                rows: number;
            } | null;
            name: string;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            problems: {
                code: string;
                message: string;
                rendition: string;
            }[];
            projectId: string | null;
            renditions: {
                bitRate: number | null;
                bytes: number;
                codec: string | null;
                details: {
                    [key: string]: unknown;
                };
                frames: number | null;
                height: number | null;
                indexed: boolean;
                mime: string;
                name: string;
                /** @enum {string} */
                role: "streaming" | "archival" | "audio" | "thumbnail" | "preview" | "sprite" | "image" | "tiles" | "attachment";
                width: number | null;
            }[];
            revision: number;
            runId: string | null;
            slug: string;
            sourceUrl: string | null;
            /** @enum {string} */
            state: "processing" | "ready" | "partial" | "failed";
            tags: string[];
            typeId: string | null;
            /** Format: date-time */
            updatedAt: string;
            video: {
                codec: string;
                duration: number;
                fps: {
                    den: number;
                    num: number;
                };
                frames: number;
                height: number;
                rotation: number;
                startTime: number;
                variable: boolean;
                width: number;
            } | null;
        };
        MediaAround: {
            at: number | null;
            next: {
                id: string;
                name: string;
            } | null;
            previous: {
                id: string;
                name: string;
            } | null;
            total: number | null;
        };
        MediaBulkPatch: {
            attributes?: {
                [key: string]: string | number | boolean | (number | string)[] | null;
            };
            count: number;
            ids: string[];
            resetAttributes?: string[];
            tags?: string[];
        };
        MediaFolder: {
            count: number | string;
            id: string;
            name: string;
            parentId: string | null;
        };
        MediaItem: {
            attributes: {
                [key: string]: unknown;
            };
            bytes: number | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            description: string;
            /** @enum {string} */
            dtype: "video" | "image" | "multi" | "live";
            duration: number | null;
            fileId: string | null;
            frames: number | null;
            height: number | null;
            id: string;
            /** @enum {string} */
            kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
            name: string;
            previewUrl: string | null;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            progress: number;
            projectId: string | null;
            revision: number;
            slug: string;
            /** @enum {string} */
            state: "processing" | "ready" | "partial" | "failed";
            tags: string[];
            thumbnailUrl: string | null;
            typeId: string | null;
            /** Format: date-time */
            updatedAt: string;
            width: number | null;
        };
        MediaPage: {
            items: components["schemas"]["MediaItem"][];
            next: string | null;
            total?: number | string;
        };
        MediaType: {
            description: string;
            /** @enum {string} */
            dtype: "video" | "image" | "multi" | "live";
            id: string;
            name: string;
            order: number;
            overlay: string;
            projectId: string;
            revision: number;
            transcode: {
                /** @enum {string} */
                archival: "none" | "copy" | "hevc";
                /** @enum {string} */
                codec: "h264" | "hevc" | "av1";
                crf: number;
                heights: number[];
                preset: string;
            };
            visible: boolean;
            volume: number;
        };
        MediaTypePage: {
            items: components["schemas"]["MediaType"][];
            next: string | null;
            total?: number | string;
        };
        MediaUrl: {
            /** Format: date-time */
            expiresAt: string;
            indexUrl: string | null;
            name: string;
            role: string;
            url: string;
        };
        Mentionable: {
            /** @enum {string} */
            kind: "personal" | "team";
            name: string;
            principalId: string;
        };
        MentionablePage: {
            items: components["schemas"]["Mentionable"][];
            next: string | null;
            total?: number | string;
        };
        Model: {
            attributes: {
                [key: string]: unknown;
            };
            code: {
                environmentHash?: string;
                functionRevision: number;
                image?: string;
                outputs?: {
                    default?: unknown;
                    description?: string;
                    /** @enum {string} */
                    item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                    name: string;
                    options: {
                        action?: {
                            table: string;
                            /** @enum {string} */
                            verb: "join" | "replace";
                        };
                        allowNulls?: boolean;
                        caption?: string;
                        category?: string;
                        choices?: {
                            values: string[];
                        } | {
                            source: string;
                        };
                        /** @enum {string} */
                        columns?: "numerical" | "categorical";
                        /** @enum {string} */
                        columnType?: "numerical" | "categorical" | "dateTime";
                        editor?: string;
                        editorParam?: string;
                        enabled?: string;
                        format?: string;
                        inputType?: string;
                        max?: number;
                        min?: number;
                        nullable?: boolean;
                        optional?: boolean;
                        other?: {
                            [key: string]: string;
                        };
                        pattern?: string;
                        postfix?: string;
                        /** @enum {string} */
                        propagateChoice?: "all";
                        semType?: string;
                        separators?: string;
                        step?: number;
                        suggestions?: string;
                        table?: string;
                        units?: string;
                        validators?: string[];
                        visible?: string;
                    };
                    /** @enum {string} */
                    type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                }[];
                sourceHash?: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            description: string;
            difference: {
                largest: number;
                otherClass: number;
                rows: number;
            };
            features: {
                base: number;
                categories: string[] | null;
                /** @enum {string} */
                kind: "number" | "boolean" | "date" | "category";
                name: string;
            }[];
            id: string;
            /** @enum {string} */
            kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
            method: string;
            metrics: {
                [key: string]: number | null;
            };
            name: string;
            onnx: {
                bytes: number;
                sha256: string;
            };
            outcome: {
                classes: string[] | null;
                name: string;
                /** @enum {string} */
                type: "text" | "boolean" | "integer" | "number";
            };
            parameters: {
                [key: string]: unknown;
            };
            plots: {
                calibration?: {
                    observed: number;
                    predicted: number;
                    rows: number;
                }[];
                confusion?: {
                    counts: number[][];
                    labels: string[];
                };
                importance: {
                    deviation: number;
                    feature: string;
                    mean: number;
                }[];
                precisionRecall?: {
                    area: number;
                    label: string;
                    points: number[][];
                }[];
                predictedActual?: number[][];
                residuals?: {
                    counts: number[];
                    edges: number[];
                };
                roc?: {
                    area: number;
                    label: string;
                    points: number[][];
                }[];
            };
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            projectId: string | null;
            revision: number;
            runId: string;
            sample: {
                left: number;
                test: number;
                train: number;
            };
            seconds: number;
            settings: {
                [key: string]: unknown;
            };
            slug: string;
            table: {
                currentVersion: number | null;
                id: string;
                name: string;
                version: number;
            } | null;
            tags: string[];
            /** @enum {string} */
            task: "binary" | "multiclass" | "regression";
            tries: {
                chosen: boolean;
                deviation: number | null;
                method: string;
                parameters: {
                    [key: string]: unknown;
                };
                score: number | null;
                seconds: number;
            }[];
            /** Format: date-time */
            updatedAt: string;
        };
        ModelBrief: {
            /** Format: date-time */
            createdAt: string;
            id: string;
            method: string;
            metrics: {
                [key: string]: number | null;
            };
            name: string;
            outcome: {
                classes: string[] | null;
                name: string;
                /** @enum {string} */
                type: "text" | "boolean" | "integer" | "number";
            };
            tableId: string | null;
            tableVersion: number;
            /** @enum {string} */
            task: "binary" | "multiclass" | "regression";
        };
        ModelSuggestion: {
            /** Format: date-time */
            createdAt: string;
            id: string;
            method: string;
            metrics: {
                [key: string]: number | null;
            };
            missing: {
                name: string;
                reason: string;
            }[];
            name: string;
            outcome: {
                classes: string[] | null;
                name: string;
                /** @enum {string} */
                type: "text" | "boolean" | "integer" | "number";
            };
            tableId: string | null;
            tableVersion: number;
            /** @enum {string} */
            task: "binary" | "multiclass" | "regression";
        };
        Namespace: {
            id: string;
            /** @enum {string} */
            kind: "personal" | "team";
            name: string;
            slug: string;
        };
        NamespacePage: {
            items: components["schemas"]["Namespace"][];
            next: string | null;
            total?: number | string;
        };
        NewApiKey: components["schemas"]["ApiKey"] & {
            key: string;
        };
        NewInvitation: components["schemas"]["Invitation"] & {
            url: string;
        };
        NewShareLink: components["schemas"]["ShareLink"] & {
            /** @description To be passed on. The secret stands behind its #, which browsers keep */
            url: string;
        };
        NewWebhook: components["schemas"]["Webhook"] & {
            secret: string;
        };
        Notebook: {
            attributes: {
                [key: string]: unknown;
            };
            bytes: number;
            cells: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            description: string;
            id: string;
            kernel: string | null;
            /** @enum {string} */
            kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
            language: string;
            name: string;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            problems: {
                cell: number;
                line: number;
                message: string;
            }[];
            projectId: string | null;
            revision: number;
            sha256: string;
            signature: {
                inputs: {
                    default?: unknown;
                    description?: string;
                    /** @enum {string} */
                    item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                    name: string;
                    options: {
                        action?: {
                            table: string;
                            /** @enum {string} */
                            verb: "join" | "replace";
                        };
                        allowNulls?: boolean;
                        caption?: string;
                        category?: string;
                        choices?: {
                            values: string[];
                        } | {
                            source: string;
                        };
                        /** @enum {string} */
                        columns?: "numerical" | "categorical";
                        /** @enum {string} */
                        columnType?: "numerical" | "categorical" | "dateTime";
                        editor?: string;
                        editorParam?: string;
                        enabled?: string;
                        format?: string;
                        inputType?: string;
                        max?: number;
                        min?: number;
                        nullable?: boolean;
                        optional?: boolean;
                        other?: {
                            [key: string]: string;
                        };
                        pattern?: string;
                        postfix?: string;
                        /** @enum {string} */
                        propagateChoice?: "all";
                        semType?: string;
                        separators?: string;
                        step?: number;
                        suggestions?: string;
                        table?: string;
                        units?: string;
                        validators?: string[];
                        visible?: string;
                    };
                    /** @enum {string} */
                    type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                }[];
                outputs: {
                    default?: unknown;
                    description?: string;
                    /** @enum {string} */
                    item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                    name: string;
                    options: {
                        action?: {
                            table: string;
                            /** @enum {string} */
                            verb: "join" | "replace";
                        };
                        allowNulls?: boolean;
                        caption?: string;
                        category?: string;
                        choices?: {
                            values: string[];
                        } | {
                            source: string;
                        };
                        /** @enum {string} */
                        columns?: "numerical" | "categorical";
                        /** @enum {string} */
                        columnType?: "numerical" | "categorical" | "dateTime";
                        editor?: string;
                        editorParam?: string;
                        enabled?: string;
                        format?: string;
                        inputType?: string;
                        max?: number;
                        min?: number;
                        nullable?: boolean;
                        optional?: boolean;
                        other?: {
                            [key: string]: string;
                        };
                        pattern?: string;
                        postfix?: string;
                        /** @enum {string} */
                        propagateChoice?: "all";
                        semType?: string;
                        separators?: string;
                        step?: number;
                        suggestions?: string;
                        table?: string;
                        units?: string;
                        validators?: string[];
                        visible?: string;
                    };
                    /** @enum {string} */
                    type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                }[];
            };
            slug: string;
            tags: string[];
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        NotebookVersionItem: {
            bytes: number;
            cells: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            kernel: string | null;
            language: string;
            restoredFrom: number | null;
            sha256: string;
            version: number;
        };
        NotebookVersionPage: {
            items: components["schemas"]["NotebookVersionItem"][];
            next: string | null;
            total?: number | string;
        };
        Notification: {
            actor: {
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            entity: {
                id: string;
                kind: string;
                name: string;
            } | null;
            id: string;
            parameters: {
                [key: string]: string | number;
            };
            /** Format: date-time */
            readAt: string | null;
            text: string;
            type: string;
        };
        NotificationPage: {
            items: components["schemas"]["Notification"][];
            next: string | null;
            total?: number | string;
        };
        NotificationPreference: {
            inApp: boolean;
            label: string;
            /** @enum {string} */
            mail: "off" | "now" | "digest";
            /** @enum {string} */
            type: "access.requested" | "access.decided" | "access.given" | "access.ending" | "group.join_requested" | "group.request_decided" | "comment.mentioned" | "comment.replied" | "comment.posted" | "run.failed" | "run.succeeded";
        };
        NotificationPreferencePage: {
            items: components["schemas"]["NotificationPreference"][];
            next: string | null;
            total?: number | string;
        };
        OpenedShareLink: {
            entity: {
                id: string;
                /** @enum {string} */
                kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
            };
            linkId: string;
        };
        OpenedUpload: components["schemas"]["Upload"] & {
            parts: {
                bytes: number;
                number: number;
                url: string;
            }[];
        };
        OutboxMessage: {
            attempts: number;
            /** @enum {string} */
            channel: "mail" | "webhook" | "socket" | "notification";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            dueAt: string;
            error: string | null;
            id: string;
            /** @enum {string} */
            state: "waiting" | "dead";
        };
        OutboxPage: {
            items: components["schemas"]["OutboxMessage"][];
            next: string | null;
            total?: number | string;
        };
        Playlist: {
            count: number;
            description: string;
            id: string;
            name: string;
            projectId: string;
            revision: number;
        };
        PlaylistPage: {
            items: components["schemas"]["Playlist"][];
            next: string | null;
            total?: number | string;
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
            total?: number | string;
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
            ancestors: {
                id: string;
                name: string;
            }[];
            attributes: {
                [key: string]: unknown;
            };
            copiedFrom: string | null;
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
            kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
            name: string;
            path: string | null;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            projectId: string | null;
            revision: number;
            slug: string;
            tags: string[];
            /** Format: date-time */
            updatedAt: string;
            /** @enum {string} */
            visibility: "private" | "discoverable" | "internal" | "public";
        };
        ProjectPage: {
            items: components["schemas"]["Project"][];
            next: string | null;
            total?: number | string;
        };
        Readme: {
            markdown: string;
            revision: number;
        };
        RecoveryCodes: {
            recoveryCodes: string[];
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
            code: {
                environmentHash?: string;
                functionRevision: number;
                image?: string;
                outputs?: {
                    default?: unknown;
                    description?: string;
                    /** @enum {string} */
                    item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                    name: string;
                    options: {
                        action?: {
                            table: string;
                            /** @enum {string} */
                            verb: "join" | "replace";
                        };
                        allowNulls?: boolean;
                        caption?: string;
                        category?: string;
                        choices?: {
                            values: string[];
                        } | {
                            source: string;
                        };
                        /** @enum {string} */
                        columns?: "numerical" | "categorical";
                        /** @enum {string} */
                        columnType?: "numerical" | "categorical" | "dateTime";
                        editor?: string;
                        editorParam?: string;
                        enabled?: string;
                        format?: string;
                        inputType?: string;
                        max?: number;
                        min?: number;
                        nullable?: boolean;
                        optional?: boolean;
                        other?: {
                            [key: string]: string;
                        };
                        pattern?: string;
                        postfix?: string;
                        /** @enum {string} */
                        propagateChoice?: "all";
                        semType?: string;
                        separators?: string;
                        step?: number;
                        suggestions?: string;
                        table?: string;
                        units?: string;
                        validators?: string[];
                        visible?: string;
                    };
                    /** @enum {string} */
                    type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                }[];
                sourceHash?: string;
            } | null;
            continuesFrom: string | null;
            /** Format: date-time */
            endedAt: string | null;
            error: {
                code: string;
                line?: number;
                message: string;
            } | null;
            function: {
                id: string;
                /** @enum {string} */
                kind: "builtin" | "script" | "notebook" | "model";
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
            redrives: number;
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
                fraction?: number;
                kept: boolean;
                name: string;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                state: "waiting" | "running" | "succeeded" | "failed" | "cancelled";
                tries: number;
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
        RunOrigin: {
            causes: {
                name: string;
                runId: string;
            }[];
            depth: number;
            led: {
                name: string;
                runId: string;
            }[];
            triggerId: string | null;
        };
        RunPage: {
            items: components["schemas"]["Run"][];
            next: string | null;
            total?: number | string;
        };
        SavedSearch: {
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            id: string;
            mine: boolean;
            name: string;
            project: {
                id: string;
                name: string;
            } | null;
            q: string;
            shared: boolean;
            /** @enum {string} */
            subject: "entities" | "localizations";
            /** Format: date-time */
            updatedAt: string;
        };
        SavedSearchPage: {
            items: components["schemas"]["SavedSearch"][];
            next: string | null;
            total?: number | string;
        };
        Schedule: {
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            cron: string;
            enabled: boolean;
            function: {
                id: string;
                name: string;
            };
            id: string;
            inputs: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            lastAt: string | null;
            lastError: {
                code: string;
                message: string;
            } | null;
            lastRunId: string | null;
            name: string;
            /** @enum {string} */
            overlap: "skip" | "allow";
            projectId: string;
            revision: number;
            runAs: {
                id: string;
                name: string;
            };
            timezone: string;
            upcoming: string[];
            /** Format: date-time */
            updatedAt: string;
        };
        SchedulePage: {
            items: components["schemas"]["Schedule"][];
            next: string | null;
            total?: number | string;
        };
        Script: {
            attributes: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            description: string;
            header: {
                condition?: string;
                connection?: string;
                description?: string;
                environment?: string;
                friendlyName?: string;
                helpUrl?: string;
                language?: string;
                meta?: {
                    [key: string]: string;
                };
                name?: string;
                reference?: string;
                sample?: string;
                schedule?: {
                    cron: string;
                    runAs?: string;
                };
                tags?: string[];
                tests?: string[];
                topMenu?: string[];
            };
            id: string;
            /** @enum {string} */
            kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
            /** @enum {string} */
            language: "python" | "javascript" | "r" | "julia" | "octave" | "sql" | "grok";
            name: string;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            problems: {
                line: number;
                message: string;
            }[];
            projectId: string | null;
            revision: number;
            sha256: string;
            signature: {
                inputs: {
                    default?: unknown;
                    description?: string;
                    /** @enum {string} */
                    item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                    name: string;
                    options: {
                        action?: {
                            table: string;
                            /** @enum {string} */
                            verb: "join" | "replace";
                        };
                        allowNulls?: boolean;
                        caption?: string;
                        category?: string;
                        choices?: {
                            values: string[];
                        } | {
                            source: string;
                        };
                        /** @enum {string} */
                        columns?: "numerical" | "categorical";
                        /** @enum {string} */
                        columnType?: "numerical" | "categorical" | "dateTime";
                        editor?: string;
                        editorParam?: string;
                        enabled?: string;
                        format?: string;
                        inputType?: string;
                        max?: number;
                        min?: number;
                        nullable?: boolean;
                        optional?: boolean;
                        other?: {
                            [key: string]: string;
                        };
                        pattern?: string;
                        postfix?: string;
                        /** @enum {string} */
                        propagateChoice?: "all";
                        semType?: string;
                        separators?: string;
                        step?: number;
                        suggestions?: string;
                        table?: string;
                        units?: string;
                        validators?: string[];
                        visible?: string;
                    };
                    /** @enum {string} */
                    type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                }[];
                outputs: {
                    default?: unknown;
                    description?: string;
                    /** @enum {string} */
                    item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                    name: string;
                    options: {
                        action?: {
                            table: string;
                            /** @enum {string} */
                            verb: "join" | "replace";
                        };
                        allowNulls?: boolean;
                        caption?: string;
                        category?: string;
                        choices?: {
                            values: string[];
                        } | {
                            source: string;
                        };
                        /** @enum {string} */
                        columns?: "numerical" | "categorical";
                        /** @enum {string} */
                        columnType?: "numerical" | "categorical" | "dateTime";
                        editor?: string;
                        editorParam?: string;
                        enabled?: string;
                        format?: string;
                        inputType?: string;
                        max?: number;
                        min?: number;
                        nullable?: boolean;
                        optional?: boolean;
                        other?: {
                            [key: string]: string;
                        };
                        pattern?: string;
                        postfix?: string;
                        /** @enum {string} */
                        propagateChoice?: "all";
                        semType?: string;
                        separators?: string;
                        step?: number;
                        suggestions?: string;
                        table?: string;
                        units?: string;
                        validators?: string[];
                        visible?: string;
                    };
                    /** @enum {string} */
                    type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                }[];
            };
            slug: string;
            source: string | null;
            tags: string[];
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        ScriptCheck: {
            header: {
                condition?: string;
                connection?: string;
                description?: string;
                environment?: string;
                friendlyName?: string;
                helpUrl?: string;
                language?: string;
                meta?: {
                    [key: string]: string;
                };
                name?: string;
                reference?: string;
                sample?: string;
                schedule?: {
                    cron: string;
                    runAs?: string;
                };
                tags?: string[];
                tests?: string[];
                topMenu?: string[];
            };
            /** @enum {string} */
            language: "python" | "javascript" | "r" | "julia" | "octave" | "sql" | "grok";
            problems: {
                line: number;
                message: string;
            }[];
            signature: {
                inputs: {
                    default?: unknown;
                    description?: string;
                    /** @enum {string} */
                    item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                    name: string;
                    options: {
                        action?: {
                            table: string;
                            /** @enum {string} */
                            verb: "join" | "replace";
                        };
                        allowNulls?: boolean;
                        caption?: string;
                        category?: string;
                        choices?: {
                            values: string[];
                        } | {
                            source: string;
                        };
                        /** @enum {string} */
                        columns?: "numerical" | "categorical";
                        /** @enum {string} */
                        columnType?: "numerical" | "categorical" | "dateTime";
                        editor?: string;
                        editorParam?: string;
                        enabled?: string;
                        format?: string;
                        inputType?: string;
                        max?: number;
                        min?: number;
                        nullable?: boolean;
                        optional?: boolean;
                        other?: {
                            [key: string]: string;
                        };
                        pattern?: string;
                        postfix?: string;
                        /** @enum {string} */
                        propagateChoice?: "all";
                        semType?: string;
                        separators?: string;
                        step?: number;
                        suggestions?: string;
                        table?: string;
                        units?: string;
                        validators?: string[];
                        visible?: string;
                    };
                    /** @enum {string} */
                    type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                }[];
                outputs: {
                    default?: unknown;
                    description?: string;
                    /** @enum {string} */
                    item?: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                    name: string;
                    options: {
                        action?: {
                            table: string;
                            /** @enum {string} */
                            verb: "join" | "replace";
                        };
                        allowNulls?: boolean;
                        caption?: string;
                        category?: string;
                        choices?: {
                            values: string[];
                        } | {
                            source: string;
                        };
                        /** @enum {string} */
                        columns?: "numerical" | "categorical";
                        /** @enum {string} */
                        columnType?: "numerical" | "categorical" | "dateTime";
                        editor?: string;
                        editorParam?: string;
                        enabled?: string;
                        format?: string;
                        inputType?: string;
                        max?: number;
                        min?: number;
                        nullable?: boolean;
                        optional?: boolean;
                        other?: {
                            [key: string]: string;
                        };
                        pattern?: string;
                        postfix?: string;
                        /** @enum {string} */
                        propagateChoice?: "all";
                        semType?: string;
                        separators?: string;
                        step?: number;
                        suggestions?: string;
                        table?: string;
                        units?: string;
                        validators?: string[];
                        visible?: string;
                    };
                    /** @enum {string} */
                    type: "int" | "double" | "bool" | "string" | "datetime" | "bigint" | "num" | "qnum" | "list" | "map" | "dataframe" | "column" | "column_list" | "cell" | "row" | "file" | "blob" | "graphics" | "media" | "viewer" | "view" | "user" | "dynamic" | "object" | "funccall" | "semantic_value" | "widget" | "project" | "notebook";
                }[];
            };
        };
        ScriptVersion: {
            bytes: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            language: "python" | "javascript" | "r" | "julia" | "octave" | "sql" | "grok";
            restoredFrom: number | null;
            sha256: string;
            source: string;
            version: number;
        };
        ScriptVersionItem: {
            bytes: number;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            language: "python" | "javascript" | "r" | "julia" | "octave" | "sql" | "grok";
            restoredFrom: number | null;
            sha256: string;
            version: number;
        };
        ScriptVersionPage: {
            items: components["schemas"]["ScriptVersionItem"][];
            next: string | null;
            total?: number | string;
        };
        SearchBody: {
            cursor?: string;
            facets?: boolean;
            kinds?: ("project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer")[];
            limit?: number;
            q?: string | unknown;
            sort?: string;
        };
        SearchResults: {
            facets?: components["schemas"]["Facets"];
            items: components["schemas"]["Item"][];
            more?: boolean;
            next: string | null;
            total?: number | string;
        };
        SecondFactor: {
            on: boolean;
            recoveryCodesLeft: number;
            required: boolean;
            /** Format: date-time */
            since: string | null;
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
            total?: number | string;
        };
        ShareLink: {
            /** Format: date-time */
            createdAt: string;
            entityId: string;
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            label: string;
            madeBy: {
                id: string;
                name: string;
            };
            opened: number;
            /** Format: date-time */
            openedAt: string | null;
            privileges: ("see" | "read" | "edit" | "create" | "transfer" | "execute" | "share" | "remove" | "manage")[];
            /** @enum {string} */
            state: "active" | "expired" | "idle";
        };
        ShareLinkPage: {
            items: components["schemas"]["ShareLink"][];
            next: string | null;
            total?: number | string;
        };
        SignIn: {
            email: string | null;
            id: string;
            issuer: string | null;
            /** @enum {string} */
            kind: "password" | "provider";
            /** Format: date-time */
            lastUsedAt: string | null;
            /** Format: date-time */
            linkedAt: string;
            provider: {
                id: string;
                name: string;
            } | null;
            works: boolean;
        };
        SignInPage: {
            items: components["schemas"]["SignIn"][];
            next: string | null;
            total?: number | string;
        };
        SocketTicket: {
            /** Format: date-time */
            expiresAt: string;
            ticket: string;
            url: string;
        };
        State: {
            attributes: {
                [key: string]: unknown;
            };
            color: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            deleted: boolean;
            elementalId: string;
            endFrame: number | null;
            frame: number | null;
            id: string;
            layerId: string;
            localizationIds: string[];
            mark: number;
            mediaIds: string[];
            /** Format: date-time */
            modifiedAt: string;
            modifiedBy: string;
            segments: [
                number,
                number
            ][];
            typeId: string;
        };
        StatePage: {
            items: {
                attributes?: {
                    [key: string]: unknown;
                };
                color?: string | null;
                /** Format: date-time */
                createdAt?: string;
                createdBy?: string;
                deleted?: boolean;
                elementalId?: string;
                endFrame?: number | null;
                frame?: number | null;
                id?: string;
                layerId?: string;
                localizationIds?: string[];
                mark?: number;
                mediaIds?: string[];
                /** Format: date-time */
                modifiedAt?: string;
                modifiedBy?: string;
                segments?: [
                    number,
                    number
                ][];
                typeId?: string;
            }[];
            next: string | null;
            total?: number | string;
        };
        Suggestion: {
            entity?: {
                id: string;
                /** @enum {string} */
                kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
            };
            from: number;
            label: string;
            text: string;
            /** @enum {string} */
            type: "entity" | "tag" | "field" | "value" | "person";
        };
        Suggestions: {
            items: components["schemas"]["Suggestion"][];
        };
        Table: {
            attributes: {
                [key: string]: unknown;
            };
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
            kind: "project" | "file" | "table" | "script" | "notebook" | "model" | "media" | "layer";
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
            total?: number | string;
        };
        TrackChanged: {
            created: {
                elementalId: string;
                id: string;
                mark: number;
            }[];
            deleted: string[];
            track: {
                elementalId: string;
                id: string;
                mark: number;
            };
        };
        Trigger: {
            algorithmId: string;
            chain: boolean;
            enabled: boolean;
            /** @enum {string} */
            event: "media.ready" | "annotations.changed";
            id: string;
            /** Format: date-time */
            lastAt: string | null;
            lastError: {
                code: string;
                message: string;
            } | null;
            lastRunId: string | null;
            layerId: string | null;
            layerIds: string[] | null;
            parameters: {
                [key: string]: unknown;
            };
            revision: number;
            runAs: {
                id: string;
                name: string;
            };
            typeIds: string[] | null;
            waiting: number;
            waitSeconds: number;
        };
        TriggerPage: {
            items: components["schemas"]["Trigger"][];
            next: string | null;
            total?: number | string;
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
            total?: number | string;
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
            /** @enum {string} */
            kind: "person" | "service";
            /** Format: date-time */
            lastSeenAt: string | null;
            mayExecute: boolean;
            name: string;
            secondFactor: boolean;
            /** @enum {string} */
            state: "active" | "deactivated";
        };
        UserPage: {
            items: components["schemas"]["User"][];
            next: string | null;
            total?: number | string;
        };
        Webhook: {
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            id: string;
            projectId: string;
            revision: number;
            types: string[];
            url: string;
        };
        WebhookDelivery: {
            attempts: number;
            body: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt: string | null;
            error: string | null;
            eventId: string;
            id: string;
            milliseconds: number | null;
            /** @enum {string} */
            state: "waiting" | "succeeded" | "failed";
            status: number | null;
            type: string;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            next: string | null;
            total?: number | string;
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            next: string | null;
            total?: number | string;
        };
        WebhookSecret: {
            secret: string;
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
