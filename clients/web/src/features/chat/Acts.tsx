import { changesOf, namesIn, type Act, type Change } from '@vitrine/core/chat';
import { useCallback } from 'react';
import { useNow } from '../../app/browser.ts';
import type { Words } from '../../app/words.ts';
import { Written } from '../../ui/Written.tsx';
import { ListView } from './ListView.tsx';
import { moderation } from './moderation.ts';
import { useWords, type Key } from './texts/index.ts';
import { useList } from './useList.ts';

const minuteMillis = 60_000;
const shown = 50;
const namesRead = 100;

/** An act with what the page could find of whom and what it concerned. */
interface Told extends Act {
  /** Null when the page knows no name of theirs. */
  readonly whom: string | null;
  /** What was said, for an act on a message that is still kept. */
  readonly said: string | null;
}

/** Who did what to whom, why and when. */
export function Acts({ room }: { room: string }) {
  const words = useWords();
  const { t, formats } = words;
  const now = useNow(minuteMillis);
  const list = useList<Told>(useCallback(() => read(room), [room]));
  return (
    <ListView
      list={list}
      row={(each) => (
        <li key={each.id}>
          <Written as="b">{each.actor || t('moderation.erased')}</Written>
          <span>
            {t.word('moderation.act', each.act)}
            {each.whom !== null && (
              <>
                {': '}
                <bdi>{each.whom}</bdi>
              </>
            )}
            {each.said !== null && (
              <>
                {' · '}“<bdi>{each.said}</bdi>”
              </>
            )}
            {changesOf(each).map((change) => ` · ${wordsOf(change, words, now)}`)}
            {each.reason && (
              <>
                {' · '}
                <Written>{each.reason}</Written>
              </>
            )}
          </span>
          <time dateTime={each.at}>{formats.dateTime(each.at, now)}</time>
        </li>
      )}
    />
  );
}

/** The log tells whom an act concerned as the room knows them, without a name: it is looked for where names are. */
async function read(room: string): Promise<readonly Told[]> {
  const [acts, sanctions, moderators, messages] = await Promise.all([
    moderation.acts(room, { limit: shown }),
    moderation.sanctions(room, { limit: namesRead }),
    moderation.moderators(room),
    moderation.messages(room, { limit: namesRead }),
  ]);
  const names = namesIn(messages.items, moderators.items, sanctions.items);
  const said = new Map(messages.items.map(({ seq, text }) => [seq, text]));
  return acts.items.map((act) => ({
    ...act,
    whom: (act.viewer !== null && names.get(act.viewer)) || null,
    said: (act.message !== null && said.get(act.message)) || null,
  }));
}

function wordsOf(change: Change, { t, formats }: Words<Key>, now: number): string {
  switch (change.kind) {
    case 'until':
      return t('moderation.change.until', { until: formats.dateTime(change.at, now) });
    case 'slowMode':
      return t('moderation.change.slowMode', { seconds: change.seconds });
    case 'followersOnly':
      return t(change.on ? 'moderation.change.followersOnly' : 'moderation.change.everybody');
    case 'notice':
      return change.text === null
        ? t('moderation.change.unpinned')
        : t('moderation.change.pinned', { notice: change.text });
    case 'words':
      return t('moderation.change.words', { added: change.added, removed: change.removed });
  }
}
