import { coinsOf, type Wallet } from '@vitrine/core/ledger';
import { useCallback } from 'react';
import { useTitle } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import { navigate, usePlace } from '../../app/router.tsx';
import { ledger } from './ledger.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { usePages } from '../../app/usePages.ts';
import { WayBackLink } from './WayBackLink.tsx';
import type { GuardedPageProps } from '../../app/feature.ts';
import '../../ui/document.css';
import { Failure } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { History } from './History.tsx';
import { Packages } from './Packages.tsx';
import { Returned } from './Returned.tsx';
import './wallet.css';

const readWallet = () => ledger.wallet();

export default function WalletPage({ session: { subject } }: GuardedPageProps) {
  const { t } = useWords();
  useTitle(t('wallet.title'));
  return <Own subject={subject} key={subject} />;
}

function Own({ subject }: { subject: string }) {
  const { t } = useWords();
  const topUp = usePlace().query.get('top-up');
  const wallet = useLoaded(readWallet);
  const history = usePages(useCallback((query) => ledger.walletEntries(query), []));
  const refresh = useCallback(() => {
    wallet.reload();
    history.reload();
  }, [wallet.reload, history.reload]);
  return (
    <div className="document">
      <h1>{t('wallet.title')}</h1>
      <WayBackLink />
      {topUp !== null && (
        <Returned key={topUp} id={topUp} onPaid={refresh} onClose={() => navigate('/wallet', 'replace')} />
      )}
      {wallet.value === null && wallet.error === null && <Skeleton kind="lines" />}
      {wallet.value === null && wallet.error !== null && (
        <Failure error={wallet.error} retry={wallet.reload} />
      )}
      {wallet.value !== null && <Balance wallet={wallet.value} />}
      <Packages subject={subject} />
      <History pages={history} />
    </div>
  );
}

function Balance({ wallet }: { wallet: Wallet }) {
  const { t, formats } = useWords();
  const held = wallet.balances.find(({ currency }) => currency === 'COIN')?.held ?? 0;
  return (
    <dl className="figures">
      <div className="figure">
        <dt>{t('wallet.balance')}</dt>
        <dd data-balance>
          {formats.number(coinsOf(wallet))}
          {held > 0 && <small>{t('wallet.held', { coins: formats.number(held) })}</small>}
        </dd>
      </div>
    </dl>
  );
}
