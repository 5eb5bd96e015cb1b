// Timers are no part of the language, and every platform has them. Nothing else of a platform is known here: what core needs
// of one is its port, `src/platform.ts`.
declare function setTimeout(work: () => void, millis?: number): number;
declare function clearTimeout(timer: number): void;
declare function setInterval(work: () => void, millis: number): number;
declare function clearInterval(timer: number): void;
