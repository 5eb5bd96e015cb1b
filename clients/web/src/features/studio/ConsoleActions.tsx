import { newId } from '../../app/services.ts';
import { may, type Room } from '@vitrine/core/rooms';
import { useRef, useState } from 'react';
import { useWords } from './texts/index.ts';
import { rooms as api } from '../../live/rooms.ts';
import { Confirm } from '../../ui/Confirm.tsx';

interface ConsoleActionsProps {
  readonly room: Room;
  readonly attempt: (change: () => Promise<Room | void>) => Promise<void>;
  readonly onEdit: () => void;
}

export function ConsoleActions({ room, attempt, onEdit }: ConsoleActionsProps) {
  const { t } = useWords();
  const [asking, setAsking] = useState<'end' | 'cancel' | null>(null);
  // One show ends once: however often the button is pressed, it is the same request.
  const endKey = useRef(newId());
  const moves = {
    end: () => api.end(room.id, endKey.current),
    cancel: () => api.cancel(room.id),
  };
  return (
    <div className="studio-actions">
      <a className="button" href={`/rooms/${room.id}`} target="_blank" rel="noreferrer">
        {t('console.watch')}
      </a>
      {may.edit(room.state) && (
        <button type="button" className="button" onClick={onEdit}>
          {t('console.edit')}
        </button>
      )}
      {may.cancel(room.state) && (
        <button type="button" className="button" onClick={() => setAsking('cancel')}>
          {t('console.cancel')}
        </button>
      )}
      {may.end(room.state) && (
        <button type="button" className="button danger" onClick={() => setAsking('end')}>
          {t('console.end')}
        </button>
      )}
      {room.replay && (
        <a className="button" href={room.replay.mp4} download>
          {t('console.download')}
        </a>
      )}
      {asking && (
        <Confirm
          title={t(`console.${asking}.confirm.title`)}
          text={t(`console.${asking}.confirm.text`)}
          action={t(`console.${asking}`)}
          onConfirm={() => void attempt(moves[asking])}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
