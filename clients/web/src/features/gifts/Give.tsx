import { comboMillis, type Gift, type GivingState } from '@vitrine/core/ledger';
import type { Room } from '@vitrine/core/rooms';
import { useState, type CSSProperties } from 'react';
import { useNow } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import { TopUp } from './Purse.tsx';
import { refusalOf } from './refusal.ts';
import type { Gives } from './useGiving.ts';

/** Numbers that people like to give; the contract takes up to 9999. */
const counts = [1, 10, 66, 99, 520, 1314] as const;
const secondMillis = 1_000;

/** How many, and the button that gives them. */
export function Give({ room, gift, gives }: { room: Room; gift: Gift; gives: Gives }) {
  const { t, formats, language } = useWords();
  const [count, setCount] = useState<number>(1);
  const { giving, state } = gives;
  return (
    <div className="gift-give">
      {state.error !== null && <Refused room={room} error={state.error} />}
      <fieldset className="gift-counts">
        <legend className="visually-hidden">{t('gifts.count')}</legend>
        {counts.map((each) => (
          <label key={each} className="gift-count">
            <input
              type="radio"
              name="gift-count"
              value={each}
              checked={each === count}
              aria-label={`${t('gifts.count')}: ${each}`}
              onChange={() => {
                giving?.forgive();
                setCount(each);
              }}
            />
            {each}
          </label>
        ))}
      </fieldset>
      <SendButton gift={gift} count={count} state={state} send={() => giving?.give(gift, count)} />
      <p className="visually-hidden" role="status">
        {state.combo !== null &&
          state.balance !== null &&
          state.combo.gift === gift.code &&
          t('gifts.given', {
            gift: gift.name[language],
            times: state.combo.times,
            coins: formats.number(state.balance),
          })}
      </p>
    </div>
  );
}

interface SendButtonProps {
  readonly gift: Gift;
  readonly count: number;
  readonly state: GivingState;
  readonly send: () => void;
}

/** Each press gives once; while the combo lasts, the next press raises it. */
function SendButton({ gift, count, state, send }: SendButtonProps) {
  const { t, formats, language } = useWords();
  const now = useNow(secondMillis / 4);
  const name = gift.name[language];
  const cost = gift.price * count;
  const combo =
    state.combo !== null && state.combo.gift === gift.code && state.combo.until > now ? state.combo : null;
  const left = combo === null ? 0 : Math.min(1, (combo.until - now) / comboMillis);
  return (
    <button
      type="button"
      className={combo === null ? 'gift-send' : 'gift-send combo'}
      style={{ '--left': left } as CSSProperties}
      data-combo={combo?.times ?? 0}
      onClick={send}
      // A key held down would spend without end.
      onKeyDown={(event) => event.repeat && event.preventDefault()}
    >
      <b>
        {t('gifts.send', { name })}
        {count > 1 && ` ×${count}`}
      </b>{' '}
      {combo === null ? (
        <small>{t.plural('gifts.price', cost, formats.number(cost))}</small>
      ) : (
        <small key={combo.times} className="gift-again">
          {t('gifts.again', { times: combo.times })}
        </small>
      )}
      {state.sending && state.waiting > 0 && (
        <i className="gift-waiting">{t('gifts.sending', { count: state.waiting + 1 })}</i>
      )}
    </button>
  );
}

function Refused({ room, error }: { room: Room; error: unknown }) {
  const { t, formats } = useWords();
  const { key, values, poor } = refusalOf(error);
  const told = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, formats.number(value)]),
  );
  return (
    <p className="gift-refusal" role="alert">
      {t(key, told)} {poor && <TopUp room={room} />}
    </p>
  );
}
