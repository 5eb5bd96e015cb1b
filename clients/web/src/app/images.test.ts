import { describe, expect, it } from 'vitest';

const parts = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });

describe('the host of a picture', () => {
  it('learns nothing of the page that shows it', () => {
    const images = Object.entries(parts).flatMap(([name, text]) =>
      [...text.matchAll(/<img\b[^>]*>/gs)].map(([element]) => ({ name, element })),
    );
    expect(images.length).toBeGreaterThan(0);
    expect(images.filter(({ element }) => !element.includes('referrerPolicy="no-referrer"'))).toEqual([]);
  });
});
