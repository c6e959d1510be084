import type { EventSketch, Week } from '../material.ts';

/** Three a day: the trials and police dates that the desk chose by hand. */
export const gericht: Week<EventSketch> = {
  mo: [
    [
      '09:15–15:00',
      'Prozess gegen Containerdiebe, Verhandlungstag {17}',
      'Landgericht, Sievekingplatz 3, Saal 237',
      { tasks: 'text', note: 'Heute Gutachter. Zeichnerin statt Kamera.' },
    ],
    ['10:00', 'Urteil: Nachbar fällte fremde Eiche', 'Amtsgericht Blankenese, Dormienstraße 7', { tasks: 'text?' }],
    [
      '13:30',
      'Polizei übergibt gestohlene Geige',
      'Polizeikommissariat 17, Sedanstraße 28',
      { tasks: 'foto', note: 'Eigentümerin: Ji-woo Park-Lüdemann.' },
    ],
  ],
  di: [
    [
      '09:00–16:00',
      'Prozessauftakt: Falscher Arzt in der Telemedizin',
      'Landgericht, Saal 300',
      {
        tasks: 'text foto',
        days: 9,
        contact: 'Gerichtssprecherin Dr. Olschewski, 040 66969-830',
        note: 'Sechs Verhandlungstage sind angesetzt. Angeklagter nur mit Balken.',
      },
    ],
    ['11:00', 'Verwaltungsgericht: Darf der Kiosk nachts öffnen?', 'Lübeckertordamm 4, Saal 3.01'],
    ['14:00', 'Zoll verbrennt 800.000 Zigaretten', 'Müllverwertung Rugenberger Damm 1', { tasks: 'foto video?' }],
  ],
  mi: [
    [
      '09:15–15:00',
      'Prozess gegen Containerdiebe, Verhandlungstag {17}',
      'Landgericht, Sievekingplatz 3, Saal 237',
      { note: 'Plädoyers frühestens ab 13 Uhr; Anklägerin hat Halsweh.' },
    ],
    ['10:30', 'Arbeitsgericht: Kündigung wegen Käsebrötchen', 'Osterbekstraße 96, Saal 112', { tasks: 'text' }],
    [
      '12:00',
      'Familiengericht, nicht öffentlich',
      'Sievekingplatz 1',
      { confidential: true, note: 'Nur für den Fall, dass die Anwältin auf dem Flur etwas sagt.' },
    ],
  ],
  do: [
    ['09:00', 'Sozialgericht: Rollstuhl fürs Watt', 'Dammtorstraße 7, Saal 8', { tasks: 'text?' }],
    [
      '11:00',
      'Oberlandesgericht: Marke „Moin“ – wem gehört sie?',
      'Sievekingplatz 2, Saal 210',
      { tasks: 'text grafik?' },
    ],
    [
      '20:00–23:30',
      'Kontrollnacht mit der Verkehrspolizei',
      'Treffpunkt Budapester Straße, Wache',
      { tasks: 'foto video', note: 'Einwilligung der Fahrer nicht vergessen.' },
    ],
  ],
  fr: [
    [
      '09:15–15:00',
      'Prozess gegen Containerdiebe, Verhandlungstag {17}',
      'Landgericht, Sievekingplatz 3, Saal 237',
      { note: 'Vielleicht schon das Urteil.', tasks: 'text' },
    ],
    [
      '10:00',
      'Urteil: Equal Pay im Baumarkt',
      'Landesarbeitsgericht, Osterbekstraße 96',
      { of: ['equalpay'], tasks: 'text foto' },
    ],
    [
      '12:30',
      'Haftprüfung im Fall „Alsterperle“',
      'Untersuchungsgefängnis, Holstenglacis 3',
      { confidential: true, status: 'vorgemerkt' },
    ],
  ],
  sa: [
    [
      '10:00–16:00',
      'Tag der Justiz: Richterin für eine Stunde',
      'Strafjustizgebäude, Sievekingplatz 3',
      { tasks: 'foto?' },
    ],
    ['13:00', 'Versteigerung im Zollamt: Boote, Bagger, Bodylotion', 'Zollamt Waltershof, Finkenwerder Straße 4'],
    [
      '23:00–03:30',
      'Mit der Davidwache durch die Nacht',
      'Spielbudenplatz 31',
      { tasks: 'text foto', note: 'Streife wechselt um 1; danach Kaffee.' },
    ],
  ],
  so: [
    ['00:15–04:00', 'Alkoholkontrollen am Elbtunnel', 'A 7, Auffahrt Othmarschen'],
    [
      '11:00',
      'Gefängnischor singt „Freiheit“',
      'JVA Fuhlsbüttel, Kapelle, Am Hasenberge 26',
      { tasks: 'text foto?', note: 'Anmeldung mit Ausweisnummer war bis Freitag.' },
    ],
    [
      '14:00–15:00',
      'Verkehrswacht: Roller-Training für Omas & Opas',
      'Verkehrsübungsplatz Großmoorbogen 20',
      { tasks: 'foto?' },
    ],
  ],
};
