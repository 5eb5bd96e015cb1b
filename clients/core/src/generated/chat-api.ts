// Generated from functions/chat/contract/openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/v1/rooms/{id}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * How the room talks
         * @description Cacheable for one second.
         */
        get: operations["getChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Slow mode, followers only, the pinned notice
         * @description A moderator. JSON merge patch; `notice` null takes it down.
         */
        patch: operations["changePolicy"];
        trace?: never;
    };
    "/v1/rooms/{id}/chat/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * What was said, latest first
         * @description A moderator. Deleted messages are listed as such; erased ones are gone.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/chat/messages/{seq}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
                seq: number;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a message away, from every screen and from the replay
         * @description A moderator. Doing it twice changes nothing.
         */
        post: operations["deleteMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/chat/sanctions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /** Who may not talk now, latest first */
        get: operations["listSanctions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/chat/sanctions/{viewer}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
                viewer: components["parameters"]["ViewerPath"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Mute for a time, or ban
         * @description A moderator; the streamer, moderators and operators cannot be sanctioned by a moderator (409), moderators can by streamer and operators.
         *     Replaces the sanction in force. A ban takes away what the viewer said. A viewer that the room never saw is 404.
         */
        put: operations["sanctionViewer"];
        post?: never;
        /**
         * May talk again
         * @description A moderator. Nothing in force changes nothing.
         */
        delete: operations["liftSanction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/chat/moderators": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * Who was appointed
         * @description A moderator. At most 50.
         */
        get: operations["listModerators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/chat/moderators/{viewer}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
                viewer: components["parameters"]["ViewerPath"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Appoint
         * @description The room's streamer or an operator. The 51st is 409.
         */
        put: operations["appointModerator"];
        post?: never;
        /** Dismiss */
        delete: operations["dismissModerator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/chat/acts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * Who did what, why and when; latest first
         * @description A moderator or an auditor.
         */
        get: operations["listActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/chat/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * What the word filter stopped or held, latest first
         * @description A moderator. The appeal list: each entry says which list and word decided. `OPEN` ones (held) wait for a decision; `CLOSED` are the rest.
         */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/chat/reviews/{review}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
                review: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a held or refused message, or refuse it for good
         * @description A moderator. RELEASE says it in the sender's name now. Deciding again the same way changes nothing, another way is 409.
         */
        post: operations["decideReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/chat/words": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * The room's own words
         * @description A moderator.
         */
        get: operations["listRoomWords"];
        put?: never;
        /**
         * Add words, take words away
         * @description A moderator. At most 1,000 words a room (409). In force within 2 s, without a restart.
         */
        post: operations["changeRoomWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The platform's words, in force in every room
         * @description An operator or an auditor.
         */
        get: operations["listPlatformWords"];
        put?: never;
        /**
         * Add words, take words away
         * @description An operator. At most 200,000 words (409).
         */
        post: operations["changePlatformWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/people/{subject}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `me`, or any subject for an operator */
                subject: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Erase everything a person said, in every room and replay
         * @description The person (`me`) or an operator. The history is empty of them when this is answered; screens and replays follow within a minute.
         */
        delete: operations["eraseMessages"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Viewer: string;
        Why: string;
        Reason: {
            reason: components["schemas"]["Why"];
        };
        Policy: {
            slowModeSeconds: number;
            followersOnly: boolean;
            notice: string | null;
        };
        PolicyChange: {
            slowModeSeconds?: number;
            followersOnly?: boolean;
            notice?: string | null;
        };
        Chat: {
            /** Format: uuid */
            room: string;
            /** @description Whether the room's state lets viewers talk */
            open: boolean;
            policy: components["schemas"]["Policy"];
        };
        Message: {
            seq: number;
            /** Format: date-time */
            at: string;
            viewer: components["schemas"]["Viewer"];
            name: string;
            text: string;
            deleted: boolean;
        };
        MessagePage: {
            items: components["schemas"]["Message"][];
            nextCursor: string | null;
        };
        NewSanction: {
            /** @enum {string} */
            kind: "MUTE" | "BAN";
            /** @description How long a mute lasts, 10 s to 30 days; required for MUTE, not allowed for BAN */
            seconds?: number;
            reason: components["schemas"]["Why"];
        };
        Sanction: {
            viewer: components["schemas"]["Viewer"];
            name: string;
            /** @enum {string} */
            kind: "MUTE" | "BAN";
            /**
             * Format: date-time
             * @description null for a ban
             */
            until: string | null;
            reason: components["schemas"]["Why"];
            /** Format: date-time */
            at: string;
        };
        SanctionPage: {
            items: components["schemas"]["Sanction"][];
            nextCursor: string | null;
        };
        Moderators: {
            items: {
                viewer: components["schemas"]["Viewer"];
                name: string;
                /** Format: date-time */
                since: string;
            }[];
        };
        Act: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @description Display name of who acted */
            actor: string;
            /** @enum {string} */
            act: "DELETE_MESSAGE" | "MUTE" | "BAN" | "LIFT" | "CHANGE_POLICY" | "APPOINT" | "DISMISS" | "CHANGE_WORDS" | "RELEASE" | "REFUSE" | "ERASE";
            viewer: string | null;
            message: number | null;
            reason: string | null;
            /** @description What changed, such as `slowModeSeconds 0 -> 10` */
            detail: string | null;
        };
        ActPage: {
            items: components["schemas"]["Act"][];
            nextCursor: string | null;
        };
        Review: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            viewer: components["schemas"]["Viewer"];
            name: string;
            /** @description As it was sent */
            text: string;
            /** @enum {string} */
            action: "REJECT" | "MASK" | "HOLD";
            /** @enum {string} */
            list: "PLATFORM" | "ROOM";
            word: string;
            /** @enum {string} */
            state: "OPEN" | "CLOSED";
            /** @enum {string|null} */
            decision: "RELEASE" | "REFUSE" | null;
        };
        ReviewPage: {
            items: components["schemas"]["Review"][];
            nextCursor: string | null;
        };
        Decision: {
            /** @enum {string} */
            decision: "RELEASE" | "REFUSE";
            reason: components["schemas"]["Why"];
        };
        Word: {
            word: string;
            /** @enum {string} */
            action: "REJECT" | "MASK" | "HOLD";
        };
        WordPage: {
            items: components["schemas"]["Word"][];
            nextCursor: string | null;
        };
        WordChange: {
            /** @description A word that is there gets the new action */
            add?: components["schemas"]["Word"][];
            remove?: string[];
        };
        Erasure: {
            messages: number;
            rooms: number;
        };
        Problem: {
            /** Format: uri-reference */
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            errors?: {
                field: string;
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
        ViewerPath: components["schemas"]["Viewer"];
        /** @description The `nextCursor` of the page before; opaque */
        Cursor: string;
        Limit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getChat: {
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
            /** @description The room's chat */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chat"];
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
    changePolicy: {
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
                "application/json": components["schemas"]["PolicyChange"];
            };
        };
        responses: {
            /** @description The room's chat */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chat"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                viewer?: components["schemas"]["Viewer"];
                /** @description The `nextCursor` of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    deleteMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
                seq: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listSanctions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sanctions in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SanctionPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    sanctionViewer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
                viewer: components["parameters"]["ViewerPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSanction"];
            };
        };
        responses: {
            /** @description The sanction */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sanction"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    liftSanction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
                viewer: components["parameters"]["ViewerPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No sanction is in force */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listModerators: {
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
            /** @description The moderators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moderators"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    appointModerator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
                viewer: components["parameters"]["ViewerPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Is a moderator */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    dismissModerator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
                viewer: components["parameters"]["ViewerPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Is no moderator */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listActs: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of acts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listReviews: {
        parameters: {
            query?: {
                state?: "OPEN" | "CLOSED";
                /** @description The `nextCursor` of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reviews */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    decideReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
                review: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listRoomWords: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    changeRoomWords: {
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
                "application/json": components["schemas"]["WordChange"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listPlatformWords: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    changePlatformWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordChange"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    eraseMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `me`, or any subject for an operator */
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many are erased */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
}
