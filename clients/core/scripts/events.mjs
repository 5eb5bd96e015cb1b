// The TypeScript of what events say and of what rooms show of them.
import openapiTS, { astToString } from 'openapi-typescript';
import {
  eventsDocument,
  readEvents,
  roomItemsSource,
} from '../../../functions/event-generator/typescript/events.mjs';
import { parseYaml } from './yaml.mjs';

/** @param {URL} functions the folder of the capabilities, with a slash at its end */
export async function eventTypes(functions, options = {}) {
  const events = await readEvents(functions, parseYaml);
  return astToString(await openapiTS(eventsDocument(events), options)) + roomItemsSource(events);
}
