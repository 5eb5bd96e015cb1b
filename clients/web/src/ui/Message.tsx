import type { ReactNode } from 'react';
import { failureKey } from '../app/failures.ts';
import { useWords } from '../app/words.ts';
import { Icon, type IconName } from './Icon.tsx';
import './message.css';

interface MessageProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
  readonly alert?: boolean;
}

/** A page or a section that has nothing else to show: empty, missing or failed. */
export function Message({ icon, title, text, children, alert = false }: MessageProps) {
  return (
    <div className="message" role={alert ? 'alert' : undefined}>
      <span className="message-icon">
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className="message-actions">{children}</div>}
    </div>
  );
}

export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useWords();
  return (
    <Message icon="offline" title={t('error.title')} text={t(failureKey(error))} alert>
      <button type="button" className="button primary" onClick={retry}>
        {t('error.retry')}
      </button>
    </Message>
  );
}
