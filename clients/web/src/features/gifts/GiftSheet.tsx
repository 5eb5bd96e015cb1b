import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from './texts/index.ts';
import { Icon } from '../../ui/Icon.tsx';

interface GiftSheetProps {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A part of the talk's panel, a sheet from below on a phone. The show goes on beside it: nothing is locked. */
export function GiftSheet({ title, aside, onClose, children }: GiftSheetProps) {
  const { t } = useWords();
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.focus({ preventScroll: true }), []);
  return (
    <section
      ref={sheet}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      className="gift-sheet"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className="gift-sheet-head">
        <h3>{title}</h3>
        {aside}
        <button type="button" className="gift-close" aria-label={t('gifts.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </section>
  );
}
