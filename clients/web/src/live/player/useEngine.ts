import type { Protocol, Source } from '@vitrine/core/rooms';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { Engine } from './engine.ts';
import { initialState, type PlayerState } from './state.ts';

/** Plays a source in the video for as long as both stay. A change of delivery continues a replay where it was. */
export function useEngine(
  video: RefObject<HTMLVideoElement | null>,
  { live, hls, dash }: Source,
  protocol: Protocol,
  contentId: string,
): [Engine | null, PlayerState] {
  const [engine, setEngine] = useState<Engine | null>(null);
  const position = useRef<number | null>(null);

  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    const opened = new Engine(element, { live, hls, dash }, protocol, contentId, position.current);
    setEngine(opened);
    // The one before must have let go of the element.
    const turn = leaving.get(element) ?? Promise.resolve();
    void turn.then(() => opened.open());
    return () => {
      position.current = live ? null : element.currentTime;
      leaving.set(element, opened.close());
    };
  }, [video, live, hls, dash, protocol, contentId]);

  const subscribe = useCallback((listener: () => void) => engine?.subscribe(listener) ?? noop, [engine]);
  const state = useSyncExternalStore(subscribe, () => engine?.snapshot() ?? initialState);
  return [engine, state];
}

const leaving = new WeakMap<HTMLVideoElement, Promise<void>>();
const noop = () => undefined;
