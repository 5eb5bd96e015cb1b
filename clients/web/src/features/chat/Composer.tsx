import { colours, danmakuTextMax, type DanmakuColour, type Reply } from '@vitrine/core/chat';
import { useState, type FormEvent } from 'react';
import { useNow } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import { useSession } from '../../app/services.ts';
import { Icon } from '../../ui/Icon.tsx';
import { JoinIn } from '../../app/JoinIn.tsx';
import type { Talk } from '../../live/useTalk.ts';

const secondMillis = 1_000;

/** Where one writes; what holds one back is said in words. */
export function Composer({ talk }: { talk: Talk }) {
  const { t, formats } = useWords();
  const signedIn = useSession() !== null;
  const now = useNow(secondMillis);
  const { state, client, playhead } = talk;
  const [text, setText] = useState('');
  const [colour, setColour] = useState<DanmakuColour>('WHITE');
  const [refusal, setRefusal] = useState<Reply | null>(null);
  /** What the room took and shows nobody yet. */
  const [held, setHeld] = useState<string | null>(null);
  const [waitUntil, setWaitUntil] = useState(0);
  const length = [...text].length;
  const wait = Math.max(0, Math.ceil((waitUntil - now) / secondMillis));
  const muted = state.self?.mutedUntil != null && Date.parse(state.self.mutedUntil) > now;

  if (!signedIn) return <JoinIn />;
  if (state.banned)
    return (
      <p className="chat-banned" role="status">
        {t('chat.banned')}
      </p>
    );

  const say = async (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said === '' || length > danmakuTextMax || wait > 0) return;
    setText('');
    setRefusal(null);
    setHeld(null);
    const seen = playhead.current();
    const reply = await client.say({ text: said, colour, ...(seen ? { playhead: seen.toISOString() } : {}) });
    if (reply.ok) {
      if (slowed(talk)) setWaitUntil(Date.now() + state.policy.slowModeSeconds * secondMillis);
      return;
    }
    // It was not refused: sent again it would be said twice.
    if (reply.rule === 'HELD') return setHeld(said);
    setRefusal(reply);
    setText((now) => now || said);
    setWaitUntil(Date.now() + (reply.retryAfterMillis ?? 0));
  };

  return (
    <form className="chat-composer" onSubmit={(event) => void say(event)}>
      {muted && state.self?.mutedUntil && (
        <p className="chat-refusal" role="status">
          {t('chat.muted', { until: formats.dateTime(state.self.mutedUntil, now) })}
        </p>
      )}
      {refusal !== null && !muted && (
        <p className="chat-refusal" role="alert" data-rule={refusal.rule}>
          {t.word('chat.rule', refusal.rule ?? 'unknown')}
          {wait > 0 && ` ${t('chat.wait', { seconds: wait })}`}
        </p>
      )}
      {held !== null && (
        <p className="chat-refusal calm" role="status" data-rule="HELD">
          {t('chat.held', { text: held })}
        </p>
      )}
      {refusal === null && wait > 0 && (
        <p className="chat-refusal calm" role="status">
          {t('chat.slow', { seconds: wait })}
        </p>
      )}
      <div className="chat-write">
        <span className="chat-field">
          <input
            dir="auto"
            value={text}
            aria-label={t('chat.say')}
            placeholder={t(state.policy.followersOnly ? 'chat.followersOnly' : 'chat.say')}
            autoComplete="off"
            enterKeyHint="send"
            onChange={(event) => setText(event.target.value)}
          />
          <span className={length > danmakuTextMax ? 'chat-count over' : 'chat-count'} aria-hidden="true">
            {length > danmakuTextMax - 20 ? danmakuTextMax - length : ''}
          </span>
        </span>
        <select
          className={`chat-colour ${colour}`}
          value={colour}
          aria-label={t('chat.colour')}
          onChange={(event) => setColour(event.target.value as DanmakuColour)}
        >
          {colours.map((each) => (
            <option key={each} value={each}>
              {t(`chat.colour.${each}`)}
            </option>
          ))}
        </select>
        <button
          type="submit"
          className="button primary"
          // Whoever sends writes on: the keyboard stays.
          onPointerDown={(event) => event.preventDefault()}
          disabled={text.trim() === '' || length > danmakuTextMax || wait > 0}
          aria-label={t('chat.send')}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

/** Who keeps order is not slowed. */
function slowed({ state }: Talk): boolean {
  return state.policy.slowModeSeconds > 0 && state.self?.role === 'VIEWER';
}
