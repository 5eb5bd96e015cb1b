import createClient, { type Client } from 'openapi-fetch';
import type { Page, PageQuery } from '../chat/moderation.ts';
import type { Reading } from '../api.ts';
import type { paths } from '../generated/ledger-api.ts';
import {
  exportForms,
  transfersPerExportPage,
  type ExportForm,
  type ExportPage,
  type Period,
} from './export.ts';
import { problemOf, Unreachable } from '../problem.ts';
import { retrying } from '../retry.ts';
import {
  statementForms,
  type Account,
  type AccountKind,
  type AuditEntry,
  type Chain,
  type CoinPackage,
  type DayGiftRanking,
  type DayIncome,
  type Gift,
  type GiftSent,
  type Income,
  type NewTopUp,
  type RoomGiftRanking,
  type StatementForm,
  type StatementHead,
  type TopUp,
  type TrialBalance,
  type Verification,
  type Wallet,
  type WalletEntry,
  type Withdrawal,
  type WithdrawalDecision,
  type WithdrawalReview,
} from './types.ts';

export interface LedgerOptions {
  readonly baseUrl: string;
  readonly token: () => Promise<string | null>;
  readonly send?: (request: Request) => Promise<Response>;
}

/**
 * The ledger's contract as methods. Each answers the document or throws `Problem` or `Unreachable`; whatever moves money
 * asks for the idempotency key of its intent.
 */
export class LedgerApi {
  /** Reads that are the same for all carry no token, so that a CDN answers them. */
  private readonly open: Client<paths>;
  private readonly own: Client<paths>;

  constructor(options: LedgerOptions) {
    const repeated = retrying(options.send ?? ((request) => fetch(request)));
    const client = () => createClient<paths>({ baseUrl: options.baseUrl, fetch: reaching(repeated) });
    this.open = client();
    this.own = client();
    this.own.use({
      async onRequest({ request }) {
        const token = await options.token();
        if (token !== null) request.headers.set('Authorization', `Bearer ${token}`);
        return request;
      },
    });
  }

  wallet(): Promise<Wallet> {
    return done(this.own.GET('/v1/wallet'));
  }

  walletEntries(query: PageQuery): Promise<Page<WalletEntry>> {
    return done(this.own.GET('/v1/wallet/entries', { params: { query } }));
  }

  async packages(): Promise<readonly CoinPackage[]> {
    return (await done(this.open.GET('/v1/coin-packages'))).items;
  }

  startTopUp(body: NewTopUp, key: string): Promise<TopUp> {
    return done(this.own.POST('/v1/wallet/top-ups', { body, params: keyed(key) }));
  }

  async topUp(id: string, signal?: AbortSignal): Promise<Reading<TopUp>> {
    const options = { params: { path: { id } }, ...(signal && { signal }) };
    return { changed: true, value: await done(this.own.GET('/v1/wallet/top-ups/{id}', options)), etag: null };
  }

  async gifts(): Promise<readonly Gift[]> {
    return (await done(this.open.GET('/v1/gifts'))).items;
  }

  sendGift(room: string, gift: string, count: number, key: string): Promise<GiftSent> {
    const params = { path: { id: room }, ...keyed(key) };
    return done(this.own.POST('/v1/rooms/{id}/gifts', { params, body: { gift, count } }));
  }

  async ranking(
    room: string,
    limit: number,
    etag: string | null,
    signal: AbortSignal,
  ): Promise<Reading<RoomGiftRanking>> {
    const asked = await this.open.GET('/v1/rooms/{id}/gift-ranking', {
      params: { path: { id: room }, query: { limit } },
      headers: conditions(etag),
      signal,
    });
    return reading(asked);
  }

  /** Of today, as the house counts days. */
  async dayRanking(
    limit: number,
    etag: string | null,
    signal: AbortSignal,
  ): Promise<Reading<DayGiftRanking>> {
    const asked = await this.open.GET('/v1/gift-ranking', {
      params: { query: { limit } },
      headers: conditions(etag),
      signal,
    });
    return reading(asked);
  }

  income(): Promise<Income> {
    return done(this.own.GET('/v1/income'));
  }

  async dailyIncome(query: { from: string; to: string }): Promise<readonly DayIncome[]> {
    return (await done(this.own.GET('/v1/income/daily', { params: { query } }))).items;
  }

  async statements(): Promise<readonly StatementHead[]> {
    return (await done(this.own.GET('/v1/income/statements'))).items;
  }

  /** The statement as a file. */
  statement(month: string, form: StatementForm): Promise<Blob> {
    return done(
      this.own.GET('/v1/income/statements/{month}', {
        params: { path: { month } },
        headers: { Accept: statementForms[form] },
        parseAs: 'blob',
      }),
    );
  }

  withdrawals(query: PageQuery): Promise<Page<Withdrawal>> {
    return done(this.own.GET('/v1/withdrawals', { params: { query } }));
  }

  withdraw(coins: number, key: string): Promise<Withdrawal> {
    return done(this.own.POST('/v1/withdrawals', { body: { coins }, params: keyed(key) }));
  }

  reviews(query: PageQuery): Promise<Page<WithdrawalReview>> {
    return done(this.own.GET('/v1/withdrawal-reviews', { params: { query } }));
  }

  /** Deciding the same way again changes nothing, so that no key is needed. */
  decide(id: string, body: WithdrawalDecision): Promise<WithdrawalReview> {
    return done(this.own.POST('/v1/withdrawals/{id}/decision', { params: { path: { id } }, body }));
  }

  trialBalance(): Promise<TrialBalance> {
    return done(this.own.GET('/v1/audit/trial-balance'));
  }

  accounts(query: PageQuery & { kind?: AccountKind; owner?: string }): Promise<Page<Account>> {
    return done(this.own.GET('/v1/audit/accounts', { params: { query } }));
  }

  accountEntries(id: string, query: PageQuery): Promise<Page<AuditEntry>> {
    return done(this.own.GET('/v1/audit/accounts/{id}/entries', { params: { path: { id }, query } }));
  }

  async chain(signal?: AbortSignal): Promise<Reading<Chain>> {
    const value = await done(this.own.GET('/v1/audit/chain', signal && { signal }));
    return { changed: true, value, etag: null };
  }

  verify(): Promise<Verification> {
    return done(this.own.POST('/v1/audit/verifications'));
  }

  async exportPage(period: Period, form: ExportForm, cursor: string | null): Promise<ExportPage> {
    const query = { ...period, limit: transfersPerExportPage, ...(cursor !== null && { cursor }) };
    const asked = await this.own.GET('/v1/audit/export', {
      params: { query },
      headers: { Accept: exportForms[form] },
      parseAs: 'text',
    });
    const { response } = asked;
    // A page of no lines has no body.
    const text = response.ok ? (asked.data ?? '') : document<string>(asked);
    return { text, next: response.headers.get('Vitrine-Next-Cursor') };
  }
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

function document<T>({ data, error, response }: Answer<T>): T {
  if (!response.ok || data === undefined) throw problemOf(response, error);
  return data;
}

async function done<T>(asked: Promise<Answer<T>>): Promise<T> {
  return document(await asked);
}

function reading<T>(asked: Answer<T>): Reading<T> {
  if (asked.response.status === 304) return { changed: false };
  return { changed: true, value: document(asked), etag: asked.response.headers.get('ETag') };
}

function conditions(etag: string | null): Record<string, string> {
  return etag === null ? {} : { 'If-None-Match': etag };
}

function keyed(key: string) {
  return { header: { 'Idempotency-Key': key } };
}

function reaching(send: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await send(request);
    } catch (error) {
      if (request.signal.aborted) throw error;
      throw new Unreachable('the ledger was not reached', { cause: error });
    }
  };
}
