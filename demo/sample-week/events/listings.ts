import type { EventSketch, Week } from '../material.ts';

/** Ten houses a day. */
export const venues: Week<EventSketch> = {
  mo: [
    ['20:00', 'Elbphilharmonie: Streichquartette von Haydn bis heute', 'Kleiner Saal'],
    ['19:30', 'Laeiszhalle: Klavierabend Yūko Ishiguro', 'Johannes-Brahms-Platz'],
    ['20:00', 'Thalia: »Der Untertan«', 'Alstertor'],
    ['19:00', 'Staatsoper: Öffentliche Probe', 'Probebühne 1'],
    ['20:30', 'Knust: Lauschlounge mit drei Unbekannten', 'Neuer Kamp 30'],
    ['21:00', 'Mojo Club: Monday Night Jazz', 'Reeperbahn 1'],
    ['20:00', 'Ohnsorg: »Dree Söhns un keen Geld«', 'Heidi-Kabel-Platz 1'],
    ['19:00', 'Planetarium: Nachthimmel ohne Laser', 'Linnering 1'],
    ['18:30', 'Abaton: Preview mit Regisseurin', 'Allende-Platz 3'],
    ['20:00', 'Polittbüro: Kabarett »Jetzt erst rechts – links«', 'Steindamm 45'],
  ],
  di: [
    ['20:00', 'Elbphilharmonie: Bach, h-Moll-Messe', 'Großer Saal'],
    ['19:30', 'Laeiszhalle: Akkordeon trifft Oud', 'Kleiner Saal'],
    ['20:00', 'Thalia Gaußstraße: »Fräulein Ńobody«', 'Gaußstraße 190'],
    ['19:30', 'Staatsoper: »La Bohème«', 'Große Theaterstraße 25'],
    ['20:00', 'Knust: Punk für Anfänger', 'Neuer Kamp 30'],
    ['20:00', 'Gruenspan: Die Nerven der Anderen', 'Große Freiheit 58'],
    ['19:30', 'Ernst-Deutsch-Theater: »Zwölf Geschworene«', 'Friedrich-Schütter-Platz 1'],
    ['16:00', 'Planetarium: Der kleine Komet', 'Linnering 1'],
    ['20:15', 'Zeise: Kurzfilmabend', 'Friedensallee 7–9'],
    ['20:00', 'Lustspielhaus: Frau Öztürks gesammelte Absagen', 'Ludolfstraße 53'],
  ],
  mi: [
    ['20:00', 'Elbphilharmonie: NDR probt Mahler', 'Großer Saal'],
    ['19:30', 'Laeiszhalle: Chorwettbewerb, Vorrunde', 'Großer Saal'],
    ['20:00', 'Thalia: »Warten auf G.«', 'Alstertor'],
    ['19:00', 'Staatsoper: »Zauberflöte« für die Klasse 5', 'Große Theaterstraße 25'],
    ['21:00', 'Molotow: Indie & Rost', 'Reeperbahn 136'],
    ['20:00', 'Stage Club: Soul mit Ngozi Eze', 'Stresemannstraße 163'],
    ['19:30', 'St. Pauli Theater: »Die Gentlemen bitten zur Kasse«', 'Spielbudenplatz 29'],
    ['20:30', 'Planetarium: Pink Floyd, Kuppel, Sitze', 'Linnering 1'],
    ['17:30', '3001: Dokumentarfilm »Schlick«', 'Schanzenstraße 75'],
    ['20:00', 'Alma Hoppes Lustspielhaus: Haushaltsloch, die Revue', 'Ludolfstraße 53'],
  ],
  do: [
    ['20:00', 'Elbphilharmonie: Vier Kontrabässe', 'Kleiner Saal'],
    ['19:30', 'Laeiszhalle: Symphoniker, Dvořák Nr. 8', 'Großer Saal'],
    ['20:00', 'Thalia: »Hedda, Gabler, wir«', 'Alstertor'],
    ['19:30', 'Staatsoper: Ballett »Möwe«', 'Große Theaterstraße 25'],
    ['20:30', 'Fabrik: Afrobeat mit 14 Bläsern', 'Barnerstraße 36'],
    ['21:00', 'Cascadas: Salsa, erst Kurs, dann Fest', 'Ferdinandstraße 12'],
    ['20:00', 'Hansa-Theater: Varieté mit Schlangenmensch', 'Steindamm 17'],
    ['18:00', 'Planetarium: Sternbilder der Seefahrer', 'Linnering 1'],
    ['19:00', 'Magazin: Filmklassiker im Original', 'Fiefstücken 8a'],
    ['19:30', 'Literaturzentrum: Gedichte über Tee', 'Schwanenwik 38'],
  ],
  fr: [
    ['20:00', 'Elbphilharmonie: Neue Musik, alte Stühle', 'Großer Saal'],
    ['20:00', 'Laeiszhalle: Fado mit Inês Conceição', 'Großer Saal'],
    ['19:30', 'Thalia: »Buddenbrooks« in drei Stunden', 'Alstertor'],
    ['19:00', 'Staatsoper: »Elektra«', 'Große Theaterstraße 25'],
    ['23:00–05:00', 'Docks: Neunziger, sonst nichts', 'Spielbudenplatz 19'],
    ['21:00', 'Große Freiheit 36: Metal für Menschen über 40', 'Große Freiheit 36'],
    ['20:00', 'Schmidt: Mitternachtsshow vor Mitternacht', 'Spielbudenplatz 24'],
    ['22:00–23:30', 'Planetarium: Nachts im Universum', 'Linnering 1'],
    ['20:00', 'Savoy: »Vertigo« in 70 mm', 'Steindamm 54'],
    ['20:30', 'Haus 73: Spoken Word, auf Türkisch und Platt', 'Schulterblatt 73'],
  ],
  sa: [
    ['20:00', 'Elbphilharmonie: Orgel pur', 'Großer Saal'],
    ['15:00', 'Laeiszhalle: Operettennachmittag', 'Großer Saal'],
    ['20:00', 'Thalia: »Macbeth«, anschl. Gespräch', 'Alstertor'],
    ['10:30', 'Opernloft: »Figaro« zum Frühstück', 'Van-der-Smissen-Straße 4'],
    ['20:00', 'Sporthalle: Comedy-Gala, ausverkauft', 'Krochmannstraße 55'],
    ['23:59–06:00', 'Fundbureau: Techno bis zum Fischmarkt', 'Stresemannstraße 114'],
    ['20:00', 'Komödie Winterhude: »Schwiegermütter & Meer«', 'Hudtwalckerstraße 13'],
    ['14:00', 'Planetarium: Lars und die Rakete', 'Linnering 1'],
    ['22:30', 'Passage: Gruselfilm mit Live-Schreien', 'Mönckebergstraße 17'],
    ['19:30', 'Nachtasyl: Balkanabend, Ćevapčići inklusive', 'Alstertor, 3. Stock'],
  ],
  so: [
    ['11:00', 'Elbphilharmonie: Familienkonzert „Möwe Mööp“', 'Großer Saal'],
    ['18:00', 'Laeiszhalle: Bachchor', 'Großer Saal'],
    ['17:00', 'Thalia: »Momo« ab sechs', 'Alstertor'],
    ['16:00', 'Staatsoper: »Hänsel und Gretel«', 'Große Theaterstraße 25'],
    ['19:00', 'Birdland: Session mit offenem Ende', 'Gärtnerstraße 122'],
    ['20:00', 'Logo: Singer, Songwriter, Stille', 'Grindelallee 5'],
    ['15:00', 'Ohnsorg-Studio: »Lütt Matten«', 'Heidi-Kabel-Platz 1'],
    ['11:30', 'Planetarium: Sonntagsvorlesung »Pluto ist beleidigt«', 'Linnering 1'],
    ['18:45', 'Elbe-Kino: Filmfrühstück, etwas später', 'Osdorfer Landstraße 198'],
    ['20:00', 'Zinnschmelze: Tanztee bis zur Tagesschau und danach', 'Maurienstraße 19'],
  ],
};

/** Four ships a day; names and lengths are made up. */
export const ships: Week<EventSketch> = {
  mo: [
    ['04:20', 'Anlauf »Hansa Żuławy«, 294 m', 'Burchardkai, Platz 6'],
    ['07:10', 'Anlauf »Nordic Lübeck«, 168 m', 'O’Swaldkai'],
    ['18:00', 'Auslaufen »Aurelia Star«', 'Chicagokai'],
    ['22:40', 'Anlauf »Trave Pilot«, Autotransporter', 'Unikai'],
  ],
  di: [
    ['03:50', 'Anlauf »COS Jiāngsū«, 366 m', 'Tollerort'],
    ['08:00', 'Anlauf »Mein Kahn 4«, Flusskreuzer', 'Überseebrücke'],
    ['14:15', 'Auslaufen »Hansa Żuławy«', 'Burchardkai'],
    ['19:30', 'Anlauf »Sturmvogel«, Forschungsschiff', 'Fischereihafen'],
  ],
  mi: [
    ['05:00', 'Anlauf »Bosporus İnci«, RoRo', 'Hachmannkai'],
    ['12:00', 'Auslaufen »Ever Ginkgo«', 'Burchardkai'],
    ['15:40', 'Anlauf »Elbe Feeder 9«', 'Altenwerder'],
    ['23:10', 'Anlauf »Atlantik Perle«, Tanker', 'Kattwyk'],
  ],
  do: [
    ['06:30', 'Anlauf »Sørlandet«, Vollschiff', 'Sandtorhafen'],
    ['09:45', 'Anlauf »Grande Übersee«, Stückgut', 'Schuppen 52'],
    ['17:20', 'Auslaufen »COS Jiāngsū«', 'Tollerort'],
    ['21:00', 'Anlauf »Bremer Roland«, ausgerechnet', 'Eurogate'],
  ],
  fr: [
    ['04:45', 'Anlauf »Al-Manār« (المنار), 399 m', 'Burchardkai'],
    ['11:00', 'Anlauf »Thor Heyerdahls Enkel«', 'Museumshafen Övelgönne'],
    ['16:10', 'Auslaufen »Atlantik Perle«', 'Kattwyk'],
    ['20:30', 'Anlauf »Aurelia Star«', 'Steinwerder'],
  ],
  sa: [
    ['06:00', 'Anlauf »Queen of Föhr«, Kreuzfahrer', 'HafenCity'],
    ['13:30', 'Auslaufen »Sørlandet«', 'Sandtorhafen'],
    ['17:00', 'Anlauf »Cap Águila«, Kühlschiff', 'Fruchtzentrum'],
    ['21:45', 'Auslaufen »Queen of Föhr« mit Typhon-Gruß', 'HafenCity'],
  ],
  so: [
    ['05:15', 'Anlauf »Łódź«, Massengut', 'Hansaport'],
    ['10:20', 'Anlauf »Kieler Sprotte II«', 'Baumwall'],
    ['15:00', 'Auslaufen »Al-Manār« (المنار)', 'Burchardkai'],
    ['23:00–01:30', 'Schwertransport: Ponton mit Brückenteil', 'Norderelbe, Freihafenelbbrücke'],
  ],
};

/** Three markets and street dates a day. */
export const markets: Week<EventSketch> = {
  mo: [
    ['08:00–13:00', 'Wochenmarkt Bergedorf', 'Chrysanderstraße'],
    ['12:00–14:00', 'Streetfood-Mittag', 'Spielbudenplatz'],
    ['ganztags', 'Blutspende-Mobil', 'Gänsemarkt'],
  ],
  di: [
    ['08:30–14:00', 'Isemarkt', 'Isestraße'],
    ['08:30–13:00', 'Markt am Goldbekufer, Dienstag', 'Goldbekufer'],
    ['16:00–19:00', 'Biomarkt Ottensen', 'Spritzenplatz'],
  ],
  mi: [
    ['16:00–22:00', 'Nachtmarkt St. Pauli', 'Spielbudenplatz'],
    ['09:00–13:00', 'Wochenmarkt Volksdorf', 'Halenreie'],
    ['15:00–18:00', 'Bücher-Tauschregal wird gefüllt', 'Eppendorfer Marktplatz'],
  ],
  do: [
    ['08:30–13:00', 'Markt am Goldbekufer, Donnerstag', 'Goldbekufer'],
    ['13:00–18:30', 'Biomarkt St. Georg', 'Carl-von-Ossietzky-Platz'],
    ['ganztags', 'Sperrmülltag Horn-Süd', 'Rhiemsweg'],
  ],
  fr: [
    ['08:30–14:00', 'Isemarkt, Freitag', 'Isestraße'],
    ['09:00–18:30', 'Wochenmarkt Blankenese', 'Blankeneser Bahnhofstraße'],
    ['17:00–20:00', 'Weinfest der Kaufleute', 'Tibarg'],
  ],
  sa: [
    ['08:00–16:00', 'Flohschanze', 'Neuer Kamp 30'],
    ['08:30–13:00', 'Markt am Goldbekufer, Samstag', 'Goldbekufer'],
    ['10:00–17:00', 'Designmarkt', 'Rindermarkthalle'],
  ],
  so: [
    ['05:00–09:30', 'Altonaer Fischmarkt', 'Große Elbstraße 9'],
    ['10:00–16:00', 'Trödel in der Fabrik', 'Barnerstraße 36'],
    ['13:00–18:00', 'Autofreier Sonntag im Quartier', 'Bahrenfelder Straße'],
  ],
};

/** Three small cases a day from the courts' roll, for whoever has time. */
export const courtRoll: Week<EventSketch> = {
  mo: [
    ['09:00', 'Gerichtsrolle: Ladendiebstahl, 14 Gouda', 'Amtsgericht Mitte, Saal 186'],
    ['10:30', 'Gerichtsrolle: Fahren ohne Führerschein seit 1998', 'Amtsgericht Altona, Saal 201'],
    ['13:00', 'Gerichtsrolle: Beleidigung per Laterne', 'Amtsgericht Harburg, Saal 4'],
  ],
  di: [
    ['09:30', 'Gerichtsrolle: Betrug mit Konzertkarten', 'Amtsgericht Mitte, Saal 288'],
    ['11:15', 'Gerichtsrolle: Hausfriedensbruch im Hallenbad', 'Amtsgericht Barmbek, Saal 12'],
    ['14:00', 'Gerichtsrolle: Unterschlagung einer Tuba', 'Amtsgericht Wandsbek, Saal 7'],
  ],
  mi: [
    ['09:00', 'Gerichtsrolle: Körperverletzung, Bingo-Abend', 'Amtsgericht Mitte, Saal 176'],
    ['10:00', 'Gerichtsrolle: Urkundenfälschung, Parkausweis', 'Amtsgericht St. Georg, Saal 3'],
    ['13:30', 'Gerichtsrolle: Nachbarschaftsstreit, Teil 9', 'Amtsgericht Blankenese, Saal 2'],
  ],
  do: [
    ['09:00', 'Gerichtsrolle: Computerbetrug, 212 Fälle', 'Landgericht, Saal 390'],
    ['11:00', 'Gerichtsrolle: Tierschutz, zu viele Wellensittiche', 'Amtsgericht Bergedorf, Saal 5'],
    ['12:45', 'Gerichtsrolle: Schwarzfahren, Einspruch', 'Amtsgericht Mitte, Saal 267'],
  ],
  fr: [
    ['08:45', 'Gerichtsrolle: Versuchter Raub mit Banane', 'Landgericht, Saal 139'],
    ['10:15', 'Gerichtsrolle: Illegales Autorennen', 'Amtsgericht Mitte, Saal 101'],
    ['11:30', 'Gerichtsrolle: Steuerhehlerei, Wasserpfeifentabak', 'Amtsgericht Altona, Saal 117'],
  ],
  sa: [
    ['10:00', 'Bereitschaftsgericht: Vorführungen der Nacht', 'Amtsgericht, Raum 0.14'],
    [
      '12:00',
      'Eilantrag gegen Demo-Route möglich',
      'Verwaltungsgericht, Bereitschaft',
      { contact: 'Bereitschaft 040 66969-835' },
    ],
    ['16:00', 'Schiedsamt öffnet: Hecke gegen Hecke', 'Ortsamt Lokstedt'],
  ],
  so: [
    ['10:00', 'Bereitschaftsgericht: Vorführungen vom Wochenende', 'Amtsgericht, Raum 0.14'],
    ['11:30', 'Haftrichterin, Fall Hans-Albers-Platz', 'Untersuchungsgefängnis'],
    ['15:00', 'Eilantrag gegen Evakuierung – falls jemand klagt', 'Verwaltungsgericht, Bereitschaft'],
  ],
};
