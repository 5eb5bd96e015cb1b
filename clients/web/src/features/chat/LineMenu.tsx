import type { ChatSelf, Danmaku, NewSanction } from '@vitrine/core/chat';
import { useEffect, useRef, useState } from 'react';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { moderation } from './moderation.ts';
import { Written } from '../../ui/Written.tsx';
import '../../ui/confirm.css';

/** The line that somebody who keeps order has chosen. */
export interface Chosen {
  readonly seq: number;
  readonly by: Danmaku['by'];
  readonly text: string;
  readonly own: boolean;
}

interface MenuProps {
  readonly chosen: Chosen;
  readonly room: string;
  readonly self: ChatSelf | null;
  readonly onClose: () => void;
}

const mutes = [60, 600, 3_600, 86_400] as const;

/** What can be done about a message and who said it; each act needs a reason, which the audit keeps. */
export function LineMenu({ chosen, room, self, onClose }: MenuProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const why = reason.trim() || t('chat.reason.usual');
  const { viewer } = chosen.by;
  const above = !chosen.own && chosen.by.role !== 'STREAMER' && chosen.by.role !== 'OPERATOR';
  const appoints = self?.role === 'STREAMER' || self?.role === 'OPERATOR';
  useEffect(() => dialog.current?.showModal(), []);

  const attempt = async (act: () => Promise<unknown>) => {
    setError(null);
    try {
      await act();
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  const sanction = (wanted: Omit<NewSanction, 'reason'>) =>
    attempt(() => moderation.sanction(room, viewer, { ...wanted, reason: why }));

  return (
    <dialog
      ref={dialog}
      className="confirm chat-menu"
      aria-labelledby="chat-menu-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <Written as="h2" id="chat-menu-title">
        {chosen.by.name}
      </Written>
      <Written as="blockquote">{chosen.text}</Written>
      <label>
        {t('chat.reason')}
        <input
          dir="auto"
          value={reason}
          maxLength={200}
          placeholder={t('chat.reason.usual')}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {error !== null && (
        <p className="form-fault" role="alert">
          {t(failureKey(error))}
        </p>
      )}
      <div className="chat-acts">
        <button
          type="button"
          className="button"
          data-act="delete"
          onClick={() => void attempt(() => moderation.deleteMessage(room, chosen.seq, why))}
        >
          {t('chat.delete')}
        </button>
        {above && (
          <>
            {mutes.map((seconds) => (
              <button
                key={seconds}
                type="button"
                className="button"
                data-act={`mute-${seconds}`}
                onClick={() => void sanction({ kind: 'MUTE', seconds })}
              >
                {t(`chat.mute.${seconds}`)}
              </button>
            ))}
            <button
              type="button"
              className="button danger"
              data-act="ban"
              onClick={() => void sanction({ kind: 'BAN' })}
            >
              {t('chat.ban')}
            </button>
          </>
        )}
        {above && appoints && chosen.by.role === 'VIEWER' && (
          <button
            type="button"
            className="button"
            data-act="appoint"
            onClick={() => void attempt(() => moderation.appoint(room, viewer))}
          >
            {t('chat.appoint')}
          </button>
        )}
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {t('chat.cancel')}
        </button>
      </div>
    </dialog>
  );
}
