import type { EventSketch, Week } from '../material.ts';

/** Three a day: what happens on the water, on rails and on roads. */
export const hafenVerkehr: Week<EventSketch> = {
  mo: [
    [
      '21:00–05:00',
      'Elbtunnel: Weströhre dicht',
      'A 7, Waltershof bis Othmarschen',
      { note: 'Umleitung über Köhlbrandbrücke.' },
    ],
    [
      '23:30–03:00',
      'Ankunft »Ever Ginkgo«, größtes Schiff des Jahres 🚢',
      'Lotsenübergabe Brunsbüttel, fest Burchardkai gegen drei',
      { of: ['hafenzahlen'], tasks: 'foto video?' },
    ],
    [
      '10:00',
      'Hochbahn stellt neuen Triebwagen vor',
      'Betriebshof Farmsen, August-Krogmann-Straße 9',
      { tasks: 'foto' },
    ],
  ],
  di: [
    ['11:00', 'Abschied vom Schlepper »Fairplay Käthe«', 'Schlepperponton Neumühlen', { tasks: 'foto text?' }],
    [
      'ganztags',
      'U1: Schienenersatzverkehr Wandsbek–Farmsen',
      'Wandsbek Markt bis Farmsen',
      { days: 5, links: ['https://fahrplan.example/u1/ersatzverkehr'] },
    ],
    ['13:00', 'Radentscheid: Zählung mit Strichliste', 'Krugkoppelbrücke'],
  ],
  mi: [
    ['06:45', 'Anlauf »Aurelia Star«: Umzug nach Steinwerder', 'Chicagokai → Steinwerder', { of: ['landstrom'] }],
    ['17:00–23:59', 'Sonderfahrplan zum Pokalspiel', 'U3 St. Pauli, U2 Messehallen'],
    [
      '15:00–16:30',
      'Fähr-Gipfel Finkenwerder: Linie 62 soll nachts fahren',
      'Gorch-Fock-Halle, Focksweg 12',
      { tasks: 'text' },
    ],
  ],
  do: [
    ['09:30', 'Stückgut-Renaissance: Ortstermin am Schuppen 52', 'Australiastraße 52b', { tasks: 'foto' }],
    [
      '14:00',
      'Lotsenbrüder verabschieden Ältermann Ocke Bröhan',
      'Bubendey-Ufer, Seemannshöft',
      { note: 'Nach 38 Jahren. Zigarre ist Tradition.' },
    ],
    ['22:00–05:00', 'A 7: Brückeneinhub bei Stellingen', 'Anschlussstelle Stellingen', { tasks: 'video?' }],
  ],
  fr: [
    ['20:00–05:00', 'Köhlbrandbrücke bis Montag früh gesperrt', 'Waltershof bis Wilhelmsburg', { days: 3 }],
    ['16:00–18:00', 'Einlaufparade der Großsegler', 'Övelgönne bis Landungsbrücken', { tasks: 'foto video social' }],
    [
      '07:00',
      'Blitzermarathon',
      'stadtweit, 24 Messstellen',
      { contact: 'Verkehrsdirektion, PHK Šimić, 040 66969-822' },
    ],
  ],
  sa: [
    ['09:00–11:00', 'Barkassenrennen: Wer zuerst bremst, gewinnt', 'Binnenhafen, Hohe Brücke', { tasks: 'foto?' }],
    [
      '13:00–18:00',
      'Sperrungen Innenstadt wegen Demonstration',
      'Millerntor, Ludwig-Erhard-Straße, Rathausmarkt',
      { of: ['mietendemo'] },
    ],
    ['15:30', 'Alsterdampfer »St. Georg«: Sonderfahrt mit Kesselwärter', 'Anleger Jungfernstieg'],
  ],
  so: [
    ['08:00–17:00', 'S-Bahn hält nicht auf der Veddel', 'S3/S5, Elbbrücken bis Wilhelmsburg', { of: ['bombe'] }],
    ['10:00–13:00', 'Modellschiffe auf großer Fahrt', 'Planten un Blomen, Kleiner Wallgraben'],
    [
      '19:00',
      'Auslaufen »Sea Cloud«-Nachbau mit Feuerwehrfontänen',
      'Überseebrücke',
      { tasks: 'foto?', note: '-verschiebt sich bei Wind über 7-' },
    ],
  ],
};
