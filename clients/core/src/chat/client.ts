import { backoffMillis, type Backoff } from '../backoff.ts';
import type { ItemKind, ItemKinds } from '../item.ts';
import type { Platform, Socket } from '../platform.ts';
import { Problem } from '../problem.ts';
import { Cursor } from './cursor.ts';
import { SegmentReader } from './segments.ts';
import {
  isShown,
  type Batch,
  type ChatItem,
  type Danmaku,
  type DanmakuColour,
  type DanmakuPosition,
  type FromServer,
  type Joined,
  type Lane,
  type ModerationItem,
  type OwnItem,
  type Reply,
} from './types.ts';
import { emptyView, shown, type ChatView } from './view.ts';

export interface ChatOptions {
  readonly platform: Pick<Platform, 'baseUrl' | 'openSocket' | 'send'>;
  readonly room: string;
  /** What other capabilities show in the room, by what the items call it; others are not shown. */
  readonly items?: ItemKinds;
  /** Null for a guest. */
  readonly token: () => Promise<string | null>;
  /**
   * Asks the API whether it takes the token: a browser is not told why a socket was refused. What the answer means for the
   * session is decided where all answers are (`Network`).
   */
  readonly prove?: () => Promise<unknown>;
  readonly now?: () => number;
  readonly random?: () => number;
  readonly id?: () => string;
}

export type Connection = 'connecting' | 'open' | 'lost' | 'closed';

export interface Utterance {
  readonly text: string;
  readonly colour?: DanmakuColour;
  readonly position?: DanmakuPosition;
  /** When the picture that the speaker sees was on air. */
  readonly playhead?: string;
}

export interface ChatState extends ChatView {
  readonly connection: Connection;
  readonly lane: Lane;
}

const reconnect: Backoff = { firstMillis: 500, maxMillis: 15_000 };
const likeMillis = 1_000;
const mostLikes = 50;
/** An answer that stays away so long is asked for again, under the same id. */
const answerMillis = 5_000;
const firstPingSeconds = 20;

/** Who listens to one kind of item. */
interface Hearer {
  readonly kind: string;
  readonly hear: (body: unknown, ends: boolean) => void;
  /** Ends what the hearer still believes to stand; does nothing when nothing does. */
  readonly forget: () => void;
}

interface Waiting {
  readonly message: string;
  readonly settle: (reply: Reply) => void;
  /** Whether it was refused as a guest's, and is sent again by a connection that knows who speaks. */
  again: boolean;
  timer: ReturnType<typeof setTimeout> | null;
}

/**
 * One reader's connection to a room's talk: follows both lanes by the cursor rule, comes back after a loss without gap or
 * repeat, and says each message once however often it has to be sent.
 */
export class ChatClient {
  private state: ChatState = { ...emptyView, connection: 'connecting', lane: 'A' };
  private readonly cursor = new Cursor();
  private socket: Socket | null = null;
  private segments: SegmentReader | null = null;
  private failures = 0;
  private everJoined = false;
  /** The token of the connection; null when it is a guest's. */
  private token: string | null = null;
  /** The API took this token: a socket that is refused is so for another reason. */
  private proven: string | null = null;
  private proving = false;
  private joining = '';
  private untoldLikes = 0;
  private counter = 0;
  private readonly waiting = new Map<string, Waiting>();
  private readonly listeners = new Set<() => void>();
  private readonly hearers = new Set<(danmaku: Danmaku) => void>();
  private readonly actHearers = new Set<(act: ModerationItem) => void>();
  private readonly itemHearers = new Set<Hearer>();
  /** Numbers of what others showed: what not everybody hears does not follow the cursor, and may come twice. */
  private readonly shownNumbers = new Set<number>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private pinger: ReturnType<typeof setInterval> | null = null;
  /** Numbers of what was shown, for whoever proves that there is no gap and no repeat. */
  readonly log: number[] = [];

  constructor(private readonly options: ChatOptions) {}

  start(): void {
    void this.connect();
  }

  stop(): void {
    this.patch({ connection: 'closed' });
    this.segments?.stop();
    this.timers.forEach(clearTimeout);
    if (this.pinger !== null) clearInterval(this.pinger);
    this.waiting.forEach(({ timer }) => timer !== null && clearTimeout(timer));
    this.waiting.clear();
    this.socket?.close();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): ChatState => this.state;

  /** Hears of each danmaku that is new on this page, as it comes. */
  onDanmaku(hearer: (danmaku: Danmaku) => void): () => void {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  }

  /** Hears of each act of those who keep order that is new on this page, as it comes. */
  onAct(hearer: (act: ModerationItem) => void): () => void {
    this.actHearers.add(hearer);
    return () => this.actHearers.delete(hearer);
  }

  /**
   * Hears of each item of one kind that is new on this page, as it comes; of what stands in the room, whenever the page
   * enters it; and whether it ends what stood. What stood and is there no more when the page comes back ends with the
   * body that was heard last.
   */
  onItem<T>({ name, accepts, stands }: ItemKind<T>, hear: (body: T, ends: boolean) => void): () => void {
    let standing: { readonly body: T } | null = null;
    const hearer: Hearer = {
      kind: name,
      hear(body, ends) {
        if (!accepts(body)) return;
        standing = stands === true && !ends ? { body } : null;
        hear(body, ends);
      },
      forget() {
        if (standing !== null) hearer.hear(standing.body, true);
      },
    };
    this.itemHearers.add(hearer);
    return () => this.itemHearers.delete(hearer);
  }

  get position(): { cursor: number; lane: Lane } {
    return { cursor: this.cursor.value, lane: this.state.lane };
  }

  /** Resolves with the room's answer, however long the connection takes. */
  say(utterance: Utterance): Promise<Reply> {
    return new Promise((settle) => {
      const id = this.newId();
      const message = JSON.stringify({ action: 'say', id, ...utterance });
      this.waiting.set(id, { message, settle, again: false, timer: null });
      if (this.state.connection === 'open') this.send(id);
    });
  }

  /** Taps are told once a second. */
  like(): void {
    this.patch({ likes: this.state.likes + 1 });
    this.untoldLikes++;
    if (this.untoldLikes === 1) this.later(likeMillis, () => this.tellLikes());
  }

  private tellLikes(): void {
    const count = Math.min(mostLikes, this.untoldLikes);
    this.untoldLikes = 0;
    if (this.state.connection === 'open') this.socket?.send(JSON.stringify({ action: 'like', count }));
  }

  private async connect(): Promise<void> {
    const token = await this.options.token().catch(() => null);
    if (this.closed()) return;
    const protocols = token === null ? ['vitrine.v1'] : ['vitrine.v1', `bearer.${token}`];
    const { platform } = this.options;
    const socket = platform.openSocket(`${platform.baseUrl.replace(/^http/, 'ws')}/v1/sockets`, protocols);
    this.socket = socket;
    this.token = token;
    let opened = false;
    socket.onopen = () => {
      opened = true;
      this.join();
    };
    socket.onmessage = ({ data }) => this.take(String(data));
    socket.onclose = () => {
      if (!opened && socket === this.socket && !this.closed()) void this.prove(token);
      this.lost(socket);
    };
  }

  private async prove(token: string | null): Promise<void> {
    if (token === null || token === this.proven || this.proving) return;
    this.proving = true;
    try {
      await this.options.prove?.();
      this.proven = token;
    } catch (failure) {
      // An answer, whatever it says of the room: had the token been refused, the session would be over.
      if (failure instanceof Problem) this.proven = token;
    } finally {
      this.proving = false;
    }
  }

  private closed(): boolean {
    return this.state.connection === 'closed';
  }

  private lost(socket: Socket): void {
    if (socket !== this.socket || this.closed()) return;
    this.socket = null;
    this.failures++;
    if (this.pinger !== null) clearInterval(this.pinger);
    this.patch({ connection: 'lost' });
    this.later(backoffMillis(reconnect, this.failures, this.options.random), () => void this.connect());
  }

  private join(): void {
    const after = this.everJoined ? { after: this.cursor.value } : {};
    const { room } = this.options;
    this.joining = this.newId();
    this.socket?.send(JSON.stringify({ action: 'join', id: this.joining, room, ...after }));
  }

  private take(text: string): void {
    const message = JSON.parse(text) as FromServer;
    switch (message.type) {
      case 'joined':
        return this.joined(message);
      case 'batch':
        // A room that went back to lane A serves sockets at once; whoever still reads segments is not there yet.
        if (this.segments === null) this.follow(message);
        return;
      case 'private':
        return this.show(
          message.items.filter(({ seq }) => !this.shownNumbers.has(seq)),
          true,
        );
      case 'reply':
        return this.settle(message);
      case 'pong':
        return this.patch({ viewers: message.viewers });
      case 'error':
        return this.refused(message.rule);
    }
  }

  private joined(message: Joined): void {
    this.failures = 0;
    this.everJoined = true;
    const { self, policy, viewers, likes, lane } = message;
    const kept = message.reset ? { ...emptyView } : this.state;
    // The room may have begun to count anew: a number that was shown before says nothing of what comes.
    if (message.reset) this.shownNumbers.clear();
    this.state = { ...this.state, ...kept, self, policy, viewers, likes, connection: 'open' };
    const isNew = ({ seq }: ChatItem) => seq > this.cursor.value && !this.shownNumbers.has(seq);
    const fresh = message.items.filter((item) => message.reset || isNew(item));
    this.cursor.moveTo(Math.max(message.reset ? 0 : this.cursor.value, message.cursor));
    this.show(fresh, !message.reset);
    // After what was missed, which may hold what stood before.
    this.stand(message.standing ?? []);
    this.patch({ lane });
    this.ping(message.pingSeconds);
    // Where to read on is the room's word: it may have been in the other lane and back while nobody told this page.
    if (lane === 'B' && message.segments) this.readSegments(message.segments);
    else this.leaveSegments();
    if (message.more) this.join();
    this.waiting.forEach((_, id) => this.send(id));
  }

  /** One batch, of either lane. A gap is filled by joining again from the cursor. */
  private follow(batch: Batch): void {
    const taken = this.cursor.take(batch);
    if (taken.kind === 'gap') this.join();
    if (taken.kind === 'new') this.show(taken.items, true);
  }

  private show(items: readonly ChatItem[], live: boolean): void {
    this.patch(items.reduce<ChatView>((view, item) => shown(view, item, this.options.items), this.state));
    for (const item of items) {
      this.log.push(item.seq);
      if (isShown(item)) {
        this.shownNumbers.add(item.seq);
        if (live) this.tellHearers(item.kind, item.body, item.ends === true);
      } else {
        if (live && item.kind === 'danmaku') this.hearers.forEach((hear) => hear(item));
        if (live && item.kind === 'moderation') this.actHearers.forEach((hear) => hear(item));
        if (item.kind === 'lane') this.changeLane(item);
      }
    }
  }

  /** The room's word replaces what its hearers held: its end may have been among what was missed. */
  private stand(standing: NonNullable<Joined['standing']>): void {
    const kinds = new Set(standing.map(({ kind }) => kind));
    this.itemHearers.forEach(({ kind, forget }) => !kinds.has(kind) && forget());
    standing.forEach(({ kind, body }) => this.tellHearers(kind, body, false));
  }

  private tellHearers(kind: string, body: unknown, ends: boolean): void {
    for (const hearer of this.itemHearers) if (hearer.kind === kind) hearer.hear(body, ends);
  }

  private changeLane({ lane, segments }: Extract<OwnItem, { kind: 'lane' }>): void {
    this.patch({ lane });
    if (lane === 'B' && segments) this.readSegments(segments);
    if (lane === 'A' && this.segments !== null) {
      this.leaveSegments();
      this.join();
    }
  }

  private readSegments(segments: NonNullable<Joined['segments']>): void {
    this.leaveSegments();
    this.segments = new SegmentReader(
      segments,
      (segment) => {
        this.patch({ viewers: segment.viewers, likes: Math.max(this.state.likes, segment.likes) });
        this.follow(segment);
      },
      () => {
        this.leaveSegments();
        this.join();
      },
      this.options,
    );
    this.segments.start();
  }

  private leaveSegments(): void {
    this.segments?.stop();
    this.segments = null;
  }

  private ping(seconds: number): void {
    if (this.pinger !== null) clearInterval(this.pinger);
    const beat = () => this.socket?.send(JSON.stringify({ action: 'ping' }));
    this.pinger = setInterval(beat, (seconds || firstPingSeconds) * 1_000);
  }

  private send(id: string): void {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    if (waiting.timer !== null) clearTimeout(waiting.timer);
    this.socket?.send(waiting.message);
    waiting.timer = setTimeout(() => this.state.connection === 'open' && this.send(id), answerMillis);
  }

  private settle(reply: Reply): void {
    // The room cannot be entered now: as a connection that was lost.
    if (reply.id === this.joining) return this.socket?.close();
    const waiting = this.waiting.get(reply.id);
    if (waiting === undefined || reply.rule === 'UNAVAILABLE') return;
    if (reply.rule === 'GUEST' && this.token !== null && !waiting.again) {
      waiting.again = true;
      return this.refused(reply.rule);
    }
    if (reply.rule === 'BANNED') this.refused(reply.rule);
    if (waiting.timer !== null) clearTimeout(waiting.timer);
    this.waiting.delete(reply.id);
    waiting.settle(reply);
  }

  /** What a refusal tells of who was refused. */
  private refused(rule: Reply['rule']): void {
    if (rule === 'BANNED') this.patch({ banned: true });
    // The token that the connection began with has had its time: the next one brings its successor.
    if (rule === 'GUEST' && this.token !== null) this.socket?.close();
  }

  private newId(): string {
    return (
      this.options.id?.() ??
      `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}-${this.counter++}`
    );
  }

  private later(millis: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (!this.closed()) work();
    }, millis);
    this.timers.add(timer);
  }

  private patch(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
