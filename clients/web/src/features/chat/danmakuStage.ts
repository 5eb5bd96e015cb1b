import type { Danmaku, DanmakuColour } from '@vitrine/core/chat';
import Flight from 'danmaku';
import type { DanmakuSettings } from './danmakuSettings.ts';

/** What lets danmaku fly over a picture; the library behind it is named here alone. */
export interface DanmakuStage {
  fly(danmaku: Danmaku, own: boolean): void;
  settle(settings: DanmakuSettings): void;
  clear(): void;
  resize(): void;
  close(): void;
}

const colours: Record<DanmakuColour, string> = {
  WHITE: '#ffffff',
  RED: '#ff6b6b',
  ORANGE: '#ffa94d',
  YELLOW: '#ffe066',
  GREEN: '#8ce99a',
  CYAN: '#66d9e8',
  BLUE: '#74c0fc',
  PURPLE: '#b197fc',
  PINK: '#faa2c1',
};

const modes = { SCROLL: 'rtl', TOP: 'top', BOTTOM: 'bottom' } as const;
const usualPixels = 22;
/** Lines that fly at once when they may not overlap: 12 rows of a 720p picture, five in each. */
const most = 60;

export function danmakuStage(container: HTMLElement): DanmakuStage {
  const flight = new Flight({ container, engine: 'dom' });
  let pixels = usualPixels;
  let dense = false;
  return {
    fly({ text, colour, position }, own) {
      if (!dense && container.querySelectorAll('[data-danmaku]').length >= most) return;
      flight.emit({
        mode: modes[position],
        render() {
          const line = document.createElement('div');
          line.dataset.danmaku = '';
          line.dir = 'auto';
          line.textContent = text;
          line.className = own ? 'danmaku own' : 'danmaku';
          line.style.fontSize = `${pixels}px`;
          line.style.color = colours[colour];
          return line;
        },
      });
    },
    settle(settings) {
      pixels = Math.round((usualPixels * settings.size) / 100);
      dense = settings.dense;
      flight.speed = settings.speed;
      container.style.opacity = String(settings.opacity / 100);
      container.style.height = `${settings.area}%`;
      if (settings.shown) flight.show();
      else flight.hide();
      flight.resize();
    },
    clear: () => void flight.clear(),
    resize: () => void flight.resize(),
    close: () => void flight.destroy(),
  };
}
