import { houseDays, type ReceivedGift } from '@vitrine/core/ledger';
import { useCallback, useState } from 'react';
import { Link } from '../../app/router.tsx';
import { usePages } from '../../app/usePages.ts';
import { useMoment } from '../../ui/Moment.tsx';
import { Written } from '../../ui/Written.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { useWords } from './texts/index.ts';
import { ledger } from './ledger.ts';
import { Spans } from './Spans.tsx';
import type { Span } from './spans.ts';

const basisPointsOfAll = 10_000;

/** Every gift by itself: what it cost, and whose which part of it is. */
export function ReceivedGifts() {
  const { t } = useWords();
  const [span, setSpan] = useState<Span>(30);
  const gifts = usePages(
    useCallback((query) => ledger.receivedGifts({ ...query, ...houseDays(Date.now(), span) }), [span]),
  );
  return (
    <section className="panel" aria-labelledby="received-title">
      <div className="panel-head">
        <h2 id="received-title">{t('income.received')}</h2>
        <Spans label={t('income.received')} chosen={span} onChoose={setSpan} />
      </div>
      <PagedList pages={gifts} empty={<p className="soft">{t('income.chart.empty')}</p>}>
        {(items) => (
          <>
            <ul className="rows">
              {items.map((gift) => (
                <Row gift={gift} key={gift.id} />
              ))}
            </ul>
            <p className="soft">{t('income.received.note')}</p>
          </>
        )}
      </PagedList>
    </section>
  );
}

function Row({ gift }: { gift: ReceivedGift }) {
  const { t, formats, language } = useWords();
  const moment = useMoment();
  const { at, room, title, name, count, price, given, share, income, commission, carried } = gift;
  return (
    <li>
      <span className="what">
        <b>{name[language]}</b> {count > 1 && `×${formats.number(count)}`}
        <small>
          <time dateTime={at}>{moment(at)}</time> ·{' '}
          <Link href={`/rooms/${room}`}>
            <Written>{title ?? t('income.room')}</Written>
          </Link>
        </small>
        <small>
          {t('income.received.given', {
            given: formats.money(given),
            price: formats.money(price),
            commission: formats.money(commission),
          })}
          {share !== null &&
            carried !== null &&
            ` · ${t('income.received.share', {
              share: formats.percent(share / basisPointsOfAll),
              carried: formats.exact(carried / basisPointsOfAll),
            })}`}
        </small>
      </span>
      <span className="amount came">{formats.money(income, true)}</span>
    </li>
  );
}
