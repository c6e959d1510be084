/** Administrators of the sample week, by their ids there. */
export const ANNA = 'anna';
export const SOEREN = 'soeren';
export const IBRAHIM = 'ibrahim';
export const FIONA = 'fiona';

/** A freelancer: in the plan with a name, and no administrator. */
export const STRANGER = 'Jonas Klein';
