import './skeleton.css';

const cardsShown = 4;

/** The outline of what is being loaded, so that nothing jumps when it arrives. */
export function Skeleton({ kind }: { kind: 'page' | 'cards' | 'room' | 'lines' }) {
  if (kind === 'cards') {
    return (
      <div className="grid" aria-hidden="true">
        {Array.from({ length: cardsShown }, (_, index) => (
          <div className="skeleton-card" key={index}>
            <div className="skeleton skeleton-cover" />
            <div className="skeleton skeleton-line" />
            <div className="skeleton skeleton-line short" />
          </div>
        ))}
      </div>
    );
  }
  return (
    <div className={`page skeleton-${kind}`} aria-hidden="true">
      {kind === 'room' && <div className="skeleton skeleton-cover" />}
      <div className="skeleton skeleton-title" />
      <div className="skeleton skeleton-line" />
      <div className="skeleton skeleton-line short" />
    </div>
  );
}
