import { Problem } from '@vitrine/core';
import { withdrawalBounds } from '@vitrine/core/ledger';
import { useId, useState, type FormEvent } from 'react';
import { failureKey } from '../../app/failures.ts';
import type { Words } from '../../app/words.ts';
import { useWords, type Key } from './texts/index.ts';
import { intents } from '../../app/services.ts';
import { ledger } from './ledger.ts';
import { coinsIn } from './coinsIn.ts';

interface WithdrawFormProps {
  readonly subject: string;
  /** Null as long as it is not known. */
  readonly payable: number | null;
  /** After every answer: what is payable may have moved. */
  readonly onAsked: () => void;
}

/**
 * Asks for income to be paid out. Whether it is payable is the ledger's to say alone: a request whose answer was lost has
 * already taken its coins, and must still be asked for again. Who has less than may be asked for, and waits for no answer,
 * has nothing to fill in.
 */
export function WithdrawForm({ subject, payable, onAsked }: WithdrawFormProps) {
  const words = useWords();
  const { t, formats } = words;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const bounds = {
    min: formats.number(withdrawalBounds.min),
    max: formats.number(withdrawalBounds.max),
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    const coins = coinsIn(text);
    if (coins === null) return setFault(t('withdraw.bounds', bounds));
    setBusy(true);
    setFault(null);
    try {
      await intents.run(`${subject}/withdraw/${coins}`, (key) => ledger.withdraw(coins, key));
      setText('');
      setDone(true);
    } catch (failure) {
      setFault(wordsFor(failure, words));
    } finally {
      setBusy(false);
      onAsked();
    }
  };

  const tooLittle = payable !== null && payable < withdrawalBounds.min;
  const waits = text !== '' || fault !== null || done || intents.pending(`${subject}/withdraw/`);
  if (tooLittle && !waits)
    return (
      <section className="panel" aria-labelledby="withdraw-title">
        <h2 id="withdraw-title">{t('withdraw.title')}</h2>
        <p className="soft">{t('withdraw.none', bounds)}</p>
      </section>
    );

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

function wordsFor(failure: unknown, { t, formats }: Words<Key>): string {
  if (failure instanceof Problem && failure.status === 402 && failure.missing !== null)
    return t('withdraw.missing', { missing: formats.number(failure.missing) });
  return t(failureKey(failure));
}
