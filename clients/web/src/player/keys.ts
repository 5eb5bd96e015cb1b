import type { Engine } from './engine.ts';

export interface KeyActions {
  readonly engine: Engine;
  readonly fullscreen: () => void;
  readonly stats: () => void;
}

const seekSeconds = 5;
const volumeStep = 0.1;

/** The keys of the player. True when the key was ours. Space on a focused control stays the control's. */
export function pressKey(event: KeyboardEvent, { engine, fullscreen, stats }: KeyActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  const onControl =
    event.target instanceof HTMLElement && event.target.closest('button, a, [role="slider"]') !== null;
  switch (event.key) {
    case ' ':
      if (onControl) return false;
      engine.toggle();
      return true;
    case 'k':
      engine.toggle();
      return true;
    case 'm':
      engine.setMuted(!engine.state.muted);
      return true;
    case 'f':
      fullscreen();
      return true;
    case 'l':
      if (engine.source.live) engine.goLive();
      return engine.source.live;
    case 'i':
      stats();
      return true;
    case 'ArrowLeft':
    case 'ArrowRight':
      engine.seek(engine.state.time + (event.key === 'ArrowLeft' ? -seekSeconds : seekSeconds));
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      engine.setVolume(engine.state.volume + (event.key === 'ArrowUp' ? volumeStep : -volumeStep));
      return true;
    default:
      return false;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"]') !== null;
}
