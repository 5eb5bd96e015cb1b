import { useEffect, useState, type RefObject } from 'react';

const idleMillis = 2_800;

/** True when neither pointer nor key has moved in the element for a while: time for the controls to step aside. */
export function useIdle(element: RefObject<HTMLElement | null>): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const stir = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), idleMillis);
    };
    const events = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
    for (const name of events) target.addEventListener(name, stir);
    stir();
    return () => {
      clearTimeout(timer);
      for (const name of events) target.removeEventListener(name, stir);
    };
  }, [element]);
  return idle;
}
