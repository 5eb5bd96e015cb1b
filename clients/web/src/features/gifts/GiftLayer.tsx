import type { Banner } from '@vitrine/core/ledger';
import { useWords } from './texts/index.ts';
import type { OverlayProps } from '../../live/slots.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Written } from '../../ui/Written.tsx';
import { GiftPicture } from './GiftPicture.tsx';
import { SpectacleView } from './SpectacleView.tsx';
import { useGiftShow } from './useGiftShow.ts';
import './giftLayer.css';

/** Gifts over the picture, as the room hears of them. The talk tells the same in words, so that this is for the eye alone. */
export default function GiftLayer({ talk }: OverlayProps) {
  const { banners, spectacle } = useGiftShow(talk.client);
  return (
    <div className="gift-layer" aria-hidden="true">
      {spectacle !== null && <SpectacleView key={spectacle.gift.id} gift={spectacle.gift} />}
      <div className="gift-banners">
        {banners.map((banner) => (
          <BannerView key={banner.key} banner={banner} />
        ))}
      </div>
    </div>
  );
}

function BannerView({ banner: { gift } }: { banner: Banner }) {
  const { t, language } = useWords();
  return (
    <div className="gift-banner" data-gift={gift.gift} data-combo={gift.combo}>
      <Avatar name={gift.name} seed={gift.viewer} />
      <span className="gift-banner-who">
        <Written as="b">{gift.name || t('gifts.somebody')}</Written>
        <span>{t('gifts.line', { gift: gift.giftName[language], count: gift.count })}</span>
      </span>
      <GiftPicture animation={gift.animation} />
      {/* Another key for another number: each one pops. */}
      {gift.combo > 1 && (
        <em key={gift.combo} className="gift-combo">
          ×{gift.combo}
        </em>
      )}
    </div>
  );
}
