import type { Engine } from './engine.ts';

export interface KeyActions {
  readonly engine: Engine;
  readonly stage: HTMLElement | null;
  readonly fullscreen: () => void;
  readonly stats: () => void;
}

const seekSeconds = 5;
const volumeStep = 0.1;

/**
 * The keys of the player. True when the key was ours. Space on a focused control stays the control's, and the arrows that
 * scroll a page are ours only while the focus is in the player.
 */
export function pressKey(event: KeyboardEvent, { engine, stage, fullscreen, stats }: KeyActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  const onControl =
    event.target instanceof HTMLElement && event.target.closest('button, a, [role="slider"]') !== null;
  const inside = document.fullscreenElement !== null || (stage?.contains(document.activeElement) ?? false);
  const atRest = document.activeElement === document.body || document.activeElement?.id === 'content';
  switch (event.key) {
    case ' ':
      if (onControl || !(inside || atRest)) return false;
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
      if (!inside && !atRest) return false;
      engine.seek(engine.state.time + (event.key === 'ArrowLeft' ? -seekSeconds : seekSeconds));
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      if (!inside) return false;
      engine.setVolume(engine.state.volume + (event.key === 'ArrowUp' ? volumeStep : -volumeStep));
      return true;
    default:
      return false;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"]') !== null;
}
