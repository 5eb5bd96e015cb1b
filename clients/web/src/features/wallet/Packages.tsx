import { payMethods, type CoinPackage, type PayMethod } from '@vitrine/core/ledger';
import { useState } from 'react';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { intents } from '../../app/services.ts';
import { ledger } from './ledger.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Failure } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

const readPackages = () => ledger.packages();

/** What coins cost; a choice leads to the provider's page. */
export function Packages({ subject }: { subject: string }) {
  const { t, formats } = useWords();
  const packages = useLoaded(readPackages);
  const [method, setMethod] = useState<PayMethod>('ALIPAY');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const buy = async ({ code }: CoinPackage) => {
    setBusy(true);
    setError(null);
    try {
      const topUp = await intents.run(`${subject}/top-up/${code}/${method}`, (key) =>
        ledger.startTopUp({ package: code, method }, key),
      );
      leaveFor(topUp.payUrl ?? `/wallet?top-up=${topUp.id}`);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <section className="panel" aria-labelledby="top-up-title">
      <div className="panel-head">
        <h2 id="top-up-title">{t('wallet.topUp')}</h2>
        <div className="chips" role="group" aria-label={t('wallet.method')}>
          {payMethods.map((each) => (
            <button
              key={each}
              type="button"
              className={each === method ? 'chip active' : 'chip'}
              aria-pressed={each === method}
              onClick={() => setMethod(each)}
            >
              {t.word('wallet.method', each)}
            </button>
          ))}
        </div>
      </div>
      {packages.value === null && packages.error === null && <Skeleton kind="lines" />}
      {packages.value === null && packages.error !== null && (
        <Failure error={packages.error} retry={packages.reload} />
      )}
      {packages.value?.length === 0 && <p className="soft">{t('wallet.packages.empty')}</p>}
      <div className="packages">
        {packages.value?.map((each) => {
          const coins = formats.number(each.coins);
          const price = formats.money(each.price);
          return (
            <button
              key={each.code}
              type="button"
              className="package"
              disabled={busy}
              onClick={() => void buy(each)}
            >
              <span className="visually-hidden">{t('wallet.buy')} </span>
              <strong>
                <Icon name="coin" /> {coins}
                <span className="visually-hidden"> {t('wallet.coins')} </span>
              </strong>
              <span>{price}</span>
            </button>
          );
        })}
      </div>
      {busy && (
        <p className="soft" role="status">
          {t('wallet.opening')}
        </p>
      )}
      {error !== null && (
        <p className="form-fault" role="alert">
          {t(failureKey(error))}
        </p>
      )}
    </section>
  );
}

/** The provider's page takes the place of ours. Only a web address is gone to. */
export function leaveFor(address: string): void {
  const url = new URL(address, window.location.href);
  if (url.protocol === 'https:' || url.protocol === 'http:') window.location.assign(url);
}
