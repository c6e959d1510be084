import { instantBefore, momentFrom } from './calendar.ts';
import { longNote } from './long-note.ts';
import type { Story } from './plan-file.ts';

const rautenberg = {
  name: 'Dr. Cornelia Rautenberg',
  email: 'cornelia.rautenberg@elbkurier.example',
  phone: '040 66969-210',
};

/** Planned before the first night and still in its window; each is there for one reason only. */
export const reachingStories = (firstNight: string): readonly Story[] => {
  const at = momentFrom(firstNight);
  const known = (days: number) => ({
    createdAt: instantBefore(firstNight, days, 9 * 60 + 12),
    modifiedAt: instantBefore(firstNight, 1, 20 * 60 + days),
  });
  return [
    {
      id: '39001',
      title: '<Arbeitstitel> „Licht im dritten Stock“ – Leerstand in der Kleinen Feldstraße',
      slug: 'leerstand-dossier',
      status: 'in Arbeit',
      note: longNote,
      confidential: true,
      groups: ['Politik', 'Lokales'],
      location: 'Kleine Feldstraße 11 und 13, St. Pauli',
      ...known(61),
      // Only a deadline lies in the window: the dossier runs in three weeks.
      tasks: [
        {
          id: 't-39001-1',
          format: 'text',
          title: 'Fassung 4',
          status: 'in Arbeit',
          assignees: [rautenberg, { name: 'Meike Thießen', phone: '040 66969-116' }],
          deadline: at(1, '16:00'),
          confirmation: 'confirmed',
          done: false,
        },
        {
          id: 't-39001-2',
          format: 'grafik',
          title: 'Treppe statt Torte',
          status: 'fertig',
          assignees: [{ name: 'Inken Böhm', phone: '040 66969-910' }],
          deadline: at(-9, '12:00'),
          confirmation: 'confirmed',
          done: true,
        },
      ],
      publications: [
        {
          id: 'p-39001-1',
          platform: 'Print',
          category: 'Politik, S. 3',
          type: 'Reportage',
          scope: '2 Seiten',
          start: at(21),
          end: at(21),
          taskIds: ['t-39001-1', 't-39001-2'],
        },
      ],
      customFields: [{ name: 'Ansprechpartner', value: 'Justiziariat, Dr. Hövermann, 040 66969-190' }],
    },
    {
      id: '39002',
      title: 'Nordlichter-Kongress: Drei Tage Zukunft der Küste',
      status: 'abgenommen',
      note: 'Vorbericht ist gelaufen; steht nur noch wegen des Kongresses im Plan.',
      groups: ['Wirtschaft'],
      location: 'CCH, Congressplatz 1',
      ...known(20),
      event: { start: at(-2, '09:30'), end: at(0, '17:00') },
      publications: [
        {
          id: 'p-39002-1',
          platform: 'Print',
          category: 'Wirtschaft, S. 6',
          type: 'Meldung',
          start: at(-5),
          end: at(-5),
          taskIds: [],
        },
      ],
    },
    {
      id: '39003',
      title: 'Themenschwerpunkt »Stadt am Deich«',
      status: 'angenommen',
      note: 'Bleibt sieben Wochen auf der Startseite; keine Aufgaben mehr offen.',
      groups: ['Online'],
      ...known(34),
      publications: [
        {
          id: 'p-39003-1',
          platform: 'Online',
          category: 'Startseite, Band',
          type: 'Aufmacher',
          start: at(-20, '06:00'),
          end: at(29, '23:59'),
          url: 'https://www.elbkurier.example/schwerpunkt/stadt-am-deich?größe=übersicht&quelle=B%C3%BCro',
        },
      ],
    },
    {
      id: '39004',
      title: '@elbkurier_hh: Kaffee-Woche mit Rösterin Zoë 👨\u200d👩\u200d👧\u200d👦 & Familie',
      note: 'Übernahme unseres Kanals, sie postet selbst.\nPasswort gibt es NUR am Telefon.',
      status: 'in Arbeit',
      groups: ['Online', 'Wochenende'],
      ...known(6),
      publications: [
        {
          id: 'p-39004-1',
          platform: 'Instagram',
          type: 'Bildergalerie',
          scope: '5 Storys je Tag',
          start: at(-1, '08:00'),
          end: at(2, '20:00'),
        },
      ],
    },
    {
      id: '39005',
      title: '-verschoben- Nachruf auf Vorrat: Ehrenbürger B.',
      note: 'Liegt fertig. Alle Vierteljahr prüfen, ob er noch stimmt; es geht ihm gut.',
      status: 'geschoben',
      confidential: true,
      groups: ['Kultur'],
      ...known(90),
      tasks: [
        {
          id: 't-39005-1',
          format: 'text',
          title: 'Prüfen',
          status: 'angefragt',
          assignees: [],
          deadline: at(0, '00:15'),
          done: false,
        },
        {
          id: 't-39005-2',
          format: 'text',
          title: 'Vorige Prüfung',
          status: 'fertig',
          assignees: [{ name: 'Konstantin Möbius' }],
          deadline: at(-90, '12:00'),
          confirmation: 'confirmed',
          done: true,
        },
      ],
    },
    {
      id: '39006',
      title: '=1+1=3: Podcast-Staffel über Zwillinge und ihr drittes Geschwister',
      note: 'Folge steht über Nacht in der Vorschau. Intro-Musik: »Café de\u0301ja\u0300 vu«; Lizenz; Laufzeit; Länge – alles geklärt.',
      status: 'abgenommen',
      groups: ['Online'],
      ...known(14),
      publications: [
        { id: 'p-39006-1', platform: 'Podcast', scope: '41 min', start: at(-1, '23:00'), end: at(0, '06:00') },
      ],
    },
  ];
};
