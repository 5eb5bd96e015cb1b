import { protocols, renditionName, type Protocol } from '@vitrine/core/rooms';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../texts/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Engine } from './engine.ts';
import type { PlayerState } from './state.ts';

interface SettingsMenuProps {
  readonly engine: Engine;
  readonly state: PlayerState;
  readonly onOpen: (open: boolean) => void;
  readonly onProtocol: (protocol: Protocol) => void;
  readonly onStats: () => void;
}

const speeds = [0.5, 1, 1.25, 1.5, 2];

/** Quality, delivery and speed. Escape or a click elsewhere closes it and gives the focus back. */
export function SettingsMenu({ engine, state, onOpen, onProtocol, onStats }: SettingsMenuProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const show = (shown: boolean) => {
    setOpen(shown);
    onOpen(shown);
  };

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
    const outside = (event: PointerEvent) => !root.current?.contains(event.target as Node) && show(false);
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      show(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', onEscape);
    };
  }, [open]);

  const auto =
    state.chosen === null && state.shown
      ? t('player.quality.autoNow', { name: renditionName(state.shown) })
      : t('player.quality.auto');
  const label = t('player.settings');
  return (
    <div className="settings" ref={root}>
      <button
        ref={button}
        type="button"
        className="control"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => show(!open)}
      >
        <Icon name="settings" />
      </button>
      {open && (
        <div className="menu" role="menu" aria-label={label} onKeyDown={moveFocus}>
          <Choices title={t('player.quality')}>
            <Choice checked={state.chosen === null} onChoose={() => engine.choose(null)}>
              {auto}
            </Choice>
            {state.ladder.map((rendition) => (
              <Choice
                key={`${rendition.width}x${rendition.height}`}
                checked={state.chosen?.width === rendition.width && state.chosen.height === rendition.height}
                onChoose={() => engine.choose(rendition)}
              >
                {renditionName(rendition)}
              </Choice>
            ))}
          </Choices>
          {engine.source.dash !== null && (
            <Choices title={t('player.protocol')}>
              {protocols.map((protocol) => (
                <Choice
                  key={protocol}
                  checked={engine.protocol === protocol}
                  onChoose={() => onProtocol(protocol)}
                >
                  {protocol.toUpperCase()}
                </Choice>
              ))}
            </Choices>
          )}
          {!engine.source.live && (
            <Choices title={t('player.speed')}>
              {speeds.map((speed) => (
                <Choice key={speed} checked={state.rate === speed} onChoose={() => engine.setRate(speed)}>
                  {speed === 1 ? t('player.speed.normal') : `${speed}×`}
                </Choice>
              ))}
            </Choices>
          )}
          <button
            type="button"
            role="menuitem"
            className="menu-item narrow-only"
            onClick={() => {
              show(false);
              onStats();
            }}
          >
            <Icon name="stats" /> {t('player.stats')}
          </button>
        </div>
      )}
    </div>
  );
}

function Choices({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={title} className="menu-group">
      <p aria-hidden="true">{title}</p>
      <div>{children}</div>
    </div>
  );
}

function Choice({
  checked,
  onChoose,
  children,
}: {
  checked: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={checked}
      className="menu-choice"
      onClick={onChoose}
    >
      {children}
    </button>
  );
}

function moveFocus(event: React.KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')].filter(
    (item) => item.offsetParent !== null,
  );
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}
