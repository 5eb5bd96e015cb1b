import type { DayIncome } from '@vitrine/core/ledger';
import { useState } from 'react';
import { useWords } from './texts/index.ts';
import { fromTop, scaleOf } from './scale.ts';

/** Of the width of a day. */
const barShare = 0.72;
/** So that a day with little is still seen, in percent of the height. */
const leastHeight = 0.8;

/** One bar a day. The figures stretch with the page and the words do not, so that a phone can read them. */
export function DailyChart({ days }: { days: readonly DayIncome[] }) {
  const { t, formats } = useWords();
  const [pointed, setPointed] = useState<number | null>(null);
  const scale = scaleOf(days.map(({ income }) => income));
  const sum = days.reduce((total, { income }) => total + income, 0);
  const told = t('income.chart.sum', { coins: formats.number(sum) });
  const shown = pointed === null ? undefined : days[pointed];
  return (
    <figure className="chart">
      <figcaption>{shown === undefined ? told : wordsOf(shown)}</figcaption>
      <div className="chart-plot">
        {scale.ticks.map((tick) => (
          <span className="chart-tick" style={{ top: `${fromTop(scale, tick)}%` }} key={tick}>
            {formats.count(tick)}
          </span>
        ))}
        <svg
          role="img"
          aria-label={`${t('income.chart')}: ${told}`}
          viewBox={`0 0 ${days.length} 100`}
          preserveAspectRatio="none"
          // A finger leaves as it lifts: what it pointed at stays.
          onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setPointed(null)}
        >
          {scale.ticks.map((tick) => (
            <line key={tick} x2={days.length} y1={fromTop(scale, tick)} y2={fromTop(scale, tick)} />
          ))}
          {days.map((day, index) => (
            <g
              key={day.day}
              className={index === pointed ? 'pointed' : undefined}
              onPointerEnter={() => setPointed(index)}
            >
              <rect className="chart-reach" x={index} width={1} height={100} />
              <Bar index={index} top={fromTop(scale, day.income)} zero={fromTop(scale, 0)} />
            </g>
          ))}
        </svg>
      </div>
      <div className="chart-days" aria-hidden="true">
        {edges(days).map((day) => (
          <span key={day}>{formats.day(day)}</span>
        ))}
      </div>
    </figure>
  );

  function wordsOf({ day, income, gifts, fans }: DayIncome): string {
    return t('income.chart.day', {
      day: formats.day(day),
      income: formats.number(income),
      gifts: formats.number(gifts),
      fans: formats.number(fans),
    });
  }
}

function Bar({ index, top, zero }: { index: number; top: number; zero: number }) {
  if (top === zero) return null;
  const height = Math.max(leastHeight, Math.abs(zero - top));
  return (
    <rect
      className={top < zero ? 'chart-bar' : 'chart-bar below'}
      x={index + (1 - barShare) / 2}
      width={barShare}
      y={top < zero ? zero - height : zero}
      height={height}
    />
  );
}

/** The first day, the middle one and the last. */
function edges(days: readonly DayIncome[]): readonly string[] {
  const places = new Set([0, Math.floor((days.length - 1) / 2), days.length - 1]);
  return [...places].flatMap((place) => days[place]?.day ?? []);
}
