import type { Signal } from '../abort.ts';
import { Client, type Reading } from '../client.ts';
import type { Network } from '../network.ts';
import { keyed, type Page, type PageQuery } from '../page.ts';
import type { paths } from '../generated/ledger/openapi.ts';
import { exportForms, rowsPerExportPage, type ExportForm, type ExportPage, type Period } from './export.ts';
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
  type ReceivedGift,
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

/**
 * The ledger's contract as methods. Each answers the document or throws `Problem` or `Unreachable`; whatever moves money
 * asks for the idempotency key of its intent.
 */
export class LedgerApi {
  /** Reads that are the same for all carry no token, so that a CDN answers them. */
  private readonly open: Client<paths>;
  private readonly own: Client<paths>;

  constructor(network: Network) {
    this.open = new Client<paths>(network, false);
    this.own = new Client<paths>(network, true);
  }

  wallet(): Promise<Wallet> {
    return this.own.ask('get', '/v1/wallet', {});
  }

  walletEntries(query: PageQuery): Promise<Page<WalletEntry>> {
    return this.own.ask('get', '/v1/wallet/entries', { query });
  }

  async packages(): Promise<readonly CoinPackage[]> {
    return (await this.open.ask('get', '/v1/coin-packages', {})).items;
  }

  startTopUp(body: NewTopUp, key: string): Promise<TopUp> {
    return this.own.ask('post', '/v1/wallet/top-ups', { body, ...keyed(key) });
  }

  async topUp(id: string, signal?: Signal): Promise<Reading<TopUp>> {
    const value = await this.own.ask('get', '/v1/wallet/top-ups/{id}', { path: { id }, signal });
    return { changed: true, value, etag: null };
  }

  async gifts(): Promise<readonly Gift[]> {
    return (await this.open.ask('get', '/v1/gifts', {})).items;
  }

  sendGift(room: string, gift: string, count: number, key: string): Promise<GiftSent> {
    const body = { gift, count };
    return this.own.ask('post', '/v1/rooms/{id}/gifts', { path: { id: room }, body, ...keyed(key) });
  }

  ranking(
    room: string,
    limit: number,
    etag: string | null,
    signal: Signal,
  ): Promise<Reading<RoomGiftRanking>> {
    const options = { path: { id: room }, query: { limit }, etag, signal };
    return this.open.read('/v1/rooms/{id}/gift-ranking', options);
  }

  /** Of today, as the house counts days. */
  dayRanking(limit: number, etag: string | null, signal: Signal): Promise<Reading<DayGiftRanking>> {
    return this.open.read('/v1/gift-ranking', { query: { limit }, etag, signal });
  }

  income(): Promise<Income> {
    return this.own.ask('get', '/v1/income', {});
  }

  async dailyIncome(query: { from: string; to: string }): Promise<readonly DayIncome[]> {
    return (await this.own.ask('get', '/v1/income/daily', { query })).items;
  }

  /** Of the caller, latest first; days of the house, both included. */
  receivedGifts(query: PageQuery & { from?: string; to?: string }): Promise<Page<ReceivedGift>> {
    return this.own.ask('get', '/v1/income/gifts', { query });
  }

  /** The same as a part of a CSV. */
  async receivedGiftsPage(days: Period, cursor: string | null): Promise<ExportPage> {
    const query = { ...days, limit: rowsPerExportPage, ...(cursor !== null && { cursor }) };
    const answer = await this.own.answer('get', '/v1/income/gifts', { query, accept: exportForms.csv });
    return { text: await answer.text(), next: answer.header('Vitrine-Next-Cursor') };
  }

  async statements(): Promise<readonly StatementHead[]> {
    return (await this.own.ask('get', '/v1/income/statements', {})).items;
  }

  /** The statement as a file. */
  async statement(month: string, form: StatementForm): Promise<Uint8Array<ArrayBuffer>> {
    const options = { path: { month }, accept: statementForms[form] };
    return (await this.own.answer('get', '/v1/income/statements/{month}', options)).bytes();
  }

  withdrawals(query: PageQuery): Promise<Page<Withdrawal>> {
    return this.own.ask('get', '/v1/withdrawals', { query });
  }

  withdraw(coins: number, key: string): Promise<Withdrawal> {
    return this.own.ask('post', '/v1/withdrawals', { body: { coins }, ...keyed(key) });
  }

  reviews(query: PageQuery): Promise<Page<WithdrawalReview>> {
    return this.own.ask('get', '/v1/withdrawal-reviews', { query });
  }

  /** Deciding the same way again changes nothing, so that no key is needed. */
  decide(id: string, body: WithdrawalDecision): Promise<WithdrawalReview> {
    return this.own.ask('post', '/v1/withdrawals/{id}/decision', { path: { id }, body });
  }

  trialBalance(): Promise<TrialBalance> {
    return this.own.ask('get', '/v1/audit/trial-balance', {});
  }

  accounts(query: PageQuery & { kind?: AccountKind; owner?: string }): Promise<Page<Account>> {
    return this.own.ask('get', '/v1/audit/accounts', { query });
  }

  accountEntries(id: string, query: PageQuery): Promise<Page<AuditEntry>> {
    return this.own.ask('get', '/v1/audit/accounts/{id}/entries', { path: { id }, query });
  }

  async chain(signal?: Signal): Promise<Reading<Chain>> {
    const value = await this.own.ask('get', '/v1/audit/chain', { signal });
    return { changed: true, value, etag: null };
  }

  verify(): Promise<Verification> {
    return this.own.ask('post', '/v1/audit/verifications', {});
  }

  async exportPage(period: Period, form: ExportForm, cursor: string | null): Promise<ExportPage> {
    const query = { ...period, limit: rowsPerExportPage, ...(cursor !== null && { cursor }) };
    const answer = await this.own.answer('get', '/v1/audit/export', { query, accept: exportForms[form] });
    // A page of no lines has no body.
    return { text: await answer.text(), next: answer.header('Vitrine-Next-Cursor') };
  }
}
