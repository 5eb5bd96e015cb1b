import { Problem } from '@vitrine/core';
import {
  collectExport,
  daysOfMonth,
  exportForms,
  ExportTooLong,
  mostExportPages,
  rowsPerExportPage,
  statementForms,
  type StatementForm,
  type StatementHead,
} from '@vitrine/core/ledger';
import { useState } from 'react';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { ledger } from './ledger.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { LoadedPart } from '../../ui/LoadedPart.tsx';
import { saveFile } from '../../ui/saveFile.ts';

const readStatements = () => ledger.statements();
const forms = Object.keys(statementForms).reverse() as StatementForm[];

const mostGifts = mostExportPages * rowsPerExportPage;

/** Every month that has a statement, each to be had as a file, and its gifts one by one as another. */
export function Statements() {
  const { t } = useWords();
  const statements = useLoaded(readStatements);
  return (
    <section className="panel" aria-labelledby="statements-title">
      <h2 id="statements-title">{t('income.statements')}</h2>
      <LoadedPart loaded={statements}>
        {(heads) =>
          heads.length === 0 ? <p className="soft">{t('income.statements.empty')}</p> : <Rows heads={heads} />
        }
      </LoadedPart>
    </section>
  );
}

function Rows({ heads }: { heads: readonly StatementHead[] }) {
  return (
    <ul className="rows">
      {heads.map((head) => (
        <Row head={head} key={head.month} />
      ))}
    </ul>
  );
}

function Row({ head }: { head: StatementHead }) {
  const { t, formats } = useWords();
  const { month, opening, closing, complete } = head;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const name = formats.month(month);

  const download = async (save: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await save();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  const saveStatement = async (form: StatementForm) => {
    const file = new Blob([await ledger.statement(month, form)], { type: statementForms[form] });
    saveFile(file, `statement-${month}.${form}`);
  };

  const saveGifts = async () => {
    const days = daysOfMonth(month);
    const read = (cursor: string | null) => ledger.receivedGiftsPage(days, cursor);
    const parts = await collectExport('csv', read, () => undefined);
    saveFile(new Blob([...parts], { type: exportForms.csv }), `gifts-${month}.csv`);
  };

  return (
    <li>
      <span className="what">
        <b>{name}</b> {!complete && <span className="state">{t('income.statement.running')}</span>}
        <small>
          {t('income.statement.span', {
            opening: formats.number(opening),
            closing: formats.number(closing),
          })}
        </small>
      </span>
      <span className="downloads">
        {forms.map((form) => (
          <button
            key={form}
            type="button"
            className="button small"
            disabled={busy}
            aria-label={t('income.download', { month: name, form: form.toUpperCase() })}
            onClick={() => void download(() => saveStatement(form))}
          >
            {form.toUpperCase()}
          </button>
        ))}
        <button
          type="button"
          className="button small"
          disabled={busy}
          aria-label={t('income.download.gifts', { month: name })}
          onClick={() => void download(saveGifts)}
        >
          {t('income.download.itemised')}
        </button>
      </span>
      {error !== null && (
        <p className="form-fault" role="alert">
          {error instanceof ExportTooLong
            ? t('income.download.tooLong', { gifts: formats.number(mostGifts) })
            : `${t('income.download.failed')} ${t(reasonOf(error))}`}
        </p>
      )}
    </li>
  );
}

function reasonOf(error: unknown) {
  return error instanceof Problem && error.status === 404 ? 'income.download.gone' : failureKey(error);
}
