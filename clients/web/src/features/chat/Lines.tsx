import type { ChatSelf, Line } from '@vitrine/core/chat';
import { Suspense, useEffect, useLayoutEffect, useRef, useState, type ComponentType } from 'react';
import { useSlots, type AllSlots } from '../../live/slots.ts';
import { useWords } from './texts/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Written } from '../../ui/Written.tsx';
import type { Chosen } from './LineMenu.tsx';

interface LinesProps {
  readonly lines: readonly Line[];
  readonly self: ChatSelf | null;
  /** Null for those who may not. */
  readonly choose: ((chosen: Chosen) => void) | null;
  readonly empty: string;
}

const nearPixels = 40;

/** The newest line stays in sight, unless somebody reads further up. */
export function Lines({ lines, self, choose, empty }: LinesProps) {
  const { t } = useWords();
  const { items } = useSlots();
  const list = useRef<HTMLOListElement>(null);
  const [following, setFollowing] = useState(true);
  const newest = lines.at(-1)?.seq ?? 0;
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });

  useLayoutEffect(() => {
    if (following) toEnd();
  }, [newest, lines.length, following]);
  // A keyboard, or a card below, takes of its height.
  useEffect(() => {
    if (!following || list.current === null) return;
    const watcher = new ResizeObserver(toEnd);
    watcher.observe(list.current);
    return () => watcher.disconnect();
  }, [following]);
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const look = () =>
      setFollowing(element.scrollHeight - element.scrollTop - element.clientHeight < nearPixels);
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, []);

  return (
    <div className="chat-lines">
      <ol ref={list} tabIndex={0} aria-label={t('chat.lines')}>
        {lines.length === 0 && <li className="chat-empty">{empty}</li>}
        {lines.map((line) => (
          <li key={line.seq} className={classOf(line, self, items)}>
            {line.kind === 'said' && <Said line={line} choose={choose} self={self} />}
            {line.kind === 'show' && <span>{t.word('chat.show', line.event)}</span>}
            {line.kind === 'item' && <ItemLine line={line} />}
          </li>
        ))}
      </ol>
      {!following && (
        <button type="button" className="chat-newest" onClick={() => (setFollowing(true), toEnd())}>
          {t('chat.newest')}
        </button>
      )}
    </div>
  );
}

function classOf(line: Line, self: ChatSelf | null, items: AllSlots['items']): string {
  if (line.kind === 'show') return 'chat-line happened';
  if (line.kind === 'item') return `chat-line ${items[line.item]?.className ?? ''}`;
  return line.danmaku.by.viewer === self?.viewer ? 'chat-line own' : 'chat-line';
}

/** What another feature shows among what is said; its body was found to be of the feature's kind. */
function ItemLine({ line: { item, body } }: { line: Extract<Line, { kind: 'item' }> }) {
  const Line = useSlots().items[item]?.Line as ComponentType<{ readonly body: unknown }> | undefined;
  return (
    Line !== undefined && (
      <Suspense>
        <Line body={body} />
      </Suspense>
    )
  );
}

function Said({
  line,
  self,
  choose,
}: {
  line: Extract<Line, { kind: 'said' }>;
  self: ChatSelf | null;
  choose: LinesProps['choose'];
}) {
  const { t } = useWords();
  const { by, text } = line.danmaku;
  return (
    <>
      {by.role !== 'VIEWER' && <span className={`chat-role ${by.role}`}>{t.word('chat.role', by.role)}</span>}
      <Written as="b">{by.name}</Written> <Written className="chat-text">{text}</Written>
      {choose !== null && (
        <button
          type="button"
          className="chat-more"
          aria-label={t('chat.moderate', { name: by.name })}
          onClick={() => choose({ seq: line.seq, by, text, own: by.viewer === self?.viewer })}
        >
          <Icon name="more" />
        </button>
      )}
    </>
  );
}
