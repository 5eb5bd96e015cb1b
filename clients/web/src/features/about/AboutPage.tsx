import { useTitle } from '../../app/browser.ts';
import { useWords } from './texts/index.ts';
import { Logo } from '../../ui/Logo.tsx';
import './about.css';

export default function AboutPage() {
  const { t } = useWords();
  useTitle(t('about.title'));
  return (
    <article className="page about">
      <Logo />
      <h1>{t('about.title')}</h1>
      <p className="about-lead">{t('about.text')}</p>
      <p>{t('about.open')}</p>
      <p>{t('about.privacy')}</p>
      <h2>{t('about.keys')}</h2>
      <p>{t('about.keys.text')}</p>
    </article>
  );
}
