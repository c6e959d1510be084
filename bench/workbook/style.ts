interface Line {
  readonly style: 'thin' | 'medium' | 'hair';
  readonly color: { readonly argb: string };
}

/** exceljs' form of a style, as far as our workbooks use it. */
export interface PreparedStyle {
  readonly numFmt?: string;
  readonly font?: {
    readonly name: string;
    readonly size: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly color?: { readonly argb: string };
  };
  readonly alignment?: {
    readonly vertical: 'top' | 'middle';
    readonly horizontal?: 'left';
    readonly wrapText?: boolean;
  };
  readonly border?: Partial<Readonly<Record<'top' | 'bottom' | 'left' | 'right', Line>>>;
  readonly fill?: { readonly type: 'pattern'; readonly pattern: 'solid'; readonly fgColor: { readonly argb: string } };
}

export const rgb = (argb: string): string => argb.slice(2);
