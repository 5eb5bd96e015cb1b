import type { Act } from './types.ts';

/** What an act of the log changed, as far as this client knows to tell it. */
export type Change =
  | { readonly kind: 'until'; readonly at: string }
  | { readonly kind: 'slowMode'; readonly seconds: number }
  | { readonly kind: 'followersOnly'; readonly on: boolean }
  /** Null: it was taken down. */
  | { readonly kind: 'notice'; readonly text: string | null }
  | { readonly kind: 'words'; readonly added: number; readonly removed: number };

/** The log tells changes in the words of whoever runs it (`Act.detail`); what is in no known form tells a reader nothing. */
export function changesOf({ detail }: Pick<Act, 'detail'>): readonly Change[] {
  if (detail === null) return [];
  const until = /^until (\S+)$/.exec(detail);
  if (until !== null) return Number.isNaN(Date.parse(until[1]!)) ? [] : [{ kind: 'until', at: until[1]! }];
  const words = /^(\d+) added, (\d+) removed$/.exec(detail);
  if (words !== null) return [{ kind: 'words', added: Number(words[1]), removed: Number(words[2]) }];
  return policyChanges(detail);
}

/** In their order; a notice comes last and may hold anything. */
const policy =
  /^(?:slowModeSeconds \d+ -> (?<seconds>\d+)(?:, |$))?(?:followersOnly (?:true|false) -> (?<followers>true|false)(?:, |$))?(?:notice (?:"(?<notice>.*)"|(?<down>taken down)))?$/s;

function policyChanges(detail: string): readonly Change[] {
  const { seconds, followers, notice, down } = policy.exec(detail)?.groups ?? {};
  const changes: Change[] = [];
  if (seconds !== undefined) changes.push({ kind: 'slowMode', seconds: Number(seconds) });
  if (followers !== undefined) changes.push({ kind: 'followersOnly', on: followers === 'true' });
  if (notice !== undefined) changes.push({ kind: 'notice', text: notice });
  if (down !== undefined) changes.push({ kind: 'notice', text: null });
  return changes;
}

interface Named {
  readonly viewer: string;
  readonly name: string;
}

/** What rooms call people, by whoever of them is known to the page: the log itself names nobody whom an act concerned. */
export function namesIn(...lists: readonly (readonly Named[])[]): ReadonlyMap<string, string> {
  return new Map(
    lists
      .flat()
      .filter(({ name }) => name !== '')
      .map(({ viewer, name }) => [viewer, name]),
  );
}
