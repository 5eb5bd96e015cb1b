// Generated from functions/rooms/contract/openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/v1/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rooms, live ones first
         * @description Live and interrupted rooms first (latest first), then upcoming ones (soonest first), then replays and ended shows (latest first).
         *     Cancelled rooms appear only when asked for by `state`. Cacheable for one second.
         */
        get: operations["listRooms"];
        put?: never;
        /**
         * Plan a show
         * @description Needs the role `streamer` (or `operator`). The caller becomes the room's streamer.
         */
        post: operations["createRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * One room
         * @description Cacheable for one second.
         */
        get: operations["getRoom"];
        put?: never;
        post?: never;
        /**
         * Cancel a show that has not been live
         * @description The owner or an operator. Legal from SCHEDULED and READY only. The room stays readable in state CANCELLED.
         */
        delete: operations["cancelRoom"];
        options?: never;
        head?: never;
        /**
         * Change what viewers read about the room
         * @description The owner or an operator. JSON merge patch (RFC 7396): absent fields stay, `null` clears an optional one.
         *     `kind` and `startsAt` change only before the show is live; an ended or cancelled room no longer changes, except for an operator.
         */
        patch: operations["updateRoom"];
        trace?: never;
    };
    "/v1/rooms/{id}/stream-key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue or rotate the stream key
         * @description The owner or an operator. Makes a SCHEDULED room READY. The key is shown in this answer only: it is stored hashed.
         *     An earlier key stops working for new pushes; a running push goes on. Legal from SCHEDULED, READY, LIVE and INTERRUPTED.
         */
        post: operations["issueStreamKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the show
         * @description The owner or an operator. Legal from LIVE and INTERRUPTED. The push is disconnected and the recording becomes the replay.
         */
        post: operations["endRoom"];
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
        /**
         * @description Own brand, many sellers, or a third-party agency
         * @enum {string}
         */
        RoomKind: "BRAND" | "MARKETPLACE" | "PARTNER";
        /** @enum {string} */
        RoomState: "SCHEDULED" | "READY" | "LIVE" | "INTERRUPTED" | "ENDED" | "REPLAY_READY" | "CANCELLED";
        Title: string;
        Description: string;
        /** Format: uri */
        CoverUrl: string;
        Tags: string[];
        NewRoom: {
            title: components["schemas"]["Title"];
            description?: components["schemas"]["Description"];
            coverUrl?: components["schemas"]["CoverUrl"] | null;
            tags?: components["schemas"]["Tags"];
            /** @default BRAND */
            kind?: components["schemas"]["RoomKind"];
            /**
             * Format: date-time
             * @description When the show is planned to begin; at most one year ahead. Absent means now.
             */
            startsAt?: string | null;
        };
        RoomChange: {
            title?: components["schemas"]["Title"];
            description?: components["schemas"]["Description"];
            coverUrl?: components["schemas"]["CoverUrl"] | null;
            tags?: components["schemas"]["Tags"];
            kind?: components["schemas"]["RoomKind"];
            /** Format: date-time */
            startsAt?: string;
        };
        Streamer: {
            id: string;
            name: string;
        };
        Playback: {
            /** Format: uri */
            hls: string;
            /**
             * Format: uri
             * @description null where the provider delivers HLS only
             */
            dash: string | null;
        };
        Replay: {
            /** Format: uri */
            hls: string;
            /** Format: uri */
            dash: string;
            /** Format: uri */
            mp4: string;
            durationSeconds: number;
        };
        Room: {
            /** Format: uuid */
            id: string;
            title: components["schemas"]["Title"];
            description: components["schemas"]["Description"];
            /** Format: uri */
            coverUrl: string | null;
            tags: components["schemas"]["Tags"];
            kind: components["schemas"]["RoomKind"];
            state: components["schemas"]["RoomState"];
            streamer: components["schemas"]["Streamer"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            liveAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description Playback sessions or sockets of the last seconds, whichever are more; 0 when not live */
            viewers: number;
            peakViewers: number;
            /** @description Present while LIVE or INTERRUPTED */
            playback: components["schemas"]["Playback"] | null;
            /** @description Present when REPLAY_READY */
            replay: components["schemas"]["Replay"] | null;
        };
        RoomPage: {
            items: components["schemas"]["Room"][];
            /** @description null on the last page */
            nextCursor: string | null;
        };
        StreamKey: {
            /**
             * Format: uri
             * @example rtmp://127.0.0.1:1935/live
             */
            ingestUrl: string;
            streamKey: string;
        };
        Problem: {
            /**
             * Format: uri-reference
             * @description Stable name of the kind of problem, such as /problems/invalid-field
             */
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            errors?: {
                /** @description Where: a JSON field, a query parameter, a header */
                field: string;
                /** @description What is allowed, with the bound */
                detail: string;
            }[];
        };
    };
    responses: {
        /** @description What was wrong, and where */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        RoomId: string;
        /**
         * @description Any text of 1 to 255 printable ASCII characters. Repeating a request with the same key within 24 hours gives the same answer and changes nothing;
         *     the same key with another content is 409.
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listRooms: {
        parameters: {
            query?: {
                /** @description Only rooms in one of these states, comma separated */
                state?: components["schemas"]["RoomState"][];
                kind?: components["schemas"]["RoomKind"];
                tag?: string;
                /** @description Only rooms of this streamer id */
                streamer?: string;
                /** @description The `nextCursor` of the page before; opaque */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rooms */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPage"];
                };
            };
            /** @description Not modified since the ETag sent in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    createRoom: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of 1 to 255 printable ASCII characters. Repeating a request with the same key within 24 hours gives the same answer and changes nothing;
                 *     the same key with another content is 409.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoom"];
            };
        };
        responses: {
            /** @description The room, in state SCHEDULED */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description Not modified since the ETag sent in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    cancelRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room, in state CANCELLED */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    updateRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomChange"];
            };
        };
        responses: {
            /** @description The room as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    issueStreamKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of 1 to 255 printable ASCII characters. Repeating a request with the same key within 24 hours gives the same answer and changes nothing;
                 *     the same key with another content is 409.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to push, and the key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreamKey"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    endRoom: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of 1 to 255 printable ASCII characters. Repeating a request with the same key within 24 hours gives the same answer and changes nothing;
                 *     the same key with another content is 409.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room, in state ENDED */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
}
