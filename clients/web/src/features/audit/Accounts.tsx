import type { Account } from '@vitrine/core/ledger';
import { useCallback } from 'react';
import { useWords } from './texts/index.ts';
import { Link, navigate, usePlace } from '../../app/router.tsx';
import { ledger } from './ledger.ts';
import { usePages } from '../../app/usePages.ts';
import { useMoment } from '../../ui/Moment.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { AccountSearch } from './AccountSearch.tsx';
import { addressOf, readFilter } from './filter.ts';

interface AccountsProps {
  /** An account whose entries are gone to. */
  readonly onOpen: (account: Account) => void;
}

/** The accounts, filtered as the address says, so that the way back finds the same list. */
export function Accounts({ onOpen }: AccountsProps) {
  const { t } = useWords();
  const { kind, owner } = readFilter(usePlace().query);
  const pages = usePages<Account>(
    useCallback(
      (query) =>
        ledger.accounts({ ...query, ...(kind !== null && { kind }), ...(owner !== null && { owner }) }),
      [kind, owner],
    ),
  );
  return (
    <section className="panel" aria-labelledby="accounts-title">
      <h2 id="accounts-title">{t('audit.accounts')}</h2>
      <AccountSearch
        key={`${kind} ${owner}`}
        filter={{ kind, owner }}
        onSearch={(filter) => navigate(addressOf(filter), 'replace')}
      />
      <PagedList pages={pages} empty={<p className="soft">{t('audit.accounts.empty')}</p>}>
        {(accounts) => (
          <ul className="rows accounts">
            {accounts.map((each) => (
              <Row account={each} onOpen={onOpen} key={each.id} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function Row({ account, onOpen }: AccountsProps & { account: Account }) {
  const { t, formats } = useWords();
  const moment = useMoment();
  const { id, owner, currency, balance, held, openedAt } = account;
  const kind = t.word('audit.kind', account.kind);
  return (
    <li>
      <span className="what">
        <b dir="auto">{owner}</b> {kind} · {currency}
        <small className="mono">{id}</small>
        <small>{t('audit.account.opened', { at: moment(openedAt) })}</small>
      </span>
      <span className="amount">
        {formats.money({ currency, minor: balance })}
        {held !== 0 && (
          <small>{t('audit.account.held', { amount: formats.money({ currency, minor: held }) })}</small>
        )}
      </span>
      <Link
        href={`/audit/accounts/${id}`}
        className="button small"
        aria-label={t('audit.entries.of', { owner, kind, currency })}
        onClick={() => onOpen(account)}
      >
        {t('audit.entries.show')}
      </Link>
    </li>
  );
}
