import { useNow } from '../app/browser.ts';
import { useWords } from '../app/words.ts';

const minuteMillis = 60_000;

/** An instant as text. */
export function useMoment(): (iso: string) => string {
  const { formats } = useWords();
  const now = useNow(minuteMillis);
  return (iso) => formats.dateTime(iso, now);
}

export function Moment({ at }: { at: string }) {
  const moment = useMoment();
  return <time dateTime={at}>{moment(at)}</time>;
}
