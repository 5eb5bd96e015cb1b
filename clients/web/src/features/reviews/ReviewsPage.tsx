import { useCallback } from 'react';
import { useTitle } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import { ledger } from './ledger.ts';
import { usePages } from '../../app/usePages.ts';
import type { GuardedPageProps } from '../../app/feature.ts';
import '../../ui/document.css';
import { PagedList } from '../../ui/PagedList.tsx';
import { Message } from '../../ui/Message.tsx';
import { Review } from './Review.tsx';
import './reviews.css';

/** What operators decide: whether income is paid out. */
export default function ReviewsPage({ session: { subject } }: GuardedPageProps) {
  const { t } = useWords();
  useTitle(t('review.title'));
  return <Waiting subject={subject} key={subject} />;
}

function Waiting({ subject }: { subject: string }) {
  const { t } = useWords();
  const pages = usePages(useCallback((query) => ledger.reviews(query), []));
  return (
    <div className="document">
      <div className="panel-head">
        <h1>{t('review.title')}</h1>
        <button type="button" className="button small" onClick={pages.reload} disabled={pages.loading}>
          {t('list.reload')}
        </button>
      </div>
      <p className="soft review-text">{t('review.text')}</p>
      <PagedList
        pages={pages}
        empty={<Message icon="check" title={t('review.empty.title')} text={t('review.empty.text')} />}
      >
        {(reviews) => (
          <ul className="reviews">
            {reviews.map((each) => (
              <Review key={each.id} review={each} own={each.streamer === subject} />
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}
