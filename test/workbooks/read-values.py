"""Prints what openpyxl reads in the workbooks of a folder, one JSON document a line, in the order of their names."""
import json
import os
import sys
from datetime import date, datetime, time

import openpyxl
from openpyxl.utils.datetime import to_excel


def plain(value):
    if isinstance(value, time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86400
    return to_excel(value) if isinstance(value, (datetime, date)) else value


for name in sorted(os.listdir(sys.argv[1])):
    if not name.endswith(".xlsx"):
        continue
    book = openpyxl.load_workbook(os.path.join(sys.argv[1], name))
    cells, formulas, links = {}, 0, []
    for sheet in book.worksheets:
        own = cells.setdefault(sheet.title, {})
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink:
                    links.append(cell.hyperlink.target or cell.hyperlink.location)
                if cell.value is None:
                    continue
                formulas += cell.data_type in ("f", "e")
                own[cell.coordinate] = plain(cell.value)
    print(json.dumps({"name": name, "cells": cells, "formulas": formulas, "links": links}))
