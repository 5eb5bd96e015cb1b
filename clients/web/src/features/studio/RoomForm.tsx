import { Problem } from '@vitrine/core';
import { bounds, type Room } from '@vitrine/core/rooms';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { failureKey } from '../../app/failures.ts';
import { useWords } from './texts/index.ts';
import { faultsOf, type Draft, type Field, type Faults } from './draft.ts';

interface RoomFormProps {
  readonly heading: string;
  readonly submitLabel: string;
  readonly initial: Draft;
  /** Once live, kind and start no longer change. */
  readonly reschedulable: boolean;
  readonly save: (draft: Draft) => Promise<Room | null>;
  readonly onDiscard: () => void;
}

export function RoomForm({ heading, submitLabel, initial, reschedulable, save, onDiscard }: RoomFormProps) {
  const { t, formats } = useWords();
  const [draft, setDraft] = useState(initial);
  const [faults, setFaults] = useState<Faults>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const titleLeft = bounds.titleMaxLength - [...draft.title].length;

  const set = (field: Field) => (event: { target: { value: string } }) => {
    setDraft({ ...draft, [field]: event.target.value });
    setFaults({ ...faults, [field]: undefined });
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const found = faultsOf(draft, Date.now(), initial);
    setFaults(found);
    setError(null);
    if (Object.keys(found).length > 0) return focusFirst(form, found);
    setBusy(true);
    try {
      await save(draft);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  const field = (
    name: Field,
    control: (attributes: FieldAttributes) => ReactNode,
    hint?: string,
    optional = true,
  ) => {
    const fault = faults[name];
    const told = fault
      ? t(fault.key, { max: fault.max ?? 0 })
      : error instanceof Problem
        ? error.about(name)
        : null;
    const describedBy = [hint && `${id}-${name}-hint`, told && `${id}-${name}-fault`]
      .filter(Boolean)
      .join(' ');
    return (
      <div className="field">
        <label htmlFor={`${id}-${name}`}>
          {t(`form.${name === 'coverUrl' ? 'cover' : name}`)}{' '}
          {optional && <small>{t('form.optional')}</small>}
        </label>
        {control({
          id: `${id}-${name}`,
          name,
          'aria-invalid': told !== null,
          'aria-describedby': describedBy || undefined,
        })}
        {told && (
          <p className="field-fault" id={`${id}-${name}-fault`}>
            {told}
          </p>
        )}
        {hint && <small id={`${id}-${name}-hint`}>{hint}</small>}
      </div>
    );
  };

  return (
    <form className="room-form" noValidate onSubmit={(event) => void submit(event)}>
      <h1>{heading}</h1>
      {field(
        'title',
        (attributes) => (
          <input
            {...attributes}
            dir="auto"
            value={draft.title}
            placeholder={t('form.title.placeholder')}
            onChange={set('title')}
            autoFocus
          />
        ),
        t('form.left', { count: formats.count(Math.max(0, titleLeft)) }),
        false,
      )}
      {field('description', (attributes) => (
        <textarea
          {...attributes}
          dir="auto"
          rows={4}
          value={draft.description}
          placeholder={t('form.description.placeholder')}
          onChange={set('description')}
        />
      ))}
      {reschedulable && (
        <div className="field-pair">
          {field(
            'kind',
            (attributes) => (
              <select {...attributes} value={draft.kind} onChange={set('kind')}>
                {bounds.kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`form.kind.${kind}`)}
                  </option>
                ))}
              </select>
            ),
            undefined,
            false,
          )}
          {field(
            'startsAt',
            (attributes) => (
              <input
                {...attributes}
                type="datetime-local"
                value={draft.startsAt}
                onChange={set('startsAt')}
              />
            ),
            t('form.startsAt.hint'),
          )}
        </div>
      )}
      {field(
        'tags',
        (attributes) => (
          <input {...attributes} dir="auto" value={draft.tags} onChange={set('tags')} />
        ),
        t('form.tags.hint', { max: bounds.tagsMax }),
      )}
      {field(
        'coverUrl',
        (attributes) => (
          <input
            {...attributes}
            type="url"
            inputMode="url"
            value={draft.coverUrl}
            placeholder="https://"
            onChange={set('coverUrl')}
          />
        ),
        t('form.cover.hint'),
      )}
      {error !== null && (
        <p className="form-fault" role="alert">
          {t(failureKey(error))}{' '}
          {error instanceof Problem && error.errors.length === 0 && <small>{error.detail}</small>}
        </p>
      )}
      <div className="form-actions">
        <button type="button" className="button" onClick={onDiscard}>
          {t('form.discard')}
        </button>
        <button type="submit" className="button primary" disabled={busy}>
          {busy ? t('form.saving') : submitLabel}
        </button>
      </div>
    </form>
  );
}

interface FieldAttributes {
  readonly id: string;
  readonly name: Field;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

function focusFirst(form: HTMLFormElement, faults: Faults): void {
  const first = [...form.elements].find((element) => (element as HTMLInputElement).name in faults);
  (first as HTMLElement | undefined)?.focus();
}
