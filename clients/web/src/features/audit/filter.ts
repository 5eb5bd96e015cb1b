import { accountKinds, type AccountKind } from '@vitrine/core/ledger';

/** Of an owner (`listAccounts`). */
export const ownerMaxLength = 255;

export interface AccountFilter {
  readonly kind: AccountKind | null;
  readonly owner: string | null;
}

/** What the address asks for; nonsense is ignored. */
export function readFilter(query: URLSearchParams): AccountFilter {
  const kind = accountKinds.find((each) => each === query.get('kind')) ?? null;
  const owner = query.get('owner')?.trim().slice(0, ownerMaxLength) || null;
  return { kind, owner };
}

export function addressOf({ kind, owner }: AccountFilter): string {
  const query = new URLSearchParams({ ...(kind !== null && { kind }), ...(owner !== null && { owner }) });
  return query.size === 0 ? '/audit' : `/audit?${query}`;
}
