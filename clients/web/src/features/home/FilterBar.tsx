import { bounds, shelves, type Room, type Shelf } from '@vitrine/core/rooms';
import { useWords } from './texts/index.ts';
import { Link, navigate } from '../../app/router.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Written } from '../../ui/Written.tsx';
import { addressOf, commonTags, type Filters } from './filters.ts';

const tagsShown = 8;

/** Tabs for what to show, a choice of kinds, and the tags of what is on the page. */
export function FilterBar({ filters, rooms }: { filters: Filters; rooms: readonly Room[] }) {
  const { t } = useWords();
  const tabs: (Shelf | null)[] = [null, ...(Object.keys(shelves) as Shelf[])];
  return (
    <div className="filters">
      <nav className="tabs" aria-label={t('home.shows')}>
        {tabs.map((show) => (
          <Link
            key={show ?? 'all'}
            href={addressOf({ ...filters, show })}
            aria-current={filters.show === show ? 'page' : undefined}
          >
            {t(`home.${show ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      <div className="chips">
        <select
          className="chip"
          aria-label={t('home.kind')}
          value={filters.kind ?? ''}
          onChange={(event) =>
            navigate(
              addressOf({
                ...filters,
                kind: bounds.kinds.find((kind) => kind === event.target.value) ?? null,
              }),
            )
          }
        >
          <option value="">{t('home.kind.any')}</option>
          {bounds.kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t.word('kind', kind)}
            </option>
          ))}
        </select>
        {commonTags(rooms, filters.tag, tagsShown).map((tag) =>
          tag === filters.tag ? (
            <Link
              key={tag}
              className="chip active"
              href={addressOf({ ...filters, tag: null })}
              aria-label={t('home.tag.clear', { tag })}
            >
              <Written className="tag">{tag}</Written> <Icon name="close" />
            </Link>
          ) : (
            <Link key={tag} className="chip" href={addressOf({ ...filters, tag })}>
              <Written className="tag">{tag}</Written>
            </Link>
          ),
        )}
      </div>
    </div>
  );
}
