import { describe, expect, it } from 'vitest';
import { chooseLanguage, translator } from '../src/index.ts';

const english = {
  'room.starts': 'Starts {when}',
  'room.peak.one': 'up to {count} viewer at once',
  'room.peak.other': 'up to {count} viewers at once',
} as const;
const chinese = { 'room.viewers.one': '{count}人在看', 'room.viewers.other': '{count}人在看' } as const;

describe('translating', () => {
  const t = translator('en', english);

  it('fills the placeholders and leaves unknown ones visible', () => {
    expect(t('room.starts', { when: 'tomorrow' })).toBe('Starts tomorrow');
    expect(t('room.starts')).toBe('Starts {when}');
  });

  it('chooses the plural form by quantity, not by its abbreviation', () => {
    expect(t.plural('room.peak', 1, '1')).toBe('up to 1 viewer at once');
    expect(t.plural('room.peak', 1200, '1.2K')).toBe('up to 1.2K viewers at once');
    expect(translator('zh', chinese).plural('room.viewers', 1, '1')).toBe('1人在看');
  });

  it('never says a word of the server as the server writes it', () => {
    const said = translator('en', { 'state.LIVE': 'Live', 'state.unknown': 'Something new' });
    expect(said.word('state', 'LIVE')).toBe('Live');
    expect(said.word('state', 'TELEPORTED')).toBe('Something new');
    expect(said.word('state', '__proto__')).toBe('Something new');
  });

  it('knows which keys have a text', () => {
    expect(t.has('room.starts')).toBe(true);
    expect(t.has('toString')).toBe(false);
  });
});

describe('choosing the language', () => {
  it('prefers what the reader chose before, then the browser, then English', () => {
    expect(chooseLanguage('zh', ['en-GB'])).toBe('zh');
    expect(chooseLanguage(null, ['fr', 'zh-TW', 'en'])).toBe('zh');
    expect(chooseLanguage('xx', ['fr'])).toBe('en');
    expect(chooseLanguage(null, [])).toBe('en');
  });
});
