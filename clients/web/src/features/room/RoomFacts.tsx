import type { Room } from '@vitrine/core/rooms';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { StateBadge } from '../../ui/badges.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { When } from '../../ui/When.tsx';

/** Everything about the room that is not its picture. */
export function RoomFacts({ room }: { room: Room }) {
  const { t, formats } = useWords();
  const link = `${window.location.origin}/rooms/${room.id}`;
  const live = room.state === 'LIVE' || room.state === 'INTERRUPTED';
  return (
    <section className="facts">
      <h1>{room.title}</h1>
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
      <div className="facts-streamer">
        <Avatar name={room.streamer.name} seed={room.streamer.id} />
        <div>
          <strong>{room.streamer.name}</strong>
          <span>{t.word('kind', room.kind)}</span>
        </div>
        <CopyButton icon="link" text={link} label={t('room.share')} done={t('room.shared')} />
      </div>
      <h2>{t('room.about')}</h2>
      <p className={room.description ? 'facts-text' : 'facts-text none'}>
        {room.description || t('room.noDescription')}
      </p>
      {room.tags.length > 0 && (
        <ul className="chips">
          {room.tags.map((tag) => (
            <li key={tag}>
              <Link className="chip" href={`/?tag=${encodeURIComponent(tag)}`}>
                #{tag}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
