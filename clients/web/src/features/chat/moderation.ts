import { ModerationApi } from '@vitrine/core/chat';
import { network } from '../../app/services.ts';

export const moderation = new ModerationApi(network);
