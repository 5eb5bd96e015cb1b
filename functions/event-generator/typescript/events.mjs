// The events' schemas as a document that openapi-typescript makes types of, for the build of the clients. It runs there, with the
// YAML parser and the generator that the clients have: one mapper of JSON Schema to TypeScript, and no JDK to build a page.
//
//   import { readEvents, eventsDocument, roomItemsSource } from '…/functions/event-generator/typescript/events.mjs';
//   const events = await readEvents(new URL('…/functions/', import.meta.url), parseYaml);
//   const text = astToString(await openapiTS(eventsDocument(events))) + roomItemsSource(events);
import { readdir, readFile } from 'node:fs/promises';

/**
 * All events of all capabilities, by capability and file.
 *
 * @param {URL} functions the folder of the capabilities, with a slash at its end
 * @param {(text: string) => any} parseYaml
 */
export async function readEvents(functions, parseYaml) {
  const events = [];
  for (const capability of (await readdir(functions)).sort()) {
    const folder = new URL(`${capability}/events/src/main/events/`, functions);
    for (const file of await schemasIn(folder)) {
      const { type, description, room, data } = parseYaml(await readFile(new URL(file, folder), 'utf8'));
      events.push({ capability, name: nameOf(file), type, description, room, data });
    }
  }
  return events;
}

/**
 * Schemas `ledger.GiftSent`, the event's data, and `ledger.GiftSentItem`, what of it a room shows: nothing but the fields named
 * there. Two capabilities may call their events alike.
 */
export function eventsDocument(events) {
  const schemas = {};
  for (const event of events) {
    const { type, description, room, data } = event;
    schemas[keyOf(event)] = { ...data, description: `${description.trim()} \`${type}\`` };
    if (room) schemas[`${keyOf(event)}Item`] = shownOf(room, data);
  }
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Events', version: '1' },
    paths: {},
    components: { schemas },
  });
}

/** Two maps of what `eventsDocument` declares: a room's items by kind, events by type. */
export function roomItemsSource(events) {
  const kinds = new Map();
  for (const event of events.filter(({ room }) => room)) {
    const { kind } = event.room;
    kinds.set(kind, [...(kinds.get(kind) ?? []), `components['schemas']['${keyOf(event)}Item']`]);
  }
  const items = [...kinds].map(([kind, types]) => `  '${kind}': ${types.join(' | ')};\n`);
  const types = events.map((event) => `  '${event.type}': components['schemas']['${keyOf(event)}'];\n`);
  return (
    `\n/** Bodies of a room's items, by kind. */\nexport interface RoomItems {\n${items.join('')}}\n` +
    `\n/** Data of events, by type. */\nexport interface EventData {\n${types.join('')}}\n`
  );
}

function keyOf({ capability, name }) {
  return `${capability}.${name}`;
}

function shownOf(room, data) {
  return {
    type: 'object',
    description: `Body of an item of kind \`${room.kind}\` in a room.`,
    required: (data.required ?? []).filter((field) => room.fields.includes(field)),
    properties: Object.fromEntries(room.fields.map((field) => [field, data.properties[field]])),
  };
}

/** `gift-sent.v2.yaml` as `GiftSentV2`, as the record is called. */
function nameOf(file) {
  const [words, version] = file.split('.');
  const name = words.split('-').map((word) => word[0].toUpperCase() + word.slice(1));
  return name.join('') + (version === 'v1' ? '' : version.toUpperCase());
}

async function schemasIn(folder) {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  } catch (absent) {
    if (absent.code === 'ENOENT' || absent.code === 'ENOTDIR') return [];
    throw absent;
  }
}
