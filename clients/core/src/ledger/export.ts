import { beginOfDay, endOfDay } from './house.ts';

/** What the entries of a period can be downloaded as. */
export const exportForms = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;
export type ExportForm = keyof typeof exportForms;

/** The most transfers, or gifts, that the contract gives at once. */
export const rowsPerExportPage = 1_000;
/** A page holds a few hundred kB, and all of them wait in memory until the file is whole. */
export const mostExportPages = 100;
/** A period must be over for a minute; the other minute is for clocks that differ. */
export const exportMarginMillis = 120_000;

/** Two instants, the second excluded; or two days, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface ExportPage {
  readonly text: string;
  /** The cursor of the page behind it; null on the last one. */
  readonly next: string | null;
}

/** The period has more than one file takes. */
export class ExportTooLong extends Error {
  override readonly name = 'ExportTooLong';
}

/** The days from the first to the last of the house, as far as they are over; null when none of it is. */
export function exportPeriod(first: string, last: string, now: number): Period | null {
  const from = beginOfDay(first);
  const to = Math.min(endOfDay(last), now - exportMarginMillis);
  if (!(from < to)) return null;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/**
 * Reads page after page until the last and answers them as the parts of one file.
 *
 * @param onPage told after each page how many are read
 * @throws ExportTooLong beyond `mostExportPages`
 */
export async function collectExport(
  form: ExportForm,
  read: (cursor: string | null) => Promise<ExportPage>,
  onPage: (pages: number) => void,
): Promise<readonly string[]> {
  const parts: string[] = [];
  let cursor: string | null = null;
  do {
    if (parts.length === mostExportPages) throw new ExportTooLong();
    const page: ExportPage = await read(cursor);
    parts.push(parts.length > 0 && form === 'csv' ? withoutColumns(page.text) : page.text);
    onPage(parts.length);
    cursor = page.next;
  } while (cursor !== null);
  return parts;
}

/** Every page of a CSV names the columns; the file names them once. No column's name has a line end in it. */
function withoutColumns(csv: string): string {
  return csv.slice(csv.indexOf('\n') + 1);
}
