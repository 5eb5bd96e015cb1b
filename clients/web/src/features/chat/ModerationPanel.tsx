import type { Sanction, Word } from '@vitrine/core/chat';
import { useCallback, useState, type FormEvent } from 'react';
import { useNow } from '../../app/browser.ts';
import { Acts } from './Acts.tsx';
import { ListView } from './ListView.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import { Reviews } from './Reviews.tsx';
import { useWords } from './texts/index.ts';
import { Written } from '../../ui/Written.tsx';
import { moderation } from './moderation.ts';
import { useList } from './useList.ts';
import type { InRoomProps } from '../../live/slots.ts';
import '../../ui/panel.css';
import '../../ui/form.css';
import './chat.css';

const tabs = ['policy', 'sanctions', 'reviews', 'words', 'acts'] as const;
type Tab = (typeof tabs)[number];
const minuteMillis = 60_000;

/** Keeping order in a room: how it talks, who may not, what lists stopped, which words, and who did what. */
export default function ModerationPanel({ room: { id: room }, talk }: InRoomProps) {
  const { t } = useWords();
  const [tab, setTab] = useState<Tab>('policy');
  return (
    <section className="panel stacked moderation" aria-labelledby="moderation-title">
      <h2 id="moderation-title">{t('moderation.title')}</h2>
      <div role="tablist" className="moderation-tabs" aria-label={t('moderation.title')}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === tab}
            onClick={() => setTab(each)}
          >
            {t(`moderation.${each}`)}
          </button>
        ))}
      </div>
      <div role="tabpanel">
        {tab === 'policy' && <PolicyForm room={room} talk={talk} />}
        {tab === 'sanctions' && <Sanctions room={room} />}
        {tab === 'reviews' && <Reviews room={room} />}
        {tab === 'words' && <Words room={room} />}
        {tab === 'acts' && <Acts room={room} />}
      </div>
    </section>
  );
}

function Sanctions({ room }: { room: string }) {
  const { t, formats } = useWords();
  const list = useList<Sanction>(useCallback(async () => (await moderation.sanctions(room)).items, [room]));
  const now = useNow(minuteMillis);
  return (
    <ListView
      list={list}
      row={(each) => (
        <li key={each.viewer}>
          <Written as="b">{each.name || t('moderation.erased')}</Written>
          <span>
            {each.until === null
              ? t('moderation.banned')
              : t('moderation.mutedUntil', { until: formats.dateTime(each.until, now) })}
            {' · '}
            <Written>{each.reason}</Written>
          </span>
          <button
            type="button"
            className="button"
            onClick={() => list.attempt(() => moderation.lift(room, each.viewer))}
          >
            {t('moderation.lift')}
          </button>
        </li>
      )}
    />
  );
}

function Words({ room }: { room: string }) {
  const { t } = useWords();
  const list = useList<Word>(
    useCallback(async () => (await moderation.words(room, { limit: 100 })).items, [room]),
  );
  const [word, setWord] = useState('');
  const [action, setAction] = useState<Word['action']>('REJECT');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const added = word.trim();
    setWord('');
    list.attempt(() => moderation.changeWords(room, { add: [{ word: added, action }] }));
  };
  return (
    <>
      <form className="moderation-word" onSubmit={add}>
        <input
          dir="auto"
          value={word}
          maxLength={50}
          aria-label={t('moderation.word')}
          placeholder={t('moderation.word')}
          onChange={(event) => setWord(event.target.value)}
        />
        <select
          value={action}
          aria-label={t('moderation.action')}
          onChange={(event) => setAction(event.target.value as Word['action'])}
        >
          {(['REJECT', 'MASK', 'HOLD', 'ALLOW'] as const).map((each) => (
            <option key={each} value={each}>
              {t.word('moderation.action', each)}
            </option>
          ))}
        </select>
        <button type="submit" className="button" disabled={word.trim() === ''}>
          {t('moderation.add')}
        </button>
      </form>
      <ListView
        list={list}
        row={(each) => (
          <li key={each.word}>
            <Written as="b">{each.word}</Written>
            <span>{t.word('moderation.action', each.action)}</span>
            <button
              type="button"
              className="button"
              onClick={() => list.attempt(() => moderation.changeWords(room, { remove: [each.word] }))}
            >
              {t('moderation.remove')}
            </button>
          </li>
        )}
      />
    </>
  );
}
