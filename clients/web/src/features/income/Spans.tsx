import { useWords } from './texts/index.ts';
import { spans, type Span } from './spans.ts';

interface SpansProps {
  readonly label: string;
  readonly chosen: Span;
  readonly onChoose: (span: Span) => void;
}

/** How many days back something is shown. */
export function Spans({ label, chosen, onChoose }: SpansProps) {
  const { t } = useWords();
  return (
    <div className="chips" role="group" aria-label={label}>
      {spans.map((each) => (
        <button
          key={each}
          type="button"
          className={each === chosen ? 'chip active' : 'chip'}
          aria-pressed={each === chosen}
          onClick={() => onChoose(each)}
        >
          {t('income.chart.days', { days: each })}
        </button>
      ))}
    </div>
  );
}
