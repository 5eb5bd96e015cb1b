import type { Room } from '@vitrine/core/rooms';
import { useRef } from 'react';
import { useMedia, useSeenScreen, useTitle } from '../../app/browser.ts';
import type { PageProps } from '../../app/feature.ts';
import { BrokenPart } from '../../app/LoadBoundary.tsx';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { useRoom } from '../../live/useRoom.ts';
import { useRoomList } from '../../live/useRoomList.ts';
import { useFullscreen } from '../../live/useFullscreen.ts';
import { useTalk } from '../../live/useTalk.ts';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Failure } from '../../ui/Message.tsx';
import { RoomCard } from '../../ui/RoomCard.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { RoomFacts, RoomHead } from './RoomFacts.tsx';
import { Panels } from '../../live/Panels.tsx';
import { loadSlots, useSlots } from '../../live/slots.ts';
import { Stage } from '../../live/Stage.tsx';
import './room.css';

// At the same time as the room itself.
void loadSlots();

export default function RoomPage({ values }: PageProps) {
  const id = values['id']!;
  return <RoomOf id={id} key={id} />;
}

function RoomOf({ id }: { id: string }) {
  const { reading, refresh } = useRoom(id);
  switch (reading.status) {
    case 'loading':
      return <Skeleton kind="room" />;
    case 'missing':
      return <NotFoundPage what="room" />;
    case 'failed':
      return <Failure error={reading.error} retry={refresh} page />;
    case 'found':
      return <FoundRoom room={reading.room} stale={reading.stale} />;
  }
}

/** A phone, upright or lying: picture and talk fill it together. */
const small = '(max-width: 640px), (max-height: 500px)';

function FoundRoom({ room, stale }: { room: Room; stale: boolean }) {
  const { t } = useWords();
  const { sidePanels, missing } = useSlots();
  const talk = useTalk(room.id);
  const frame = useRef<HTMLDivElement>(null);
  useTitle(room.title);
  useSeenScreen(frame);
  const fullscreen = useFullscreen(frame);
  const immersed = useMedia(small) || fullscreen.full;
  return (
    <div
      ref={frame}
      className={`page room${immersed ? ' immersed' : ''}${fullscreen.full ? ' filling' : ''}`}
    >
      <div className="room-main">
        {stale && (
          <p className="notice" role="status">
            <Icon name="offline" /> {t('room.stale')}
          </p>
        )}
        <Stage room={room} talk={talk} fullscreen={fullscreen} />
        <RoomHead room={room} />
        <RoomFacts room={room} />
      </div>
      <div className="room-side">
        {missing.length > 0 && <BrokenPart />}
        <Panels panels={sidePanels} room={room} talk={talk} />
        <More without={room.id} />
      </div>
    </div>
  );
}

const moreShown = 6;

/** Where to go next: whatever is live or worth watching again. */
function More({ without }: { without: string }) {
  const { t } = useWords();
  const { rooms } = useRoomList({
    states: ['LIVE', 'SCHEDULED', 'READY', 'REPLAY_READY'],
    limit: moreShown + 1,
  });
  const others = rooms?.filter((room) => room.id !== without).slice(0, moreShown) ?? [];
  return (
    <aside className="room-more" aria-labelledby="more-title">
      {others.length > 0 && <h2 id="more-title">{t('room.more')}</h2>}
      <div className="room-list">
        {others.map((room) => (
          <RoomCard key={room.id} room={room} />
        ))}
      </div>
      <Link className="button" href="/">
        <Icon name="left" /> {t('room.back')}
      </Link>
    </aside>
  );
}
