import { Problem, Unreachable } from '@vitrine/core';
import type { ShellKey } from './texts/index.ts';

/** The sentence for a failure; details of fields stand beside the fields. */
export function failureKey(error: unknown): ShellKey {
  if (error instanceof Unreachable) return 'error.offline';
  if (!(error instanceof Problem)) return 'error.server';
  switch (error.status) {
    case 401:
      return 'error.signedOut';
    case 402:
      return 'error.invalid';
    case 403:
      return 'error.forbidden';
    case 409:
      return 'error.conflict';
    case 400:
    case 413:
    case 422:
      return 'error.invalid';
    case 429:
      return 'error.tooMany';
    default:
      return 'error.server';
  }
}
