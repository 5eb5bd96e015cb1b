import type { Withdrawal } from '@vitrine/core/ledger';
import { useWords } from './texts/index.ts';
import type { Pages } from '../../app/usePages.ts';
import { useMoment } from '../../ui/Moment.tsx';
import { PagedList } from '../../ui/PagedList.tsx';

const looks: Partial<Record<string, string>> = {
  REQUESTED: 'state',
  APPROVED: 'state good',
  REFUSED: 'state bad',
  EXPIRED: 'state bad',
};

export function Withdrawals({ pages }: { pages: Pages<Withdrawal> }) {
  const { t } = useWords();
  return (
    <section className="panel" aria-labelledby="withdrawals-title">
      <h2 id="withdrawals-title">{t('withdraw.list')}</h2>
      <PagedList pages={pages} empty={<p className="soft">{t('withdraw.empty')}</p>}>
        {(withdrawals) => (
          <ul className="rows">
            {withdrawals.map((each) => (
              <Row withdrawal={each} key={each.id} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function Row({ withdrawal }: { withdrawal: Withdrawal }) {
  const { t, formats } = useWords();
  const moment = useMoment();
  const { state, coins, amount, requestedAt, expiresAt, decidedAt, reason } = withdrawal;
  const then =
    state === 'REQUESTED'
      ? t('withdraw.until', { at: moment(expiresAt) })
      : decidedAt !== null && t('withdraw.decided', { at: moment(decidedAt) });
  return (
    <li>
      <span className="what">
        <span className={looks[state] ?? 'state'}>{t.word('withdraw.state', state)}</span>
        <small>{t('withdraw.requested', { at: moment(requestedAt) })}</small>
        {then && <small>{then}</small>}
        {reason !== null && <q dir="auto">{reason}</q>}
      </span>
      <span className="amount">
        {formats.money(amount)}
        <small>{t.plural('coins', coins, formats.number(coins))}</small>
      </span>
    </li>
  );
}
