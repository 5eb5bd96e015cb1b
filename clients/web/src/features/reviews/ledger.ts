import { LedgerApi } from '@vitrine/core/ledger';
import { network } from '../../app/services.ts';

export const ledger = new LedgerApi(network);
