import { newId } from '../../app/services.ts';
import { useRef } from 'react';
import { useWords } from './texts/index.ts';
import { navigate } from '../../app/router.tsx';
import { rooms as api } from '../../live/rooms.ts';
import { emptyDraft, newRoomOf, type Draft } from './draft.ts';
import { RoomForm } from './RoomForm.tsx';

export function CreateRoom() {
  const { t } = useWords();
  const intent = useRef<{ content: string; key: string } | null>(null);

  const save = async (draft: Draft) => {
    const room = newRoomOf(draft);
    const content = JSON.stringify(room);
    // The same form sent again is the same intent; an edited one is another.
    if (intent.current?.content !== content) intent.current = { content, key: newId() };
    const created = await api.create(room, intent.current.key);
    navigate(`/studio/rooms/${created.id}`, 'replace');
    return created;
  };

  return (
    <RoomForm
      heading={t('form.create')}
      submitLabel={t('form.submit.create')}
      initial={emptyDraft}
      reschedulable
      save={save}
      onDiscard={() => navigate('/studio')}
    />
  );
}
