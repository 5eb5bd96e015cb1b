import type { Broken, Verification } from '@vitrine/core/ledger';
import { useWords } from './texts/index.ts';
import { Link } from '../../app/router.tsx';
import { useMoment } from '../../ui/Moment.tsx';

/** How the last walk over the chains went: on its way, intact, or what it found broken. */
export function VerificationResult({ verification }: { verification: Verification }) {
  const { t, formats } = useWords();
  const moment = useMoment();
  const { startedAt, doneAt, broken } = verification;
  const entries = formats.number(verification.entries);
  const started = <small>{t('audit.verification.started', { at: moment(startedAt) })}</small>;
  if (doneAt === null)
    return (
      <p className="told" role="status">
        <i className="spinner" aria-hidden="true" />
        <span>{t('audit.verification.RUNNING', { entries })}</span>
        {started}
      </p>
    );
  if (broken === null)
    return (
      <p className="told good" role="status">
        <span>{t('audit.verification.intact', { entries, at: moment(doneAt) })}</span>
        {started}
      </p>
    );
  return (
    <div className="told alarm" role="alert">
      <div>
        <strong>{t('audit.verification.broken', { problem: broken.problem })}</strong>
        <Meaning problem={broken.problem} />
        <Where broken={broken} />
        <span>{t('audit.alarm')}</span>
      </div>
      {started}
    </div>
  );
}

/** What the word means, which an auditor quotes as it is. */
function Meaning({ problem }: { problem: string }) {
  const { t } = useWords();
  const key = `audit.problem.${problem}`;
  return t.has(key) ? <span>{t(key)}</span> : null;
}

/** The entry itself, as far as the problem has one. */
function Where({ broken }: { broken: Broken }) {
  const { t } = useWords();
  const { account, shard, seq, transfer } = broken;
  return (
    <dl className="facts">
      {account !== null && (
        <>
          <dt>{t('audit.where.account')}</dt>
          <dd className="mono">
            <Link href={`/audit/accounts/${account}`}>{account}</Link>
          </dd>
        </>
      )}
      {shard !== null && <Fact name={t('audit.where.shard')} value={String(shard)} />}
      {seq !== null && <Fact name={t('audit.where.seq')} value={String(seq)} />}
      {transfer !== null && <Fact name={t('audit.where.transfer')} value={transfer} />}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="mono">{value}</dd>
    </>
  );
}
