import { Component, type ReactNode } from 'react';
import { Message } from '../ui/Message.tsx';
import { useWords } from './words.ts';

interface LoadBoundaryProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Shows something else for a part that could not be loaded, or that broke while it was drawn. */
export class LoadBoundary extends Component<LoadBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}

/** The page at this address could not be loaded: all that helps is to load everything anew. */
export function BrokenPage() {
  const { t } = useWords();
  return (
    <div className="page">
      <Message icon="offline" title={t('error.title')} text={t('error.notLoaded')} alert page>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          {t('error.retry')}
        </button>
      </Message>
    </div>
  );
}

/** The same of a part of a page: the rest of the page goes on. */
export function BrokenPart() {
  const { t } = useWords();
  return (
    <p className="notice" role="alert">
      {t('error.notLoaded')}{' '}
      <button type="button" className="button small" onClick={() => window.location.reload()}>
        {t('error.retry')}
      </button>
    </p>
  );
}
