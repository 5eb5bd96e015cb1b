import type { Room, RoomState } from '@vitrine/core/rooms';
import { useWords } from '../app/words.ts';
import { Icon } from './Icon.tsx';
import './badges.css';

export function StateBadge({ state }: { state: RoomState }) {
  const { t } = useWords();
  return (
    <span className={`badge state-${state.toLowerCase()}`}>
      {state === 'LIVE' && <span className="badge-dot" />}
      {t.word('state', state)}
    </span>
  );
}

export function Viewers({ room }: { room: Room }) {
  const { t, formats } = useWords();
  const label = t.plural('room.viewers', room.viewers, formats.count(room.viewers));
  return (
    <span className="viewers" title={label}>
      <Icon name="eye" />
      <span className="visually-hidden">{label}</span>
      <span aria-hidden="true">{formats.count(room.viewers)}</span>
    </span>
  );
}
