// Prints what a visitor downloads: each built file, and the sum before the player is needed.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const folder = new URL('../dist/assets/', import.meta.url);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

let firstPage = 0;
for (const name of readdirSync(folder).sort()) {
  const content = readFileSync(new URL(name, folder));
  const zipped = gzipSync(content).length;
  if (/^index-/.test(name)) firstPage += zipped;
  console.log(`${kilobytes(content.length)} ${kilobytes(zipped)} gzip  ${name}`);
}
console.log(`first page: ${kilobytes(firstPage).trim()} gzip`);
