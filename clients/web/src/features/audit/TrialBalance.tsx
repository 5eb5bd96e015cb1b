import type { Currency, TrialBalance as Trial } from '@vitrine/core/ledger';
import { useWords } from './texts/index.ts';
import { ledger } from './ledger.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { LoadedPart } from '../../ui/LoadedPart.tsx';
import { useMoment } from '../../ui/Moment.tsx';
import { ScrollX } from '../../ui/ScrollX.tsx';

const readTrial = () => ledger.trialBalance();

/** What all accounts of a kind have together, currency by currency, and whether each sums to zero. */
export function TrialBalance() {
  const { t } = useWords();
  const trial = useLoaded(readTrial);
  return (
    <section className="panel" aria-labelledby="trial-title">
      <div className="panel-head">
        <h2 id="trial-title">{t('audit.trial')}</h2>
        <button type="button" className="button small" onClick={trial.reload}>
          {t('list.reload')}
        </button>
      </div>
      <LoadedPart loaded={trial}>
        {(found) => (
          <>
            <Verdict trial={found} />
            <Lines trial={found} />
          </>
        )}
      </LoadedPart>
    </section>
  );
}

function Verdict({ trial }: { trial: Trial }) {
  const { t, formats } = useWords();
  const moment = useMoment();
  const when = <small>{t('audit.at', { at: moment(trial.at) })}</small>;
  if (trial.balanced)
    return (
      <p className="told good" role="status">
        <span>{t('audit.balanced')}</span>
        {when}
      </p>
    );
  return (
    <div className="told alarm" role="alert">
      <span>
        <strong>{t('audit.unbalanced')}</strong>
        {trial.sums
          .filter(({ minor }) => minor !== 0)
          .map((sum) => (
            <span key={sum.currency}>
              {t('audit.off', { currency: sum.currency, amount: formats.money(sum, true) })}
            </span>
          ))}
        <span>{t('audit.alarm')}</span>
      </span>
      {when}
    </div>
  );
}

function Lines({ trial }: { trial: Trial }) {
  const { t } = useWords();
  if (trial.lines.length === 0) return null;
  return (
    <ScrollX label={t('audit.trial')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('audit.column.kind')}</th>
            <th scope="col">{t('audit.column.currency')}</th>
            <th scope="col" className="number">
              {t('audit.column.accounts')}
            </th>
            <th scope="col" className="number">
              {t('audit.column.balance')}
            </th>
            <th scope="col" className="number">
              {t('audit.column.held')}
            </th>
          </tr>
        </thead>
        {currenciesOf(trial).map((currency) => (
          <CurrencyLines key={currency} currency={currency} trial={trial} />
        ))}
      </table>
    </ScrollX>
  );
}

/** Of lines and sums alike: nothing that the books tell is left out. */
function currenciesOf({ lines, sums }: Trial): readonly Currency[] {
  return [...new Set([...lines, ...sums].map(({ currency }) => currency))];
}

function CurrencyLines({ currency, trial }: { currency: Currency; trial: Trial }) {
  const { t, formats } = useWords();
  const money = (minor: number) => formats.money({ currency, minor });
  const sum = trial.sums.find((each) => each.currency === currency);
  return (
    <tbody>
      {trial.lines
        .filter((line) => line.currency === currency)
        .map(({ kind, accounts, balance, held }) => (
          <tr key={kind}>
            <th scope="row">{t.word('audit.kind', kind)}</th>
            <td>{currency}</td>
            <td className="number">{formats.number(accounts)}</td>
            <td className="number">{money(balance)}</td>
            <td className="number">{money(held)}</td>
          </tr>
        ))}
      {sum !== undefined && (
        <tr className={sum.minor === 0 ? 'sum' : 'sum off'}>
          <th scope="row">{t('audit.sum')}</th>
          <td>{currency}</td>
          <td />
          <td className="number">{money(sum.minor)}</td>
          <td />
        </tr>
      )}
    </tbody>
  );
}
