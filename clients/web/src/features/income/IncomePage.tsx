import { useCallback } from 'react';
import { useTitle } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import { ledger } from './ledger.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { usePages } from '../../app/usePages.ts';
import type { GuardedPageProps } from '../../app/feature.ts';
import '../../ui/document.css';
import { LoadedPart } from '../../ui/LoadedPart.tsx';
import { DailyIncome } from './DailyIncome.tsx';
import { Figures } from './Figures.tsx';
import { ReceivedGifts } from './ReceivedGifts.tsx';
import { Statements } from './Statements.tsx';
import { WithdrawForm } from './WithdrawForm.tsx';
import { Withdrawals } from './Withdrawals.tsx';
import './income.css';

const readIncome = () => ledger.income();

/** What a streamer earned, and the way to have it paid out. */
export default function IncomePage({ session: { subject } }: GuardedPageProps) {
  const { t } = useWords();
  useTitle(t('income.title'));
  return <Own subject={subject} key={subject} />;
}

function Own({ subject }: { subject: string }) {
  const { t } = useWords();
  const income = useLoaded(readIncome);
  const withdrawals = usePages(useCallback((query) => ledger.withdrawals(query), []));
  const refresh = () => {
    income.reload();
    withdrawals.reload();
  };
  return (
    <div className="document">
      <h1>{t('income.title')}</h1>
      <LoadedPart loaded={income}>{(value) => <Figures income={value} />}</LoadedPart>
      <DailyIncome />
      <div className="income-columns">
        <div>
          <WithdrawForm subject={subject} payable={income.value?.payable ?? null} onAsked={refresh} />
          <Statements />
        </div>
        <Withdrawals pages={withdrawals} />
      </div>
      <ReceivedGifts />
    </div>
  );
}
