import { mayModerate } from '@vitrine/core/chat';
import { useState, type ReactNode } from 'react';
import type { RoomState } from '@vitrine/core/rooms';
import { useWords, type Key } from './texts/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Written } from '../../ui/Written.tsx';
import { Composer } from './Composer.tsx';
import { LikeButton } from './LikeButton.tsx';
import { LineMenu, type Chosen } from './LineMenu.tsx';
import { Lines } from './Lines.tsx';
import { useReplayLines } from './useReplayLines.ts';
import { Panels } from '../../live/Panels.tsx';
import { useSlots, type InRoomProps } from '../../live/slots.ts';
import './chat.css';

interface ChatPanelProps extends InRoomProps {
  /** Stands between what was said and what is written. */
  readonly children?: ReactNode;
}

/** The talk beside a viewer's picture, with what other features put into it. */
export function RoomChat(props: InRoomProps) {
  const { talkPanels } = useSlots();
  return (
    <ChatPanel {...props}>
      <Panels panels={talkPanels} {...props} />
    </ChatPanel>
  );
}

/** The talk of a room. */
export function ChatPanel({ talk, room, children }: ChatPanelProps) {
  const { t, formats } = useWords();
  const { state } = talk;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const replayed = useReplayLines({ talk, room });
  const over = room.state === 'REPLAY_READY' || room.state === 'CANCELLED';
  return (
    <section className="chat" aria-label={t('chat.title')}>
      <header className="chat-head">
        <h2>{t('chat.title')}</h2>
        {!over && (
          <span className="chat-viewers" title={t('chat.viewers')}>
            <Icon name="user" /> {formats.count(state.viewers)}
          </span>
        )}
      </header>
      {state.policy.notice !== null && (
        // A long one scrolls, by the keyboard as well: the talk and the gifts keep their room.
        <p className="chat-notice" tabIndex={0}>
          <Icon name="pin" /> <Written>{state.policy.notice}</Written>
        </p>
      )}
      <Lines
        lines={replayed ?? state.lines}
        self={state.self}
        choose={mayModerate(state.self) ? setChosen : null}
        empty={t(emptyKey(room.state))}
      />
      {state.connection === 'lost' && (
        <p className="chat-state" role="status">
          <Icon name="offline" /> {t('chat.lost')}
        </p>
      )}
      {children}
      {!over && (
        <footer className="chat-foot">
          <Composer talk={talk} />
          <LikeButton talk={talk} />
        </footer>
      )}
      {chosen !== null && (
        <LineMenu chosen={chosen} room={room.id} self={state.self} onClose={() => setChosen(null)} />
      )}
    </section>
  );
}

function emptyKey(state: RoomState): Key {
  if (state === 'CANCELLED') return 'chat.show.CANCELLED';
  return state === 'REPLAY_READY' ? 'chat.over' : 'chat.empty';
}
