import type { Account } from '@vitrine/core';
import { useState } from 'react';
import { useTitle } from '../app/browser.ts';
import { useWords } from '../app/language.tsx';
import { match } from '../app/router.tsx';
import { Gate } from '../money/Gate.tsx';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { AccountEntries } from './AccountEntries.tsx';
import { Accounts } from './Accounts.tsx';
import { ChainStatus } from './ChainStatus.tsx';
import { Export } from './Export.tsx';
import { TrialBalance } from './TrialBalance.tsx';
import './audit.css';

/** The books, for whoever audits them. Nothing here changes them. */
export default function AuditPage({ path }: { path: string }) {
  const { t } = useWords();
  useTitle(t('audit.title'));
  return (
    <Gate audience="auditor" title={t('audit.title')}>
      {({ subject }) => <AuditRoute path={path} key={subject} />}
    </Gate>
  );
}

function AuditRoute({ path }: { path: string }) {
  const { t } = useWords();
  /** The contract tells of an account in the list only; an address alone has its id. */
  const [opened, setOpened] = useState<Account | null>(null);
  const account = match('/audit/accounts/:id', path)?.['id'];
  if (account !== undefined)
    return <AccountEntries id={account} account={opened?.id === account ? opened : null} key={account} />;
  if (!match('/audit', path)) return <NotFoundPage />;
  return (
    <>
      <h1>{t('audit.title')}</h1>
      <TrialBalance />
      <ChainStatus />
      <Accounts onOpen={setOpened} />
      <Export />
    </>
  );
}
