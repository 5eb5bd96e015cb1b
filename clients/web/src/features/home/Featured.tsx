import type { Room } from '@vitrine/core/rooms';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { StateBadge, Viewers } from '../../ui/badges.tsx';
import { Cover } from '../../ui/Cover.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Written } from '../../ui/Written.tsx';

/** The show in front of the window. */
export function Featured({ room }: { room: Room }) {
  const { t } = useWords();
  return (
    <Link href={`/rooms/${room.id}`} className="featured">
      <Cover room={room} />
      <div className="featured-text">
        <p className="featured-signs">
          <StateBadge state={room.state} />
          <Viewers room={room} />
        </p>
        <Written as="h2">{room.title}</Written>
        <p className="featured-streamer">
          <Avatar name={room.streamer.name} seed={room.streamer.id} /> <Written>{room.streamer.name}</Written>
        </p>
        <span className="button primary large">
          <Icon name="play" /> {t('home.watchLive')}
        </span>
      </div>
    </Link>
  );
}
