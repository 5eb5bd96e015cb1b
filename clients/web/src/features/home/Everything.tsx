import type { Shelf } from '@vitrine/core/rooms';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { type RoomList, useRoomList } from '../../live/useRoomList.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Failure, Message } from '../../ui/Message.tsx';
import { RoomCard } from '../../ui/RoomCard.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Featured } from './Featured.tsx';
import { FilterBar } from './FilterBar.tsx';
import { addressOf, type Filters, queryFor } from './filters.ts';

const perShelf = 8;

/** The three shelves one below the other, the first live show in front. */
export function Everything({ filters }: { filters: Filters }) {
  const live = useRoomList(queryFor('live', filters, perShelf + 1));
  const upcoming = useRoomList(queryFor('upcoming', filters, perShelf));
  const replays = useRoomList(queryFor('replays', filters, perShelf));
  const lists = [live, upcoming, replays];
  const rooms = lists.flatMap((list) => list.rooms ?? []);
  const filtered = filters.kind !== null || filters.tag !== null;
  const featured = filtered ? undefined : live.rooms?.find((room) => room.state === 'LIVE');
  const failure = lists.find((list) => list.rooms === null && list.error !== null);

  if (failure) return <Failure error={failure.error} retry={() => lists.forEach((list) => list.retry())} />;
  const loaded = lists.every((list) => list.rooms !== null);
  return (
    <>
      {!filtered && live.rooms === null && <div className="skeleton featured-awaited" aria-hidden="true" />}
      {featured && <Featured room={featured} />}
      <FilterBar filters={filters} rooms={rooms} />
      {loaded && rooms.length === 0 ? (
        <Nothing filters={filters} filtered={filtered} />
      ) : (
        <>
          <ShelfSection
            shelf="live"
            list={live}
            filters={filters}
            without={featured?.id}
            hideEmpty={filtered}
          />
          <ShelfSection shelf="upcoming" list={upcoming} filters={filters} hideEmpty />
          <ShelfSection shelf="replays" list={replays} filters={filters} hideEmpty />
        </>
      )}
    </>
  );
}

interface ShelfSectionProps {
  readonly shelf: Shelf;
  readonly list: RoomList;
  readonly filters: Filters;
  readonly hideEmpty: boolean;
  readonly without?: string | undefined;
}

function ShelfSection({ shelf, list, filters, hideEmpty, without }: ShelfSectionProps) {
  const { t } = useWords();
  const rooms = list.rooms?.filter((room) => room.id !== without).slice(0, perShelf);
  if (rooms?.length === 0 && (hideEmpty || without !== undefined)) return null;
  return (
    <section className="shelf" aria-labelledby={`shelf-${shelf}`}>
      <header>
        <h2 id={`shelf-${shelf}`}>{t(`home.${shelf}`)}</h2>
        {list.more && (
          <Link
            href={addressOf({ ...filters, show: shelf })}
            aria-label={`${t('home.seeAll')}: ${t(`home.${shelf}`)}`}
          >
            {t('home.seeAll')} <Icon name="right" />
          </Link>
        )}
      </header>
      {rooms === undefined && <Skeleton kind="cards" />}
      {rooms?.length === 0 && <p className="shelf-empty">{t(`home.empty.${shelf}.title`)}</p>}
      {rooms && rooms.length > 0 && (
        <div className="grid">
          {rooms.map((room) => (
            <RoomCard key={room.id} room={room} />
          ))}
        </div>
      )}
    </section>
  );
}

function Nothing({ filters, filtered }: { filters: Filters; filtered: boolean }) {
  const { t } = useWords();
  const what = filtered ? 'filtered' : 'all';
  return (
    <Message icon="window" title={t(`home.empty.${what}.title`)} text={t(`home.empty.${what}.text`)}>
      {filtered ? (
        <Link className="button" href={addressOf({ ...filters, kind: null, tag: null })}>
          {t('home.empty.clear')}
        </Link>
      ) : (
        <Link className="button primary" href="/studio">
          {t('home.empty.studio')}
        </Link>
      )}
    </Message>
  );
}
