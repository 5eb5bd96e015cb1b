import type { Chain } from '@vitrine/core/ledger';
import { useState } from 'react';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { ledger } from './ledger.ts';
import { LoadedPart } from '../../ui/LoadedPart.tsx';
import { useMoment } from '../../ui/Moment.tsx';
import { useChain } from './useChain.ts';
import { VerificationResult } from './VerificationResult.tsx';

/** Whether what was written is still what is there: the last seal, the last walk over all chains, and a new one. */
export function ChainStatus() {
  const { t } = useWords();
  const chain = useChain();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = chain.value?.verification?.state === 'RUNNING';

  const verify = async () => {
    setBusy(true);
    setError(null);
    try {
      chain.started(await ledger.verify());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="panel" aria-labelledby="chain-title">
      <div className="panel-head">
        <h2 id="chain-title">{t('audit.chain')}</h2>
        <button
          type="button"
          className="button primary small"
          disabled={busy || running || chain.value === null}
          onClick={() => void verify()}
        >
          {t('audit.verify')}
        </button>
      </div>
      {error !== null && (
        <p className="form-fault" role="alert">
          {t(failureKey(error))}
        </p>
      )}
      <LoadedPart loaded={chain}>
        {({ seal, verification }) => (
          <>
            {verification === null ? (
              <p className="told">
                <span>{t('audit.verification.none')}</span>
              </p>
            ) : (
              <VerificationResult verification={verification} />
            )}
            <SealFacts seal={seal} />
          </>
        )}
      </LoadedPart>
    </section>
  );
}

function SealFacts({ seal }: { seal: Chain['seal'] }) {
  const { t, formats } = useWords();
  const moment = useMoment();
  if (seal === null) return <p className="soft">{t('audit.seal.none')}</p>;
  const { number, lines, at, hash } = seal;
  return (
    <dl className="facts">
      <dt>{t('audit.seal')}</dt>
      <dd>
        {t('audit.seal.number', {
          number: formats.number(number),
          lines: formats.number(lines),
          at: moment(at),
        })}
      </dd>
      <dt>{t('audit.hash')}</dt>
      <dd className="mono">{hash}</dd>
    </dl>
  );
}
