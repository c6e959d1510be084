"""Prints what openpyxl reads in a workbook, as JSON. Called by office.ts, which has the types."""
import json
import sys
from datetime import date, datetime, time, timedelta

import openpyxl


def plain(value):
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value if isinstance(value, (str, int, float, bool)) else str(value)


def dumped_cell(cell):
    return {
        "value": plain(cell.value),
        "type": cell.data_type,
        "format": cell.number_format,
        "bold": bool(cell.font.bold),
        "wrap": bool(cell.alignment.wrap_text),
        "fill": cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" and cell.fill.fgColor.type == "rgb" else None,
        "link": (cell.hyperlink.target or cell.hyperlink.location) if cell.hyperlink else None,
    }


def dumped_sheet(sheet):
    fitted = sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
    return {
        "name": sheet.title,
        "state": sheet.sheet_state,
        "rows": sheet.max_row,
        "columns": sheet.max_column,
        "freezePanes": sheet.freeze_panes,
        "autoFilter": sheet.auto_filter.ref,
        "printTitleRows": sheet.print_title_rows,
        "orientation": sheet.page_setup.orientation,
        "fitToWidth": int(sheet.page_setup.fitToWidth or 1) if fitted else None,
        "footer": str(sheet.oddFooter.center.text) if sheet.oddFooter.center.text else None,
        "columnWidths": {letter: one.width for letter, one in sheet.column_dimensions.items() if one.customWidth},
        "mergedCells": [str(one) for one in sheet.merged_cells.ranges],
        "cells": {cell.coordinate: dumped_cell(cell) for row in sheet.iter_rows() for cell in row if cell.value is not None},
    }


book = openpyxl.load_workbook(sys.argv[1])
names = book.defined_names
json.dump(
    {
        "sheets": [dumped_sheet(sheet) for sheet in book.worksheets],
        "definedNames": [one.name for one in (names.values() if hasattr(names, "values") else names.definedName)],
        "creator": book.properties.creator,
        "created": plain(book.properties.created) if book.properties.created else None,
    },
    sys.stdout,
)
