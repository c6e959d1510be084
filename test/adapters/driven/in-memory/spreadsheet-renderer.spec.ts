import { InMemorySpreadsheetRenderer } from '../../../../src/adapters/driven/in-memory/spreadsheet-renderer.ts';
import { spreadsheetRendererContract } from '../../../contracts/spreadsheet-renderer.contract.ts';

spreadsheetRendererContract('in memory', () => new InMemorySpreadsheetRenderer());
