import type { DayIncome } from '@vitrine/core/ledger';
import { useWords } from './texts/index.ts';
import { ScrollX } from '../../ui/ScrollX.tsx';

/** The same days in figures, latest first. */
export function DailyTable({ days }: { days: readonly DayIncome[] }) {
  const { t, formats } = useWords();
  const columns = ['gifts', 'given', 'commission', 'reversals', 'income', 'fans'] as const;
  return (
    <ScrollX label={t('income.chart')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('income.column.day')}</th>
            {columns.map((column) => (
              <th scope="col" className="number" key={column}>
                {t(`income.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map((day) => (
            <tr key={day.day}>
              <th scope="row">
                <time dateTime={day.day}>{formats.day(day.day)}</time>
              </th>
              {columns.map((column) => (
                <td className="number" key={column}>
                  {formats.number(day[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
