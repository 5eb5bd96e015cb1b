import { platform } from '../app/platform.ts';
import { ChatClient, ModerationApi, type ChatState } from '@vitrine/core/chat';
import { useEffect, useMemo, useRef, useSyncExternalStore, type RefObject } from 'react';
import { auth, network, useSession } from '../app/services.ts';
import { useSlots } from './slots.ts';

/** A room's talk as a page holds it. */
export interface Talk {
  readonly client: ChatClient;
  readonly state: ChatState;
  /** When the picture that is seen was on air; set by the player. */
  readonly playhead: RefObject<() => Date | null>;
  /** Where a replay's picture is, in milliseconds of the recording; set by the player. */
  readonly position: RefObject<() => number | null>;
}

declare global {
  interface Window {
    /** For whoever proves what a page was shown. */
    vitrineChat?: ChatClient;
  }
}

/** Connects for as long as the page shows the room; whoever signs in or out comes back as who they are then. */
export function useTalk(room: string): Talk {
  const subject = useSession()?.subject ?? null;
  const { items } = useSlots();
  const playhead = useRef<() => Date | null>(() => null);
  const position = useRef<() => number | null>(() => null);
  const client = useMemo(
    () =>
      new ChatClient({
        platform,
        room,
        token: () => auth.token(),
        prove: () => new ModerationApi(network).moderators(room),
        items,
      }),
    // another person is another connection
    [room, subject, items],
  );
  useEffect(() => {
    client.start();
    window.vitrineChat = client;
    return () => {
      client.stop();
      if (window.vitrineChat === client) delete window.vitrineChat;
    };
  }, [client]);
  const state = useSyncExternalStore(client.subscribe, client.snapshot);
  return useMemo(() => ({ client, state, playhead, position }), [client, state]);
}
