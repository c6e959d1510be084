import type { Locale } from '../../../domain/backup-configuration/settings.ts';

/** As much of the directory as names need. */
export interface KnownPeople {
  readonly administrators: readonly { readonly id: string; readonly name: string }[];
}

/** Who acts without being a person. No directory has them, and an id of a host's that is the same keeps its name. */
const NOBODIES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  host: { en: 'the host system', de: 'das Hauptsystem' },
  operator: { en: 'the operator', de: 'der Betrieb' },
  worker: { en: 'the nightly service', de: 'der Nachtdienst' },
};

const LEFT: Readonly<Record<Locale, string>> = { en: 'no longer an administrator', de: 'nicht mehr Administrator' };
const STRANGER: Readonly<Record<Locale, string>> = { en: 'no administrator', de: 'kein Administrator' };

/**
 * A person as the directory names them now, their id behind it; whoever is in it no longer, or, for all that the
 * history knows, never was, is shown as such. Without a directory the id stands alone: nothing is known of it.
 */
export const personSaid = (known: KnownPeople | undefined, id: string, locale: Locale, wasOne = true): string => {
  const name = known?.administrators.find((administrator) => administrator.id === id)?.name;
  if (name !== undefined) return `${name} (${id})`;
  const nobody = Object.hasOwn(NOBODIES, id) ? NOBODIES[id] : undefined;
  if (nobody !== undefined) return `${nobody[locale]} (${id})`;
  return known === undefined ? id : `${id} (${(wasOne ? LEFT : STRANGER)[locale]})`;
};
