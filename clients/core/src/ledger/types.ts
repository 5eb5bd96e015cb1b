import { WithdrawalRequest as WithdrawalBounds } from '../generated/ledger/bounds.ts';
import type { RoomItems } from '../generated/events.ts';
import type { components } from '../generated/ledger/openapi.ts';
import type { ShownKind } from '../item.ts';

type Schemas = components['schemas'];

export type Currency = Schemas['Currency'];
export type Money = Schemas['Money'];
export type Wallet = Schemas['Wallet'];
export type WalletEntry = Schemas['WalletEntry'];
export type CoinPackage = Schemas['CoinPackage'];
export type NewTopUp = Schemas['TopUpRequest'];
export type PayMethod = NewTopUp['method'];
export type TopUp = Schemas['TopUp'];
export type Gift = Schemas['Gift'];
export type GiftSent = Schemas['GiftSent'];
/** What a room shows of a gift. */
export type GiftShown = RoomItems['gift'];
export type Animation = Gift['animation'];
export type RoomGiftRanking = Schemas['RoomGiftRanking'];
export type DayGiftRanking = Schemas['DayGiftRanking'];
export type Income = Schemas['Income'];
export type DayIncome = Schemas['DayIncome'];
export type ReceivedGift = Schemas['ReceivedGift'];
export type StatementHead = Schemas['StatementHead'];
export type Withdrawal = Schemas['Withdrawal'];
export type WithdrawalReview = Schemas['WithdrawalReview'];
export type WithdrawalDecision = Schemas['WithdrawalDecision'];
export type TrialBalance = Schemas['TrialBalance'];
export type Account = Schemas['Account'];
export type AccountKind = Schemas['AccountKind'];
export type TrialLine = Schemas['TrialLine'];
export type AuditEntry = Schemas['AuditEntry'];
export type Chain = Schemas['Chain'];
export type Seal = Schemas['Seal'];
export type Broken = Schemas['Broken'];
export type Verification = Schemas['Verification'];

export const payMethods: readonly PayMethod[] = ['ALIPAY', 'CARD'];
export const accountKinds: readonly AccountKind[] = [
  'WALLET',
  'PENDING_INCOME',
  'PAYABLE_INCOME',
  'COMMISSION',
  'SALES',
  'ISSUANCE',
  'CLEARING',
];

/** The bounds of a withdrawal in coins. */
export const withdrawalBounds = {
  min: WithdrawalBounds.properties.coins.minimum,
  max: WithdrawalBounds.properties.coins.maximum,
} as const;

/** Whether gifts can be given in a room; the ledger decides again. */
export function takesGifts(state: string): boolean {
  return state === 'LIVE' || state === 'INTERRUPTED';
}

/** What a statement can be downloaded as. */
export const statementForms = {
  json: 'application/json',
  csv: 'text/csv',
  pdf: 'application/pdf',
} as const;
export type StatementForm = keyof typeof statementForms;

/** The coins that can be spent now; a wallet that was never used has none. */
export function coinsOf(wallet: Wallet): number {
  return wallet.balances.find(({ currency }) => currency === 'COIN')?.available ?? 0;
}

/** A gift as a room shows it; a combo is one that goes on. */
export const giftItem: ShownKind<'gift'> = {
  name: 'gift',
  accepts: isGiftShown,
  goesOn: (before, gift) =>
    before.viewer === gift.viewer && before.gift === gift.gift && gift.combo === before.combo + 1,
};

/** The fields of a type, before anybody looked at what they are. */
type Unproven<T> = Partial<Record<keyof T, unknown>>;

/** Whether the body of a room's item is a gift as this client knows it. */
export function isGiftShown(body: unknown): body is GiftShown {
  if (typeof body !== 'object' || body === null) return false;
  const { id, viewer, name, gift, giftName, animation, count, coins, combo } = body as Unproven<GiftShown>;
  return (
    [id, viewer, name, gift, animation].every((text) => typeof text === 'string') &&
    [count, coins, combo].every((number) => Number.isSafeInteger(number)) &&
    isNames(giftName)
  );
}

function isNames(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { en, zh } = value as Unproven<GiftShown['giftName']>;
  return typeof en === 'string' && typeof zh === 'string';
}
