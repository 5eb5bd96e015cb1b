import { Problem } from '@vitrine/core';
import type { Account, AuditEntry } from '@vitrine/core/ledger';
import { useCallback } from 'react';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { ledger } from './ledger.ts';
import { usePages } from '../../app/usePages.ts';
import { Moment } from '../../ui/Moment.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { ScrollX } from '../../ui/ScrollX.tsx';
import { Message } from '../../ui/Message.tsx';

interface AccountEntriesProps {
  readonly id: string;
  /** Null when only its id is known. */
  readonly account: Account | null;
}

/** Everything that moved in one account, latest first. */
export function AccountEntries({ id, account }: AccountEntriesProps) {
  const { t } = useWords();
  const pages = usePages(useCallback((query) => ledger.accountEntries(id, query), [id]));
  return (
    <>
      <p>
        <Link href="/audit" className="studio-back">
          ← {t('audit.back')}
        </Link>
      </p>
      <h1>
        {account === null
          ? t('audit.entries', { account: id })
          : t('audit.entries.of', {
              owner: account.owner,
              kind: t.word('audit.kind', account.kind),
              currency: account.currency,
            })}
      </h1>
      {isUnknown(pages.error) ? (
        <Message icon="key" title={t('audit.entries.missing.title')} text={t('audit.entries.missing.text')} />
      ) : (
        <section className="panel" aria-label={t('audit.entries.show')}>
          <p className="mono account-id">{id}</p>
          <PagedList pages={pages} empty={<p className="soft">{t('audit.entries.empty')}</p>}>
            {(entries) => <Entries entries={entries} />}
          </PagedList>
        </section>
      )}
    </>
  );
}

/** No such account, or no id at all. */
function isUnknown(error: unknown): boolean {
  return error instanceof Problem && (error.status === 404 || error.status === 400);
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  const { t } = useWords();
  return (
    <ScrollX label={t('audit.entries.show')}>
      <table className="table entries">
        <thead>
          <tr>
            <th scope="col">{t('audit.column.seq')}</th>
            <th scope="col">{t('audit.column.at')}</th>
            <th scope="col">{t('audit.column.what')}</th>
            <th scope="col" className="number">
              {t('audit.column.amount')}
            </th>
            <th scope="col" className="number">
              {t('audit.column.balance')}
            </th>
            <th scope="col">{t('audit.column.transfer')}</th>
            <th scope="col">{t('audit.column.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row entry={entry} key={`${entry.shard}/${entry.seq}`} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function Row({ entry }: { entry: AuditEntry }) {
  const { t, formats } = useWords();
  const { shard, seq, at, kind, reference, reverses, amount, balance, transfer, hash } = entry;
  return (
    <tr>
      <th scope="row">
        {shard}/{seq}
      </th>
      <td>
        <Moment at={at} />
      </td>
      <td>
        {t.word('audit.transfer', kind)} <small className="mono">{kind}</small>
        {reference !== '' && <small className="mono">{reference}</small>}
        {reverses !== null && <small className="mono">{t('audit.reverses', { transfer: reverses })}</small>}
      </td>
      <td className="number">{formats.money(amount, true)}</td>
      <td className="number">{formats.money(balance)}</td>
      <td className="mono">{transfer}</td>
      <td className="mono">{hash}</td>
    </tr>
  );
}
