import type { Income } from '@vitrine/core/ledger';
import type { ReactNode } from 'react';
import { useWords } from './texts/index.ts';

export function Figures({ income }: { income: Income }) {
  const { t, formats } = useWords();
  const { pending, payable, worth, held, withdrawn, fans, holdingDays } = income;
  return (
    <dl className="figures">
      <Figure name={t('income.pending')} value={pending} of="pending">
        {t('income.pending.note', { days: holdingDays })}
      </Figure>
      <Figure name={t('income.payable')} value={payable} of="payable">
        {t('income.worth', { money: formats.money(worth) })}
      </Figure>
      {held > 0 && <Figure name={t('income.held')} value={held} of="held" />}
      <Figure name={t('income.withdrawn')} value={withdrawn} of="withdrawn" />
      <Figure name={t('income.fans')} value={fans} of="fans" />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  /** What a check finds it by. */
  readonly of: string;
  readonly children?: ReactNode;
}

function Figure({ name, value, of, children }: FigureProps) {
  const { formats } = useWords();
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd data-figure={of}>
        <span>{formats.number(value)}</span>
        {children !== undefined && <small>{children}</small>}
      </dd>
    </div>
  );
}
