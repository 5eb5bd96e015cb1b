import type { Session } from '@vitrine/core';
import { expect, it } from 'vitest';
import { isAt, maySee, pagesOf } from '../src/money/pages.ts';

const signedIn = (...roles: string[]): Session => ({
  subject: 'ann-lee',
  name: 'Ann Lee',
  roles,
  token: 'secret',
  expiresAt: 0,
});

it.each([
  [[], ['/wallet']],
  [['streamer'], ['/wallet', '/income']],
  [['operator'], ['/wallet', '/reviews']],
  [
    ['auditor', 'streamer'],
    ['/wallet', '/income', '/audit'],
  ],
])('somebody who is %j sees %j', (roles, paths) => {
  expect(pagesOf(signedIn(...roles)).map(({ path }) => path)).toEqual(paths);
});

it('asks for the role itself, not for one like it', () => {
  expect(maySee(signedIn('operators', 'Auditor'), 'operator')).toBe(false);
  expect(maySee(signedIn('operators', 'Auditor'), 'auditor')).toBe(false);
});

it('knows the addresses below a page', () => {
  const audit = pagesOf(signedIn('auditor')).at(-1)!;
  expect(['/audit', '/audit/accounts/7', '/audits', '/'].map((path) => isAt(audit, path))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
