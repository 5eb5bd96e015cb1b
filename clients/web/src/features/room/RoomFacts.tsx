import type { Room } from '@vitrine/core/rooms';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { StateBadge } from '../../ui/badges.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { When } from '../../ui/When.tsx';
import { Written } from '../../ui/Written.tsx';

/** What the show is: below the picture, over it on a phone. */
export function RoomHead({ room }: { room: Room }) {
  const { t, formats } = useWords();
  const live = room.state === 'LIVE' || room.state === 'INTERRUPTED';
  return (
    <header className="room-head">
      <Written as="h1">{room.title}</Written>
      <p className="facts-line">
        <StateBadge state={room.state} />
        {live && <span>{t.plural('room.viewers', room.viewers, formats.count(room.viewers))}</span>}
        {!live && room.peakViewers > 0 && (
          <span>{t.plural('room.peak', room.peakViewers, formats.count(room.peakViewers))}</span>
        )}
        <span>
          <When room={room} />
        </span>
      </p>
    </header>
  );
}

/** Everything else about the room that is not its picture. */
export function RoomFacts({ room }: { room: Room }) {
  const { t } = useWords();
  const link = `${window.location.origin}/rooms/${room.id}`;
  return (
    <section className="facts" aria-label={t('room.about')}>
      <div className="facts-streamer">
        <Avatar name={room.streamer.name} seed={room.streamer.id} />
        <div>
          <Written as="strong">{room.streamer.name}</Written>
          <span>{t.word('kind', room.kind)}</span>
        </div>
        <CopyButton icon="link" text={link} label={t('room.share')} done={t('room.shared')} />
      </div>
      <h2>{t('room.about')}</h2>
      {room.description ? (
        <Written as="p" className="facts-text">
          {room.description}
        </Written>
      ) : (
        <p className="facts-text none">{t('room.noDescription')}</p>
      )}
      {room.tags.length > 0 && (
        <ul className="chips">
          {room.tags.map((tag) => (
            <li key={tag}>
              <Link className="chip" href={`/?tag=${encodeURIComponent(tag)}`}>
                <Written className="tag">{tag}</Written>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
