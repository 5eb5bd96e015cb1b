import type { Role } from '../generated/roles.ts';
import type { Ended, Session } from '../session.ts';

export type { Role };

/** Where identity comes from. */
export interface Auth {
  /** The session as it is now, and its changes. */
  current(): Session | null;
  /** Whose session ended by itself, until somebody signs in or puts it aside. */
  ended(): Ended | null;
  putAside(): void;
  subscribe(listener: () => void): () => void;
  /** A token that is good for the next request, renewed if need be; null when nobody is signed in. */
  token(): Promise<string | null>;
  /** The server does not take this token: the session that has it is over. */
  refused(token: string): void;
  /** How somebody signs in here. */
  way(): Promise<SignInWay>;
  signOut(): Promise<void>;
}

/** An issuer that believes a name, or one that has pages of its own to which the client goes and comes back. */
export type SignInWay =
  | {
      readonly kind: 'name';
      /** Who wants no more than to watch, talk and give is a viewer. */
      signIn(name: string, roles?: readonly string[]): Promise<void>;
    }
  | {
      readonly kind: 'redirect';
      /** Leaves this page. `returnTo` is a path of ours. */
      signIn(returnTo: string): Promise<void>;
      /**
       * Takes what the issuer brought back, and answers where to go on. Never twice: what is no answer to a question of
       * this window leads home who is signed in, and throws for others.
       */
      finish(answer: Readonly<Record<string, string>>): Promise<string>;
    };
