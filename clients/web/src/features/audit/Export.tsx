import {
  collectExport,
  exportForms,
  exportPeriod,
  ExportTooLong,
  houseDays,
  mostExportPages,
  rowsPerExportPage,
  type ExportForm,
} from '@vitrine/core/ledger';
import { useId, useState } from 'react';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { ledger } from './ledger.ts';
import { saveFile } from '../../ui/saveFile.ts';

const forms = Object.keys(exportForms) as ExportForm[];
const mostTransfers = mostExportPages * rowsPerExportPage;
const daysAtFirst = 7;

type Outcome =
  | { readonly state: 'none' | 'done' | 'empty' | 'no-period' }
  | { readonly state: 'running'; readonly pages: number }
  | { readonly state: 'failed'; readonly error: unknown };

/** Every entry of some days as one file, for regulators. */
export function Export() {
  const { t } = useWords();
  const [days, setDays] = useState(() => houseDays(Date.now(), daysAtFirst));
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  const id = useId();

  const download = async (form: ExportForm) => {
    const period = exportPeriod(days.from, days.to, Date.now());
    if (period === null) return setOutcome({ state: 'no-period' });
    setOutcome({ state: 'running', pages: 0 });
    try {
      const parts = await collectExport(
        form,
        (cursor) => ledger.exportPage(period, form, cursor),
        (pages) => setOutcome({ state: 'running', pages }),
      );
      if (holdsNothing(form, parts)) return setOutcome({ state: 'empty' });
      saveFile(new Blob([...parts], { type: exportForms[form] }), `entries-${days.from}-${days.to}.${form}`);
      setOutcome({ state: 'done' });
    } catch (error) {
      setOutcome({ state: 'failed', error });
    }
  };

  return (
    <section className="panel" aria-labelledby="export-title">
      <h2 id="export-title">{t('audit.export')}</h2>
      <p className="soft">{t('audit.export.text')}</p>
      <form
        className="inline-form"
        aria-labelledby="export-title"
        onSubmit={(event) => event.preventDefault()}
      >
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {t(`audit.export.${end}`)}
            <input
              type="date"
              value={days[end]}
              aria-invalid={outcome.state === 'no-period'}
              aria-describedby={`${id}-outcome`}
              onChange={({ target }) => setDays((before) => ({ ...before, [end]: target.value }))}
            />
          </label>
        ))}
        {forms.map((form) => (
          <button
            key={form}
            type="button"
            className="button"
            disabled={outcome.state === 'running'}
            onClick={() => void download(form)}
          >
            {t('audit.export.as', { form: form.toUpperCase() })}
          </button>
        ))}
      </form>
      <div id={`${id}-outcome`}>
        <Told outcome={outcome} />
      </div>
    </section>
  );
}

function Told({ outcome }: { outcome: Outcome }) {
  const { t, formats } = useWords();
  switch (outcome.state) {
    case 'none':
      return null;
    case 'running':
      return (
        <p className="soft" role="status">
          {t.plural('audit.export.pages', outcome.pages, formats.number(outcome.pages))}
        </p>
      );
    case 'done':
    case 'empty':
      return (
        <p className="soft" role="status">
          {t(`audit.export.${outcome.state}`)}
        </p>
      );
    case 'no-period':
      return (
        <p className="form-fault" role="alert">
          {t('audit.export.period')}
        </p>
      );
    case 'failed':
      return (
        <p className="form-fault" role="alert">
          {outcome.error instanceof ExportTooLong
            ? t('audit.export.tooLong', { transfers: formats.number(mostTransfers) })
            : `${t('audit.export.failed')} ${t(failureKey(outcome.error))}`}
        </p>
      );
  }
}

/** A CSV of nothing still names its columns. */
function holdsNothing(form: ExportForm, [first = '', ...others]: readonly string[]): boolean {
  const nothing = form === 'csv' ? !first.trimEnd().includes('\n') : first === '';
  return nothing && others.every((part) => part === '');
}
