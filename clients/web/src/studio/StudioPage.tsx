import { useTitle } from '../app/browser.ts';
import { useWords } from '../app/language.tsx';
import { match } from '../app/router.tsx';
import { auth, useSession } from '../app/services.ts';
import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Console } from './Console.tsx';
import { CreateRoom } from './CreateRoom.tsx';
import { MyRooms } from './MyRooms.tsx';
import { SignIn } from './SignIn.tsx';
import './studio.css';

/** The streamer's side: everything behind one sign-in. */
export default function StudioPage({ path }: { path: string }) {
  const { t } = useWords();
  const session = useSession();
  useTitle(t('studio.title'));
  if (session === null) return <SignIn />;
  return (
    <div className="page studio">
      <div className="studio-who">
        <Avatar name={session.name} seed={session.subject} />
        <span>{t('signIn.as', { name: session.name })}</span>
        <button type="button" className="button small" onClick={() => auth.signOut()}>
          {t('signIn.out')}
        </button>
      </div>
      <StudioRoute path={path} />
    </div>
  );
}

function StudioRoute({ path }: { path: string }) {
  if (match('/studio', path)) return <MyRooms />;
  if (match('/studio/new', path)) return <CreateRoom />;
  const room = match('/studio/rooms/:id', path);
  return room ? <Console id={room['id']!} key={room['id']} /> : <NotFoundPage />;
}
