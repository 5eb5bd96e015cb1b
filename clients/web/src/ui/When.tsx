import { stageOf, type Room } from '@vitrine/core/rooms';
import { useNow } from '../app/browser.ts';
import { useWords } from '../app/words.ts';

const minuteMillis = 60_000;

/** When the show starts, started or ended: how far it is, and the moment itself. */
export function When({ room }: { room: Room }) {
  const { t, formats } = useWords();
  const now = useNow(minuteMillis / 2);
  const at = instantOf(room);
  const relative = formats.relative(at, now);
  return (
    <time dateTime={at} title={formats.dateTime(at, now)}>
      {phrase(room, relative)} <span className="when-exact">{formats.dateTime(at, now)}</span>
    </time>
  );

  function phrase({ state }: Room, when: string): string {
    if (state === 'LIVE' || state === 'INTERRUPTED') return t('room.startedAgo', { when });
    if (state === 'ENDED' || state === 'REPLAY_READY') return t('room.endedAgo', { when });
    const stage = stageOf(room, now);
    if (stage === 'upcoming') return t('room.starts', { when });
    return stage === 'waiting' ? t('stage.waiting') : t('room.late', { when });
  }
}

function instantOf(room: Room): string {
  switch (room.state) {
    case 'LIVE':
    case 'INTERRUPTED':
      return room.liveAt ?? room.startsAt;
    case 'ENDED':
    case 'REPLAY_READY':
      return room.endedAt ?? room.liveAt ?? room.startsAt;
    default:
      return room.startsAt;
  }
}
