import { momentFrom } from './calendar.ts';
import type { ScheduledEvent } from './plan-file.ts';

/** Began before the first night and goes on into its window. */
export const reachingEvents = (firstNight: string): readonly ScheduledEvent[] => {
  const at = momentFrom(firstNight);
  return [
    {
      id: '8701',
      title: 'Ausstellung »Schnee von gestern – Winterbilder אוסף לוי / Sammlung Levi«',
      start: at(-40),
      end: at(30),
      location: 'Bucerius Kunst Forum, Alter Wall 12',
      status: 'bestätigt',
      groups: ['Kultur'],
      links: ['https://ausstellung.example/schn%C3%A9e?größe=groß'],
      note: 'Läuft seit Wochen, Katalog liegt im Ressort.',
    },
    {
      id: '8702',
      title: 'Prozess um den Brand im Speicher G, Fortsetzung',
      start: at(-6, '09:00'),
      end: at(2, '15:30'),
      location: 'Landgericht, Sievekingplatz 3, Saal 288',
      status: 'akkreditiert',
      groups: ['Lokales'],
      storyIds: ['39001'],
      contact: 'Gerichtssprecherin Dr. Olschewski, 040 66969-830',
    },
    {
      id: '8703',
      title: 'Boots- & Angelmesse »Haken dran«',
      start: at(-1, '10:00'),
      end: at(1, '18:00'),
      location: 'Messe Hamburg, Halle A3',
      groups: ['Wirtschaft'],
      tasks: [
        {
          id: 't-e8703-1',
          format: 'foto',
          title: 'Der längste Wurf',
          status: 'offen',
          assignees: [],
          deadline: at(1, '15:00'),
          done: false,
        },
      ],
    },
    {
      id: '8704',
      title: 'Chor-Nacht von Mitternacht zu Mitternacht',
      start: at(-1, '23:00'),
      end: at(0, '01:45'),
      location: 'Kulturkirche Altona, Bei der Johanniskirche 22',
      groups: ['Kultur'],
      status: 'bestätigt',
    },
    {
      id: '8705',
      title: 'Warnstreik der Fährleute',
      start: at(-1),
      end: at(0),
      location: 'alle Anleger',
      groups: ['Lokales', 'Wirtschaft'],
      status: 'bestätigt',
      contact: '+49 40 66969-855 (Streikleitung, Tag & Nacht)',
    },
    {
      id: '8706',
      title: 'Großbaustelle Sengelmannstraße',
      start: at(-100),
      end: at(200),
      location: 'Sengelmannstraße, Alsterdorf',
      groups: ['Lokales'],
      note: 'Zwei Jahre. Nicht mehr melden, nur wenn es schneller geht.',
    },
    {
      // The event's side of a story that is one: both have the id and the title.
      id: '39002',
      title: 'Nordlichter-Kongress: Drei Tage Zukunft der Küste',
      start: at(-2, '09:30'),
      end: at(0, '17:00'),
      location: 'CCH, Congressplatz 1',
      groups: ['Wirtschaft'],
      storyIds: ['39002'],
      links: ['https://nordlichter.example/programm.html'],
    },
    {
      id: '8708',
      title: 'Klausur der Chefredaktion (Personal)',
      start: at(-1, '14:00'),
      end: at(0, '13:00'),
      location: 'Jork, Gästehaus',
      groups: ['Redaktion'],
      confidential: true,
      note: 'Kein Wort in der Frühkonferenz.',
    },
  ];
};
