import { useEffect, useRef } from 'react';
import { useWords } from '../app/words.ts';
import './confirm.css';

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** The way out; "Keep" unless told otherwise. */
  readonly keep?: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once more before what cannot be undone. Escape and a click outside keep things as they are. */
export function Confirm({ title, text, action, keep, onConfirm, onClose }: ConfirmProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby="confirm-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <form method="dialog">
        <h2 id="confirm-title">{title}</h2>
        <p>{text}</p>
        <div className="confirm-actions">
          <button type="submit" className="button" autoFocus>
            {keep ?? t('confirm.keep')}
          </button>
          <button type="submit" className="button danger" onClick={onConfirm}>
            {action}
          </button>
        </div>
      </form>
    </dialog>
  );
}
