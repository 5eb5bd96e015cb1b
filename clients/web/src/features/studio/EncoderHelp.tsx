import { useWords } from './texts/index.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';

const placeholder = 'STREAM_KEY';

interface EncoderHelpProps {
  /** Null when this browser does not know it. */
  readonly ingestUrl: string | null;
  /** Null once it is gone: then a command names the place where it belongs. */
  readonly streamKey: string | null;
}

/** How to push with the two encoders most people have. The key is in what is copied, not in what is seen. */
export function EncoderHelp({ ingestUrl, streamKey }: EncoderHelpProps) {
  const { t } = useWords();
  const shown = streamKey === null ? placeholder : '••••••';
  const copied = streamKey ?? placeholder;
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
      {ingestUrl !== null && (
        <details>
          <summary>{t('console.ffmpeg')}</summary>
          {streamKey === null && <p>{t('console.ffmpeg.key', { placeholder })}</p>}
          <Command lead={t('console.ffmpeg.text')} shown={file(shown)} copied={file(copied)} />
          <Command lead={t('console.ffmpeg.test')} shown={picture(shown)} copied={picture(copied)} />
        </details>
      )}
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
