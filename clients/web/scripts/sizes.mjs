// Prints what a visitor downloads: each built file, and all that the home page needs in each language before anything is
// clicked. Fails when that is more than it may be, or when it has texts of another language or of another feature.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Of the first visit, zipped, in kilobytes. */
const mostOfFirstVisit = 120;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
// It is for this report; nobody is served it.
rmSync(new URL('.vite/', dist), { recursive: true });

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
const zipped = (file) => gzipSync(readFileSync(new URL(file, dist))).length;

for (const name of readdirSync(new URL('assets/', dist)).sort()) {
  if (/\.(br|gz)$/.test(name)) continue;
  const content = readFileSync(new URL(`assets/${name}`, dist));
  console.log(`${kilobytes(content.length)} ${kilobytes(gzipSync(content).length)} gzip  ${name}`);
}

/** The files that a chunk needs at once. */
function neededBy(key, found = new Set()) {
  const { file, css = [], imports = [] } = manifest[key];
  if (found.has(file)) return found;
  found.add(file);
  for (const each of css) found.add(each);
  for (const each of imports) neededBy(each, found);
  return found;
}

/** What is sent of files in a coding; those that are too small for it go as they are. */
function sumOf(files, ending) {
  return [...files]
    .map((file) => (existsSync(new URL(file + ending, dist)) ? file + ending : file))
    .reduce((bytes, file) => bytes + statSync(new URL(file, dist)).size, 0);
}

const faults = [];
for (const file of new Set(Object.values(manifest).map(({ file }) => file)))
  if (/\.(js|css)$/.test(file) && statSync(new URL(file, dist)).size >= 1024)
    for (const ending of ['.br', '.gz'])
      if (!existsSync(new URL(file + ending, dist))) faults.push(`the build made no ${file}${ending}`);
for (const language of ['en', 'zh']) {
  const texts = [`src/app/texts/all.${language}.ts`, `src/features/home/texts/${language}.ts`];
  const files = new Set(
    ['index.html', 'src/features/home/HomePage.tsx', ...texts].flatMap((key) => [...neededBy(key)]),
  );
  const sum = [...files].reduce((bytes, file) => bytes + zipped(file), 0);
  const told = Object.entries({ plain: '', gzip: '.gz', br: '.br' }).map(
    ([coding, ending]) => `${kilobytes(sumOf(files, ending)).trim()} ${coding}`,
  );
  console.log(`first visit, ${language}: ${told.join(', ')} in ${files.size} files`);
  if (sum > mostOfFirstVisit * 1000) faults.push(`the first visit takes more than ${mostOfFirstVisit} kB`);
  const wanted = new Set(texts.map((key) => manifest[key].file));
  for (const [key, { file }] of Object.entries(manifest))
    if (/\/texts\/(all\.)?\w+\.ts$/.test(key) && files.has(file) && !wanted.has(file))
      faults.push(`the first visit in ${language} downloads ${key}`);
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
