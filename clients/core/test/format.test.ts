import { describe, expect, it } from 'vitest';
import { clock, countdown, Formats } from '../src/index.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const after = (millis: number) => new Date(now + millis).toISOString();
const en = new Formats('en', 'UTC');
const zh = new Formats('zh', 'Asia/Shanghai');

describe('formatting', () => {
  it('abbreviates counts as each language does', () => {
    expect([0, 950, 1_234, 56_789].map((value) => en.count(value))).toEqual(['0', '950', '1.2K', '56.8K']);
    expect([950, 12_345].map((value) => zh.count(value))).toEqual(['950', '1.2万']);
  });

  it('tells distance in the largest whole unit', () => {
    expect(en.relative(after(5 * 60_000), now)).toBe('in 5 minutes');
    expect(en.relative(after(-3 * 3_600_000), now)).toBe('3 hours ago');
    expect(en.relative(after(20_000), now)).toBe('now');
    expect(zh.relative(after(-24 * 3_600_000), now)).toBe('昨天');
  });

  it('writes moments in the reader’s zone, with the year only when it is far', () => {
    expect(en.dateTime('2026-11-23T09:05:00Z', now)).toContain('09:05');
    expect(zh.dateTime('2026-11-23T09:05:00Z', now)).toContain('17:05');
    expect(en.dateTime('2026-11-23T09:05:00Z', now)).not.toContain('2026');
    expect(en.dateTime('2025-01-23T09:05:00Z', now)).toContain('2025');
  });

  it('writes days and months of the house as they are, wherever the reader is', () => {
    expect([en.day('2026-11-01'), en.month('2026-11')]).toEqual(['Nov 1', 'November 2026']);
    expect([zh.day('2026-11-01'), zh.month('2026-01')]).toEqual(['11月1日', '2026年1月']);
    expect(new Formats('en', 'America/Los_Angeles').day('2026-11-01')).toBe('Nov 1');
  });

  it('writes durations like a clock', () => {
    expect([0, 59.9, 65, 3_723].map(clock)).toEqual(['0:00', '0:59', '1:05', '1:02:03']);
    expect([NaN, Infinity, -4].map(clock)).toEqual(['0:00', '0:00', '0:00']);
  });

  it('counts down to zero and never past it', () => {
    expect(countdown(after(90_061_000), now)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
    expect(countdown(after(-1), now)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });
});
