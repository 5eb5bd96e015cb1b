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
  /** The page says nothing else: this is its title. */
  readonly page?: boolean;
}

/** A page or a section that has nothing else to show: empty, missing or failed. */
export function Message({ icon, title, text, children, alert = false, page = false }: MessageProps) {
  const Title = page ? 'h1' : 'h2';
  return (
    <div className="message" role={alert ? 'alert' : undefined}>
      <span className="message-icon">
        <Icon name={icon} />
      </span>
      <Title>{title}</Title>
      <p>{text}</p>
      {children && <div className="message-actions">{children}</div>}
    </div>
  );
}

interface FailureProps {
  readonly error: unknown;
  readonly retry: () => void;
  readonly page?: boolean;
}

export function Failure({ error, retry, page = false }: FailureProps) {
  const { t } = useWords();
  return (
    <Message icon="offline" title={t('error.title')} text={t(failureKey(error))} alert page={page}>
      <button type="button" className="button primary" onClick={retry}>
        {t('error.retry')}
      </button>
    </Message>
  );
}
