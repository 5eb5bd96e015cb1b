import { useTitle } from './browser.ts';
import { useWords } from './words.ts';
import { Link } from './router.tsx';
import { Message } from '../ui/Message.tsx';

export function NotFoundPage({ what = 'page' }: { what?: 'page' | 'room' }) {
  const { t } = useWords();
  const title = t(what === 'room' ? 'notFound.room.title' : 'notFound.title');
  useTitle(title);
  return (
    <div className="page">
      <Message
        icon="window"
        title={title}
        text={t(what === 'room' ? 'notFound.room.text' : 'notFound.text')}
        page
      >
        <Link className="button primary" href="/">
          {t('notFound.home')}
        </Link>
      </Message>
    </div>
  );
}
