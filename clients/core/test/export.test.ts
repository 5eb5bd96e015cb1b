import { describe, expect, it } from 'vitest';
import { networkOver } from './fixtures.ts';
import {
  collectExport,
  exportPeriod,
  ExportTooLong,
  LedgerApi,
  mostExportPages,
  type ExportPage,
} from '../src/ledger/index.ts';

const nobody = () => undefined;

function reading(pages: readonly string[]) {
  const asked: (string | null)[] = [];
  const read = async (cursor: string | null): Promise<ExportPage> => {
    asked.push(cursor);
    const at = Number(cursor ?? 0);
    return { text: pages[at] ?? '', next: at + 1 < pages.length ? String(at + 1) : null };
  };
  return { asked, read };
}

describe('the export of a period', () => {
  it('is one CSV that names its columns once, however many pages it came in', async () => {
    const { asked, read } = reading(['a,b\r\n1,"x\ny"\r\n', 'a,b\r\n2,z\r\n', 'a,b\r\n']);
    const told: number[] = [];
    expect((await collectExport('csv', read, (pages) => told.push(pages))).join('')).toBe(
      'a,b\r\n1,"x\ny"\r\n2,z\r\n',
    );
    expect(asked).toEqual([null, '1', '2']);
    expect(told).toEqual([1, 2, 3]);
  });

  it('is every line as it came as NDJSON', async () => {
    const { read } = reading(['{"seq":1}\n', '{"seq":2}\n']);
    expect((await collectExport('ndjson', read, nobody)).join('')).toBe('{"seq":1}\n{"seq":2}\n');
  });

  it('is whole or refused, never cut off', async () => {
    const whole = reading(Array<string>(mostExportPages).fill('x\n'));
    expect(await collectExport('ndjson', whole.read, nobody)).toHaveLength(mostExportPages);
    const more = reading(Array<string>(mostExportPages + 1).fill('x\n'));
    await expect(collectExport('ndjson', more.read, nobody)).rejects.toBeInstanceOf(ExportTooLong);
  });

  it('is of days of the house, as far as they are over', () => {
    const now = Date.parse('2026-11-25T12:00:00Z');
    expect(exportPeriod('2026-11-01', '2026-11-02', now)).toEqual({
      from: '2026-10-31T16:00:00.000Z',
      to: '2026-11-02T16:00:00.000Z',
    });
    expect(exportPeriod('2026-11-25', '2026-11-25', now)?.to).toBe('2026-11-25T11:58:00.000Z');
  });

  it.each([
    ['2026-11-02', '2026-11-01'],
    ['2026-11-26', '2026-11-30'],
    ['', '2026-11-01'],
    ['2026-11-01', 'x'],
  ])('is of no days from %j to %j', (first, last) => {
    expect(exportPeriod(first, last, Date.parse('2026-11-25T12:00:00Z'))).toBeNull();
  });

  it('asks for its form page by page, and knows a page of nothing', async () => {
    const requests: Request[] = [];
    const api = new LedgerApi(
      networkOver(async (request) => {
        requests.push(request);
        return requests.length === 1
          ? new Response('{"seq":1}\n', { headers: { 'Vitrine-Next-Cursor': 'c2' } })
          : new Response('', { headers: { 'Content-Length': '0' } });
      }),
    );
    const period = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-02T00:00:00.000Z' };
    const parts = await collectExport('ndjson', (cursor) => api.exportPage(period, 'ndjson', cursor), nobody);
    expect(parts).toEqual(['{"seq":1}\n', '']);
    expect(requests.map(({ headers }) => headers.get('Accept'))).toEqual([
      'application/x-ndjson',
      'application/x-ndjson',
    ]);
    expect(new URL(requests[1]!.url).searchParams.get('cursor')).toBe('c2');
  });

  it('that is refused is a problem', async () => {
    const refusal = { type: '/problems/forbidden', title: 'Forbidden', status: 403 };
    const api = new LedgerApi(networkOver(async () => Response.json(refusal, { status: 403 })));
    await expect(api.exportPage({ from: 'a', to: 'b' }, 'csv', null)).rejects.toMatchObject({
      status: 403,
      kind: 'forbidden',
    });
  });
});
