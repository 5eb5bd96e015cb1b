import type { Shelf } from '@vitrine/core/rooms';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { useRoomList } from '../../live/useRoomList.ts';
import { Failure, Message } from '../../ui/Message.tsx';
import { RoomCard } from '../../ui/RoomCard.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { FilterBar } from './FilterBar.tsx';
import { addressOf, type Filters, queryFor } from './filters.ts';

const perPage = 24;

/** One shelf to its end, page by page. */
export function OneShelf({ filters, shelf }: { filters: Filters; shelf: Shelf }) {
  const { t } = useWords();
  const list = useRoomList(queryFor(shelf, filters, perPage));
  const filtered = filters.kind !== null || filters.tag !== null;
  const { rooms } = list;
  return (
    <>
      <FilterBar filters={filters} rooms={rooms ?? []} />
      <section className="shelf" aria-labelledby="shelf-only">
        <header>
          <h2 id="shelf-only">{t(`home.${shelf}`)}</h2>
        </header>
        {rooms === null && list.error === null && <Skeleton kind="cards" />}
        {rooms === null && list.error !== null && <Failure error={list.error} retry={list.retry} />}
        {rooms?.length === 0 && (
          <Message
            icon="window"
            title={t(filtered ? 'home.empty.filtered.title' : `home.empty.${shelf}.title`)}
            text={t(filtered ? 'home.empty.filtered.text' : `home.empty.${shelf}.text`)}
          >
            <Link
              className="button"
              href={filtered ? addressOf({ show: shelf, kind: null, tag: null }) : '/'}
            >
              {t(filtered ? 'home.empty.clear' : 'notFound.home')}
            </Link>
          </Message>
        )}
        <div className="grid">
          {rooms?.map((room) => (
            <RoomCard key={room.id} room={room} />
          ))}
        </div>
        {rooms !== null && list.error !== null && <p role="alert">{t(failureKey(list.error))}</p>}
        {list.more && (
          <button type="button" className="button more" onClick={list.loadMore} disabled={list.loadingMore}>
            {t(list.loadingMore ? 'rooms.loadingMore' : 'rooms.more')}
          </button>
        )}
      </section>
    </>
  );
}
