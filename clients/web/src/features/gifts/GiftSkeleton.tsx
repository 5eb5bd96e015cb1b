import '../../ui/skeleton.css';

/** The outline of what is being loaded in a sheet. */
export function GiftSkeleton({ of, count }: { of: 'gifts' | 'places'; count: number }) {
  return (
    <div className={`${of}-skeleton`} aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className="skeleton" />
      ))}
    </div>
  );
}
