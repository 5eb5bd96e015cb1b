import type { Gift, WalletEntry } from '@vitrine/core/ledger';
import { useNow } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { useLoaded } from '../../app/useLoaded.ts';
import type { Pages } from '../../app/usePages.ts';
import { Written } from '../../ui/Written.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { Message } from '../../ui/Message.tsx';
import { counterpartOf, whatMoved } from './entryWords.ts';
import { ledger } from './ledger.ts';

const minuteMillis = 60_000;
const readGifts = () => ledger.gifts();

export function History({ pages }: { pages: Pages<WalletEntry> }) {
  const { t } = useWords();
  // Their names are a nicety: the history does not wait for them.
  const gifts = useLoaded(readGifts).value;
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
              <Entry key={`${entry.id} ${entry.balance.minor}`} entry={entry} gifts={gifts} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function Entry({ entry, gifts }: { entry: WalletEntry; gifts: readonly Gift[] | null }) {
  const words = useWords();
  const { t, formats } = words;
  const now = useNow(minuteMillis);
  const what = whatMoved(entry, gifts, words);
  const counterpart = counterpartOf(entry, t);
  return (
    <li>
      <span className="what">
        <b>{what.kind}</b> {what.gift}
        <small>
          <time dateTime={entry.at}>{formats.dateTime(entry.at, now)}</time>
          {counterpart !== null && ' · '}
          {counterpart !== null &&
            (entry.room === null ? (
              <Written>{counterpart}</Written>
            ) : (
              <Link href={`/rooms/${entry.room}`}>
                <Written>{counterpart}</Written>
              </Link>
            ))}
        </small>
      </span>
      <span className={entry.amount.minor > 0 ? 'amount came' : 'amount'}>
        {formats.money(entry.amount, true)}
        <small>{t('wallet.after', { coins: formats.money(entry.balance) })}</small>
      </span>
    </li>
  );
}
