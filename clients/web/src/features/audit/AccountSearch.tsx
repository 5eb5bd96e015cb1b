import { accountKinds } from '@vitrine/core/ledger';
import { useState, type FormEvent } from 'react';
import { useWords } from './texts/index.ts';
import { ownerMaxLength, readFilter, type AccountFilter } from './filter.ts';

interface AccountSearchProps {
  readonly filter: AccountFilter;
  readonly onSearch: (filter: AccountFilter) => void;
}

export function AccountSearch({ filter, onSearch }: AccountSearchProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<string>(filter.kind ?? '');
  const [owner, setOwner] = useState(filter.owner ?? '');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(readFilter(new URLSearchParams({ kind, owner })));
  };

  return (
    <form className="inline-form" role="search" onSubmit={submit}>
      <label>
        {t('audit.column.kind')}
        <select value={kind} onChange={(event) => setKind(event.target.value)}>
          <option value="">{t('audit.kind.any')}</option>
          {accountKinds.map((each) => (
            <option value={each} key={each}>
              {t.word('audit.kind', each)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('audit.owner')}
        <input
          dir="auto"
          value={owner}
          maxLength={ownerMaxLength}
          autoComplete="off"
          onChange={(event) => setOwner(event.target.value)}
        />
      </label>
      <button type="submit" className="button">
        {t('audit.search')}
      </button>
    </form>
  );
}
