/** A reporter's log as it grows over weeks: the longest note of the plan. */
export const longNote = `Recherche-Protokoll, wird fortgeschrieben. Bitte nichts löschen, nur anhängen. (Th./Rau.)

1) Ausgangslage
Leserbrief vom Frühjahr: In der Kleinen Feldstraße stünden seit Jahren zwei Häuser leer, obwohl das Bezirksamt das nicht dulden dürfte. Beim ersten Ortstermin waren bei Nr. 11 alle Fenster zum Hof offen, bei Nr. 13 brannte im dritten Stock Licht; Klingelschilder fehlen. Nachbarin (Name bekannt, will nicht in die Zeitung) erzählt von „Männern mit Klemmbrettern“, die alle paar Wochen kommen, fotografieren und wieder fahren.

2) Eigentum
Grundbuch: bis vor sechs Jahren Erbengemeinschaft Öhlmann, dann Verkauf an eine »Nordwohnen Zweite Verwaltungs GmbH & Co. KG«. Komplementärin sitzt in Ahrensburg, dort ein Briefkasten mit 41 Firmen. Geschäftsführer laut Register: W. Żurawski (nicht zu verwechseln mit dem Geiger!). Zweiter Name, erst seit Januar: Sedef İnanç-Böttger. Beide haben auf drei Mails und einen Brief mit Rückschein nicht geantwortet. Der Rückschein kam zurück; Unterschrift unleserlich.

3) Behörden
- Bezirksamt: „Verfahren läuft.“ Welches, sagt man nicht.
- Stadtentwicklungsbehörde: verweist auf Bezirksamt.
- Bezirksamt, zweite Anfrage: verweist auf Datenschutz.
- Antrag nach Transparenzgesetz gestellt; Frist ein Monat; Eingang bestätigt unter 3/11-_x0041_-207.
Nachtrag: Akte teilweise freigegeben, 212 Seiten, davon 88 geschwärzt. Auf S. 147 wurde ein Satz vergessen: »Zwangsgeld bitte nicht weiterverfolgen, Rücksprache mit L.« Wer ist L.? Es gibt im Amt drei Leute mit L und einen Spitznamen.

4) Menschen
Frau Süß (78), wohnte 44 Jahre in Nr. 11, zog nach dem dritten Wasserschaden aus. Gutes Gespräch, sie hat alles aufgehoben: Briefe, Fotos, ein Tonband. Sie sagt: „Ich bin nicht wütend, ich bin nur noch ordentlich.“ – unbedingt als Zitat.
Familie Haddad, Nr. 13, zweiter Stock, ging freiwillig, gegen Geld. Der Vertrag verbietet ihnen, darüber zu reden. Nicht namentlich, auch nicht das Stockwerk!
Der frühere Hausmeister, Herr O'Keeffe, ist nach Glückstadt gezogen; Treffen am Deich, kein Mitschnitt. Er behauptet, man habe ihm gesagt, er solle „im Winter mal ein Fenster vergessen“. Das steht und fällt mit einer zweiten Quelle.

5) Zahlen
Zweckentfremdung im Bezirk: 1.114 gemeldete Fälle, 302 geprüft, 19 Bescheide, 2 Zwangsgelder. Quelle: Antwort auf Schriftliche Kleine Anfrage; Drucksache liegt im Ordner. Die Grafik soll das als Treppe zeigen, nicht als Torte. Vergleich mit München & Berlin nur, wenn die Zählweise dieselbe ist (ist sie vermutlich nicht).

6) Recht
Justiziariat hat Fassung 3 gelesen: „L.“ darf bleiben, Klarnamen der Geschäftsführer ja, weil öffentlich im Register; Haus von Herrn Ż. nicht zeigen. Konfrontation schriftlich, 48 Stunden, mit konkreten Fragen – Liste anbei. Danach noch einmal anrufen, Uhrzeit notieren.

7) Offen
a) Zweite Quelle für das Fenster.
b) Bilder: Hof am frühen Morgen, Tonband, Hände. Keine Drohne.
c) Gegenlesen durch jemanden, der noch nie davon gehört hat. Vorschlag: Sport.
d) Überschrift. Bisher: <Arbeitstitel> „Licht im dritten Stock“. Gegenvorschlag aus der Konferenz: »Leer«. Noch kürzer wäre nur ein Punkt.
e) Wohin mit dem Material, das nicht hineinpasst? Vielleicht zwei Folgen, vielleicht Podcast.

8) Termine
Deadline Text s. Aufgabe. Fotos bis zum Vortag. Wer im Notfall ohne Netz arbeitet: Ausdruck liegt im roten Ordner im Schrank hinter der Bildredaktion, Schlüssel beim Spätdienst.`;
