import { newId } from '../../app/services.ts';
import type { Room, StreamKey } from '@vitrine/core/rooms';
import { useRef, useState } from 'react';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { rooms as api } from '../../live/rooms.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { EncoderHelp } from './EncoderHelp.tsx';
import { ingestOf, keepIngest } from './ingest.ts';

/**
 * Issues the stream key and shows it, this once: it lives in this component only and is gone with it. Where to push, and
 * how, stays.
 */
export function KeyCard({ room, onIssued }: { room: Room; onIssued: () => void }) {
  const { t } = useWords();
  const [key, setKey] = useState<StreamKey | null>(null);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // Kept until it is answered, so that a repeated press cannot issue two keys and show the dead one.
  const intent = useRef<string | null>(null);
  const ingestUrl = key?.ingestUrl ?? ingestOf(room.id);
  const hadKey = key !== null || room.state !== 'SCHEDULED';

  const issue = async () => {
    intent.current ??= newId();
    setBusy(true);
    setError(null);
    try {
      const issued = await api.issueKey(room.id, intent.current);
      keepIngest(room.id, issued.ingestUrl);
      setKey(issued);
      intent.current = null;
      onIssued();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="panel stacked" aria-labelledby="key-title">
      <h2 id="key-title">{t('console.key.title')}</h2>
      {key === null && <p>{t(hadKey ? 'console.key.gone' : 'console.key.text')}</p>}
      {key !== null && <p className="secret-note">{t('console.key.once')}</p>}
      {hadKey && ingestUrl !== null && <Secret ingestUrl={ingestUrl} streamKey={key?.streamKey ?? null} />}
      {error !== null && (
        <p className="form-fault" role="alert">
          {t(failureKey(error))}
        </p>
      )}
      <button
        type="button"
        className={key === null ? 'button primary' : 'button'}
        disabled={busy}
        onClick={() => (hadKey ? setAsking(true) : void issue())}
      >
        <Icon name="key" /> {t(hadKey ? 'console.key.rotate' : 'console.key.get')}
      </button>
      {hadKey && <EncoderHelp ingestUrl={ingestUrl} streamKey={key?.streamKey ?? null} />}
      {asking && (
        <Confirm
          title={t('console.key.rotate.confirm.title')}
          text={t('console.key.rotate.confirm.text')}
          action={t('console.key.rotate')}
          onConfirm={() => void issue()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

function Secret({ ingestUrl, streamKey }: { ingestUrl: string; streamKey: string | null }) {
  const { t } = useWords();
  return (
    <div className="secret">
      <dl>
        <dt>{t('console.key.server')}</dt>
        <dd>
          <code>{ingestUrl}</code>
          <CopyButton text={ingestUrl} label={t('console.copy')} what={t('console.key.server')} />
        </dd>
        {streamKey !== null && <Key streamKey={streamKey} />}
      </dl>
    </div>
  );
}

function Key({ streamKey }: { streamKey: string }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <>
      <dt>{t('console.key.key')}</dt>
      <dd>
        <code data-testid="stream-key">{shown ? streamKey : '•'.repeat(24)}</code>
        <button type="button" className="button small" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'console.key.hide' : 'console.key.show')}
        </button>
        <CopyButton text={streamKey} label={t('console.copy')} what={t('console.key.key')} />
      </dd>
    </>
  );
}
