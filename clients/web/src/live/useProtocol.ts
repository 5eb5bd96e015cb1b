import { chooseProtocol, type Protocol, type Source } from '@vitrine/core/rooms';
import { recall, remember } from '../app/memory.ts';
import { navigate, usePlace } from '../app/router.tsx';

/** The delivery to play: what the address asks, else what was chosen last time. A choice is kept in both. */
export function useProtocol(source: Source | null): [Protocol, (protocol: Protocol) => void] {
  const { path, query } = usePlace();
  const protocol = chooseProtocol(query.get('protocol'), recall('protocol'), source);
  const choose = (chosen: Protocol) => {
    remember('protocol', chosen);
    const next = new URLSearchParams(query);
    next.set('protocol', chosen);
    navigate(`${path}?${next}`, 'replace');
  };
  return [protocol, choose];
}
