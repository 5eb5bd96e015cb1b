/** A part of a list, and where the next begins. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Which page of a list: the `nextCursor` of the one before. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: number;
}

/** The header of a call that is to happen once. */
export function keyed(key: string): { readonly header: { readonly 'Idempotency-Key': string } } {
  return { header: { 'Idempotency-Key': key } };
}
