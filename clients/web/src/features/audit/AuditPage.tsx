import type { Account } from '@vitrine/core/ledger';
import { useState } from 'react';
import { useTitle } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import type { GuardedPageProps } from '../../app/feature.ts';
import '../../ui/document.css';
import { AccountEntries } from './AccountEntries.tsx';
import { Accounts } from './Accounts.tsx';
import { ChainStatus } from './ChainStatus.tsx';
import { Export } from './Export.tsx';
import { TrialBalance } from './TrialBalance.tsx';
import './audit.css';

/** The books, for whoever audits them. Nothing here changes them. */
export default function AuditPage({ values, session: { subject } }: GuardedPageProps) {
  const { t } = useWords();
  useTitle(t('audit.title'));
  return <Books account={values['id']} key={subject} />;
}

function Books({ account }: { account: string | undefined }) {
  const { t } = useWords();
  /** The contract tells of an account in the list only; an address alone has its id. */
  const [opened, setOpened] = useState<Account | null>(null);
  return (
    <div className="document">
      {account === undefined ? (
        <>
          <h1>{t('audit.title')}</h1>
          <TrialBalance />
          <ChainStatus />
          <Accounts onOpen={setOpened} />
          <Export />
        </>
      ) : (
        <AccountEntries id={account} account={opened?.id === account ? opened : null} key={account} />
      )}
    </div>
  );
}
