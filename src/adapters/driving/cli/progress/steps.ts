/** What of a night is shown while it happens, in order. */
export const PROGRESS_STEPS = ['plan', 'workbooks', 'server', 'uploads', 'replacing'] as const;

export type ProgressStep = (typeof PROGRESS_STEPS)[number];
