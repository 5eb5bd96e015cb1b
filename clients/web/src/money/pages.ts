import type { MessageKey, Role, Session } from '@vitrine/core';

/** Who may see a page: whoever is signed in, or one role. The server decides again. */
export type Audience = Role | 'anyone';

export interface MoneyPage {
  readonly path: string;
  readonly name: MessageKey;
  readonly audience: Audience;
}

const pages: readonly MoneyPage[] = [
  { path: '/wallet', name: 'nav.wallet', audience: 'anyone' },
  { path: '/income', name: 'nav.income', audience: 'streamer' },
  { path: '/reviews', name: 'nav.reviews', audience: 'operator' },
  { path: '/audit', name: 'nav.audit', audience: 'auditor' },
];

export function maySee(session: Session, audience: Audience): boolean {
  return audience === 'anyone' || session.roles.includes(audience);
}

/** The pages of money that are for this person. */
export function pagesOf(session: Session): readonly MoneyPage[] {
  return pages.filter(({ audience }) => maySee(session, audience));
}

/** Whether an address is a page or lies below it. */
export function isAt(page: MoneyPage, path: string): boolean {
  return path === page.path || path.startsWith(`${page.path}/`);
}
