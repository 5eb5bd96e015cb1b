import type { Gift } from '@vitrine/core/ledger';
import { useWords } from './texts/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { GiftPicture } from './GiftPicture.tsx';

interface CatalogueProps {
  readonly gifts: readonly Gift[];
  /** Code of a gift. */
  readonly chosen: string;
  readonly choose: (code: string) => void;
}

/** One of the gifts is chosen; the arrow keys go through them, as in every group of radio buttons. */
export function Catalogue({ gifts, chosen, choose }: CatalogueProps) {
  const { t, formats, language } = useWords();
  return (
    <fieldset className="gift-catalogue gift-scroll">
      <legend className="visually-hidden">{t('gifts.title')}</legend>
      {gifts.map((gift) => {
        const price = formats.number(gift.price);
        return (
          <label key={gift.code} className="gift-card" data-gift={gift.code}>
            <input
              type="radio"
              name="gift"
              value={gift.code}
              checked={gift.code === chosen}
              aria-label={`${gift.name[language]}, ${t.plural('gifts.price', gift.price, price)}`}
              onChange={() => choose(gift.code)}
            />
            <GiftPicture animation={gift.animation} />
            <span className="gift-name">{gift.name[language]}</span>
            <span className="gift-price">
              <Icon name="coin" /> {price}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
