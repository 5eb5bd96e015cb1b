/** An arched shop window with a play mark in it. */
export function Logo({ small = false }: { small?: boolean }) {
  const size = small ? 18 : 28;
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M4 30V15a12 12 0 0 1 24 0v15z" fill="var(--accent)" />
      <path
        d="M13 12.4v10.2a1 1 0 0 0 1.5.9l8.2-5.1a1 1 0 0 0 0-1.7l-8.2-5.1a1 1 0 0 0-1.5.8z"
        fill="var(--on-accent)"
      />
    </svg>
  );
}
