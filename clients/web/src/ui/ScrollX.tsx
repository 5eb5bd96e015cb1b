import type { ReactNode } from 'react';
import './document.css';

/** What may be wider than a phone; reached by the keyboard, so that it can be scrolled with it. */
export function ScrollX({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
