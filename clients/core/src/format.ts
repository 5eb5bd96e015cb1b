import type { Language } from './i18n.ts';

/** An amount in the least unit of its currency: fen, cents; coins are whole. */
export interface Money {
  readonly currency: string;
  readonly minor: number;
}

const locales: Record<Language, string> = { en: 'en', zh: 'zh-CN' };
const secondMillis = 1_000;
const minuteMillis = 60 * secondMillis;
const hourMillis = 60 * minuteMillis;
const dayMillis = 24 * hourMillis;

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * dayMillis],
  ['month', 30 * dayMillis],
  ['week', 7 * dayMillis],
  ['day', dayMillis],
  ['hour', hourMillis],
  ['minute', minuteMillis],
];

/** Numbers and times as a reader of one language writes them. Instants are ISO texts; the zone is the reader's own. */
export class Formats {
  private readonly compact: Intl.NumberFormat;
  private readonly decimal: Intl.NumberFormat;
  private readonly fraction: Intl.NumberFormat;
  private readonly share: Intl.NumberFormat;
  private readonly relativeTime: Intl.RelativeTimeFormat;
  private readonly whole: Intl.NumberFormat;
  private readonly locale: string;
  private readonly moment: Intl.DateTimeFormat;
  private readonly momentWithYear: Intl.DateTimeFormat;
  private readonly calendarDay: Intl.DateTimeFormat;
  private readonly calendarMonth: Intl.DateTimeFormat;

  constructor(language: Language, timeZone?: string) {
    const locale = locales[language];
    const zone = timeZone === undefined ? {} : { timeZone };
    this.locale = locale;
    this.whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    this.compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
    this.decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.fraction = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
    this.share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
    this.relativeTime = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    const clock = {
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    } as const;
    this.moment = new Intl.DateTimeFormat(locale, { weekday: 'short', ...clock, ...zone });
    this.momentWithYear = new Intl.DateTimeFormat(locale, { year: 'numeric', ...clock, ...zone });
    // Days and months of the house have no zone of the reader's: they are read and written as UTC.
    this.calendarDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
    this.calendarMonth = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  }

  /** 950, 1.2K, 3.4M; 1.2万 in Chinese. */
  count(value: number): string {
    return this.compact.format(value);
  }

  /** 1,234,567: every coin counts. */
  number(value: number): string {
    return this.whole.format(value);
  }

  /** ¥12.50, -$3.00; coins have no sign of their own and are told as a number. `sign` puts a plus before what came. */
  money({ currency, minor }: Money, sign = false): string {
    const signDisplay = sign ? 'exceptZero' : 'auto';
    if (currency === 'COIN') return new Intl.NumberFormat(this.locale, { signDisplay }).format(minor);
    const format = new Intl.NumberFormat(this.locale, { style: 'currency', currency, signDisplay });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
    return format.format(minor / 10 ** digits);
  }

  /** 70%, 62.5%: shares are told to the hundredth of a percent. */
  percent(part: number): string {
    return this.share.format(part);
  }

  /** 0.7, -0.3: what is below a whole, to the ten-thousandth. */
  exact(value: number): string {
    return this.fraction.format(value);
  }

  seconds(value: number): string {
    return this.decimal.format(value);
  }

  /** Without the year within half a year of now. */
  dateTime(iso: string, now: number): string {
    const at = Date.parse(iso);
    return (Math.abs(at - now) < 183 * dayMillis ? this.moment : this.momentWithYear).format(at);
  }

  /** `2026-11-25` as "Nov 25", "11月25日". */
  day(day: string): string {
    return this.calendarDay.format(Date.parse(day));
  }

  /** `2026-11` as "November 2026", "2026年11月". */
  month(month: string): string {
    return this.calendarMonth.format(Date.parse(month));
  }

  /** "in 5 minutes", "昨天"; nearer than a minute is "now". */
  relative(iso: string, now: number): string {
    const distance = Date.parse(iso) - now;
    for (const [unit, size] of steps) {
      const whole = Math.round(distance / size);
      if (Math.abs(distance) >= size) return this.relativeTime.format(whole, unit);
    }
    return this.relativeTime.format(0, 'second');
  }
}

/** `4:05`, `1:02:03`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

export interface Countdown {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** The time left; all zero once it has passed. */
export function countdown(iso: string, now: number): Countdown {
  const left = Math.max(0, Math.ceil((Date.parse(iso) - now) / secondMillis));
  return {
    days: Math.floor(left / 86_400),
    hours: Math.floor(left / 3_600) % 24,
    minutes: Math.floor(left / 60) % 60,
    seconds: left % 60,
  };
}
