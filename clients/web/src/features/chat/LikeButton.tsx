import { useState } from 'react';
import { useWords } from './texts/index.ts';
import { useSession } from '../../app/services.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Talk } from '../../live/useTalk.ts';

const hearts = 6;

/** Taps as fast as one can; each sends up a heart. */
export function LikeButton({ talk }: { talk: Talk }) {
  const { t, formats } = useWords();
  const signedIn = useSession() !== null;
  const [taps, setTaps] = useState(0);
  return (
    <button
      type="button"
      className="chat-like"
      disabled={!signedIn || talk.state.banned}
      onClick={() => {
        talk.client.like();
        setTaps((count) => count + 1);
      }}
    >
      <Icon name="heart" />
      <span className="visually-hidden">{t('chat.like')} </span>
      <span>{formats.count(talk.state.likes)}</span>
      {Array.from({ length: Math.min(taps, hearts) }, (_, i) => taps - i).map((tap) => (
        <i key={tap} className={`heart way-${tap % 4}`} aria-hidden="true">
          <Icon name="heart" />
        </i>
      ))}
    </button>
  );
}
