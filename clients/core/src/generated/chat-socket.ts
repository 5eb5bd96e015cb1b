// Generated from functions/chat/contract/asyncapi.yaml by `npm run generate`. Do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Made by the client, unique for it. Once something was said, held or refused by a list, the same id again gives the same reply and says nothing twice (kept 10 minutes); after any other refusal it may be tried again. */
        ClientId: string;
        /** Format: uuid */
        RoomId: string;
        /** @description A number of the room's sequence */
        Seq: number;
        Join: {
            /** @constant */
            action: "join";
            id: components["schemas"]["ClientId"];
            room: components["schemas"]["RoomId"];
            /** @description The cursor of who comes back; absent for who is new */
            after?: components["schemas"]["Seq"];
        };
        Say: {
            /** @constant */
            action: "say";
            id: components["schemas"]["ClientId"];
            /** @description Unicode code points; no control characters, no direction overrides, at most 2 combining marks in a row */
            text: string;
            colour?: components["schemas"]["Colour"];
            position?: components["schemas"]["Position"];
            /**
             * Format: date-time
             * @description When the picture that the sender sees was on air; the replay shows the message there. Taken only within the last 60 s
             */
            playhead?: string;
        };
        Like: {
            /** @constant */
            action: "like";
            count: number;
        };
        Ping: {
            /** @constant */
            action: "ping";
        };
        /**
         * @default WHITE
         * @enum {unknown}
         */
        Colour: "WHITE" | "RED" | "ORANGE" | "YELLOW" | "GREEN" | "CYAN" | "BLUE" | "PURPLE" | "PINK";
        /**
         * @default SCROLL
         * @enum {unknown}
         */
        Position: "SCROLL" | "TOP" | "BOTTOM";
        /** @description A person as this room knows them: another name in every room */
        Viewer: string;
        Author: {
            viewer: components["schemas"]["Viewer"];
            name: string;
            /** @enum {unknown} */
            role: "VIEWER" | "MODERATOR" | "STREAMER" | "OPERATOR";
        };
        /** @enum {unknown} */
        Lane: "A" | "B";
        /** @description How lane B is read */
        Segments: {
            /**
             * Format: uri
             * @description Absolute; append `{slot}.json` or `index.json`
             */
            base: string;
            slotMillis: number;
            /** @description The first slot to read */
            from: number;
        };
        Policy: {
            slowModeSeconds: number;
            followersOnly: boolean;
            /** @description The pinned notice */
            notice: string | null;
        };
        Joined: {
            /** @constant */
            type: "joined";
            id: components["schemas"]["ClientId"];
            room: components["schemas"]["RoomId"];
            lane: components["schemas"]["Lane"];
            segments?: components["schemas"]["Segments"];
            /** @description The reader's cursor after `items` */
            cursor: components["schemas"]["Seq"];
            /** @description True when not everything that was missed had room: join again with `cursor` as `after` */
            more?: boolean;
            /** @description True when `items` do not follow on from the asked `after`: it was absent or too old; what is shown should be replaced */
            reset: boolean;
            self: {
                /** @description Null for a guest */
                viewer: string | null;
                name: string;
                /** @enum {unknown} */
                role: "GUEST" | "VIEWER" | "MODERATOR" | "STREAMER" | "OPERATOR";
                guest: boolean;
                /** Format: date-time */
                mutedUntil: string | null;
            };
            policy: components["schemas"]["Policy"];
            viewers: number;
            /** @description All taps of the show */
            likes: number;
            pingSeconds: number;
            /** Format: date-time */
            serverTime: string;
            items: components["schemas"]["Item"][];
        };
        Reply: {
            /** @constant */
            type: "reply";
            id: components["schemas"]["ClientId"];
            ok: boolean;
            /** @description Of an accepted message */
            seq?: components["schemas"]["Seq"];
            rule?: components["schemas"]["Rule"];
            /** @description The rule in words */
            detail?: string;
            /** @description When the same would pass; absent if never */
            retryAfterMillis?: number;
        };
        /**
         * @description Why something was not done. `INVALID`: the form, `detail` names field and bound. `REPEATED`: the same text again within 10 s. `WORDS`: a word of a list
         *     (masking shows the message instead). `HELD`: a person looks at it first. `UNAVAILABLE`: not our rule but our fault; try the same id again.
         * @enum {unknown}
         */
        Rule: "INVALID" | "GUEST" | "NOT_JOINED" | "NO_SUCH_ROOM" | "ROOM_CLOSED" | "RATE" | "SLOW_MODE" | "FOLLOWERS_ONLY" | "MUTED" | "BANNED" | "REPEATED" | "WORDS" | "HELD" | "UNAVAILABLE";
        Pong: {
            /** @constant */
            type: "pong";
            /** Format: date-time */
            serverTime: string;
            viewers: number;
        };
        Error: {
            /** @constant */
            type: "error";
            rule: components["schemas"]["Rule"];
            detail: string;
        };
        Batch: {
            /** @constant */
            type: "batch";
            room: components["schemas"]["RoomId"];
            after: components["schemas"]["Seq"];
            until: components["schemas"]["Seq"];
            items: components["schemas"]["Item"][];
        };
        Segment: {
            slot: number;
            after: components["schemas"]["Seq"];
            until: components["schemas"]["Seq"];
            viewers: number;
            likes: number;
            items: components["schemas"]["Item"][];
        };
        Index: {
            lane: components["schemas"]["Lane"];
            slotMillis: number;
            /** @description The newest slot that is there */
            slot: number;
            until: components["schemas"]["Seq"];
            /** Format: date-time */
            serverTime: string;
        };
        Item: components["schemas"]["DanmakuItem"] | components["schemas"]["LikesItem"] | components["schemas"]["PresenceItem"] | components["schemas"]["SystemItem"] | components["schemas"]["ModerationItem"] | components["schemas"]["LaneItem"] | components["schemas"]["PriorityItem"];
        DanmakuItem: {
            seq: components["schemas"]["Seq"];
            /** @constant */
            kind: "danmaku";
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Author"];
            text: string;
            colour: components["schemas"]["Colour"];
            position: components["schemas"]["Position"];
            /** @description In replays, the time of the recording */
            mediaMillis?: number;
        };
        LikesItem: {
            seq: components["schemas"]["Seq"];
            /** @constant */
            kind: "likes";
            /** Format: date-time */
            at: string;
            /** @description Taps since the last likes item; at most one item a second */
            count: number;
            total: number;
        };
        PresenceItem: {
            seq: components["schemas"]["Seq"];
            /** @constant */
            kind: "presence";
            /** Format: date-time */
            at: string;
            viewers: number;
            peak: number;
        };
        SystemItem: {
            seq: components["schemas"]["Seq"];
            /** @constant */
            kind: "system";
            /** Format: date-time */
            at: string;
            /** @enum {unknown} */
            event: "LIVE" | "INTERRUPTED" | "ENDED" | "REPLAY_READY" | "CANCELLED";
        };
        /** @description Never sampled. */
        ModerationItem: {
            seq: components["schemas"]["Seq"];
            /** @constant */
            kind: "moderation";
            /** Format: date-time */
            at: string;
            /** @enum {unknown} */
            act: "MESSAGE_DELETED" | "MESSAGES_ERASED" | "VIEWER_MUTED" | "VIEWER_BANNED" | "SANCTION_LIFTED" | "POLICY_CHANGED" | "MODERATOR_APPOINTED" | "MODERATOR_DISMISSED";
            /** @description MESSAGE_DELETED */
            message?: components["schemas"]["Seq"];
            /** @description Whom it concerns; with MESSAGES_ERASED and VIEWER_BANNED everything of theirs goes */
            viewer?: components["schemas"]["Viewer"];
            /**
             * Format: date-time
             * @description VIEWER_MUTED
             */
            until?: string | null;
            /** @description POLICY_CHANGED */
            policy?: components["schemas"]["Policy"];
        };
        /** @description The room changes its lane. To B: read segments from `segments.from` on. To A: `join` with the cursor. The segment that holds it is the last one. */
        LaneItem: {
            seq: components["schemas"]["Seq"];
            /** @constant */
            kind: "lane";
            /** Format: date-time */
            at: string;
            lane: components["schemas"]["Lane"];
            segments?: components["schemas"]["Segments"];
        };
        /** @description What other capabilities show in a room. Never sampled, never dropped. */
        PriorityItem: {
            seq: components["schemas"]["Seq"];
            /** @enum {unknown} */
            kind: "gift" | "pin" | "flash-sale" | "order-ticker";
            /** Format: date-time */
            at: string;
            body: Record<string, never>;
        };
        ReplayIndex: {
            room: components["schemas"]["RoomId"];
            /** @description The minutes in which something was said */
            minutes: number[];
        };
        ReplayMinute: {
            minute: number;
            /** @description By mediaMillis */
            items: components["schemas"]["DanmakuItem"][];
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
