import type { ReactNode } from 'react';
import { failureKey } from '../../app/failures.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './texts/index.ts';
import type { List } from './useList.ts';

interface ListViewProps<T> {
  readonly list: Pick<List<T>, 'items' | 'error'>;
  readonly row: (item: T) => ReactNode;
}

/** A list of the moderation's panel in every state. */
export function ListView<T>({ list: { items, error }, row }: ListViewProps<T>) {
  const { t } = useWords();
  return (
    <>
      <Fault error={error} />
      {items === null && error === null && <Skeleton kind="lines" />}
      {items?.length === 0 && <p className="chat-empty">{t('moderation.empty')}</p>}
      <ul className="moderation-list">{items?.map(row)}</ul>
    </>
  );
}

export function Fault({ error }: { error: unknown }) {
  const { t } = useWords();
  return error === null ? null : (
    <p className="form-fault" role="alert">
      {t(failureKey(error))}
    </p>
  );
}
