import type { StreamKey } from '@vitrine/core/rooms';
import { useWords } from './texts/index.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';

/** How to push with the two encoders most people have. The key is in what is copied, not in what is seen. */
export function EncoderHelp({ streamKey: { ingestUrl, streamKey } }: { streamKey: StreamKey }) {
  const { t } = useWords();
  const file = (key: string) => `ffmpeg -re -i show.mp4 -c copy -f flv ${ingestUrl}/${key}`;
  const picture = (key: string) =>
    `ffmpeg -re -f lavfi -i testsrc2=size=1280x720:rate=30 -f lavfi -i sine=frequency=440 ` +
    `-c:v libx264 -preset veryfast -tune zerolatency -g 60 -pix_fmt yuv420p -c:a aac -f flv ${ingestUrl}/${key}`;
  return (
    <div className="encoders">
      <details open>
        <summary>{t('console.obs')}</summary>
        <ol>
          <li>{t('console.obs.1')}</li>
          <li>{t('console.obs.2')}</li>
          <li>{t('console.obs.3')}</li>
          <li>{t('console.obs.4')}</li>
        </ol>
      </details>
      <details>
        <summary>{t('console.ffmpeg')}</summary>
        <Command lead={t('console.ffmpeg.text')} shown={file('••••••')} copied={file(streamKey)} />
        <Command lead={t('console.ffmpeg.test')} shown={picture('••••••')} copied={picture(streamKey)} />
      </details>
    </div>
  );
}

function Command({ lead, shown, copied }: { lead: string; shown: string; copied: string }) {
  const { t } = useWords();
  return (
    <>
      <p>{lead}</p>
      <div className="command">
        <pre tabIndex={0}>{shown}</pre>
        <CopyButton text={copied} label={t('console.copy')} what={t('console.ffmpeg')} />
      </div>
    </>
  );
}
