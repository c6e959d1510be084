import { ExceljsSpreadsheetRenderer } from '../../../../src/adapters/driven/exceljs/spreadsheet-renderer.ts';
import { spreadsheetRendererContract } from '../../../contracts/spreadsheet-renderer.contract.ts';

spreadsheetRendererContract('exceljs', () => new ExceljsSpreadsheetRenderer());
