import { Problem, withdrawalBounds, type Translate } from '@vitrine/core';
import { useId, useState, type FormEvent } from 'react';
import { failureKey } from '../app/failures.ts';
import { useWords } from '../app/language.tsx';
import { intents, ledger } from '../app/services.ts';
import { coinsIn } from './coinsIn.ts';

interface WithdrawFormProps {
  readonly subject: string;
  /** Coins that may be asked for; null while it is not known. */
  readonly payable: number | null;
  readonly onAsked: () => void;
}

/** Asks for income to be paid out. What is written wrong is said before it is sent; the ledger has the last word. */
export function WithdrawForm({ subject, payable, onAsked }: WithdrawFormProps) {
  const { t, formats } = useWords();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const bounds = {
    min: formats.number(withdrawalBounds.min),
    max: formats.number(withdrawalBounds.max),
  };
  const tooMuch = (missing: number) => t('withdraw.missing', { missing: formats.number(missing) });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    const coins = coinsIn(text);
    if (coins === null) return setFault(t('withdraw.bounds', bounds));
    if (payable !== null && coins > payable) return setFault(tooMuch(coins - payable));
    setBusy(true);
    setFault(null);
    try {
      await intents.run(`${subject}/withdraw/${coins}`, (key) => ledger.withdraw(coins, key));
      setText('');
      setDone(true);
    } catch (failure) {
      setFault(wordsFor(failure, tooMuch, t));
    } finally {
      setBusy(false);
      onAsked();
    }
  };

  return (
    <section className="panel" aria-labelledby="withdraw-title">
      <h2 id="withdraw-title">{t('withdraw.title')}</h2>
      <form className="inline-form" noValidate onSubmit={(event) => void submit(event)}>
        <label>
          {t('withdraw.coins')}
          <input
            value={text}
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={fault !== null}
            aria-describedby={fault === null ? `${id}-hint` : `${id}-fault`}
            onChange={(event) => {
              setText(event.target.value);
              setFault(null);
            }}
          />
        </label>
        <button type="submit" className="button primary" disabled={busy}>
          {t('withdraw.submit')}
        </button>
      </form>
      <p className="soft" id={`${id}-hint`}>
        {t('withdraw.hint', bounds)}
      </p>
      {fault !== null && (
        <p className="form-fault" role="alert" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {done && (
        <p className="told good" role="status">
          {t('withdraw.done')}
        </p>
      )}
    </section>
  );
}

function wordsFor(failure: unknown, tooMuch: (missing: number) => string, t: Translate): string {
  if (failure instanceof Problem && failure.status === 402 && failure.missing !== null)
    return tooMuch(failure.missing);
  return t(failureKey(failure));
}
