import type { ChatPolicy } from '@vitrine/core/chat';
import { useEffect, useState } from 'react';
import type { Talk } from '../../live/useTalk.ts';
import { Fault } from './ListView.tsx';
import { moderation } from './moderation.ts';
import { useWords } from './texts/index.ts';

/** How the room talks. */
export function PolicyForm({ room, talk }: { room: string; talk: Talk }) {
  const { t } = useWords();
  const { policy } = talk.state;
  const pinned = policy.notice ?? '';
  /** Null as long as nobody wrote: then it is what is pinned, which comes after the page. */
  const [written, setWritten] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const notice = (written ?? pinned).trim();
  useEffect(() => setWritten((text) => (text?.trim() === pinned ? null : text)), [pinned]);
  const change = (changed: Partial<ChatPolicy>) => {
    setError(null);
    void moderation.changePolicy(room, changed).catch(setError);
  };
  return (
    <form
      className="moderation-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (notice !== '') change({ notice });
      }}
    >
      <label>
        {t('moderation.slowMode', { seconds: policy.slowModeSeconds })}
        <input
          type="range"
          min={0}
          max={60}
          step={5}
          value={policy.slowModeSeconds}
          onChange={(event) => change({ slowModeSeconds: Number(event.target.value) })}
        />
      </label>
      <label className="moderation-check">
        <input
          type="checkbox"
          checked={policy.followersOnly}
          onChange={(event) => change({ followersOnly: event.target.checked })}
        />
        {t('moderation.followersOnly')}
      </label>
      <label>
        {t('moderation.notice')}
        <input
          value={written ?? pinned}
          maxLength={200}
          dir="auto"
          onChange={(event) => setWritten(event.target.value)}
        />
      </label>
      <div className="moderation-pins">
        <button type="submit" className="button" disabled={notice === '' || notice === pinned}>
          {t('moderation.pin')}
        </button>
        {policy.notice !== null && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setWritten(null);
              change({ notice: null });
            }}
          >
            {t('moderation.unpin')}
          </button>
        )}
      </div>
      <Fault error={error} />
    </form>
  );
}
