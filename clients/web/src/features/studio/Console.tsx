import { may, type Room } from '@vitrine/core/rooms';
import { useState } from 'react';
import { failureKey } from '../../app/failures.ts';
import { BrokenPart } from '../../app/LoadBoundary.tsx';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { useSession } from '../../app/services.ts';
import { rooms as api } from '../../live/rooms.ts';
import { useRoom, type WatchedRoom } from '../../live/useRoom.ts';
import { Panels } from '../../live/Panels.tsx';
import { loadSlots, useSlots } from '../../live/slots.ts';
import { useTalk } from '../../live/useTalk.ts';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Failure } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Written } from '../../ui/Written.tsx';
import { ConsoleActions } from './ConsoleActions.tsx';
import { changeOf, draftOf } from './draft.ts';
import { KeyCard } from './KeyCard.tsx';
import { RoomForm } from './RoomForm.tsx';
import { StatusCard } from './StatusCard.tsx';

// At the same time as the room itself.
void loadSlots();

/** One room as its streamer runs it. */
export function Console({ id }: { id: string }) {
  const watched = useRoom(id);
  const { reading } = watched;
  switch (reading.status) {
    case 'loading':
      return <Skeleton kind="room" />;
    case 'missing':
      return <NotFoundPage what="room" />;
    case 'failed':
      return <Failure error={reading.error} retry={watched.refresh} page />;
    case 'found':
      return <OwnRoom room={reading.room} watched={watched} />;
  }
}

function OwnRoom({ room, watched }: { room: Room; watched: WatchedRoom }) {
  const { t } = useWords();
  const session = useSession();
  const [editing, setEditing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { studioPanels, missing } = useSlots();
  const talk = useTalk(room.id);
  const own = session?.subject === room.streamer.id || (session?.roles.includes('operator') ?? false);

  /** Runs a change; a refusal is told and the room read again, since somebody else may have moved it. */
  const attempt = async (change: () => Promise<Room | void>) => {
    setError(null);
    try {
      const changed = await change();
      if (changed) watched.accept(changed);
      else watched.refresh();
    } catch (failure) {
      setError(failure);
      watched.refresh();
    }
  };

  if (editing) {
    return (
      <RoomForm
        heading={t('form.edit')}
        submitLabel={t('form.submit.save')}
        initial={draftOf(room)}
        reschedulable={may.reschedule(room.state)}
        save={async (draft) => {
          const change = changeOf(draft, room);
          const saved = change === null ? null : await api.update(room.id, change);
          if (saved) watched.accept(saved);
          setEditing(false);
          return saved;
        }}
        onDiscard={() => setEditing(false)}
      />
    );
  }
  return (
    <>
      <Link href="/studio" className="studio-back">
        <Icon name="left" /> {t('studio.back')}
      </Link>
      <header className="studio-head">
        <Written as="h1">{room.title}</Written>
        {own && <ConsoleActions room={room} attempt={attempt} onEdit={() => setEditing(true)} />}
      </header>
      {!own && <p className="notice studio-notice">{t('studio.notOwner', { name: room.streamer.name })}</p>}
      {error !== null && (
        <p className="form-fault" role="alert">
          {t(failureKey(error))}
        </p>
      )}
      {missing.length > 0 && <BrokenPart />}
      <div className="console">
        <StatusCard room={room} talk={talk} />
        {own && may.issueKey(room.state) && <KeyCard room={room} onIssued={watched.refresh} />}
        <Panels panels={studioPanels.filter((panel) => own || !panel.ownersOnly)} room={room} talk={talk} />
      </div>
    </>
  );
}
