import { useTitle } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import { usePlace } from '../../app/router.tsx';
import { Everything } from './Everything.tsx';
import { readFilters } from './filters.ts';
import { OneShelf } from './OneShelf.tsx';
import './home.css';

export default function HomePage() {
  const { t } = useWords();
  const filters = readFilters(usePlace().query);
  useTitle(filters.show ? t(`home.${filters.show}`) : t('app.name'));
  return (
    <div className="page home">
      <h1 className="visually-hidden">{t('home.title')}</h1>
      {filters.show === null ? (
        <Everything filters={filters} />
      ) : (
        <OneShelf filters={filters} shelf={filters.show} />
      )}
    </div>
  );
}
