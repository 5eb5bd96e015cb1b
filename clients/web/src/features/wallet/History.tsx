import type { WalletEntry } from '@vitrine/core/ledger';
import { useNow } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import type { Pages } from '../../app/usePages.ts';
import { PagedList } from '../../ui/PagedList.tsx';
import { Message } from '../../ui/Message.tsx';

const minuteMillis = 60_000;
const known = ['top-up', 'gift', 'reversal'] as const;

export function History({ pages }: { pages: Pages<WalletEntry> }) {
  const { t } = useWords();
  return (
    <section className="panel" aria-labelledby="history-title">
      <h2 id="history-title">{t('wallet.history')}</h2>
      <PagedList
        pages={pages}
        empty={
          <Message
            icon="coin"
            title={t('wallet.history.empty.title')}
            text={t('wallet.history.empty.text')}
          />
        }
      >
        {(entries) => (
          <ul className="rows">
            {entries.map((entry) => (
              <Entry key={`${entry.id} ${entry.balance.minor}`} entry={entry} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function Entry({ entry }: { entry: WalletEntry }) {
  const { t, formats } = useWords();
  const now = useNow(minuteMillis);
  const kind = known.find((each) => each === entry.kind) ?? 'transfer';
  const what = [entry.gift, entry.count !== null && entry.count > 1 && `×${entry.count}`].filter(Boolean);
  return (
    <li>
      <span className="what">
        <b>{t(`wallet.kind.${kind}`)}</b> {what.join(' ')}
        <small>
          <time dateTime={entry.at}>{formats.dateTime(entry.at, now)}</time>
          {entry.counterpart !== null && ' · '}
          {entry.room === null ? (
            entry.counterpart
          ) : (
            <Link href={`/rooms/${entry.room}`}>{entry.counterpart}</Link>
          )}
        </small>
      </span>
      <span className={entry.amount.minor > 0 ? 'amount came' : 'amount'}>
        {formats.money(entry.amount, true)}
        <small>{t('wallet.after', { coins: formats.money(entry.balance) })}</small>
      </span>
    </li>
  );
}
