import { clock } from '@vitrine/core';
import type { Room } from '@vitrine/core/rooms';
import { useWords } from '../app/words.ts';
import { Link } from '../app/router.tsx';
import { Avatar } from './Avatar.tsx';
import { StateBadge, Viewers } from './badges.tsx';
import { Cover } from './Cover.tsx';
import { When } from './When.tsx';
import { Written } from './Written.tsx';
import './card.css';

interface RoomCardProps {
  readonly room: Room;
  readonly href?: string;
  /** As the headings around it ask. */
  readonly heading?: 'h2' | 'h3';
}

/** One room in a list. The whole card is one link; its text is the link's name. */
export function RoomCard({ room, href = `/rooms/${room.id}`, heading = 'h3' }: RoomCardProps) {
  const { t } = useWords();
  return (
    <article className="card">
      <Link href={href} className="card-link">
        <div className="card-cover">
          <Cover room={room} />
          <div className="card-top">
            <StateBadge state={room.state} />
            {room.state === 'LIVE' && <Viewers room={room} />}
          </div>
          {room.replay && <span className="card-length">{clock(room.replay.durationSeconds)}</span>}
          {room.state === 'ENDED' && <span className="card-length">{t('room.processing')}</span>}
        </div>
        <div className="card-text">
          <Avatar name={room.streamer.name} seed={room.streamer.id} />
          <div>
            <Written as={heading}>{room.title}</Written>
            <Written as="p" className="card-streamer">
              {room.streamer.name}
            </Written>
            <p className="card-when">
              <When room={room} />
            </p>
          </div>
        </div>
      </Link>
    </article>
  );
}
