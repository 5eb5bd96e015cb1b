import { useCallback, useEffect, useState, type RefObject } from 'react';

export interface Fullscreen {
  readonly full: boolean;
  readonly toggle: () => void;
}

/**
 * Full screen for everything in the frame: the picture with its controls, and whatever lies over it. Where a browser knows
 * it for a bare video only (iPhones), nobody asks the browser, and the frame's style sheet fills the page instead.
 */
export function useFullscreen(frame: RefObject<HTMLElement | null>): Fullscreen {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const onChange = () => setFull(frame.current !== null && document.fullscreenElement === frame.current);
    const onEscape = (event: KeyboardEvent) => event.key === 'Escape' && setFull(false);
    document.addEventListener('fullscreenchange', onChange);
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      document.removeEventListener('keydown', onEscape);
    };
  }, [frame]);
  const toggle = useCallback(() => {
    const element = frame.current;
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (element?.requestFullscreen) element.requestFullscreen().catch(() => setFull(false));
    else setFull((now) => !now);
  }, [frame]);
  return { full, toggle };
}
