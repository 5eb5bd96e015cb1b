import type { Room } from '@vitrine/core/rooms';
import { useState } from 'react';
import { hueOf } from './hue.ts';
import './cover.css';

/** The room's picture, whose host learns nothing of the page that shows it; without one, or when it does not load, colours and the first letter that are the room's own. */
export function Cover({ room }: { room: Room }) {
  const [broken, setBroken] = useState<string | null>(null);
  if (room.coverUrl !== null && room.coverUrl !== broken) {
    const url = room.coverUrl;
    return (
      <img
        className="cover"
        src={url}
        alt=""
        referrerPolicy="no-referrer"
        loading="lazy"
        decoding="async"
        onError={() => setBroken(url)}
      />
    );
  }
  const hue = hueOf(room.id);
  const style = {
    backgroundImage:
      `radial-gradient(120% 90% at 85% 10%, oklch(0.78 0.14 ${(hue + 40) % 360} / 0.9), transparent 60%),` +
      `linear-gradient(150deg, oklch(0.6 0.15 ${hue}), oklch(0.38 0.11 ${(hue + 335) % 360}))`,
  };
  return (
    <div className="cover cover-made" style={style} aria-hidden="true">
      <span>{[...room.title.trim()][0]?.toUpperCase()}</span>
    </div>
  );
}
