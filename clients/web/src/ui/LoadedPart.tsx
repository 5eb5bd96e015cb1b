import type { ReactNode } from 'react';
import { failureKey } from '../app/failures.ts';
import { useWords } from '../app/words.ts';
import type { Loaded } from '../app/useLoaded.ts';
import { Failure } from './Message.tsx';
import { Skeleton } from './Skeleton.tsx';
import './document.css';

interface LoadedPartProps<T> {
  readonly loaded: Pick<Loaded<T>, 'value' | 'error' | 'reload'>;
  readonly children: (value: T) => ReactNode;
}

/** A document in every state; one that could not be read again stays, and says so. */
export function LoadedPart<T>({ loaded, children }: LoadedPartProps<T>) {
  const { t } = useWords();
  const { value, error, reload } = loaded;
  if (value === null)
    return error === null ? <Skeleton kind="lines" /> : <Failure error={error} retry={reload} />;
  return (
    <>
      {children(value)}
      {error !== null && (
        <p className="form-fault" role="alert">
          {t(failureKey(error))}
        </p>
      )}
    </>
  );
}
