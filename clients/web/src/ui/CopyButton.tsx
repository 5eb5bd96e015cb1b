import { useEffect, useState } from 'react';
import { useWords } from '../app/words.ts';
import { Icon } from './Icon.tsx';

const thanksMillis = 2_000;

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly what?: string;
  readonly icon?: 'copy' | 'link';
  readonly done?: string;
}

export function CopyButton({ text, label, what, done, icon = 'copy' }: CopyButtonProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), thanksMillis);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className="button small"
      aria-label={what === undefined ? undefined : `${label}: ${what}`}
      onClick={() => void copy(text).then(setCopied)}
    >
      <Icon name={copied ? 'check' : icon} />
      <span aria-live="polite">{copied ? (done ?? t('copy.done')) : label}</span>
    </button>
  );
}

/** The clipboard of a page that is not served securely is closed; a hidden field still copies there. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
