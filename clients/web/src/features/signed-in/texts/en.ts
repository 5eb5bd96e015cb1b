export const texts = {
  'signedIn.coming': 'Signing you in …',
  'signedIn.refused.title': 'You are not signed in',
  'signedIn.refused.denied': 'The sign-in was not finished.',
  'signedIn.refused.other': 'The answer does not belong to what this window asked. Please sign in again.',
  'signedIn.again': 'Sign in again',
} as const;
