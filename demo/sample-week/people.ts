import type { Ressort } from './material.ts';
import type { Administrator, Assignee } from './plan-file.ts';

export const administrators: readonly Administrator[] = [
  { id: 'anna', name: 'Anna Weber', email: 'anna.weber@elbkurier.example', locale: 'de' },
  { id: 'soeren', name: 'Sören Großkopf', email: 'soeren.grosskopf@elbkurier.example', locale: 'de' },
  { id: 'ibrahim', name: 'İbrahim Yıldız', email: 'ibrahim.yildiz@elbkurier.example', locale: 'de' },
  { id: 'fiona', name: "Fiona O'Brien", email: 'fiona.obrien@elbkurier.example', locale: 'en' },
  { id: 'oystein', name: 'Øystein Lund', email: 'it.desk@elbkurier.example', locale: 'en' },
];

const mailName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .replaceAll('ø', 'oe')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replace(/[^a-z]+/g, '.');

/** On the payroll: reachable by house phone and house mail. */
const staff = (name: string, extension: number): Assignee => ({
  name,
  email: `${mailName(name)}@elbkurier.example`,
  phone: `040 66969-${extension}`,
});

/** Paid by the piece; the bracket is how the desk marks them. */
const free = (name: string, mobile?: string, email?: string): Assignee => ({
  name: `${name} (frei)`,
  ...(email === undefined ? {} : { email }),
  ...(mobile === undefined ? {} : { phone: `0171 39200${mobile}` }),
});

export const isFree = (person: Assignee): boolean => person.name.endsWith('(frei)');

export const writers: Readonly<Record<Ressort, readonly Assignee[]>> = {
  Lokales: [
    staff('Anna Weber', 110),
    staff('Heiko Petersen', 112),
    staff('İbrahim Yıldız', 114),
    free('Jonas Klein', '11', 'post@jonas-klein.example'),
    staff('Meike Thießen', 116),
    free('Zoë Graßhoff', '12'),
    staff('Torben Süß', 118),
  ],
  Politik: [
    staff('Dr. Cornelia Rautenberg', 210),
    staff('Malte von der Heyde', 212),
    staff('Ayşe Kılıç', 214),
    free('Nguyễn Thị Hương', '23', 'huong@textkontor.example'),
  ],
  Wirtschaft: [
    staff('Sören Großkopf', 310),
    staff('Birte Jürgensen', 312),
    free('Łukasz Żółć', '31', 'lukasz@zolc.example'),
    staff('Hinnerk Voß', 314),
  ],
  Kultur: [
    staff('Friederike Lüders', 410),
    free('נועה לוי', '41', 'noa.levi@feuilleton.example'),
    staff("Fiona O'Brien", 412),
    free('أمل حداد', '42', 'amal.haddad@feuilleton.example'),
    staff('Konstantin Möbius', 414),
  ],
  Sport: [
    staff('Kai-Uwe Brandt', 510),
    staff('Svenja Ahlers', 512),
    free('Øystein Bråten', '51'),
    staff('Mirko Šarić', 514),
    free('Lasse D’Angelo', '52'),
  ],
  Online: [staff('Tabea Nøhr', 610), staff('Ole Kröger', 612), staff('Merle Schäfer', 614)],
  Foto: [staff('Ute Hagedorn', 710), free('Bünyamin Işık', '71', 'foto@isik.example')],
  Wochenende: [staff('Henrike Claußen', 810), free('Rosa Fernández Peña', '81'), staff('Jörn Öhlschläger', 812)],
};

/** Whoever writes, these do the rest. */
export const specialists: Readonly<Record<string, readonly Assignee[]>> = {
  foto: [
    staff('Ute Hagedorn', 710),
    free('Bünyamin Işık', '71', 'foto@isik.example'),
    staff('Jens-Peter Rühmkorf', 712),
    free('Marie-Thérèse Lefèvre', '72'),
    free('Kwame Asante', '73', 'kwame@asante-photo.example'),
  ],
  video: [staff('Merle Schäfer', 614), free('Tomáš Dvořák', '61'), staff('Ole Kröger', 612)],
  grafik: [staff('Inken Böhm', 910), free('Studio Köster & Töchter', '91', 'grafik@koester-toechter.example')],
  social: [staff('Tabea Nøhr', 610), staff('Can Öztürk', 616)],
};
