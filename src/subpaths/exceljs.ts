/** The workbooks, and tables such as the history's, with exceljs. */
export { ExceljsSpreadsheetRenderer } from '../adapters/driven/exceljs/spreadsheet-renderer.ts';
export { ExceljsTableRenderer } from '../adapters/driven/exceljs/table-renderer.ts';
