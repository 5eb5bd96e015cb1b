import { useCallback, useEffect, useState, type RefObject } from 'react';

type IPhoneVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

/** Full screen for the whole stage, controls included; iPhones only know it for the bare video. */
export function useFullscreen(
  stage: RefObject<HTMLElement | null>,
  video: RefObject<HTMLVideoElement | null>,
) {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const listener = () => setFull(document.fullscreenElement === stage.current && stage.current !== null);
    document.addEventListener('fullscreenchange', listener);
    return () => document.removeEventListener('fullscreenchange', listener);
  }, [stage]);
  const toggle = useCallback(() => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (stage.current?.requestFullscreen) stage.current.requestFullscreen().catch(() => setFull(false));
    else (video.current as IPhoneVideo | null)?.webkitEnterFullscreen?.();
  }, [stage, video]);
  return { full, toggle };
}
