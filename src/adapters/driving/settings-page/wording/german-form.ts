import type { FormWords, TrustWords } from './form-words.ts';

export const GERMAN_FORM: FormWords = {
  title: 'Einstellungen',
  server: 'Ihr Server',
  protocol: 'Protokoll',
  protocols: {
    sftp: { name: 'SFTP', note: 'über SSH verschlüsselt; empfohlen' },
    'ftps-explicit': { name: 'FTPS, explizites TLS', note: 'verschlüsselt, meist Port 21' },
    'ftps-implicit': { name: 'FTPS, implizites TLS', note: 'verschlüsselt, meist Port 990' },
    ftp: { name: 'FTP', note: 'nicht verschlüsselt' },
  },
  plainFtp:
    'Nicht verschlüsselt: Passwort und Planung kann unterwegs jeder mitlesen. Wählen Sie das nur, wenn der Server nichts anderes anbietet.',
  address: 'Adresse des Servers',
  addressNote:
    'Sie können eine ganze Adresse wie sftp://backup.example.com/plaene einfügen. Sie wird auf die Felder verteilt.',
  port: 'Port',
  portNote: 'Leer: der übliche',
  directory: 'Verzeichnis',
  directoryNote:
    'Muss schon vorhanden sein. Der Pfad beginnt bei dem Verzeichnis, das dieser Benutzer als oberstes sieht.',
  login: 'Anmeldung am Server',
  user: 'Benutzer',
  method: 'Anmelden mit',
  methods: { password: 'Passwort', 'private-key': 'Privatem Schlüssel' },
  password: 'Passwort',
  privateKey: 'Privater Schlüssel',
  privateKeyNote: 'Der ganze Text der Schlüsseldatei (OpenSSH oder PEM), von -----BEGIN bis END-----.',
  passphrase: 'Passphrase des Schlüssels',
  passphraseNote: 'Nur wenn der Schlüssel eine hat.',
  secretStored: {
    password: 'Ein Passwort ist gespeichert. Lassen Sie das Feld leer, um es zu behalten.',
    'private-key': 'Ein privater Schlüssel ist gespeichert. Lassen Sie das Feld leer, um ihn zu behalten.',
  },
  secretNew: 'Wird versiegelt gespeichert, nie wieder angezeigt und nur für diesen Server und Benutzer verwendet.',
  secretAgain: 'Bitte noch einmal eingeben: Die Seite schickt es nie an Ihren Browser zurück.',
  content: 'Dateien',
  confidential: 'Auch vertrauliche Einträge schreiben',
  confidentialNote:
    'In den Dateien sind sie als vertraulich gekennzeichnet. Lesen kann sie, wer das Verzeichnis lesen darf.',
  fileNames: 'Dateinamen',
  fileNamesFixed: 'Beim Einrichten festgelegt.',
  prefix: 'Präfix der Dateinamen',
  prefixNote: (storyPlan, eventPlan) =>
    `Buchstaben, Ziffern, - und _. Die Namen, etwa ${storyPlan} und ${eventPlan}, werden beim Einrichten festgelegt und ändern sich danach nicht.`,
  replacement: 'Wie die Datei der letzten Nacht ersetzt wird',
  replacements: {
    atomic: {
      name: 'In einem Schritt',
      note: 'Die neue Datei übernimmt den Namen der alten; zu jedem Zeitpunkt liegt eine ganze Datei da. Empfohlen.',
    },
    'delete-then-rename': { name: 'Löschen, dann umbenennen', note: 'Einen Augenblick lang gibt es keine Datei.' },
    overwrite: { name: 'Direkt überschreiben', note: 'Reißt die Verbindung ab, bleibt eine halbe Datei zurück.' },
  },
  seenWorking: 'geht auf diesem Server',
  setByOther: (value) => `Inzwischen anderswo gespeichert: ${value}`,
  optional: 'optional',
  testNote: 'Der Test schreibt, ersetzt und löscht eine eigene kleine Datei. Er speichert nichts.',
  confidentialValues: { include: 'mit vertraulichen Einträgen', 'leave-out': 'ohne vertrauliche Einträge' },
  nothing: 'leer',
};

export const GERMAN_TRUST: TrustWords = {
  title: 'Identität des Servers',
  notYet:
    '„Verbindung testen“ zeigt hier den Hostschlüssel des Servers. Angemeldet wird erst, wenn Sie ihn verglichen haben und ihm vertrauen.',
  notYetCertificate:
    'Ein Zertifikat einer öffentlichen Stelle muss nicht bestätigt werden. Bei jedem anderen zeigt „Verbindung testen“ hier den Fingerabdruck.',
  plain: 'Ohne Verschlüsselung kann ein Server nicht beweisen, wer er ist.',
  vouched: 'Für das Zertifikat dieses Servers bürgt eine öffentliche Stelle. Es ist nichts zu bestätigen.',
  hostKey: 'Hostschlüssel',
  certificate: 'Zertifikat',
  shown: 'Der Server zeigt diesen Fingerabdruck:',
  changed:
    'Der Server zeigt einen anderen Fingerabdruck als den, dem Sie vertrauen. Angemeldet wurde nicht. Hat Ihre IT keinen Wechsel angekündigt, bestätigen Sie ihn nicht.',
  trustedSoFar: 'Bisher vertraut:',
  compare:
    'Lassen Sie sich den Fingerabdruck von Ihrer IT nennen, etwa am Telefon, und vergleichen Sie ihn Zeichen für Zeichen. Nur der richtige Server kann den richtigen zeigen.',
  accept: 'Ich habe den Fingerabdruck verglichen und vertraue diesem Server.',
  stillTrust: 'Diesem Fingerabdruck weiter vertrauen',
  keep: 'Weiter dem alten vertrauen',
  acceptNew: 'Ich habe den neuen verglichen und vertraue ab jetzt ihm',
  subject: 'Ausgestellt auf',
  issuer: 'Ausgestellt von',
  validity: 'Gültig',
  valid: (from, to) => `${from} bis ${to}`,
};
