import { bounds } from '@vitrine/core/rooms';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { useSession } from '../../app/services.ts';
import { useRoomList } from '../../live/useRoomList.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Failure, Message } from '../../ui/Message.tsx';
import { RoomCard } from '../../ui/RoomCard.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

const perPage = 24;

export function MyRooms() {
  const { t } = useWords();
  const streamer = useSession()?.subject ?? '';
  // Cancelled rooms are listed only when asked for, and their streamer wants to see them.
  const list = useRoomList({ streamer, states: bounds.states, limit: perPage });
  const { rooms } = list;
  return (
    <>
      <header className="studio-head">
        <h1>{t('studio.rooms')}</h1>
        <Link className="button primary" href="/studio/new">
          <Icon name="plus" /> {t('studio.new')}
        </Link>
      </header>
      {rooms === null && list.error === null && <Skeleton kind="cards" />}
      {rooms === null && list.error !== null && <Failure error={list.error} retry={list.retry} />}
      {rooms?.length === 0 && (
        <Message icon="camera" title={t('studio.empty.title')} text={t('studio.empty.text')}>
          <Link className="button primary" href="/studio/new">
            {t('studio.new')}
          </Link>
        </Message>
      )}
      <div className="grid">
        {rooms?.map((room) => (
          <RoomCard key={room.id} room={room} heading="h2" href={`/studio/rooms/${room.id}`} />
        ))}
      </div>
      {list.more && (
        <button type="button" className="button more" onClick={list.loadMore} disabled={list.loadingMore}>
          {t(list.loadingMore ? 'rooms.loadingMore' : 'rooms.more')}
        </button>
      )}
    </>
  );
}
