import { useTitle } from '../../app/browser.ts';
import type { GuardedPageProps } from '../../app/feature.ts';
import { match } from '../../app/match.ts';
import '../../ui/form.css';
import '../../ui/panel.css';
import { Console } from './Console.tsx';
import { CreateRoom } from './CreateRoom.tsx';
import { MyRooms } from './MyRooms.tsx';
import { useWords } from './texts/index.ts';
import './studio.css';

/** The streamer's side. */
export default function StudioPage({ path, values }: GuardedPageProps) {
  const { t } = useWords();
  useTitle(t('studio.title'));
  if (match('/studio/new', path)) return <CreateRoom />;
  const room = values['id'];
  return room === undefined ? <MyRooms /> : <Console id={room} key={room} />;
}
