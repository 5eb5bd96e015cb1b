import type { SignInWay } from '@vitrine/core';
import { use } from 'react';
import { auth } from './services.ts';

let asked: Promise<SignInWay> | null = null;

/** How somebody signs in here. Waits (as Suspense does) until it is known. */
export function useSignInWay(): SignInWay {
  if (asked === null) {
    asked = auth.way();
    asked.catch(() => (asked = null));
  }
  return use(asked);
}

/** Where the page is, to come back to. */
export function here(): string {
  return window.location.pathname + window.location.search;
}
