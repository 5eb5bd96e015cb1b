import { RoomsApi } from '@vitrine/core/rooms';
import { network } from '../app/services.ts';

export const rooms = new RoomsApi(network);
