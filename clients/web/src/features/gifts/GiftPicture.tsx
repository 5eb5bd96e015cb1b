import type { Animation } from '@vitrine/core/ledger';
import type { ReactNode } from 'react';
import './picture.css';

/** Drawn on a 48 grid, so that every screen shows the same: emoji look another way on each, and are missing on some. */
const pictures: Record<Animation, ReactNode> = {
  HEART: (
    <>
      <path
        fill="#ff4d6d"
        d="M24 42 8.4 26.6a10.4 10.4 0 0 1 14.7-14.7l.9.9.9-.9a10.4 10.4 0 0 1 14.7 14.7z"
      />
      <path
        fill="#ffb3c1"
        d="M15.6 13.4a6.6 6.6 0 0 0-6 6.9c.1 1 1.5 1 1.6 0a5 5 0 0 1 4.6-5.1c1-.2.9-1.8-.2-1.8z"
      />
    </>
  ),
  ROSE: (
    <>
      <path fill="none" stroke="#2b8a3e" strokeWidth="2.6" strokeLinecap="round" d="M24 27v17" />
      <path fill="#40a94f" d="M24 39c-1-5-5-7.4-10-7 1 5 5 7.8 10 7zm0-3c1-5 5-7.4 10-7-1 5-5 7.8-10 7z" />
      <path
        fill="#c9184a"
        d="M11 11c0 12 5 18 13 18s13-6 13-18c-4-1-6.5.5-8 2-1-3-3-6-5-8-2 2-4 5-5 8-1.5-1.5-4-3-8-2z"
      />
      <path
        fill="#ff4d6d"
        d="M16.5 15c0 7 3 11 7.5 11s7.5-4 7.5-11c-3-1-5.3 0-7.5 2.400C21.8 15 19.5 14 16.5 15z"
      />
      <path
        fill="#ff8fa3"
        d="M24 11.500c-2 1.7-3 3.3-3.2 5.4 1.2.6 2.3 1.5 3.2 2.7.9-1.2 2-2.1 3.2-2.7-.2-2.1-1.2-3.7-3.2-5.400z"
      />
    </>
  ),
  STAR: (
    <>
      <path
        fill="#ffc300"
        d="m24 5 5.7 12 13.1 1.8-9.6 9.1 2.4 13.100L24 34.6 12.4 41l2.4-13.1-9.6-9.100L18.3 17z"
      />
      <path
        fill="#ffe169"
        d="m24 5 5.7 12L24 24zm0 19-18.8-5.200L18.3 17zm0 0-11.6 17 2.4-13.100zm0 0 9.2 3.9 2.4 13.100z"
      />
    </>
  ),
  FIREWORKS: (
    <g fill="none" strokeWidth="3" strokeLinecap="round">
      <path stroke="#ff4d6d" d="M24 18V6m0 24v12M18 24H6m24 0h12" />
      <path stroke="#ffc300" d="m19.8 19.8-7-7m15.4 15.4 7 7m-15.4-7-7 7m15.4-15.4 7-7" />
      <path stroke="#4cc9f0" d="m21.5 15.5-2-5m9 27-2-5m6-11 5-2m-27 9 5-2" />
      <path stroke="#b197fc" d="m26.5 15.5 2-5m-9 27 2-5m-6-11-5-2m27 9-5-2" />
    </g>
  ),
  CAR: (
    <>
      <path
        fill="#e5383b"
        d="M3 31c0-5 2-7 7-8l5-1 6-6c1-1 2-1.5 4-1.500h6c2 0 3.5.5 5 2L40 21l3 1.500c1.5.8 2 2 2 4V31c0 1.5-.7 2-2 2H5c-1.3 0-2-.7-2-2z"
      />
      <path
        fill="#caf0f8"
        d="m19 22 4.5-4.500c.6-.6 1.2-.8 2-.8H28V22zm11-5.300h1.500c1 0 1.8.3 2.6 1.100L38 22h-8z"
      />
      <path fill="#ffd60a" d="M41 25h3.500c.3.7.5 1.5.5 2.500h-3.200zM3.6 26.500h3.200l-1 2.500H3.100z" />
      <path fill="#a4161a" d="M3 30h42v1c0 1.5-.7 2-2 2H5c-1.3 0-2-.7-2-2z" />
      <circle cx="13" cy="33" r="5.5" fill="#22223b" />
      <circle cx="35" cy="33" r="5.5" fill="#22223b" />
      <circle cx="13" cy="33" r="2.3" fill="#ced4da" />
      <circle cx="35" cy="33" r="2.3" fill="#ced4da" />
    </>
  ),
  ROCKET: (
    <>
      <path fill="#ff9e00" d="M19 35h10c0 4-2 7-5 11-3-4-5-7-5-11z" />
      <path fill="#ffdd00" d="M21.5 35h5c0 2.5-1 4.5-2.5 7-1.5-2.5-2.5-4.5-2.5-7z" />
      <path fill="#e5383b" d="M16 22 9 30v7l8-4zm16 0 7 8v7l-8-4z" />
      <path fill="#f1f3f5" d="M24 3c6 5 9 11 9 18 0 5-1 10-3 14H18c-2-4-3-9-3-14 0-7 3-13 9-18z" />
      <path fill="#e5383b" d="M24 3c2.8 2.3 5 5 6.5 8h-13C19 8 21.2 5.3 24 3z" />
      <path fill="#ced4da" d="M24 11h6.500c1.7 3 2.5 6.4 2.5 10 0 5-1 10-3 14h-6z" opacity=".6" />
      <circle cx="24" cy="20" r="4.6" fill="#495057" />
      <circle cx="24" cy="20" r="3" fill="#74c0fc" />
    </>
  ),
  CASTLE: (
    <>
      <path fill="#9775fa" d="M6 22h8v20H6zm28 0h8v20h-8z" />
      <path fill="#b197fc" d="M14 28h20v14H14z" />
      <path fill="#845ef7" d="M19 16h10v26H19z" />
      <path fill="#ff6b9d" d="m10 10 5.5 12h-11zm28 0 5.5 12h-11zM24 3l7 13H17z" />
      <path fill="#5f3dc4" d="M24 31a4 4 0 0 1 4 4v7h-8v-7a4 4 0 0 1 4-4z" />
      <path
        fill="#ffe066"
        d="M22.5 20h3v5h-3zM8.7 26h2.600v4H8.700zm28 0h2.600v4h-2.600zM16 32h2v3h-2zm14 0h2v3h-2z"
      />
      <path
        fill="#ffd43b"
        d="M9.6 5h4l-1.3 1.500L13.6 8h-3.200v3h-.8zm28 0h4l-1.3 1.500L41.6 8h-3.200v3h-.8z"
      />
    </>
  ),
};

/** One that this page does not know is a heart, as the contract asks. */
export function GiftPicture({ animation }: { animation: string }) {
  const known = Object.hasOwn(pictures, animation) ? (animation as Animation) : 'HEART';
  return (
    <svg className="gift-picture" viewBox="0 0 48 48" aria-hidden="true" data-animation={known}>
      {pictures[known]}
    </svg>
  );
}
