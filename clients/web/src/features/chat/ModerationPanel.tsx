import type { Page } from '@vitrine/core';
import type { Act, Review, Sanction, Word } from '@vitrine/core/chat';
import { useCallback, useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { moderation } from './moderation.ts';
import type { InRoomProps } from '../../live/slots.ts';
import type { Talk } from '../../live/useTalk.ts';
import '../../ui/panel.css';
import '../../ui/form.css';
import './chat.css';

const tabs = ['policy', 'sanctions', 'reviews', 'words', 'acts'] as const;
type Tab = (typeof tabs)[number];

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

function PolicyForm({ room, talk }: { room: string; talk: Talk }) {
  const { t } = useWords();
  const { policy } = talk.state;
  const [notice, setNotice] = useState(policy.notice ?? '');
  const [error, setError] = useState<unknown>(null);
  const change = (changed: Parameters<typeof moderation.changePolicy>[1]) => {
    setError(null);
    void moderation.changePolicy(room, changed).catch(setError);
  };
  return (
    <form
      className="moderation-form"
      onSubmit={(event) => {
        event.preventDefault();
        change({ notice: notice.trim() === '' ? null : notice.trim() });
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
        <input value={notice} maxLength={200} onChange={(event) => setNotice(event.target.value)} />
      </label>
      <button type="submit" className="button">
        {t('moderation.pin')}
      </button>
      <Fault error={error} />
    </form>
  );
}

/** A list that is read when it is opened, and again after each act. */
function useList<T>(read: () => Promise<Page<T>>) {
  const [items, setItems] = useState<readonly T[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const refresh = useCallback(
    () =>
      read()
        .then((page) => setItems(page.items))
        .catch(setError),
    [read],
  );
  useEffect(() => void refresh(), [refresh]);
  const attempt = (act: () => Promise<unknown>) => {
    setError(null);
    void act()
      .then(refresh)
      .catch((failure: unknown) => setError(failure));
  };
  return { items, error, attempt };
}

function List<T>({
  list: { items, error },
  row,
}: {
  list: { items: readonly T[] | null; error: unknown };
  row: (item: T) => ReactNode;
}) {
  const { t } = useWords();
  return (
    <>
      <Fault error={error} />
      {items?.length === 0 && <p className="chat-empty">{t('moderation.empty')}</p>}
      <ul className="moderation-list">{items?.map(row)}</ul>
    </>
  );
}

function Fault({ error }: { error: unknown }) {
  const { t } = useWords();
  return error === null ? null : (
    <p className="form-fault" role="alert">
      {t(failureKey(error))}
    </p>
  );
}

function Sanctions({ room }: { room: string }) {
  const { t, formats } = useWords();
  const list = useList<Sanction>(useCallback(() => moderation.sanctions(room), [room]));
  return (
    <List
      list={list}
      row={(each) => (
        <li key={each.viewer}>
          <b>{each.name || t('moderation.erased')}</b>
          <span>
            {each.until === null
              ? t('moderation.banned')
              : t('moderation.mutedUntil', { until: formats.dateTime(each.until, Date.now()) })}
            {' · '}
            {each.reason}
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

function Reviews({ room }: { room: string }) {
  const { t } = useWords();
  const list = useList<Review>(useCallback(() => moderation.reviews(room), [room]));
  const decide = (id: string, decision: 'RELEASE' | 'REFUSE') =>
    list.attempt(() => moderation.decide(room, id, decision, t('chat.reason.usual')));
  return (
    <List
      list={list}
      row={(each) => (
        <li key={each.id}>
          <b>{each.name}</b>
          <span>
            “<Found review={each} />” · {t(`moderation.list.${each.list}`)}: {each.word}
          </span>
          {each.decision === null ? (
            <>
              <button type="button" className="button" onClick={() => decide(each.id, 'RELEASE')}>
                {t('moderation.release')}
              </button>
              <button type="button" className="button danger" onClick={() => decide(each.id, 'REFUSE')}>
                {t('moderation.refuse')}
              </button>
            </>
          ) : (
            <span>{t(`moderation.decided.${each.decision}`)}</span>
          )}
        </li>
      )}
    />
  );
}

/** What was said, with the stretch marked that a list took for its word. */
function Found({ review }: { review: Review }) {
  if (review.wordFrom === null || review.wordTo === null) {
    return <>{review.text}</>;
  }
  const characters = [...review.text];
  return (
    <>
      {characters.slice(0, review.wordFrom).join('')}
      <mark>{characters.slice(review.wordFrom, review.wordTo).join('')}</mark>
      {characters.slice(review.wordTo).join('')}
    </>
  );
}

function Words({ room }: { room: string }) {
  const { t } = useWords();
  const list = useList<Word>(useCallback(() => moderation.words(room, { limit: 100 }), [room]));
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
              {t(`moderation.action.${each}`)}
            </option>
          ))}
        </select>
        <button type="submit" className="button" disabled={word.trim() === ''}>
          {t('moderation.add')}
        </button>
      </form>
      <List
        list={list}
        row={(each) => (
          <li key={each.word}>
            <b>{each.word}</b>
            <span>{t(`moderation.action.${each.action}`)}</span>
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

function Acts({ room }: { room: string }) {
  const { t, formats } = useWords();
  const list = useList<Act>(useCallback(() => moderation.acts(room, { limit: 50 }), [room]));
  return (
    <List
      list={list}
      row={(each) => (
        <li key={each.id}>
          <b>{each.actor || t('moderation.erased')}</b>
          <span>
            {t(`moderation.act.${each.act}`)}
            {[each.detail, each.reason].filter(Boolean).map((what) => ` · ${what}`)}
          </span>
          <time dateTime={each.at}>{formats.dateTime(each.at, Date.now())}</time>
        </li>
      )}
    />
  );
}
