import type { GiftShown } from '@vitrine/core/ledger';
import type { CSSProperties } from 'react';
import { useWords } from './texts/index.ts';
import { Written } from '../../ui/Written.tsx';
import { GiftPicture } from './GiftPicture.tsx';

const drops = 16;
const bursts = 6;
const sparks = 14;
/** Spreads what is scattered evenly, without chance: the same gift looks the same to all. */
const golden = 0.618034;
const burstColours = ['#ff4d6d', '#ffd43b', '#4cc9f0', '#b197fc', '#8ce99a', '#ffa94d'];

/** A costly gift over the whole picture: drives, rises or rains, drawn by the style sheet alone. */
export function SpectacleView({ gift }: { gift: GiftShown }) {
  const { t, language } = useWords();
  return (
    <div className="spectacle" data-gift={gift.gift}>
      <Scene gift={gift} />
      <p className="spectacle-told">
        <Written as="b">{gift.name || t('gifts.somebody')}</Written>
        <span>{t('gifts.line', { gift: gift.giftName[language], count: gift.count })}</span>
      </p>
    </div>
  );
}

function Scene({ gift: { animation } }: { gift: GiftShown }) {
  switch (animation) {
    case 'CAR':
      return (
        <div className="scene-car">
          <GiftPicture animation={animation} />
        </div>
      );
    case 'ROCKET':
      return (
        <div className="scene-rocket">
          <GiftPicture animation={animation} />
          <i className="trail" />
        </div>
      );
    case 'CASTLE':
      return (
        <>
          <Fireworks />
          <div className="scene-castle">
            <GiftPicture animation={animation} />
          </div>
        </>
      );
    case 'FIREWORKS':
      return <Fireworks />;
    default:
      return <Rain animation={animation} />;
  }
}

function Rain({ animation }: { animation: string }) {
  return Array.from({ length: drops }, (_, i) => (
    <div key={i} className="drop" style={placed(i, { '--size': 0.7 + ((i * 7) % 5) / 8 })}>
      <GiftPicture animation={animation} />
    </div>
  ));
}

function Fireworks() {
  return Array.from({ length: bursts }, (_, i) => (
    <div key={i} className="burst" style={placed(i, { '--colour': burstColours[i]! })}>
      {Array.from({ length: sparks }, (_, spark) => (
        <i key={spark} style={{ '--turn': `${spark / sparks}turn` } as CSSProperties} />
      ))}
    </div>
  ));
}

/** `--x` and `--y` from 0 to 1, `--i` the number in the row of all. */
function placed(i: number, more: Record<`--${string}`, string | number>): CSSProperties {
  return {
    '--i': i,
    '--x': (i * golden + 0.2) % 1,
    '--y': (i * golden * golden + 0.1) % 1,
    ...more,
  } as CSSProperties;
}
