import type { ReactNode } from 'react';
import { failureKey } from '../app/failures.ts';
import { useWords } from '../app/words.ts';
import type { Pages } from '../app/usePages.ts';
import { Failure } from './Message.tsx';
import { Skeleton } from './Skeleton.tsx';
import './document.css';

interface PagedListProps<T> {
  readonly pages: Pages<T>;
  readonly empty: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A paged list in every state: loading, failed, empty, with more to come. */
export function PagedList<T>({ pages, empty, children }: PagedListProps<T>) {
  const { t } = useWords();
  const { items, error, more, loading } = pages;
  if (items === null)
    return error === null ? <Skeleton kind="lines" /> : <Failure error={error} retry={pages.reload} />;
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      {error !== null && (
        <p className="form-fault" role="alert">
          {t(failureKey(error))}
        </p>
      )}
      {more && (
        <button type="button" className="button more" onClick={pages.loadMore} disabled={loading}>
          {t(loading ? 'list.loadingMore' : 'list.more')}
        </button>
      )}
    </>
  );
}
