import { Problem, Unreachable } from '@vitrine/core';
import type { ShellKey } from '../../app/texts/index.ts';
import type { Key } from './texts/index.ts';
import { failureKey } from '../../app/failures.ts';

export interface Refusal {
  readonly key: Key | ShellKey;
  readonly values: Readonly<Record<string, number>>;
  /** Whether coins are what is missing. */
  readonly poor: boolean;
}

/** Why a gift was not given, in words that say what to do about it. */
export function refusalOf(error: unknown): Refusal {
  const missing = error instanceof Problem && error.status === 402 ? error.missing : null;
  if (missing !== null) return { key: 'gifts.missing', values: { missing }, poor: true };
  return { key: keyOf(error), values: {}, poor: error instanceof Problem && error.status === 402 };
}

function keyOf(error: unknown): Key | ShellKey {
  // Without a definite answer the gift may have been paid.
  if (error instanceof Unreachable) return 'gifts.lost';
  if (!(error instanceof Problem)) return 'error.server';
  if (error.status >= 500 || error.status === 408) return 'gifts.lost';
  if (error.status === 402) return 'gifts.poor';
  if (error.status === 403) return 'gifts.own';
  if (error.status === 404) return 'gifts.gone';
  if (error.status === 409 && error.kind === 'illegal-state') return 'gifts.closed';
  return failureKey(error);
}
