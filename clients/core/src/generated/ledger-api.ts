// Generated from functions/ledger/contract/openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/v1/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller has, by currency
         * @description A wallet that was never used has no coins: it need not be opened.
         */
        get: operations["getWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallet/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moved in the wallet, latest first */
        get: operations["listWalletEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coin-packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What coins cost
         * @description Cacheable for one minute.
         */
        get: operations["listCoinPackages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallet/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's top-ups, latest first */
        get: operations["listTopUps"];
        put?: never;
        /**
         * Buy coins
         * @description Coins come when the payment provider says so, not when the buyer returns: read the top-up until its state changes.
         *     At most 20 top-ups of a person wait for payment (409 `too-many`). 503 when the provider cannot be asked: repeat with the same key.
         */
        post: operations["startTopUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallet/top-ups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** One top-up */
        get: operations["getTopUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/callbacks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: "sandbox";
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a payment provider tells of a payment
         * @description For providers; no token: the body is signed (`Sandbox-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 over t.body>`, at most 5 minutes off).
         *     May come twice and in any order. A payment that succeeds after its top-up expired still brings the coins; a refusal after success changes nothing.
         *     A wrong signature or time is 401, another amount or currency than the top-up's 409, an unknown top-up 404.
         */
        post: operations["takePaymentCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be given
         * @description Cacheable for one minute.
         */
        get: operations["listGifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/gifts": {
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
         * Give
         * @description The room must be live or interrupted (409 `illegal-state`). Nobody gives in their own room (403). Too few coins: 402 `insufficient-balance` with `missing`.
         *     The room shows it as an item of kind `gift` whose body is `GiftShown`.
         */
        post: operations["sendGift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{id}/gift-ranking": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        /**
         * Who gave most in the room
         * @description Cacheable for two seconds. Viewers are named by the room-scoped pseudonym that the socket shows.
         */
        get: operations["getRoomGiftRanking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gift-ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which streamers were given most on a day
         * @description Cacheable for two seconds. Of the last 35 days.
         */
        get: operations["getDayGiftRanking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/income": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller earned
         * @description A streamer.
         */
        get: operations["getIncome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/income/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Day by day, for charts
         * @description A streamer. At most 366 days.
         */
        get: operations["getDailyIncome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/income/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Months that have a statement, latest first
         * @description A streamer. At most 120 months.
         */
        get: operations["listStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/income/statements/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: components["schemas"]["Month"];
            };
            cookie?: never;
        };
        /**
         * The statement of a month
         * @description A streamer. `Accept` chooses JSON, CSV or PDF (406 otherwise). The running month is told as it stands.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's withdrawals, latest first
         * @description A streamer.
         */
        get: operations["listWithdrawals"];
        put?: never;
        /**
         * Ask for income to be paid out
         * @description A streamer. The coins are set aside until an operator decides, for at most 30 days. More than is payable: 402 with `missing`.
         */
        post: operations["requestWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawal-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Withdrawals that wait for a decision, oldest first
         * @description An operator.
         */
        get: operations["listWithdrawalReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay out or refuse
         * @description An operator, and not the streamer who asked. Approving moves the money; refusing frees it. Deciding again the same way changes nothing, another way is 409.
         */
        post: operations["decideWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What all accounts of a kind have together
         * @description An auditor. Balanced when each currency sums to zero.
         */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts, by id
         * @description An auditor.
         */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/accounts/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /**
         * An account's entries, latest first
         * @description An auditor.
         */
        get: operations["listAccountEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last seal, and the last verification
         * @description An auditor.
         */
        get: operations["getChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Walk every chain again
         * @description An auditor. One runs at a time: while one does, it is the answer.
         */
        post: operations["startVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every entry of a period, oldest first
         * @description An auditor. `Accept` chooses CSV or NDJSON (406 otherwise). Whole transfers; the period must be over for a minute.
         */
        get: operations["exportEntries"];
        put?: never;
        post?: never;
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
        /** @enum {string} */
        Currency: "COIN" | "CNY" | "USD" | "EUR" | "JPY";
        /** Format: int64 */
        Coins: number;
        /** Format: int64 */
        Minor: number;
        /** Format: date */
        Day: string;
        Month: string;
        Viewer: string;
        Why: string;
        Money: {
            currency: components["schemas"]["Currency"];
            minor: components["schemas"]["Minor"];
        };
        WalletBalance: {
            currency: components["schemas"]["Currency"];
            total: components["schemas"]["Coins"];
            /** @description Set aside */
            held: components["schemas"]["Coins"];
            /** @description total less held */
            available: components["schemas"]["Coins"];
        };
        Wallet: {
            balances: components["schemas"]["WalletBalance"][];
        };
        WalletEntry: {
            /**
             * Format: uuid
             * @description The transfer
             */
            id: string;
            /** Format: date-time */
            at: string;
            /** @description `top-up`, `gift`, `reversal`; more will come */
            kind: string;
            /** @description Above zero what came, below zero what went */
            amount: components["schemas"]["Money"];
            /** @description After it */
            balance: components["schemas"]["Money"];
            /** @description Title of the room, or the method of payment */
            counterpart: string | null;
            /** Format: uuid */
            room: string | null;
            /** @description Code of the gift */
            gift: string | null;
            count: number | null;
        };
        WalletEntryPage: {
            items: components["schemas"]["WalletEntry"][];
            nextCursor: string | null;
        };
        CoinPackage: {
            code: string;
            coins: components["schemas"]["Coins"];
            price: components["schemas"]["Money"];
        };
        CoinPackages: {
            items: components["schemas"]["CoinPackage"][];
        };
        NewTopUp: {
            /** @description Code of a coin package */
            package: string;
            /** @enum {string} */
            method: "ALIPAY" | "CARD";
        };
        TopUp: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "PENDING" | "PAID" | "REFUSED" | "EXPIRED";
            package: string;
            /** @enum {string} */
            method: "ALIPAY" | "CARD";
            coins: components["schemas"]["Coins"];
            amount: components["schemas"]["Money"];
            /**
             * Format: uri
             * @description Where the buyer pays; only while PENDING
             */
            payUrl: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            closedAt: string | null;
        };
        TopUpPage: {
            items: components["schemas"]["TopUp"][];
            nextCursor: string | null;
        };
        PaymentEvent: {
            /** @description Of the event */
            id: string;
            /** @enum {string} */
            type: "payment.succeeded" | "payment.refused" | "payment.expired";
            session: string;
            /** @description The top-up */
            reference: string;
            /** Format: int64 */
            amount: number;
            currency: string;
            /** Format: date-time */
            at: string;
        };
        Taken: {
            /**
             * @description Of the top-up
             * @enum {string}
             */
            state: "PENDING" | "PAID" | "REFUSED" | "EXPIRED";
        };
        Gift: {
            code: string;
            name: components["schemas"]["Names"];
            /** @description Of one */
            price: components["schemas"]["Coins"];
            /**
             * @description What a screen draws; one that it does not know as HEART
             * @enum {string}
             */
            animation: "HEART" | "ROSE" | "STAR" | "FIREWORKS" | "CAR" | "ROCKET" | "CASTLE";
        };
        Names: {
            en: string;
            zh: string;
        };
        Gifts: {
            items: components["schemas"]["Gift"][];
        };
        NewGift: {
            /** @description Code of a gift */
            gift: string;
            /** @default 1 */
            count?: number;
        };
        GiftSent: {
            /** Format: uuid */
            id: string;
            gift: string;
            count: number;
            /** @description What it cost */
            coins: components["schemas"]["Coins"];
            /** @description Coins left to spend after it */
            balance: components["schemas"]["Coins"];
            /** @description How many times the caller gave this gift here, each within 10 s of the one before */
            combo: number;
            /** Format: date-time */
            at: string;
        };
        /** @description Body of an item of kind `gift` in a room (`asyncapi.yaml` of chat). It bears the event's data; fields may be added. */
        GiftShown: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            roomId: string;
            viewer: components["schemas"]["Viewer"];
            /** @description What the room calls the viewer */
            name: string;
            gift: string;
            giftName: components["schemas"]["Names"];
            animation: string;
            count: number;
            coins: components["schemas"]["Coins"];
            combo: number;
        };
        RankedViewer: {
            rank: number;
            viewer: components["schemas"]["Viewer"];
            name: string;
            coins: components["schemas"]["Coins"];
        };
        RoomGiftRanking: {
            /** Format: uuid */
            room: string;
            /** @description Everything given in the room */
            coins: components["schemas"]["Coins"];
            items: components["schemas"]["RankedViewer"][];
        };
        RankedStreamer: {
            rank: number;
            streamer: string;
            /** @description As their latest room says */
            name: string;
            coins: components["schemas"]["Coins"];
        };
        DayGiftRanking: {
            day: components["schemas"]["Day"];
            items: components["schemas"]["RankedStreamer"][];
        };
        Income: {
            /** @description Inside the holding period */
            pending: components["schemas"]["Coins"];
            /** @description Can be withdrawn now */
            payable: components["schemas"]["Coins"];
            /** @description Asked for and not decided */
            held: components["schemas"]["Coins"];
            withdrawn: components["schemas"]["Coins"];
            /** @description Followers now */
            fans: number;
            holdingDays: number;
            /** @description What `payable` is worth */
            worth: components["schemas"]["Money"];
        };
        DayIncome: {
            day: components["schemas"]["Day"];
            /** @description How many gifts */
            gifts: number;
            /** @description What viewers gave */
            given: components["schemas"]["Coins"];
            commission: components["schemas"]["Coins"];
            /** @description Zero or less */
            reversals: components["schemas"]["Minor"];
            /** @description given less commission and reversals */
            income: components["schemas"]["Minor"];
            /** @description Followers at the end of the day */
            fans: number;
        };
        DailyIncome: {
            items: components["schemas"]["DayIncome"][];
        };
        Statements: {
            items: components["schemas"]["StatementHead"][];
        };
        StatementHead: {
            month: components["schemas"]["Month"];
            opening: components["schemas"]["Minor"];
            closing: components["schemas"]["Minor"];
            /** @description Whether the month is over */
            complete: boolean;
        };
        Statement: {
            month: components["schemas"]["Month"];
            streamer: string;
            currency: components["schemas"]["Currency"];
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description First moment behind the month
             */
            until: string;
            opening: components["schemas"]["Minor"];
            /** @description How many gifts */
            gifts: number;
            given: components["schemas"]["Minor"];
            commission: components["schemas"]["Minor"];
            /** @description Zero or less */
            reversals: components["schemas"]["Minor"];
            /** @description given less commission and reversals */
            income: components["schemas"]["Minor"];
            /** @description What became payable */
            settled: components["schemas"]["Minor"];
            /** @description Zero or less */
            withdrawn: components["schemas"]["Minor"];
            /** @description Corrections by hand */
            other: components["schemas"]["Minor"];
            /** @description opening + income + withdrawn + other */
            closing: components["schemas"]["Minor"];
            /** @description Followers at the end */
            fans: number;
            complete: boolean;
            days: components["schemas"]["DayIncome"][];
        };
        NewWithdrawal: {
            /** Format: int64 */
            coins: number;
        };
        Withdrawal: {
            /** Format: uuid */
            id: string;
            /**
             * @description EXPIRED: nobody decided in 30 days; the coins are payable again
             * @enum {string}
             */
            state: "REQUESTED" | "APPROVED" | "REFUSED" | "EXPIRED";
            coins: components["schemas"]["Coins"];
            /** @description What is paid out */
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            reason: string | null;
        };
        WithdrawalPage: {
            items: components["schemas"]["Withdrawal"][];
            nextCursor: string | null;
        };
        WithdrawalReview: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "REQUESTED" | "APPROVED" | "REFUSED" | "EXPIRED";
            streamer: string;
            name: string;
            coins: components["schemas"]["Coins"];
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: string | null;
            reason: string | null;
        };
        WithdrawalReviewPage: {
            items: components["schemas"]["WithdrawalReview"][];
            nextCursor: string | null;
        };
        WithdrawalDecision: {
            /** @enum {string} */
            decision: "APPROVE" | "REFUSE";
            reason: components["schemas"]["Why"];
        };
        /** @enum {string} */
        AccountKind: "WALLET" | "PENDING_INCOME" | "PAYABLE_INCOME" | "COMMISSION" | "SALES" | "ISSUANCE" | "CLEARING";
        TrialLine: {
            kind: components["schemas"]["AccountKind"];
            currency: components["schemas"]["Currency"];
            accounts: number;
            balance: components["schemas"]["Minor"];
            held: components["schemas"]["Minor"];
        };
        TrialBalance: {
            /** Format: date-time */
            at: string;
            balanced: boolean;
            lines: components["schemas"]["TrialLine"][];
            /** @description By currency; zero when balanced */
            sums: components["schemas"]["Money"][];
        };
        Account: {
            /** Format: uuid */
            id: string;
            /** @description Subject of a person, or `platform` */
            owner: string;
            kind: components["schemas"]["AccountKind"];
            currency: components["schemas"]["Currency"];
            balance: components["schemas"]["Minor"];
            held: components["schemas"]["Minor"];
            /** Format: date-time */
            openedAt: string;
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            nextCursor: string | null;
        };
        AuditEntry: {
            /** Format: uuid */
            account: string;
            shard: number;
            /** Format: int64 */
            seq: number;
            /** Format: uuid */
            transfer: string;
            kind: string;
            reference: string;
            /** Format: uuid */
            reverses: string | null;
            amount: components["schemas"]["Money"];
            /** @description Of the shard after it */
            balance: components["schemas"]["Money"];
            /** Format: date-time */
            at: string;
            hash: string;
        };
        AuditEntryPage: {
            items: components["schemas"]["AuditEntry"][];
            nextCursor: string | null;
        };
        Seal: {
            /** Format: int64 */
            number: number;
            /** Format: date-time */
            at: string;
            /**
             * Format: int64
             * @description Chains that had moved
             */
            lines: number;
            hash: string;
        };
        Broken: {
            /** @description Such as `entry-changed`; the README explains each */
            problem: string;
            /** Format: uuid */
            account: string | null;
            shard: number | null;
            /** Format: int64 */
            seq: number | null;
            /** Format: uuid */
            transfer: string | null;
        };
        Verification: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "RUNNING" | "DONE";
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            doneAt: string | null;
            /**
             * Format: int64
             * @description Checked so far
             */
            entries: number;
            /** @description null while it runs */
            intact: boolean | null;
            broken: components["schemas"]["Broken"] | null;
        };
        Chain: {
            seal: components["schemas"]["Seal"] | null;
            verification: components["schemas"]["Verification"] | null;
        };
        Problem: {
            /** Format: uri-reference */
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            /** @description With 402: how many more coins it needs */
            missing?: components["schemas"]["Coins"];
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
        /** @description Any text of 1 to 255 printable ASCII characters */
        IdempotencyKey: string;
        /** @description The `nextCursor` of the page before; opaque */
        Cursor: string;
        Limit: number;
        First: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wallet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listWalletEntries: {
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
            /** @description A page of entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletEntryPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listCoinPackages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The packages, cheapest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoinPackages"];
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
    listTopUps: {
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
            /** @description A page of top-ups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUpPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    startTopUp: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1 to 255 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTopUp"];
            };
        };
        responses: {
            /** @description The top-up, in state PENDING; send the buyer to its `payUrl` */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUp"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    getTopUp: {
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
            /** @description The top-up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUp"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    takePaymentCallback: {
        parameters: {
            query?: never;
            header: {
                "Sandbox-Signature": string;
            };
            path: {
                provider: "sandbox";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentEvent"];
            };
        };
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Taken"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listGifts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue, cheapest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gifts"];
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
    sendGift: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1 to 255 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGift"];
            };
        };
        responses: {
            /** @description It is paid and will be shown */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GiftSent"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            402: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getRoomGiftRanking: {
        parameters: {
            query?: {
                limit?: components["parameters"]["First"];
            };
            header?: never;
            path: {
                id: components["parameters"]["RoomId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The first by coins */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomGiftRanking"];
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
    getDayGiftRanking: {
        parameters: {
            query?: {
                /** @description Default: today */
                day?: components["schemas"]["Day"];
                limit?: components["parameters"]["First"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The first by coins */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayGiftRanking"];
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
    getIncome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The income */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Income"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getDailyIncome: {
        parameters: {
            query: {
                from: components["schemas"]["Day"];
                /** @description The last day */
                to: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry a day, those without gifts included, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyIncome"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listStatements: {
        parameters: {
            query?: {
                /** @description Only this month */
                month?: components["schemas"]["Month"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The months */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statements"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: components["schemas"]["Month"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statement */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                    "text/csv": string;
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            406: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listWithdrawals: {
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
            /** @description A page of withdrawals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    requestWithdrawal: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1 to 255 printable ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWithdrawal"];
            };
        };
        responses: {
            /** @description The withdrawal, in state REQUESTED */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Withdrawal"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            402: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listWithdrawalReviews: {
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
            /** @description A page of withdrawals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalReviewPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    decideWithdrawal: {
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
                "application/json": components["schemas"]["WithdrawalDecision"];
            };
        };
        responses: {
            /** @description The withdrawal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawalReview"];
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
    getTrialBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines; of one moment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalance"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                kind?: components["schemas"]["AccountKind"];
                owner?: string;
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
            /** @description A page of accounts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    listAccountEntries: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    getChain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chain"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    startVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verification; read `/v1/audit/chain` until it is DONE */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    exportEntries: {
        parameters: {
            query: {
                from: string;
                /** @description Excluded */
                to: string;
                /** @description The `nextCursor` of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
                /** @description Transfers */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; `Vitrine-Next-Cursor` is absent on the last one */
            200: {
                headers: {
                    "Vitrine-Next-Cursor"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem"];
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            406: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
}
