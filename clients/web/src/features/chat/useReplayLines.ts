import { emptyView, ReplayChat, shown, type ChatView, type Line } from '@vitrine/core/chat';
import { useEffect, useState } from 'react';
import { platform } from '../../app/platform.ts';
import { useSlots, type InRoomProps } from '../../live/slots.ts';

const lookMillis = 500;
/** A longer step is a seek. */
const longestStepMillis = 3_000;
/** Who comes to a moment by a seek reads what was said this long before it. */
const beforeMillis = 180_000;

/** What was said up to the moment that a replay shows; null when there is no replay. */
export function useReplayLines({ room: { id, state }, talk }: InRoomProps): readonly Line[] | null {
  const { items: kinds } = useSlots();
  const { position, client } = talk;
  const [lines, setLines] = useState<readonly Line[]>([]);
  const replayed = state === 'REPLAY_READY';

  useEffect(() => {
    if (!replayed) return;
    const replay = new ReplayChat(platform, id);
    let view: ChatView = emptyView;
    let until: number | null = null;
    let reading = false;
    let gone = false;

    const show = (next: ChatView) => {
      view = next;
      setLines(view.lines);
    };
    const look = async () => {
      const now = position.current();
      if (now === null || now === until || reading) return;
      const follows = until !== null && now > until && now - until <= longestStepMillis;
      reading = true;
      const found = await replay.between(follows && until !== null ? until : now - beforeMillis, now);
      reading = false;
      if (gone) return;
      until = now;
      show(found.reduce<ChatView>((seen, item) => shown(seen, item, kinds), follows ? view : emptyView));
    };

    const timer = setInterval(() => void look(), lookMillis);
    // What is taken back while somebody watches goes from here as well.
    const stop = client.onAct((act) => show(shown(view, act)));
    return () => {
      gone = true;
      clearInterval(timer);
      stop();
      setLines([]);
    };
  }, [replayed, id, kinds, position, client]);

  return replayed ? lines : null;
}
