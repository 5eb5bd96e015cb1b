import { houseDays, type DayIncome } from '@vitrine/core/ledger';
import { useCallback, useState } from 'react';
import { useWords } from './texts/index.ts';
import { ledger } from './ledger.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { LoadedPart } from '../../ui/LoadedPart.tsx';
import { DailyChart } from './DailyChart.tsx';
import { DailyTable } from './DailyTable.tsx';
import { Spans } from './Spans.tsx';
import type { Span } from './spans.ts';

/** Income day by day, as a picture and as a table. */
export function DailyIncome() {
  const { t } = useWords();
  const [span, setSpan] = useState<Span>(30);
  const days = useLoaded(useCallback(() => ledger.dailyIncome(houseDays(Date.now(), span)), [span]));
  return (
    <section className="panel" aria-labelledby="daily-title">
      <div className="panel-head">
        <h2 id="daily-title">{t('income.chart')}</h2>
        <Spans label={t('income.chart')} chosen={span} onChoose={setSpan} />
      </div>
      <LoadedPart loaded={days}>{(found) => <Days days={found} key={span} />}</LoadedPart>
    </section>
  );
}

function Days({ days }: { days: readonly DayIncome[] }) {
  const { t } = useWords();
  const quiet = days.every(({ gifts, income }) => gifts === 0 && income === 0);
  if (quiet) return <p className="soft">{t('income.chart.empty')}</p>;
  return (
    <>
      <DailyChart days={days} />
      <details className="daily-table">
        <summary>{t('income.chart.table')}</summary>
        <DailyTable days={days} />
      </details>
    </>
  );
}
